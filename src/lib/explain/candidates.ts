import { decompose, type Segment } from './decompose.ts';
import { keyOf, type Cell, type Dimension } from './facts.ts';
import { jointsOf, movedVariance } from './joint.ts';
import { beyondNoise, contrast, contrastOf, countContrast, twoSided, type Contrast } from './significance.ts';
import { nothing, plus, valueOf, varianceOf, type Pair } from './sums.ts';

/** What may be behind a change: a segment whose value moved, or a dimension whose mix did, or who answers of it. */
export type CauseKind = 'rate' | 'mix' | 'answering' | 'scale' | 'late';

export interface Candidate {
  readonly kind: CauseKind;
  /** The segment; of a mix the one that gave most. */
  readonly cell: Cell;
  /** How much of the change it is. */
  readonly effect: number;
  readonly interval: readonly [number, number];
  readonly chance: number;
  /** How much better the numbers are told with it than without, less what so many others of its kind could do by chance. */
  readonly score: number;
  /** More than noise, though so many were looked at. */
  readonly isReal: boolean;
}

export interface SearchData {
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly Cell[];
  readonly asked: readonly Cell[] | null;
  readonly isShare: boolean;
  readonly isCount: boolean;
}

/** Fewer rows in a period prove nothing. */
const fewest = 20;
const mostOfSegment = 0.8;
const z95 = 1.959963984540054;

/** What is taken as real: of segments and mixes, and of pairs, one in a hundred found may be chance. */
const level = 0.01;

/** Every segment, pair of segments and mix that could have moved the value. */
export function candidatesOf(data: SearchData): readonly Candidate[] {
  const { dimensions, cells, isCount } = data;
  const total = totalOf(cells);
  const ofService = cells.filter(({ by }) => by.every((place) => dimensions[place]?.kind === 'service'));
  const isOwn = distinctPairs(ofService);
  const moved = (size: number): Unscored[] =>
    ofService
      .filter((cell) => cell.by.length === size && isOwn(cell))
      .flatMap((cell) => movedOf(cell, total, data));
  const mixes = isCount ? [] : dimensions.flatMap((_, place) => mixOf(place, data));
  const ofKind = (kind: CauseKind): Scored[] => scored(mixes.filter((each) => each.kind === kind));
  const singles = isCount ? scored(moved(1)) : withJoints(scored(moved(1)), { data, total });
  return [
    ...judged([...singles, ...ofKind('mix'), ...ofKind('answering')], level / 2),
    ...judged(scored(moved(2)), level / 2),
    ...judged([...ofKind('scale'), ...ofKind('late')], level),
  ];
}

/**
 * A segment may be one of two that moved at once: each such story counts for it by its likelihood, and costs what so many stories cost.
 * The score is the logarithm of the sum.
 */
function withJoints(
  singles: readonly Scored[],
  { data, total }: { readonly data: SearchData; readonly total: Pair },
): Scored[] {
  const direction = (valueOf(total.after) ?? 0) - (valueOf(total.before) ?? 0);
  const among = new Set(singles.map(({ cell }) => keyOf(cell)));
  const cost = Math.log(Math.max(1, (singles.length * (singles.length - 1)) / 2));
  const told = new Map<string, number>();
  for (const { keys, gain } of jointsOf({ ...data, total, direction, among }))
    for (const key of keys) told.set(key, (told.get(key) ?? 0) + Math.exp(gain - cost));
  return singles.map((each) => ({
    ...each,
    score: Math.log(Math.exp(each.score) + (told.get(keyOf(each.cell)) ?? 0)),
  }));
}

/** A pair that is nearly all of one of its segments says nothing that the segment does not. */
function distinctPairs(cells: readonly Cell[]): (cell: Cell) => boolean {
  const rowsOf = ({ before, after }: Pair): number => before.rows + after.rows;
  const rows = new Map(cells.map((cell) => [keyOf(cell), rowsOf(cell)]));
  return (cell) =>
    cell.by.length < 2 ||
    cell.by.every((place, index) => {
      const whole = rows.get(keyOf({ by: [place], members: [cell.members[index] ?? null] })) ?? 0;
      return rowsOf(cell) <= mostOfSegment * whole;
    });
}

function judged(found: readonly Scored[], at: number): Candidate[] {
  const real = beyondNoise(
    found.map(({ chance }) => chance),
    at,
  );
  return found.map((each, index) => ({ ...each, isReal: real[index] ?? false }));
}

/** The whole, from the segments of any one dimension. */
export function totalOf(cells: readonly Cell[]): Pair {
  const first = cells.find(({ by }) => by.length === 1)?.by[0];
  return cells
    .filter(({ by }) => by.length === 1 && by[0] === first)
    .reduce<Pair>(
      (sum, cell) => ({ before: plus(sum.before, cell.before), after: plus(sum.after, cell.after) }),
      {
        before: nothing,
        after: nothing,
      },
    );
}

