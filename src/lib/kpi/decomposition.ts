import { quoteLiteral } from '#sql';
import { aggregates, aggregateText, rowConditions } from './aggregate.ts';
import { fromText, lines } from './clauses.ts';
import { mergedJoins, planDimension, ticketsJoin } from './dimensions.ts';
import { addendsOf, type FactKey, type RowAddends } from './facts.ts';
import type { Definition, Kpi } from './kpi.ts';
import { withPrelude } from './prelude.ts';
import { hasColumn, qualify, type Join, type Scope } from './relation.ts';
import { compileRows } from './rows.ts';
import { selectText, whereText } from './sql-text.ts';

/** The inputs that hold the two periods: `before` sets `$before_start` and `$before_end`. */
export interface PeriodNames {
  readonly before: string;
  readonly after: string;
}

/** What segments are made by: dimensions of the catalogue, keys of the facts, or both where two cross. */
interface Segments {
  readonly kpi: Kpi;
  readonly by: readonly (string | FactKey)[];
}

export interface SegmentOptions extends Segments {
  readonly names: PeriodNames;
}

export interface MemberOptions extends SegmentOptions {
  /** A member for each of `by`; null where the rows do not say. */
  readonly members: readonly (string | null)[];
}

/** What a segment that no row names stands for, where two cross. */
const unnamed = '—';

/**
 * What each segment gave to a change, largest first: a ratio's by mix and rate (each at the mean of before and after, so that nothing
 * is left over), a count's as a difference. Null where the value is no sum over rows.
 */
export function compileDecomposition(definition: Definition, options: SegmentOptions): string | null {
  const addends = addendsOf(definition);
  const { at } = definition;
  if (addends === null || at === null) return null;
  const scope = scopeOf(definition, options);
  const instant = qualify(at, scope);
  const { before, after } = options.names;
  const x = qualify(addends.numerator, scope);
  const isCounted = addends.denominator === null && x === '1';
  const w = weightOf(addends);
  const counted = lines([
    selectText([
      aliased(segmentIn(definition, scope, options), 'segment'),
      `${within(instant, before)} as is_before`,
      `${within(instant, after)} as is_after`,
      ...(isCounted ? [] : [aliased(x, 'x')]),
      ...(w === null ? [] : [aliased(qualify(w, scope), 'w')]),
    ]),
    ...fromText(scope),
    ...whereText(rowConditions(definition).map((each) => qualify(each, scope))),
  ]);
  const rest = addends.denominator === null ? countParts(isCounted) : ratioParts(w === null);
  return withPrelude(definition, `with counted as (\n${counted.replace(/^/gm, '  ')}\n),\n${rest}`);
}

/** Day by day what a segment's value was, in both periods. */
export function compileSegmentTrend(definition: Definition, options: MemberOptions): string | null {
  const { at } = definition;
  if (at === null) return null;
  const scope = scopeOf(definition, options);
  const instant = qualify(at, scope);
  const { before, after } = options.names;
  return withPrelude(
    definition,
    lines([
      selectText([
        `${instant}::date as day`,
        ...aggregates(definition).map((each) => qualify(aggregateText(each), scope)),
      ]),
      ...fromText(scope),
      ...whereText([
        ...rowConditions(definition).map((each) => qualify(each, scope)),
        ...memberConditions(definition, scope, options),
        `(${within(instant, before)} or ${within(instant, after)})`,
      ]),
      'group by day',
      'order by day',
    ]),
  );
}

interface RowOptions extends MemberOptions {
  /** Only low ratings, those with a comment first. */
  readonly isLow: boolean;
}

/** The rows behind a segment's value in the later period. */
export function compileSegmentRows(definition: Definition, options: RowOptions): string | null {
  const { at } = definition;
  if (at === null) return null;
  const sql = compileRows(definition, {
    kpi: options.kpi,
    where: [...rowConditions(definition), ...(options.isLow ? [low] : [])],
    within: {
      joins: scopeOf(definition, options).joins,
      conditions: (scope) => [
        ...memberConditions(definition, scope, options),
        within(qualify(at, scope), options.names.after),
      ],
    },
  });
  return withPrelude(
    definition,
    options.isLow ? sql.replace(/\norder by /, '\norder by comment is null, ') : sql,
  );
}

const low = "bucket = 'negative'";

/** Whether a definition's rows are ratings that are low or not. */
export function hasLowRatings({ from, where }: Definition): boolean {
  return from === 'ratings' && /\b(?:bucket|score) is not null\b/.test(where ?? '');
}

