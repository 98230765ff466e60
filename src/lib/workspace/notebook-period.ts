import type { NotebookMeta } from '#notebook';
import { allTime, parsePeriod, resolvePeriod, type Period, type WeekStart } from '#time';

interface Clock {
  readonly data: { readonly asOf: string | null };
  readonly settings: { readonly weekStart: WeekStart };
}

/** The period that a notebook's front matter means on the data at hand; one that cannot be read is all time. */
export function periodOf({ period, asOf }: NotebookMeta, { data, settings }: Clock): Period {
  const spec = parsePeriod(period ?? 'all');
  if ('code' in spec) return allTime;
  return resolvePeriod(spec, { asOf: asOf ?? data.asOf, weekStart: settings.weekStart });
}
