import { rowConditions } from './aggregate.ts';
import type { Definition } from './kpi.ts';
import { qualify, type Scope } from './relation.ts';

/** The conditions on the rows that count, the period's last. */
export function conditions(definition: Definition, withPeriod: boolean): string[] {
  return [
    ...rowConditions(definition),
    ...(withPeriod ? periodCondition(definition) : datedOrNot(definition)),
  ];
}

/** The same where joins make a column's name ambiguous. */
export function qualified(where: readonly string[], scope: Scope): string[] {
  return where.map((condition) => qualify(condition, scope));
}

export function fromText({ base, joins }: Scope): string[] {
  return [`from ${base}`, ...joins.map(({ sql }) => sql)];
}

export function lines(parts: readonly string[]): string {
  return parts.join('\n');
}

/** Beyond this a condition has two lines. */
const longestLine = 90;

/** Without a period: what has its instant, and of the rest what counts all the same. */
function datedOrNot({ from, at, undated }: Definition): string[] {
  if (at === null || undated === null) return [];
  return [`(${qualify(at, { base: from, joins: [] })} is not null or ${undated})`];
}

function periodCondition({ from, at }: Definition): string[] {
  if (at === null) return [];
  const instant = qualify(at, { base: from, joins: [] });
  const [begun, ended] = [`${instant} >= $period_start`, `${instant} < $period_end`];
  const both = `${begun} and ${ended}`;
  return both.length <= longestLine ? [both] : [begun, ended];
}

/** Whether it is a stock at the period's end, which its own condition reads, rather than of rows that fall into the period. */
export function isStock({ at, where }: Definition): boolean {
  return at === null && (where?.includes('$period_end') ?? false);
}
