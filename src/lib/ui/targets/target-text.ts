import type { Kpi } from '#kpi';
import { say, type Locale } from '#messages';
import { formatValue } from '#table';

/** Whether a value is a count over a time, which is judged by a goal for that very time alone. */
export function isCounted({ definition: { shape, at } }: Kpi): boolean {
  return shape === 'count' && at !== null;
}

/** What is aimed at: “at most 4 h” where lower is better, “at least 85%” where higher is. */
export function aimText(kpi: Kpi, value: number, locale: Locale): string {
  const { unit } = kpi.definition;
  const written = formatValue(value, { kind: 'float', type: 'DOUBLE' }, { locale, unit });
  return kpi.better === 'neither' ? written : say(locale, `targets.aim.${kpi.better}`, { value: written });
}
