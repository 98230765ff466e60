import { quoteLiteral } from '#sql';
import type { Period } from '#time';
import { rowConditions } from './aggregate.ts';
import { fromText, lines } from './clauses.ts';
import { planDimensions, ticketsJoin } from './dimensions.ts';
import type { Definition, Kpi } from './kpi.ts';
import { withPrelude } from './prelude.ts';
import { hasColumn, qualify } from './relation.ts';
import { selectText, whereText } from './sql-text.ts';

/** What one row adds: a value is Σ numerator ÷ Σ denominator, or Σ numerator alone. SQL over the definition's relation. */
export interface RowAddends {
  readonly numerator: string;
  readonly denominator: string | null;
}

/** What a row of a definition adds to its value; null where the value is no sum over rows (medians, distinct things, own SQL). */
export function addendsOf({
  shape,
  value,
  numerator,
  denominator,
  expression,
  statistic,
  per,
}: Definition): RowAddends | null {
  if (shape === 'custom' || per !== null) return null;
  if (shape === 'count') {
    const added = value === null ? '1' : addend(value.replace(/^coalesce\((.*), 0\)::bigint$/, '$1'));
    return added === null ? null : { numerator: added, denominator: null };
  }
  if (numerator !== null && denominator !== null) {
    const [above, below] = [addend(numerator), addend(denominator)];
    return above === null || below === null ? null : { numerator: above, denominator: below };
  }
  if (shape === 'quantile')
    return expression === null || (statistic ?? 'mean') !== 'mean' ? null : meanOf(expression);
  const [, scale = '', averaged] = /^((?:\d+ \* )?)avg\(([\s\S]*)\)$/.exec(value ?? '') ?? [];
  return averaged === undefined ? null : meanOf(averaged, scale);
}

function meanOf(expression: string, scale = ''): RowAddends {
  return {
    numerator: scale === '' ? expression : `${scale}(${expression})`,
    denominator: `((${expression}) is not null)::int`,
  };
}

/** `sum(a)`, `count(*)`, each with a filter or without, as what one row adds. */
function addend(aggregate: string): string | null {
  const [, sum, condition] =
    /^(?:sum\((.*?)\)|count\(\*\))(?: filter \(where (.*)\))?$/s.exec(aggregate) ?? [];
  if (sum === undefined && !aggregate.startsWith('count(*)')) return null;
  return condition === undefined ? (sum ?? '1') : `case when ${condition} then ${sum ?? '1'} else 0 end`;
}

/** A further key of the facts, over the columns of tickets or of the definition's relation. */
export interface FactKey {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

export interface FactsOptions {
  readonly kpi: Kpi;
  /** Dimensions of the catalogue, `field:Name` among them; no tags, of which a row has several. */
  readonly dimensions: readonly string[];
  readonly keys: readonly FactKey[];
  /** Rows outside all of them are left out. */
  readonly periods: readonly Period[];
}

/**
 * One row for each row that counts in one of the periods: its instant, what it adds, its keys as text, in the order given
 * (`d0`, `d1`, …; dimensions first), and its ticket's tags. Null where the definition cannot be had so.
 */
export function compileFacts(
  definition: Definition,
  { kpi, dimensions, keys, periods }: FactsOptions,
): string | null {
  const addends = addendsOf(definition);
  const { at, from: base } = definition;
  if (addends === null || at === null) return null;
  const isOfTicket = base !== 'tickets' && hasColumn(base, 'ticket_id');
  const { plans, scope } = planDimensions(kpi, definition, dimensions, isOfTicket ? [ticketsJoin(base)] : []);
  const instant = qualify(at, scope);
  const columns = [
    ...plans.map(({ expression }) => expression),
    ...keys.map(({ table, sql }) => (table === base ? qualify(sql, scope) : sql)),
  ];
  const tags = hasColumn(base, 'tags') || isOfTicket ? 'tickets.tags' : 'null::varchar[]';
  const within = periods.map(
    ({ from, to }) =>
      `(${instant} >= timestamp ${quoteLiteral(from ?? '-infinity')} and ${instant} < timestamp ${quoteLiteral(to ?? 'infinity')})`,
  );
  return withPrelude(
    definition,
    lines([
      selectText([
        `${instant} as fact_at`,
        `(${qualify(addends.numerator, scope)})::double as x`,
        `(${addends.denominator === null ? '1' : qualify(addends.denominator, scope)})::double as w`,
        `${tags} as fact_tags`,
        ...columns.map((column, index) => `(${column})::varchar as d${index}`),
      ]),
      ...fromText(scope),
      ...whereText([
        ...rowConditions(definition).map((each) => qualify(each, scope)),
        `(${within.join(' or ')})`,
      ]),
    ]),
  );
}