/** Whether a mean's rows are counted by what is known of them: then they need no column of their own to say it. */
export function weightOf({ numerator, denominator }: RowAddends): string | null {
  const bare = numerator.replace(/^\d+ \* \(([\s\S]*)\)$/, '$1');
  return denominator === `((${bare}) is not null)::int` ? null : denominator;
}

/** The relation of a definition, and what it is joined with to tell segments apart. */
export function scopeOf(definition: Definition, { kpi, by }: Segments): Scope {
  const base = definition.from;
  const joins = by.flatMap((each): readonly Join[] => {
    if (typeof each === 'string') return planDimension(kpi, definition, each).scope.joins;
    return base !== 'tickets' && hasColumn(base, 'ticket_id') && each.sql.includes('tickets.')
      ? [ticketsJoin(base)]
      : [];
  });
  return { base, joins: mergedJoins(joins) };
}

/** What each of them is in SQL. */
export function expressionsIn(definition: Definition, scope: Scope, { kpi, by }: Segments): string[] {
  return by.map((each) => {
    if (typeof each === 'string') return planDimension(kpi, definition, each, scope.joins).expression;
    return each.table === scope.base ? qualify(each.sql, scope) : each.sql;
  });
}

function segmentIn(definition: Definition, scope: Scope, options: SegmentOptions): string {
  const expressions = expressionsIn(definition, scope, options);
  const [only = 'null', ...others] = expressions;
  if (others.length === 0) return only;
  return expressions
    .map((each) => `coalesce(${operandOf(each)}::varchar, ${quoteLiteral(unnamed)})`)
    .join(" || ' × ' || ");
}

export function memberConditions(definition: Definition, scope: Scope, options: MemberOptions): string[] {
  return expressionsIn(definition, scope, options).map((expression, index) => {
    const member = options.members[index] ?? null;
    const operand = operandOf(expression);
    return member === null ? `${operand} is null` : `${operand} = ${quoteLiteral(member)}`;
  });
}

/** What can stand before an operator as it is. */
function operandOf(expression: string): string {
  return /^[\w.]+$|^\w+\([^()]*\)$|^case [\s\S]* end$/.test(expression) ? expression : `(${expression})`;
}

export function within(instant: string, name: string): string {
  return `${instant} >= $${name}_start and ${instant} < $${name}_end`;
}

function aliased(expression: string, name: string): string {
  return expression === name ? name : `${expression} as ${name}`;
}

const halves = ['before', 'after'] as const;

function ratioParts(isByRow: boolean): string {
  const n = (half: string) =>
    isByRow ? `count(x) filter (where is_${half})` : `coalesce(sum(w) filter (where is_${half}), 0)`;
  return `segments as (
  select
    segment,
    ${halves.map((half) => `${n(half)} as n_${half}`).join(',\n    ')},
    ${halves.map((half) => `sum(x) filter (where is_${half}) / nullif(n_${half}, 0) as value_${half}`).join(',\n    ')}
  from counted
  group by segment
),
shares as (
  select *,
    ${halves.map((half) => `n_${half} / sum(n_${half}) over () as share_${half}`).join(',\n    ')},
    coalesce(value_before, value_after) as was,
    coalesce(value_after, value_before) as became,
    ${halves.map((half) => `sum(n_${half} * value_${half}) over () / sum(n_${half}) over () as all_${half}`).join(',\n    ')}
  from segments
  where n_before > 0 or n_after > 0
)
select segment, value_before, value_after,
  (share_after - share_before) * ((was + became) / 2 - (all_before + all_after) / 2) as mix,
  (share_before + share_after) / 2 * (became - was) as rate,
  mix + rate as effect,
  n_before, n_after, share_before, share_after
from shares
order by abs(effect) desc, segment`;
}

function countParts(isCounted: boolean): string {
  const value = (half: string) =>
    isCounted ? `count(*) filter (where is_${half})` : `coalesce(sum(x) filter (where is_${half}), 0)`;
  return `segments as (
  select
    segment,
    ${halves.map((half) => `${value(half)} as value_${half}`).join(',\n    ')}
  from counted
  where is_before or is_after
  group by segment
)
select segment, value_before, value_after,
  value_after - value_before as effect,
  ${halves.map((half) => `value_${half} / nullif(sum(value_${half}) over (), 0) as share_${half}`).join(',\n  ')}
from segments
order by abs(effect) desc, segment`;
}
