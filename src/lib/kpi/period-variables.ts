import type { Period } from '#time';
import { quoteLiteral } from '#sql';

/** SQL that gives `$period_start` and `$period_end` their values; an open end is infinite. */
export function setPeriod({ from, to }: Period): string {
  return [
    `set variable period_start = ${instant(from ?? '-infinity')}`,
    `set variable period_end = ${instant(to ?? 'infinity')}`,
  ].join(';\n');
}

/** SQL that lets every dated row count. */
export const clearPeriod = setPeriod({ from: null, to: null });

function instant(text: string): string {
  return `timestamp ${quoteLiteral(text)}`;
}
