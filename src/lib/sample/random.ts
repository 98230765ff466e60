/** A stream of numbers that is the same on every machine: sfc32 seeded by the FNV-1a hash of a name. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number in [low, high]. */
  whole(low: number, high: number): number;
  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item;
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
  normal(): number;
  /** Log-normal around a median; `spread` is the standard deviation of its logarithm. */
  around(median: number, spread: number): number;
}

export function randomStream(name: string): Random {
  const next = sfc32(name);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    normal,
    chance: (probability) => next() < probability,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => at(items, Math.floor(next() * items.length)),
    weighted: (items) => weightedPick(items, next()),
    around: (median, spread) => median * Math.exp(spread * normal()),
  };
}

function weightedPick<Item>(items: readonly (readonly [Item, number])[], position: number): Item {
  let left = position * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return at(items, items.length - 1)[0];
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

function sfc32(name: string): () => number {
  let a = fnv(name);
  let b = fnv(`${name}·b`);
  let c = fnv(`${name}·c`);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return next;
}

function fnv(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
