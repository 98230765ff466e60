import { expect, test } from 'vitest';
import {
  oldestBeyond,
  superfluous,
  type Version,
  type VersionReason,
} from '../../src/lib/workspace/local-history-thinning.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = 1000 * day;
const wide = { versions: 100, bytes: 1_000_000 };

function version(
  ago: number,
  { path = 'own/a.md', why = 'saved', bytes = 10 }: Partial<Version> = {},
): Version {
  const at = now - ago;
  return { key: `${at}/${path}/${why}`, path, from: at, at, bytes, why, of: null };
}

function agos(versions: readonly Version[]): number[] {
  return versions.map(({ at }) => now - at);
}

test('all versions of a day are kept, then one an hour, one a day, one a week, the latest of each', () => {
  const today = [version(0), version(5 * 60_000), version(10 * 60_000)];
  // Hours, days and weeks as the clock counts them; the weeks here begin on the days 896 and 903 of a thousand.
  const yesterday = [
    version(2 * day + hour - 1),
    version(2 * day + hour - 2),
    version(2 * day + 2 * hour - 1),
  ];
  const month = [version(10 * day - 3 * hour), version(10 * day - hour), version(11 * day - hour)];
  const old = [version(97 * day), version(98 * day), version(99 * day), version(106 * day)];
  const list = [...old, ...today, ...month, ...yesterday];
  expect(agos(superfluous(list, now, wide))).toEqual([2 * day + hour - 1, 10 * day - hour, 99 * day]);
});

test('a file has a hundred versions at most, and each file its own', () => {
  const many = Array.from({ length: 102 }, (_, at) => version(at * 1000));
  const other = version(50_000, { path: 'own/b.md' });
  expect(agos(superfluous([...many, other], now, wide))).toEqual([100_000, 101_000]);
});

test('what a file began with stays however old it is, and is the last to go where there is no room', () => {
  const whys: readonly VersionReason[] = ['shipped', 'received'];
  const began = whys.map((why, at) => version(500 * day + at, { why }));
  const list = [...began, version(0), version(1000), version(2000)];
  expect(superfluous(list, now, wide)).toEqual([]);
  expect(agos(superfluous(list, now, { versions: 100, bytes: 35 }))).toEqual([1000, 2000]);
  expect(agos(oldestBeyond(list, 15))).toEqual([500 * day + 1, 0, 1000, 2000]);
});
