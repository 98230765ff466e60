import type { Candidate } from './candidates.ts';
import { changePoint, type ChangePoint } from './change-point.ts';
import type { FactTables } from './facts.ts';

/** When a change most likely began. */
export interface Began extends ChangePoint {
  /** What has another level since: the value, or the segment's share of all rows where that is what moved. */
  readonly of: 'value' | 'share';
}

/**
 * When what an explanation found began, told by what moved: the value of its segment, or how much of all rows its segment is. Answers
 * that are still coming in began nowhere.
 */
export async function beganOf(
  facts: Pick<FactTables, 'days'>,
  first: Candidate | null | undefined,
  isShare: boolean,
): Promise<Began | null> {
  if (first?.kind === 'late') return null;
  const of = first && first.kind !== 'rate' ? 'share' : 'value';
  const days = await facts.days(first?.cell ?? null, of);
  const found = changePoint(days, isShare || of === 'share');
  return found && { ...found, of };
}
