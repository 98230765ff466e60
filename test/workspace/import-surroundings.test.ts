import { expect, test } from 'vitest';
import { namedFiles } from '../../src/lib/workspace/folder.ts';
import { paceAfter, secondsLeft, type Pace } from '../../src/lib/workspace/pace.ts';
import { memoryLimit, roomFor } from '../../src/lib/workspace/room.ts';

function paced(...reports: readonly (readonly [seconds: number, fraction: number])[]): Pace | null {
  return reports.reduce<Pace | null>((pace, [at, fraction]) => paceAfter(pace, fraction, at * 1000), null);
}

test('the time left follows the pace, and one slow moment does not double it', () => {
  const steady = paced([0, 0], [1, 0.1], [2, 0.2], [3, 0.3]);
  expect(Math.round(secondsLeft(steady!, 3)!)).toBe(7);
  const stalled = paced([0, 0], [1, 0.1], [2, 0.2], [3, 0.3], [4, 0.3]);
  expect(secondsLeft(stalled!, 4)!).toBeLessThan(9);
});

test('the time left is not told too early, nor from one report, nor across two pieces of work', () => {
  expect([
    secondsLeft(paced([0, 0])!, 5),
    secondsLeft(paced([0, 0], [1, 0.5])!, 1),
    paced([0, 0], [1, 0.9], [2, 0.1])?.rate,
  ]).toEqual([null, null, null]);
});

test('files that are too large for the memory or the disk are told before they are read', () => {
  const csv = (size: number) => [{ name: 'a.csv', size }];
  expect([
    roomFor(csv(1e6), 1e9).short,
    roomFor(csv(memoryLimit), null).short,
    roomFor(csv(1e9), 1e8).short,
    roomFor([{ name: 'a.csv.gz', size: 1e9 }], null).short,
  ]).toEqual([null, 'memory', 'disk', 'memory']);
});

test('of a folder its litter and notes stay out, and files of one name are told apart by their paths', () => {
  const found = ['x/a.csv', 'x/more/a.csv', 'x/b.csv', 'x/.DS_Store', 'x/README.md', '__MACOSX/b.csv'].map(
    (path) => ({ path, file: new File(['1'], path.split('/').at(-1)!) }),
  );
  expect(namedFiles(found).map(({ name }) => name)).toEqual(['x/a.csv', 'x/more/a.csv', 'b.csv']);
  expect(namedFiles(found.slice(4, 5)).map(({ name }) => name)).toEqual(['README.md']);
});
