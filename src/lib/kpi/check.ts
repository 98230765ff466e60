import { text, type Text } from '#errors';
import { readableTables } from '#import';
import type { Diagnostic } from '#notebook';
import { isQuery, splitStatements, tokenize, unavailable } from '#sql';
import { dimensions, hasDimension, isDimension } from './dimensions.ts';
import { expressionsOf, partsOf, type Expression, type Part } from './expressions.ts';
import type { Definition, Kpi } from './kpi.ts';
import { nearest } from './near.ts';
import { diagnosticAt, type ParsedKpi } from './parse.ts';
import { wordAt, type Span } from './places.ts';
import { checkNames } from './profile.ts';
import { preludeNames } from './prelude.ts';
import { columnsOf, hasColumn } from './relation.ts';

interface Problem {
  readonly text: Text;
  readonly span: Span;
  readonly severity: Diagnostic['severity'];
}

/** What is wrong in a KPI's file as far as it can be told without the data: names of tables, columns and dimensions, and SQL that the page cannot run. */
export function checkKpi(source: string, parsed: ParsedKpi): Diagnostic[] {
  const { kpi } = parsed;
  if (kpi === null) return [];
  const problems = [
    ...partsOf(kpi).flatMap((part) => tableProblems(part, parsed)),
    ...expressionsOf(kpi).flatMap((expression) => expressionProblems(expression, parsed)),
    ...partsOf(kpi).flatMap((part) => nameProblems(kpi, part, parsed)),
    ...dimensionProblems(kpi, parsed),
    ...parsed.fences.flatMap(({ sql, sqlFrom }) => sqlProblems(source, sql, sqlFrom)),
  ];
  return problems.map(({ text: said, span, severity }) => diagnosticAt(source, said, span, severity));
}

const tableNames = readableTables.map(({ name }) => name);

function tableProblems({ prefix, patch, definition }: Part, { places }: ParsedKpi): Problem[] {
  const { from } = patch;
  if (from === undefined || isTable(definition)) return [];
  const known = [...tableNames, ...preludeNames(definition)];
  const said = unknown(['kpi-file.noTable', 'kpi-file.noTableNear'], from, known, {});
  return [error(said, places.value(`${prefix}from`))];
}

/** Whether a definition reads a table, or what its own prelude makes. */
function isTable(definition: Definition): boolean {
  return tableNames.includes(definition.from) || preludeNames(definition).includes(definition.from);
}

/** An expression is one expression: it ends where its field ends, and cannot bring a statement of its own along. */
function expressionProblems({ field, sql }: Expression, { places }: ParsedKpi): Problem[] {
  const stray = strayOf(sql);
  if (stray !== null) return [error(text('kpi-file.oneExpression', { field }), places.inside(field, stray))];
  const prefix = 'select ';
  return unavailable(prefix + sql).map(({ text: said, from }) =>
    error(said, places.inside(field, from - prefix.length)),
  );
}

/** Where an expression ends early, or leaves something open; null where it does not. */
function strayOf(sql: string): number | null {
  const open: number[] = [];
  const tokens = tokenize(sql);
  for (const { text: token, from, kind } of tokens) {
    if (kind === 'string' || kind === 'quoted') {
      if (token.length < 2 || token[0] !== token.at(-1)) return from;
      continue;
    }
    if (kind === 'comment') {
      if (from === tokens.at(-1)?.from) return from;
      continue;
    }
    if (token === ';') return from;
    if (/^[([{]$/.test(token)) open.push(from);
    if (/^[)\]}]$/.test(token) && open.pop() === undefined) return from;
  }
  return open.at(-1) ?? null;
}

/** Columns and checks that a file names by themselves. */
function nameProblems(
  kpi: Kpi,
  { prefix, patch, definition: { from } }: Part,
  { places }: ParsedKpi,
): Problem[] {
  if (!tableNames.includes(from)) return [];
  const rows = prefix === '' ? (patch.rows ?? []) : [];
  const needs = patch.needs ?? [];
  const requires = patch.requires ?? [];
  return [
    ...rows.flatMap((name, index) =>
      isRow(kpi, from, name)
        ? []
        : [
            warning(
              unknown(['kpi-file.noColumn', 'kpi-file.noColumnNear'], name, columnsOf(from), { table: from }),
              places.value(`${prefix}rows.${index}`),
            ),
          ],
    ),
    ...needs.flatMap((need, index) => {
      const problem = needProblem(need);
      return problem ? [error(problem, places.value(`${prefix}needs.${index}`))] : [];
    }),
    ...requires.flatMap((name) =>
      checkNames.includes(name)
        ? []
        : [
            error(
              unknown(['kpi-file.noCheck', 'kpi-file.noCheckNear'], name, checkNames, {}),
              places.value(`${prefix}requires`),
            ),
          ],
    ),
  ];
}

function isRow(kpi: Kpi, from: string, name: string): boolean {
  return (
    / as \w+$/.test(name) ||
    hasColumn(from, name) ||
    (hasColumn('tickets', name) && hasColumn(from, 'ticket_id')) ||
    (isDimension(name) && hasDimension(kpi, kpi.definition, name)) ||
    kpi.dimensions[name] !== undefined
  );
}

/** `tickets`, `tickets.created_at`, or several of which one is enough. */
function needProblem(need: string): Text | null {
  for (const part of need.split('|')) {
    const [table = '', column] = part.trim().split('.');
    if (!tableNames.includes(table))
      return unknown(['kpi-file.noTable', 'kpi-file.noTableNear'], table, tableNames, {});
    if (column !== undefined && !hasColumn(table, column))
      return unknown(['kpi-file.noColumn', 'kpi-file.noColumnNear'], column, columnsOf(table), { table });
  }
  return null;
}

function dimensionProblems(kpi: Kpi, { places }: ParsedKpi): Problem[] {
  const { by, definition } = kpi;
  const own = Object.keys(kpi.dimensions);
  if (definition.shape === 'custom' || own.includes(by) || !tableNames.includes(definition.from)) return [];
  const known = [...dimensions.map(({ name }) => name), ...own];
  if (!isDimension(by))
    return [
      error(unknown(['kpi-file.noDimension', 'kpi-file.noDimensionNear'], by, known, {}), places.value('by')),
    ];
  if (hasDimension(kpi, definition, by)) return [];
  return [warning(text('kpi-file.dimensionAway', { name: by, table: definition.from }), places.value('by'))];
}

/** Own SQL is one query: what is looked at unasked must not change anything. */
function sqlProblems(source: string, sql: string, offset: number): Problem[] {
  const statements = splitStatements(sql);
  const [first, second] = statements;
  const isOne = first !== undefined && second === undefined && isQuery(first.sql);
  const wrong = second ?? first;
  if (!isOne)
    return [error(text('kpi-file.oneQuery'), wordAt(source, offset + (wrong?.from ?? 0), source.length))];
  return unavailable(sql).map(({ text: said, from, to }) =>
    error(said, { from: offset + from, to: offset + to }),
  );
}

/** A name that there is not, with the one that was probably meant. */
function unknown(
  [plain, withNear]: readonly [string, string],
  name: string,
  known: readonly string[],
  params: Readonly<Record<string, string>>,
): Text {
  const near = nearest(name, known);
  return near === null ? text(plain, { name, ...params }) : text(withNear, { name, near, ...params });
}

function error(said: Text, span: Span): Problem {
  return { text: said, span, severity: 'error' };
}

function warning(said: Text, span: Span): Problem {
  return { text: said, span, severity: 'warning' };
}
