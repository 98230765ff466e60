import { AppError } from '#errors';
import { planDimension, selected } from './dimensions.ts';
import type { Definition, Kpi } from './kpi.ts';
import { columnIn, hasColumn, keyOf, qualify, type Join, type Scope } from './relation.ts';
import { selectText, whereText } from './sql-text.ts';

interface RowsOptions {
  readonly kpi: Kpi;
  readonly where: readonly string[];
}

/** The rows behind a value: columns of the KPI's relation, and dimensions for what it lacks. */
export function compileRows(definition: Definition, { kpi, where }: RowsOptions): string {
  const { from: base, at, trendAt } = definition;
  const plans = kpi.rows
    .filter((name) => !hasColumn(base, name))
    .map((name) => planFor(kpi, definition, name));
  const joins = plans.flatMap(({ scope }) => scope.joins);
  const scope: Scope = { base, joins: joins.filter((join, index) => isFirst(joins, join, index)) };
  const columns = kpi.rows.map((name) => {
    if (hasColumn(base, name)) return columnIn(scope, base, name);
    const plan = planFor(kpi, definition, name);
    return selected(
      hasColumn('tickets', name) ? { ...plan, expression: columnIn(scope, 'tickets', name) } : plan,
    );
  });
  const order = [at ?? trendAt, ...keyOf(base)].filter((name) => name !== null);
  return [
    selectText(columns.length === 0 ? [`${base}.*`] : columns),
    `from ${base}`,
    ...scope.joins.map(({ sql }) => sql),
    ...whereText(where.map((condition) => qualify(condition, scope))),
    `order by ${order.map((name) => columnIn(scope, base, name)).join(', ')}`,
  ].join('\n');
}

function planFor(kpi: Kpi, definition: Definition, name: string): ReturnType<typeof planDimension> {
  if (!hasColumn('tickets', name)) return planDimension(kpi, definition, name);
  if (!hasColumn(definition.from, 'ticket_id'))
    throw new AppError('kpi.dimension.noTicket', { table: definition.from });
  const join: Join = {
    relation: 'tickets',
    sql: 'left join tickets using (source_id, ticket_id)',
    using: ['source_id', 'ticket_id'],
  };
  return { alias: name, expression: name, scope: { base: definition.from, joins: [join] } };
}

function isFirst(joins: readonly Join[], join: Join, index: number): boolean {
  return joins.findIndex(({ relation }) => relation === join.relation) === index;
}
