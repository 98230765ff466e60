import { expect, test } from 'vitest';
import {
  fromClock,
  isOvernight,
  likeMonday,
  newCalendar,
  parseDays,
  toClock,
  weekdayName,
  weekSeconds,
  writtenHours,
} from '../../../src/lib/ui/data/calendar-form.ts';
import { csvLine } from '../../../src/lib/ui/data/rejected-csv.ts';

const night = { weekday: 7, opens: 22 * 3600, closes: 6 * 3600 };

test('a week counts several stretches a day, nights into the next week, and overlaps once', () => {
  expect(weekSeconds(newCalendar('x').hours) / 3600).toBe(40);
  expect([writtenHours(44 * 3600, 'en'), writtenHours(44.5 * 3600, 'pt-BR')]).toEqual([
    '44 h',
    '44 h 30 min',
  ]);
  expect(weekSeconds([night]) / 3600).toBe(8);
  expect(weekSeconds([night, { weekday: 1, opens: 0, closes: 8 * 3600 }]) / 3600).toBe(10);
  expect([isOvernight(night), isOvernight({ ...night, closes: 30 * 3600 })]).toEqual([true, true]);
});

test('clocks are written and read; beyond midnight they are the next day’s', () => {
  expect([toClock(0), toClock(79_200), toClock(108_000)]).toEqual(['00:00', '22:00', '06:00']);
  expect([fromClock('22:30'), fromClock('')]).toEqual([81_000, null]);
});

test('the days from Tuesday to Friday can follow Monday, whatever the weekend does', () => {
  const hours = [{ weekday: 1, opens: 28_800, closes: 64_800 }, { weekday: 3, opens: 0, closes: 60 }, night];
  expect(likeMonday(hours).map(({ weekday, opens }) => [weekday, opens])).toEqual([
    [1, 28_800],
    [2, 28_800],
    [3, 28_800],
    [4, 28_800],
    [5, 28_800],
    [7, 79_200],
  ]);
});

test('holidays are read as people paste them, and what is no day is told', () => {
  expect(
    parseDays('2026-12-25\n01/05/2026; 7.9.2026, 12 de outubro de 2026\n2 Nov 2026\nNatal\n31/02/2026'),
  ).toEqual({
    days: ['2026-05-01', '2026-09-07', '2026-10-12', '2026-11-02', '2026-12-25'],
    unread: ['Natal', '31/02/2026'],
  });
});

test('weekdays are named in the language', () => {
  expect([weekdayName(1, 'en'), weekdayName(7, 'pt-BR')]).toEqual(['Monday', 'domingo']);
});

test('a line of the file of rejected rows keeps commas, quotes and line breaks within their cells', () => {
  expect(csvLine(['a,b', 'say "x"', 'two\nlines', 'plain'])).toBe('"a,b","say ""x""","two\nlines",plain\r\n');
});
