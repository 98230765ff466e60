import { aggregates, aggregateText } from './aggregate.ts';
import { conditions, fromText, lines, qualified } from './clauses.ts';
import { aliasOf, grouped, planDimension, selected } from './dimensions.ts';
import type { Definition, Kpi } from './kpi.ts';
import { qualify } from './relation.ts';
import { indented, selectText, whereText } from './sql-text.ts';
import { smallN } from './statistics.ts';

export interface ExtremesOptions {
  readonly kpi: Kpi;
  readonly by?: string | undefined;
  /** How many from either end. */
  readonly top?: number | undefined;
  /** Members that rest on fewer rows are left out. */
  readonly min?: number | undefined;
  readonly withPeriod: boolean;
}

/** How many members either end shows, unless told. */
export const usualTop = 5;

/** The members of a dimension with the highest and the lowest values, of those that rest on enough rows. */
export function compileExtremes(definition: Definition, options: ExtremesOptions): string {
  const { kpi, by = kpi.by, top = usualTop, min = smallN, withPeriod } = options;
  const plan = planDimension(kpi, definition, by);
  const { scope } = plan;
  const member = aliasOf(plan);
  const members = lines([
    selectText([
      selected(plan),
      ...aggregates(definition).map((each) => qualify(aggregateText(each), scope)),
    ]),
    ...fromText(scope),
    ...whereText(qualified(conditions(definition, withPeriod), scope)),
    `group by ${grouped(plan)}`,
  ]);
  return lines([
    'with members as (',
    indented(members),
    ')',
    'select * from members',
    `where n >= ${min}`,
    `qualify row_number() over (order by value desc, ${member}) <= ${top}`,
    `  or row_number() over (order by value, ${member} desc) <= ${top}`,
    `order by value desc, ${member}`,
  ]);
}