function movedOf(cell: Cell, total: Pair, { isShare, isCount }: SearchData): Unscored[] {
  const { before, after } = cell;
  const rest = { before: plus(total.before, before, -1), after: plus(total.after, after, -1) };
  if (isCount) return countOf(cell, rest);
  if ([before, after, rest.before, rest.after].some(({ rows }) => rows < fewest)) return [];
  const found = contrast(cell, rest, isShare);
  if (!found) return [];
  const share = (before.w / total.before.w + after.w / total.after.w) / 2;
  const z = found.difference / pooledError(cell, rest, isShare);
  return [effectOf('rate', cell, { ...found, z }, share)];
}

function countOf(cell: Cell, rest: Pair): Unscored[] {
  const found = countContrast(cell, rest);
  if (!found || cell.before.x + cell.after.x < fewest || rest.before.x === 0) return [];
  const expected = (cell.before.x * rest.after.x) / rest.before.x;
  const effect = cell.after.x - expected;
  const half = z95 * Math.sqrt(cell.after.x + 1 + expected);
  const interval = [effect - half, effect + half] as const;
  return [{ kind: 'rate', cell, effect, interval, z: found.z }];
}

/** As if the segment had moved with the rest. */
function pooledError(segment: Pair, rest: Pair, isShare: boolean): number {
  const others = varianceOf(rest.before, isShare) + varianceOf(rest.after, isShare);
  return Math.sqrt(movedVariance(segment, isShare) + others);
}

/** What a dimension's shares gave: of who asked for service, and of who answered. */
function mixOf(place: number, { dimensions, cells, asked, isShare }: SearchData): Unscored[] {
  const own = cells.filter(({ by }) => by.length === 1 && by[0] === place);
  const kind = dimensions[place]?.kind;
  if (own.length < 2) return [];
  const segments = own.map((cell) => ({ ...cell, asked: kind === 'service' ? askedOf(cell, asked) : null }));
  const parts = decompose(segments);
  const total = totalOf(own);
  const whole = (name: 'mix' | 'answering') => parts.reduce((sum, part) => sum + (part[name] ?? 0), 0);
  const isAsked = parts.every(({ answering }) => answering !== null);
  const most = (value: (index: number) => number): Cell | undefined =>
    own.reduce<{ cell: Cell; value: number } | null>((best, cell, index) => {
      const each = Math.abs(value(index));
      return best === null || each > best.value ? { cell, value: each } : best;
    }, null)?.cell;
  const answering = isAsked ? whole('answering') : 0;
  const moved = kind === 'service' ? null : surveyMix(own, total);
  const mixes = moved ?? parts.map((part) => part.mix - (part.answering ?? 0));
  const mix = moved ? sum(moved, (each) => each) : whole('mix') - answering;
  const byMix = most((index) => mixes[index] ?? 0);
  const byAnswer = most((index) => parts[index]?.answering ?? 0);
  if (!byMix || !byAnswer) return [];
  const ofMix: CauseKind = kind === 'scale' ? 'scale' : kind === 'delay' ? 'late' : 'mix';
  const found = contrastOf(mix, mixVariance(segments, { total, isShare, isAsked }));
  const answered = isAsked ? contrastOf(answering, answeringVariance(segments, total)) : null;
  const shift = kind === 'service' ? {} : { shift: shiftOf(own, total) };
  return [
    ...(found ? [{ ...effectOf(ofMix, byMix, found, 1), ...shift }] : []),
    ...(answered ? [effectOf('answering', byAnswer, answered, 1)] : []),
  ];
}

/**
 * What each member's share gave where the survey itself changed: a scale that only begins or ends in a period has too few answers there
 * for a value of its own, so that both periods are taken together.
 */
function surveyMix(own: readonly Cell[], total: Pair): readonly number[] {
  const middle = valueOf(plus(total.before, total.after)) ?? 0;
  return own.map(({ before, after }) => {
    const value = valueOf(plus(before, after)) ?? middle;
    return (after.w / total.after.w - before.w / total.before.w) * (value - middle);
  });
}

/**
 * How certain it is that a survey changed, whatever that did to the value: Pearson's chi-squared of the answers by member, as a
 * normal's distance (Wilson and Hilferty).
 */
function shiftOf(own: readonly Cell[], total: Pair): number {
  const all = total.before.rows + total.after.rows;
  const squared = sum(own, ({ before, after }) =>
    sum(['before', 'after'] as const, (when) => {
      const expected = ((before.rows + after.rows) * total[when].rows) / all;
      const seen = when === 'before' ? before.rows : after.rows;
      return expected > 0 ? (seen - expected) ** 2 / expected : 0;
    }),
  );
  const degrees = own.length - 1;
  const spread = 2 / (9 * degrees);
  return Math.max(0, (Math.cbrt(squared / degrees) - (1 - spread)) / Math.sqrt(spread));
}

