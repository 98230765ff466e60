import type { Period } from '#time';
import { quoteLiteral } from '#sql';

/** SQL that gives `$period_start`, `$period_end` and `$as_of` their values; an open end is infinite, an unknown as-of NULL. */
export function setPeriod({ from, to }: Period, asOf: string | null): string {
  return [
    `set variable period_start = ${instant(from ?? '-infinity')}`,
    `set variable period_end = ${instant(to ?? 'infinity')}`,
    `set variable as_of = ${asOf === null ? 'null::timestamp' : instant(asOf)}`,
  ].join(';\n');
}

/** The period that lets every dated row count. */
export const openPeriod: Period = { from: null, to: null };

function instant(text: string): string {
  return `timestamp ${quoteLiteral(text)}`;
}
