import { rowConditions } from './aggregate.ts';
import type { Definition } from './kpi.ts';
import { qualify, type Scope } from './relation.ts';

/** The conditions on the rows that count, the period's last. */
export function conditions(definition: Definition, withPeriod: boolean): string[] {
  return [...rowConditions(definition), ...(withPeriod ? periodCondition(definition) : [])];
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

function periodCondition({ from, at }: Definition): string[] {
  if (at === null) return [];
  const instant = qualify(at, { base: from, joins: [] });
  return [`${instant} >= $period_start and ${instant} < $period_end`];
}
