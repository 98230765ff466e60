import { keyOf, type Cell } from './facts.ts';
import { plus, valueOf, varianceOf, type Pair } from './sums.ts';

/** Two segments that moved at once, and what telling both adds to the logarithm of the likelihood. */
export interface Joint {
  readonly keys: readonly [string, string];
  readonly gain: number;
}

export interface JointOptions {
  /** Segments and pairs of segments. */
  readonly cells: readonly Cell[];
  readonly total: Pair;
  readonly isShare: boolean;
  /** The direction of the change: both must have gone there. */
  readonly direction: number;
  /** Keys of the segments that are looked at. */
  readonly among: ReadonlySet<string>;
}

/** Each two segments of different dimensions that may have moved at once. */
export function jointsOf({ cells, total, isShare, direction, among }: JointOptions): readonly Joint[] {
  const segments = new Map(cells.flatMap((cell) => (cell.by.length === 1 ? [[keyOf(cell), cell]] : [])));
  return cells.flatMap((both) => {
    const [a, b] = both.by.map((place, index) =>
      keyOf({ by: [place], members: [both.members[index] ?? null] }),
    );
    if (a === undefined || b === undefined || !among.has(a) || !among.has(b)) return [];
    const [one, other] = [segments.get(a), segments.get(b)];
    if (!one || !other) return [];
    const rest = without(without(total, one), without(other, both));
    const found = fit(
      [
        { pair: both, a: 1, b: 1 },
        { pair: without(one, both), a: 1, b: 0 },
        { pair: without(other, both), a: 0, b: 1 },
        { pair: rest, a: 0, b: 0 },
      ],
      isShare,
    );
    if (!found || found.a * direction <= 0 || found.b * direction <= 0) return [];
    return [{ keys: [a, b], gain: found.gain }];
  });
}

function without(whole: Pair, part: Pair): Pair {
  return { before: plus(whole.before, part.before, -1), after: plus(whole.after, part.after, -1) };
}

interface Group {
  readonly pair: Pair;
  readonly a: 0 | 1;
  readonly b: 0 | 1;
}

/** By weighted least squares: all moved alike, but for what either segment adds. Null where the two cannot be told apart. */
function fit(groups: readonly Group[], isShare: boolean) {
  const rows = groups.flatMap(({ pair, a, b }) => {
    const [before, after] = [valueOf(pair.before), valueOf(pair.after)];
    if (before === null || after === null) return [];
    const weight = 1 / movedVariance(pair, isShare);
    return weight > 0 ? [{ a, b, moved: after - before, weight }] : [];
  });
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (name: 'a' | 'b' | 'moved') =>
    rows.reduce((sum, row) => sum + row.weight * row[name], 0) / all;
  const middle = { a: mean('a'), b: mean('b'), moved: mean('moved') };
  const product = (one: 'a' | 'b', other: 'a' | 'b' | 'moved') =>
    rows.reduce((sum, row) => sum + row.weight * (row[one] - middle[one]) * (row[other] - middle[other]), 0);
  const [aa, ab, bb] = [product('a', 'a'), product('a', 'b'), product('b', 'b')];
  const [am, bm] = [product('a', 'moved'), product('b', 'moved')];
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 1e-9 * aa * bb)) return null;
  const [a, b] = [(bb * am - ab * bm) / determinant, (aa * bm - ab * am) / determinant];
  return { a, b, gain: (a * am + b * bm) / 2 };
}

/** As if it had not moved: the periods of a share are taken together, so that few rows do not look certain. */
export function movedVariance({ before, after }: Pair, isShare: boolean): number {
  if (!isShare) return varianceOf(before, false) + varianceOf(after, false);
  const both = plus(before, after);
  const share = (both.x + 1) / (both.w + 2);
  return share * (1 - share) * (1 / before.w + 1 / after.w);
}
