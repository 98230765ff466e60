import type { Unit } from '#table';
import { folded, goalOf, isTotal, type Goal, type GoalOptions } from './goal.ts';
import type { Kpi } from './kpi.ts';
import { standTo, type Target, type TargetResult } from './target.ts';

/** The targets of a breakdown's members. */
export interface MemberTargets {
  /** The column that says whose a row is. */
  readonly column: string;
  readonly unit: Unit;
  readonly better: Kpi['better'];
  /** By the member's name, folded. */
  readonly own: ReadonlyMap<string, Goal>;
  /** For members without one of their own; a goal for all is none for each where parts add up, and then this is null. */
  readonly general: Goal | null;
}

/** Dimensions whose members a target can be set for. */
const withMembers: readonly string[] = ['channel', 'team', 'agent'];

/** What a breakdown's rows are judged by; null where nobody set a target for any. */
export function memberTargets(
  targets: readonly Target[],
  { by, ...options }: Omit<GoalOptions, 'member'> & { readonly by: string },
): MemberTargets | null {
  const { kpi, definition } = options;
  if (!withMembers.includes(by) || definition.unit !== kpi.definition.unit) return null;
  const members = new Set(targets.flatMap(({ kpi: id, member }) => (id === kpi.id ? (member ?? []) : [])));
  const own = [...members].flatMap((member) => {
    const goal = goalOf(targets, { ...options, member });
    return goal ? [[folded(member), goal] as const] : [];
  });
  const general = isTotal(definition) ? null : goalOf(targets, options);
  if (own.length === 0 && general === null) return null;
  return { column: by, unit: definition.unit, better: kpi.better, own: new Map(own), general };
}

/** How a member stands to its target; null for one that has none, and for rows of nobody. */
export function judgedMember(
  { own, general, better }: MemberTargets,
  member: string | null,
  value: number | null,
): Pick<TargetResult, keyof Goal | 'met' | 'attainment'> | null {
  const goal = member === null ? null : (own.get(folded(member)) ?? general);
  return goal && standTo(goal, value, better);
}
