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

/** SQL for an instant so many seconds (a BIGINT) after another: a third of the time that adding an interval takes. */
export function afterSecondsSql(timestamp: string, seconds: string): string {
  return `make_timestamp(epoch_us(${timestamp}) + ${seconds} * 1000000)`;
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
    return `when ${expression} < timestamp '${until}' then ${micros(transitions[index]!)}`;
  });
  const offset = branches.length === 0 ? micros(last) : `case ${branches.join(' ')} else ${micros(last)} end`;
  return `make_timestamp(epoch_us(${expression}) ${sign} (${offset}))`;
}

function micros({ offsetSeconds }: ZoneTransition): string {
  return `${offsetSeconds * 1_000_000}::bigint`;
}
