import { msToWallClock } from './wall-clock.ts';
import type { ZoneTransition } from './zones.ts';

/** SQL that turns a zone's wall clock into UTC; `expression` is a TIMESTAMP and is written once per transition. */
export function localToUtcSql(expression: string, transitions: readonly ZoneTransition[]): string {
  return shifted(expression, '-', transitions, (transition) => transition.fromLocalSeconds);
}

/** SQL that turns UTC into a zone's wall clock; `expression` is a TIMESTAMP and is written once per transition. */
export function utcToLocalSql(expression: string, transitions: readonly ZoneTransition[]): string {
  return shifted(expression, '+', transitions, (transition) => transition.fromUtcSeconds);
}

function shifted(
  expression: string,
  sign: '+' | '-',
  transitions: readonly ZoneTransition[],
  boundary: (transition: ZoneTransition) => number,
): string {
  const last = transitions.at(-1);
  if (!last) return expression;
  const branches = transitions.slice(1).map((next, index) => {
    const until = msToWallClock(boundary(next) * 1000);
    return `when ${expression} < timestamp '${until}' then ${transitions[index]!.offsetSeconds}`;
  });
  const offset =
    branches.length === 0 ? last.offsetSeconds : `case ${branches.join(' ')} else ${last.offsetSeconds} end`;
  return `(${expression} ${sign} to_seconds(${offset}))`;
}
