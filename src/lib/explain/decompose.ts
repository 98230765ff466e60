import { nothing, plus, valueOf, type Pair, type Sums } from './sums.ts';

/** A segment's part of a change. The parts of a dimension add up to the change, exactly. */
export interface Shares {
  /** What its share of the rows gave: it grew or shrank, and was better or worse than the middle. */
  readonly mix: number;
  /** What its own value gave, at the mean of its shares before and after. */
  readonly rate: number;
  /** Of `mix`, what is not of who was asked but of who answered; null where nobody knows who was asked. */
  readonly answering: number | null;
}

export interface Segment extends Pair {
  /** Who was asked, where a survey's unanswered ones are known: rows before and after. */
  readonly asked: { readonly before: number; readonly after: number } | null;
}

/**
 * The parts of a ratio's change by segments, by means of before and after (Marshall and Edgeworth's symmetric rule): with w a segment's
 * share, r its value and m the mean of the two totals, mix = Δw·(r̄ − m) and rate = w̄·Δr; there is no interaction left over. A
 * segment that is new or has vanished has no Δr: what it brought or took along is mix.
 */
export function decompose(segments: readonly Segment[]): readonly Shares[] {
  const before = segments.reduce((sum, segment) => plus(sum, segment.before), nothing);
  const after = segments.reduce((sum, segment) => plus(sum, segment.after), nothing);
  const middle = ((valueOf(before) ?? 0) + (valueOf(after) ?? 0)) / 2;
  const asked = segments.reduce(
    (sum, segment) => ({
      before: sum.before + (segment.asked?.before ?? 0),
      after: sum.after + (segment.asked?.after ?? 0),
    }),
    { before: 0, after: 0 },
  );
  return segments.map((segment) => {
    const [share, later] = [shareOf(segment.before, before), shareOf(segment.after, after)];
    const [value, changed] = bothValues(segment);
    const distance = (value + changed) / 2 - middle;
    const mix = (later - share) * distance;
    const rate = ((share + later) / 2) * (changed - value);
    return { mix: mix, rate, answering: answeringOf(segment, { asked, share, later, distance }) };
  });
}

interface AnsweringOptions {
  readonly asked: { readonly before: number; readonly after: number };
  readonly share: number;
  readonly later: number;
  readonly distance: number;
}

/** A share is the share of those asked times how readily they answered; null for a segment that was not asked in both periods. */
function answeringOf(segment: Segment, { asked, share, later, distance }: AnsweringOptions): number | null {
  if (segment.asked === null || asked.before === 0 || asked.after === 0) return null;
  const p = segment.asked.before / asked.before;
  const q = segment.asked.after / asked.after;
  if (p === 0 || q === 0) return 0;
  return (later / q - share / p) * ((p + q) / 2) * distance;
}

function shareOf(part: Sums, whole: Sums): number {
  return whole.w === 0 ? 0 : part.w / whole.w;
}

/** A value that one of the periods lacks is the other's. */
function bothValues({ before, after }: Pair): readonly [number, number] {
  const [a, b] = [valueOf(before), valueOf(after)];
  return [a ?? b ?? 0, b ?? a ?? 0];
}
