import type { NotebookMeta } from '#notebook';
import { allTime, parsePeriod, resolvePeriod, type Period, type WeekStart } from '#time';

interface Clock {
  readonly data: { readonly asOf: string | null };
  /** Days as `Date` counts them: 0 is Sunday. */
  readonly settings: { readonly weekStart: 0 | 1 | 6 };
}

/** The period that a notebook's front matter means on the data at hand; one that cannot be read is all time. */
export function periodOf({ period, asOf }: NotebookMeta, { data, settings }: Clock): Period {
  const spec = parsePeriod(period ?? 'all');
  if ('code' in spec) return allTime;
  const weekStart: WeekStart = settings.weekStart === 0 ? 7 : settings.weekStart;
  return resolvePeriod(spec, { asOf: asOf ?? data.asOf, weekStart });
}
