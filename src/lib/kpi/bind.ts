import { QueryError, type Engine } from '#engine';
import { text, type Text } from '#errors';
import type { Diagnostic } from '#notebook';
import { bindParameters, quoteIdentifier, quoteLiteral } from '#sql';
import { aggregates, aggregateText } from './aggregate.ts';
import type { Fence } from './body.ts';
import { compile, cutsOf } from './compile.ts';
import { expressionsOf, type Expression } from './expressions.ts';
import { axes, type Cut, type Kpi } from './kpi.ts';
import { diagnosticAt, type ParsedKpi } from './parse.ts';
import { openPeriod, setPeriod } from './period-variables.ts';
import { withPrelude } from './prelude.ts';
import { qualify } from './relation.ts';
import { wordAt, type Span } from './places.ts';

interface Bound {
  /** The types of its columns, by name. */
  readonly types: ReadonlyMap<string, string>;
}

interface Refused {
  readonly text: Text;
  /** In the query as it was written; null where the engine does not know. */
  readonly position: number | null;
}

/**
 * Asks the engine whether the SQL of a KPI's file fits the tables, without running any of it: each expression by itself,
 * then the cuts that they make up. What one expression breaks is not told a second time by the cuts.
 */
export async function bindKpi(
  engine: Engine,
  source: string,
  parsed: ParsedKpi,
  signal?: AbortSignal,
): Promise<Diagnostic[]> {
  const { kpi } = parsed;
  if (kpi === null) return [];
  const binder = new Binder(engine, signal);
  const found: Diagnostic[] = [];
  for (const expression of expressionsOf(kpi)) {
    const problem = await expressionProblem(binder, expression, parsed);
    if (problem) found.push(diagnosticAt(source, problem.text, problem.span));
  }
  for (const fence of parsed.fences) {
    const problem = await fenceProblem(binder, source, { fence, kpi });
    if (problem) found.push(diagnosticAt(source, problem.text, problem.span));
  }
  if (found.length > 0) return found;
  const whole = await cutProblem(binder, kpi, parsed);
  return whole ? [diagnosticAt(source, whole.text, whole.span)] : [];
}

interface Problem {
  readonly text: Text;
  readonly span: Span;
}

async function expressionProblem(
  binder: Binder,
  expression: Expression,
  { places }: ParsedKpi,
): Promise<Problem | null> {
  const { field, role } = expression;
  const { sql, from, to } = queryOf(expression);
  const answer = await binder.bind(sql);
  if ('text' in answer) {
    const { position } = answer;
    const isInside = position !== null && position >= from && position < to;
    const isElsewhere = isExtraField(field) && position !== null && position < from;
    if (isElsewhere) return null;
    return {
      text: answer.text,
      span: isInside ? places.inside(field, position - from) : places.value(field),
    };
  }
  const type = answer.types.get('it') ?? '';
  if (role === 'instant' && !/^(TIMESTAMP|DATE)/.test(type) && type !== '')
    return { text: text('kpi-file.noInstant', { field, type }), span: places.value(field) };
  if (role === 'condition' && !/^(BOOLEAN|"NULL")$/.test(type))
    return { text: text('kpi-file.noCondition', { field, type }), span: places.value(field) };
  return null;
}

/** An expression in a query by itself, and where it stands there: nowhere if it is not written as it is read. */
function queryOf({ field, sql, role, definition }: Expression): { sql: string; from: number; to: number } {
  if (role === 'prelude')
    return { sql: `with ${sql}\nselect 1`, from: 'with '.length, to: 'with '.length + sql.length };
  const isExtra = isExtraField(field);
  const { expression } = definition;
  const given = isExtra && expression !== null ? sql.replace(/\bexpression\b/g, () => expression) : sql;
  const read = qualify(given, { base: definition.from, joins: [] });
  const opening = `select ${isExtra ? aggregates(definition).map(aggregateText).join(', ') + ', ' : ''}(`;
  const query = `${opening}${read}\n) as it from ${definition.from}`;
  const whole = withPrelude(definition, query);
  const from = whole.length - query.length + opening.length;
  return { sql: whole, from, to: read === sql ? from + sql.length : from };
}

