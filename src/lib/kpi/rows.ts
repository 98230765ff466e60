import {
  hasDimension,
  isDimension,
  mergedJoins,
  planDimension,
  selected,
  ticketsJoin,
} from './dimensions.ts';
import type { Definition, Kpi } from './kpi.ts';
import { columnIn, columnsOf, hasColumn, keyOf, qualify, type Join, type Scope } from './relation.ts';
import { selectText, whereText } from './sql-text.ts';

interface RowsOptions {
  readonly kpi: Kpi;
  readonly where: readonly string[];
  /** Further conditions, and what they need to be joined. */
  readonly within?: {
    readonly joins: readonly Join[];
    readonly conditions: (scope: Scope) => readonly string[];
  };
}

/** The rows behind a value: columns of the KPI's relation, then of the ticket, and dimensions for what both lack. */
export function compileRows(definition: Definition, { kpi, where, within }: RowsOptions): string {
  const { from: base, at, trendAt } = definition;
  const sources = columnsShown(kpi, definition).flatMap((name) => sourceOf(kpi, definition, name) ?? []);
  const joins = mergedJoins([...(within?.joins ?? []), ...sources.flatMap((source) => source.joins)]);
  const scope: Scope = { base, joins };
  const columns = sources.map((source) => source.write(scope));
  const order = orderOf(definition, at ?? trendAt, scope);
  return [
    selectText(columns.length === 0 ? [`${base}.*`] : columns),
    `from ${base}`,
    ...scope.joins.map(({ sql }) => sql),
    ...whereText([
      ...where.map((condition) => qualify(condition, scope)),
      ...(within?.conditions(scope) ?? []),
    ]),
    ...(order.length === 0 ? [] : [`order by ${order.join(', ')}`]),
  ].join('\n');
}

/** By the instant, then by what tells rows apart: their key, or all that they show where they have none. */
function orderOf({ from: base, rows }: Definition, instant: string | null, scope: Scope): readonly string[] {
  const isKeyless = keyOf(base).length === 0;
  if (isKeyless && columnsOf(base).length > 0 && instant !== null && rows[0] === instant) return ['all'];
  const key =
    isKeyless && columnsOf(base).length === 0 ? rows.filter((name) => name !== instant) : keyOf(base);
  return [
    ...(instant === null ? [] : [qualify(instant, scope)]),
    ...key.map((name) => columnIn(scope, base, name)),
  ];
}

/** What a variant measures stands where the KPI's own measure would. */
function columnsShown(kpi: Kpi, { from, rows, expression }: Definition): readonly string[] {
  const usual = kpi.definition.expression;
  return expression !== null && hasColumn(from, expression)
    ? rows.map((name) => (name === usual ? expression : name))
    : rows;
}

interface ColumnSource {
  readonly joins: readonly Join[];
  /** The column as it is selected, once all joins of the query are known. */
  readonly write: (scope: Scope) => string;
}

/** Null for a column that a variant's relation does not lead to: the list was written for the KPI's own. */
function sourceOf(kpi: Kpi, definition: Definition, name: string): ColumnSource | null {
  const { from: base } = definition;
  if (columnsOf(base).length === 0) return { joins: [], write: () => name };
  if (/ as \w+$/.test(name)) return { joins: [], write: (scope) => qualify(name, scope) };
  if (hasColumn(base, name)) return { joins: [], write: (scope) => columnIn(scope, base, name) };
  if (hasColumn('tickets', name) && hasColumn(base, 'ticket_id')) {
    return { joins: [ticketsJoin(base)], write: (scope) => columnIn(scope, 'tickets', name) };
  }
  if (!isDimension(name) || !hasDimension(kpi, definition, name)) return null;
  const plan = planDimension(kpi, definition, name);
  return { joins: plan.scope.joins, write: () => selected(plan) };
}
