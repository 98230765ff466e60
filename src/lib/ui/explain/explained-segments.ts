import type { Explanation, Part, SegmentName } from '#explain';

/** Beside those of what was found: so many dimensions that hold most of the change. */
const besides = 3;

/** Where to look: the best explanation, or what comes nearest to one; null where no segment is large enough. */
export function nearestTo({ causes, suspect, parts }: Explanation): SegmentName | null {
  return causes[0] ?? suspect ?? parts.find(({ isPooled }) => !isPooled) ?? null;
}

/** The dimensions that are taken apart: those of what was found, then those in which the change lies closest together. */
export function dimensionsShown(found: Explanation): string[] {
  const { causes, parts } = found;
  const nearest = nearestTo(found);
  const first = causes.length > 0 ? causes : nearest === null ? [] : [nearest];
  const alone = parts.filter(({ dimension, isPooled }) => !isPooled && !dimension.includes(' × '));
  const most = new Map<string, number>();
  for (const part of alone)
    most.set(part.dimension, Math.max(most.get(part.dimension) ?? -Infinity, beyondShare(part, found)));
  const ranked = [...most].sort(([, a], [, b]) => b - a).map(([dimension]) => dimension);
  return [...new Set([...first.map(({ dimension }) => dimension), ...ranked.slice(0, besides)])];
}

/** What a segment gave beyond what one of its size would have, had all moved alike; what goes against the change is less. */
function beyondShare({ mix, rate, n }: Part, { change, before, after }: Explanation): number {
  const share = n / Math.max(1, before.n + after.n);
  return (mix + rate) * Math.sign(change) - Math.abs(change) * share;
}
