import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  isZone,
  localToUtcSql,
  msToWallClock,
  offsetAt,
  utcToLocalSql,
  wallClockToUtc,
  wallClockToMs,
  zoneTransitions,
} from '#time';

const zones = [
  'America/Sao_Paulo',
  'America/New_York',
  'Europe/Lisbon',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
  '-03:00',
];
const from = Date.UTC(2005, 0, 1);
const to = Date.UTC(2027, 0, 1);
const ms = (text: string): number => wallClockToMs(text) ?? Number.NaN;

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

async function convert(sql: string, instants: readonly string[]): Promise<string[]> {
  const values = instants.map((instant) => `(timestamp '${instant}')`).join(', ');
  const reader = await connection.runAndReadAll(
    `select strftime(${sql}, '%Y-%m-%d %H:%M:%S') from (values ${values}) as v(t)`,
  );
  return reader.getRows().map(([value]) => String(value));
}

/** The same instants every time. */
function instantsOf(count: number): number[] {
  let state = 20240601;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return from + Math.floor((state / 2147483648) * ((to - from) / 1000)) * 1000;
  });
}

describe('zones', () => {
  test('are known by name or by offset', () => {
    expect(['America/Sao_Paulo', 'UTC', '+05:30', 'America/Nowhere', ''].map(isZone)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('Sao Paulo has no daylight saving after February 2019', () => {
    const transitions = zoneTransitions('America/Sao_Paulo', Date.UTC(2018, 0, 1), Date.UTC(2024, 0, 1));
    expect(
      transitions.map((each) => [msToWallClock(each.fromUtcSeconds * 1000), each.offsetSeconds / 3600]),
    ).toEqual([
      ['2018-01-01 00:00:00', -2],
      ['2018-02-18 02:00:00', -3],
      ['2018-11-04 03:00:00', -2],
      ['2019-02-17 02:00:00', -3],
    ]);
  });

  test('Kolkata is five and a half hours ahead, all year', () => {
    expect(zoneTransitions('Asia/Kolkata', from, to).map(({ offsetSeconds }) => offsetSeconds)).toEqual([
      19800,
    ]);
  });

  test('a date two thousand years off costs no search', () => {
    expect(zoneTransitions('America/Sao_Paulo', Date.parse('0022-04-15'), to)[0]?.fromUtcSeconds).toBe(
      Date.UTC(1900, 0, 1) / 1000,
    );
  });
});

describe.each(zones)('%s', (zone) => {
  const transitions = zoneTransitions(zone, from, to);
  const instants = [
    ...instantsOf(1500),
    ...transitions
      .slice(1)
      .flatMap(({ fromUtcSeconds }) =>
        [-1, 0, 1, 1799, 3600].map((shift) => (fromUtcSeconds + shift) * 1000),
      ),
  ];
  const local = (instant: number) => msToWallClock(instant + offsetAt(zone, instant) * 1000);

  test('UTC becomes the wall clock that Intl shows', async () => {
    expect(await convert(utcToLocalSql('t', transitions), instants.map(msToWallClock))).toEqual(
      instants.map(local),
    );
  });

  test('a wall clock becomes the first instant that shows it', async () => {
    const first = instants.map((instant) => firstShowing(zone, instant));
    expect(await convert(localToUtcSql('t', transitions), instants.map(local))).toEqual(
      first.map(msToWallClock),
    );
  });
});

/** Clocks set back show a time twice: the earlier of the two instants. */
function firstShowing(zone: string, instant: number): number {
  const wall = instant + offsetAt(zone, instant) * 1000;
  const offsets = [instant - 86_400_000, instant].map((each) => offsetAt(zone, each) * 1000);
  const candidates = offsets
    .map((offset) => wall - offset)
    .filter((each) => each + offsetAt(zone, each) * 1000 === wall);
  return Math.min(...candidates);
}

describe('nights on which clocks change', () => {
  test('New York: 02:30 of the night that skips it is 03:30; 01:30 of the night that has it twice is the first', async () => {
    const sql = localToUtcSql('t', zoneTransitions('America/New_York', from, to));
    expect(await convert(sql, ['2024-03-10 02:30:00', '2024-11-03 01:30:00'])).toEqual([
      '2024-03-10 07:30:00',
      '2024-11-03 05:30:00',
    ]);
    expect(offsetAt('America/New_York', ms('2024-03-10 07:30:00'))).toBe(-4 * 3600);
  });

  test('Lord Howe turns by half an hour', async () => {
    const transitions = zoneTransitions('Australia/Lord_Howe', from, to);
    const instants = [
      '2024-04-06 14:59:59',
      '2024-04-06 15:00:00',
      '2024-10-05 15:29:59',
      '2024-10-05 15:30:00',
    ];
    expect(await convert(utcToLocalSql('t', transitions), instants)).toEqual([
      '2024-04-07 01:59:59',
      '2024-04-07 01:30:00',
      '2024-10-06 01:59:59',
      '2024-10-06 02:30:00',
    ]);
  });

  test('one wall clock is read as a column of them is', () => {
    expect(
      [
        ['2024-01-15 12:00:00', 'America/Sao_Paulo'],
        ['2018-02-17 23:30:00', 'America/Sao_Paulo'],
        ['2024-03-10 02:30:00', 'America/New_York'],
        ['2024-11-03 01:30:00', 'America/New_York'],
        ['2024-10-27 01:30:00', 'Europe/Lisbon'],
        ['2024-01-15 12:00:00', '+05:30'],
        ['soon', 'UTC'],
      ].map(([wallClock = '', zone = '']) => wallClockToUtc(wallClock, zone)),
    ).toEqual([
      '2024-01-15 15:00:00',
      '2018-02-18 01:30:00',
      '2024-03-10 07:30:00',
      '2024-11-03 05:30:00',
      '2024-10-27 00:30:00',
      '2024-01-15 06:30:00',
      null,
    ]);
  });

  test('a column of NULLs stays NULL', async () => {
    const reader = await connection.runAndReadAll(
      `select ${utcToLocalSql('t', zoneTransitions('America/New_York', from, to))} from (select null::timestamp as t)`,
    );
    expect(reader.getRows()).toEqual([[null]]);
  });
});