/** Who was asked of a segment; nobody, where the surveys know nothing of it. */
export function askedOf(cell: Cell, asked: readonly Cell[] | null): Segment['asked'] {
  if (asked === null) return null;
  const [place, member] = [cell.by[0], cell.members[0]];
  const found = asked.find(({ by, members }) => by[0] === place && members[0] === member);
  return { before: found?.before.rows ?? 0, after: found?.after.rows ?? 0 };
}

interface MixOptions {
  readonly total: Pair;
  readonly isShare: boolean;
  readonly isAsked: boolean;
}

/** How far the shares of a sample stray, at the segments' distances from the middle, and what the distances themselves stray. */
function mixVariance(segments: readonly Segment[], { total, isShare, isAsked }: MixOptions): number {
  const distances = distancesOf(segments, total);
  const sizes = isAsked
    ? {
        before: sum(segments, ({ asked }) => asked?.before ?? 0),
        after: sum(segments, ({ asked }) => asked?.after ?? 0),
      }
    : { before: total.before.rows, after: total.after.rows };
  const strays = (['before', 'after'] as const).map((when) => {
    const shares = segments.map((segment) =>
      isAsked ? (segment.asked?.[when] ?? 0) / Math.max(1, sizes[when]) : segment[when].w / total[when].w,
    );
    const mean = shares.reduce((all, share, index) => all + share * (distances[index] ?? 0), 0);
    const square = shares.reduce((all, share, index) => all + share * (distances[index] ?? 0) ** 2, 0);
    return Math.max(0, square - mean * mean) / Math.max(1, sizes[when]);
  });
  const moved = sum(segments, ({ before, after }) => {
    const shift = after.w / total.after.w - before.w / total.before.w;
    const own = [before, after].map((each) => varianceOf(each, isShare)).filter(Number.isFinite);
    return own.length === 0
      ? 0
      : (shift * shift * own.reduce((all, each) => all + each, 0)) / own.length ** 2;
  });
  return strays.reduce((all, each) => all + each, moved);
}

/** How far the readiness to answer strays: binomial in each segment, relative to the whole's. */
function answeringVariance(segments: readonly Segment[], total: Pair): number {
  const distances = distancesOf(segments, total);
  const asked = {
    before: sum(segments, (each) => each.asked?.before ?? 0),
    after: sum(segments, (each) => each.asked?.after ?? 0),
  };
  return sum(segments, (segment, index) => {
    const weight =
      ((segment.asked?.before ?? 0) / asked.before + (segment.asked?.after ?? 0) / asked.after) / 2;
    const strays = (['before', 'after'] as const).map((when) => {
      const n = segment.asked?.[when] ?? 0;
      const all = total[when].rows / asked[when];
      if (n === 0 || all === 0) return 0;
      const rate = Math.min(1, (segment[when].rows + 1) / (n + 2));
      return (rate * (1 - rate)) / n / (all * all);
    });
    return (weight * (distances[index] ?? 0)) ** 2 * strays.reduce((sum, each) => sum + each, 0);
  });
}

/** How far each segment's value lies from the whole's, both as means of before and after. */
function distancesOf(segments: readonly Pair[], total: Pair): readonly number[] {
  const mean = ({ before, after }: Pair): number => {
    const [a, b] = [valueOf(before), valueOf(after)];
    return ((a ?? b ?? 0) + (b ?? a ?? 0)) / 2;
  };
  return segments.map((segment) => mean(segment) - mean(total));
}

type Scored = Omit<Candidate, 'isReal'>;
/** `shift`: where another number than its own effect says whether it is real. */
type Unscored = Omit<Scored, 'score' | 'chance'> & { readonly z: number; readonly shift?: number };

function effectOf(
  kind: CauseKind,
  cell: Cell,
  { difference, standardError, z }: Contrast,
  weight: number,
): Unscored {
  const half = z95 * standardError;
  const interval = [weight * (difference - half), weight * (difference + half)] as const;
  return { kind, cell, effect: weight * difference, interval, z };
}

/** Half of z² is what a likelihood gains; the best of many gains by chance about the logarithm of how many. */
function scored(found: readonly Unscored[]): Scored[] {
  const cost = Math.log(Math.max(1, found.length));
  return found.map(({ z, shift = z, ...each }) => ({
    ...each,
    chance: twoSided(shift),
    score: Math.max(z * z, shift * shift) / 2 - cost,
  }));
}

function sum<Item>(items: readonly Item[], of: (item: Item, index: number) => number): number {
  return items.reduce((total, item, index) => total + of(item, index), 0);
}
