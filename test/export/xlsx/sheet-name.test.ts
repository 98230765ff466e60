import { expect, test } from 'vitest';
import { sheetNames } from '#export/xlsx';

test('a name is one that Excel takes', () => {
  expect(sheetNames(['a/b:c', '[x]*?\\', "'quoted'", '', '   ', 'History', 'by\nteam', "it's"])).toEqual([
    'a-b-c',
    '-x----',
    'quoted',
    'Sheet',
    'Sheet (2)',
    'History_',
    'by team',
    "it's",
  ]);
});

test('a name has at most 31 characters, none of them cut in two', () => {
  expect(sheetNames(['a'.repeat(40), `${'b'.repeat(30)}😀`])).toEqual(['a'.repeat(31), 'b'.repeat(30)]);
});

test('no two are the same, whatever their case, and the number that tells them apart has room', () => {
  const long = 'c'.repeat(35);
  expect(sheetNames(['Team', 'team', 'TEAM', 'team (2)', long, long])).toEqual([
    'Team',
    'team (2)',
    'TEAM (3)',
    'team (2) (2)',
    'c'.repeat(31),
    `${'c'.repeat(27)} (2)`,
  ]);
});

test('valid names stay as they are when they are asked for again', () => {
  const names = sheetNames(['a', 'A', '']);
  expect(sheetNames(names)).toEqual(names);
});
