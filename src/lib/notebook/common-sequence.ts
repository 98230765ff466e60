/** Places of the same item in two lists. */
export interface CommonPlace {
  readonly before: number;
  readonly after: number;
}

/** Beyond this many insertions and deletions the lists count as wholly different between their common ends. */
const mostEdits = 1000;

/** A longest common subsequence of two lists (Myers): fast where they are alike, bounded where they are not. */
export function commonSequence(before: readonly string[], after: readonly string[]): CommonPlace[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = commonMiddle(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
  return [
    ...Array.from({ length: start }, (_, at) => ({ before: at, after: at })),
    ...middle.map((place) => ({ before: place.before + start, after: place.after + start })),
    ...Array.from({ length: end }, (_, at) => ({
      before: before.length - end + at,
      after: after.length - end + at,
    })),
  ];
}

/** How far in `a` each diagonal `k = a − b` leads with so many edits: at `k + edits + 1`. */
type Reached = Int32Array;

/** Each round allows one edit more, and is kept as it was before it, to find the way back. */
function commonMiddle(a: readonly string[], b: readonly string[]): CommonPlace[] {
  if (a.length === 0 || b.length === 0) return [];
  const most = Math.min(a.length + b.length, mostEdits);
  const all = new Int32Array(2 * most + 3);
  const rounds: Reached[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    const reached = all.slice(most - edits, most + edits + 3);
    rounds.push(reached);
    for (let k = -edits; k <= edits; k += 2) {
      let x = beginOn(k, edits, reached);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      all[most + 1 + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(a.length, b.length, rounds);
    }
  }
  return [];
}

/** A diagonal is entered by an insertion from the one above, or a deletion from the one below. */
function beginOn(k: number, edits: number, reached: Reached): number {
  const from = cameFrom(k, edits, reached);
  return leadsTo(from, edits, reached) + (from < k ? 1 : 0);
}

function cameFrom(k: number, edits: number, reached: Reached): number {
  const isBelowBehind = leadsTo(k - 1, edits, reached) < leadsTo(k + 1, edits, reached);
  return k === -edits || (k !== edits && isBelowBehind) ? k + 1 : k - 1;
}

function leadsTo(k: number, edits: number, reached: Reached): number {
  return reached[k + edits + 1] ?? 0;
}

function walkBack(aLength: number, bLength: number, rounds: readonly Reached[]): CommonPlace[] {
  const places: CommonPlace[] = [];
  let [x, y] = [aLength, bLength];
  for (const [edits, reached] of [...rounds.entries()].toReversed()) {
    const k = cameFrom(x - y, edits, reached);
    const fromX = leadsTo(k, edits, reached);
    const fromY = fromX - k;
    for (; x > Math.max(fromX, 0) && y > Math.max(fromY, 0); x -= 1, y -= 1)
      places.push({ before: x - 1, after: y - 1 });
    [x, y] = [fromX, fromY];
  }
  return places.toReversed();
}
