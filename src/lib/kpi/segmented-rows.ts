import { rowConditions } from './aggregate.ts';
import { fromText, lines } from './clauses.ts';
import { expressionsIn, scopeOf, weightOf } from './decomposition.ts';
import { addendsOf, type FactKey } from './facts.ts';
import type { Definition, Kpi } from './kpi.ts';
import { withPrelude } from './prelude.ts';
import { qualify } from './relation.ts';
import { selectText, whereText } from './sql-text.ts';

export interface SegmentedRowsOptions {
  readonly kpi: Kpi;
  /** What rows are told apart by, and the name of the column that says it. */
  readonly by: readonly { readonly key: string | FactKey; readonly name: string }[];
  /** From which instant on, and up to which one, as SQL. */
  readonly from: string;
  readonly to: string;
}

export interface SegmentedRows {
  readonly sql: string;
  /** Whether a row may weigh other than 1: then it has a `w`. */
  readonly isWeighted: boolean;
  /** Whether each row adds 1. */
  readonly isCounted: boolean;
}

/**
 * One row for each that counts between two instants: `dated_at`, what it adds (`x`, and `w` where a row may weigh other than 1) and
 * what it is told apart by, as text. Null where the value is no sum over rows.
 */
export function compileSegmentedRows(
  definition: Definition,
  options: SegmentedRowsOptions,
): SegmentedRows | null {
  const addends = addendsOf(definition);
  const { at } = definition;
  if (addends === null || at === null) return null;
  const segments = { kpi: options.kpi, by: options.by.map(({ key }) => key) };
  const scope = scopeOf(definition, segments);
  const instant = qualify(at, scope);
  const keys = expressionsIn(definition, scope, segments).map((expression, index) =>
    keyText(expression, options.by[index]?.name ?? ''),
  );
  const w = weightOf(addends);
  const sql = withPrelude(
    definition,
    lines([
      selectText([
        `${instant} as dated_at`,
        `${qualify(addends.numerator, scope)} as x`,
        ...(w === null ? [] : [`${qualify(w, scope)} as w`]),
        ...keys,
      ]),
      ...fromText(scope),
      ...whereText([
        ...rowConditions(definition).map((each) => qualify(each, scope)),
        `${instant} >= ${options.from}`,
        `${instant} < ${options.to}`,
      ]),
    ]),
  );
  return { sql, isWeighted: w !== null, isCounted: addends.numerator === '1' };
}

function keyText(expression: string, name: string): string {
  if (expression === name && !name.startsWith('is_')) return name;
  const isPlain = /^[\w.]+$/.test(expression) && !/\bis_\w+$/.test(expression);
  return isPlain ? `${expression} as ${name}` : `(${expression})::varchar as ${name}`;
}

/** Whether a value is a share of rows: each of them counts, or does not. */
export function isShareOfRows(definition: Definition): boolean {
  const addends = addendsOf(definition);
  if (addends === null || addends.denominator === null || definition.unit !== 'percent') return false;
  const weight = weightOf(addends);
  return isOneOrZero(addends.numerator) && (weight === null || isOneOrZero(weight));
}

function isOneOrZero(sql: string): boolean {
  return sql === '1' || /^\([\s\S]*\)::int$|^case when [\s\S]* then 1 else 0 end$/.test(sql);
}
