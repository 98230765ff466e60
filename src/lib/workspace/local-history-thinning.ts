/** An earlier text of a file: what is known of it without reading it. */
export interface Version {
  readonly key: string;
  readonly path: string;
  /** When it began to be written, and when it was written last. */
  readonly from: number;
  readonly at: number;
  /** What it takes in the browser's storage. */
  readonly bytes: number;
  readonly why: VersionReason;
  /** The shipped notebook that it is the text of. */
  readonly of: string | null;
}

/** How a version came to be kept: `found` is the text before the first change that was seen. */
export type VersionReason = 'saved' | 'found' | 'restoring' | 'shipped' | 'received';

export interface HistoryLimits {
  /** Of one file. */
  readonly versions: number;
  /** Of all files. */
  readonly bytes: number;
}

export const historyLimits: HistoryLimits = { versions: 100, bytes: 8_000_000 };

const hour = 3_600_000;
const day = 24 * hour;

/** How far apart versions stay once they are older than that: all of a day, one an hour, one a day, one a week. */
const steps = [
  { older: 60 * day, apart: 7 * day },
  { older: 7 * day, apart: day },
  { older: day, apart: hour },
];

/** The versions that need not be kept any longer: the older, the fewer, and none beyond the room there is. */
export function superfluous(
  versions: readonly Version[],
  now: number,
  { versions: most, bytes }: HistoryLimits = historyLimits,
): Version[] {
  const newest = versions.toSorted(later);
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const crowded = newest.filter((version) => {
    if (isAnchor(version)) return false;
    const { path, at } = version;
    const apart = steps.find(({ older }) => now - at > older)?.apart ?? null;
    const place = `${path}\n${apart} ${apart === null ? version.key : Math.floor(at / apart)}`;
    const count = counts.get(path) ?? 0;
    if (seen.has(place) || count >= most) return true;
    seen.add(place);
    counts.set(path, count + 1);
    return false;
  });
  const kept = newest.filter((version) => !crowded.includes(version));
  return [...crowded, ...oldestBeyond(kept, bytes)];
}

/** The versions to give up so that the others take no more than so many bytes: what comes from elsewhere goes last. */
export function oldestBeyond(versions: readonly Version[], bytes: number): Version[] {
  const order = [...versions.toSorted(later).filter(isAnchor), ...versions.toSorted(later).filter(isOwn)];
  let taken = 0;
  return order.filter((version) => (taken += version.bytes) > bytes);
}

/** The text that a file began with and that cannot be had again stays, however old it is. */
function isAnchor({ why }: Version): boolean {
  return why === 'shipped' || why === 'received';
}

function isOwn(version: Version): boolean {
  return !isAnchor(version);
}

function later(a: Version, b: Version): number {
  return b.at - a.at;
}