/** A further aggregate may read those that stand before it, so it is not looked at alone. */
function isExtraField(field: string): boolean {
  return field.split('.').includes('extras');
}

interface FenceOf {
  readonly fence: Fence;
  readonly kpi: Kpi;
}

async function fenceProblem(
  binder: Binder,
  source: string,
  { fence: { cut, option, sql, sqlFrom }, kpi }: FenceOf,
): Promise<Problem | null> {
  const chosen = axes.flatMap((axis) => kpi.variants[axis] ?? []).find(({ name }) => name === option);
  const whole = withPrelude({ ...kpi.definition, ...chosen?.patch }, sql);
  const answer = await binder.bind(whole);
  const end = sqlFrom + sql.length;
  if ('text' in answer) {
    const at = Math.max(0, (answer.position ?? 0) - (whole.length - sql.length));
    return { text: answer.text, span: wordAt(source, sqlFrom + at, end) };
  }
  const missing = cut === 'headline' ? ['value', 'n'].filter((name) => !answer.types.has(name)) : [];
  if (missing.length === 0) return null;
  return {
    text: text('kpi-file.headlineColumns', { columns: missing.join(', ') }),
    span: wordAt(source, sqlFrom, end),
  };
}

/** The first cut that does not bind; every cut as usual, and one of each option. */
async function cutProblem(binder: Binder, kpi: Kpi, { places }: ParsedKpi): Promise<Problem | null> {
  const cuts = cutsOf(kpi);
  const [first] = cuts;
  const options = axes.flatMap((axis) => kpi.variants[axis] ?? []);
  const asked = [
    ...cuts.map((cut) => ({ cut, variant: '', field: fieldOf(kpi) })),
    ...(first === undefined
      ? []
      : options.flatMap(({ axis, name }) => [
          { cut: first, variant: name, field: `variants.${axis}.${name}` },
        ])),
  ];
  for (const { cut, variant, field } of asked) {
    const sql = written(kpi, cut, variant);
    if (sql === null) continue;
    const answer = await binder.bind(sql);
    if ('text' in answer) return { text: answer.text, span: places.value(field) };
  }
  return null;
}

/** The field that most of a cut comes from. */
function fieldOf({ definition }: Kpi): string {
  const { value, numerator, expression } = definition;
  if (value !== null) return 'value';
  if (numerator !== null) return 'numerator';
  return expression === null ? 'shape' : 'expression';
}

/** Null for what the KPI does not have: the options that are only defined together. */
function written(kpi: Kpi, shape: Cut, variant: string): string | null {
  try {
    return compile({ kpi, shape, variant });
  } catch {
    return null;
  }
}

class Binder {
  readonly #engine: Engine;
  readonly #signal: AbortSignal | undefined;
  readonly #before: string;

  constructor(engine: Engine, signal: AbortSignal | undefined) {
    this.#engine = engine;
    this.#signal = signal;
    const main = quoteLiteral(`${quoteIdentifier(engine.database)}.main`);
    this.#before = `set search_path = ${main};\n${setPeriod(openPeriod, null)};\n`;
  }

  async bind(sql: string): Promise<Bound | Refused> {
    this.#signal?.throwIfAborted();
    const bound = bindParameters(sql);
    const opening = `${this.#before}describe `;
    try {
      const table = await this.#engine.query(opening + bound.sql, { signal: this.#signal });
      const [names, types] = table.columns;
      const rows = Array.from({ length: table.rowCount }, (_, row) => row);
      return {
        types: new Map(rows.map((row) => [String(names?.at(row)), String(types?.at(row))])),
      };
    } catch (error) {
      if (!(error instanceof QueryError) || error.kind === 'interrupted') throw error;
      const at = error.position === null ? null : error.position - opening.length;
      return {
        text: error.text,
        position: at === null || at < 0 ? null : bound.originalOffset(at),
      };
    }
  }
}
