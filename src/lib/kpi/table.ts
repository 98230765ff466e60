import { AppError } from '#errors';
import { aggregates, aggregateText } from './aggregate.ts';
import { conditions, fromText, lines, qualified } from './clauses.ts';
import { groupedBy, hasDimension, ordered, planDimensions, selected } from './dimensions.ts';
import type { Definition, Kpi } from './kpi.ts';
import { qualify } from './relation.ts';
import { selectText, whereText } from './sql-text.ts';

export interface TableOptions {
  readonly kpi: Kpi;
  readonly by?: string | undefined;
  readonly and?: string | undefined;
  readonly withPeriod: boolean;
}

/** A KPI by two dimensions: one row for each pair that occurs. */
export function compileTable(definition: Definition, options: TableOptions): string {
  const { kpi, by = kpi.by, withPeriod } = options;
  const and = options.and ?? secondDimension(kpi, definition, by);
  if (and === null) throw new AppError('kpi.cut.none', { kpi: kpi.id, cut: 'table' });
  if (and === by) throw new AppError('kpi.table.same', { dimension: by });
  const { plans, scope } = planDimensions(kpi, definition, [by, and]);
  return lines([
    selectText([
      ...plans.map(selected),
      ...aggregates(definition).map((each) => qualify(aggregateText(each), scope)),
    ]),
    ...fromText(scope),
    ...whereText(qualified(conditions(definition, withPeriod), scope)),
    `group by ${groupedBy(plans)}`,
    `order by ${plans.map(ordered).join(', ')}`,
  ]);
}

/** What a table goes by besides, unless told: another dimension of the KPI's own beside its own, or the first that its rows lead to. */
export function secondDimension(kpi: Kpi, definition: Definition, by: string): string | null {
  const own = Object.keys(definition.dimensions ?? kpi.dimensions);
  const usual = ['channel', 'type', 'team', 'priority'];
  return (
    [...(own.includes(by) ? own : []), ...usual].find(
      (name) => name !== by && hasDimension(kpi, definition, name),
    ) ?? null
  );
}
