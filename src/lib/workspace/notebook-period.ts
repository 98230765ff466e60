import type { NotebookMeta } from '#notebook';
import { allTime, parsePeriod, resolvePeriod, type Period, type PeriodOptions } from '#time';

/** The period that a notebook's front matter means on the data at hand; one that cannot be read is all time. */
export function periodOf({ period, asOf }: NotebookMeta, world: PeriodOptions): Period {
  const spec = parsePeriod(period ?? 'all');
  return 'code' in spec ? allTime : resolvePeriod(spec, { ...world, asOf: asOf ?? world.asOf });
}
