import { describe, expect, test } from 'vitest';
import {
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatValue,
  type Unit,
  type Value,
} from '#table';

describe('durations', () => {
  test.each([
    [0, '0 s', '0 s'],
    [17.034927, '17.03 s', '17,03 s'],
    [59.996, '1 min', '1 min'],
    [67.52, '1 min 8 s', '1 min 8 s'],
    [224.92, '3 min 45 s', '3 min 45 s'],
    [3599.6, '1 h', '1 h'],
    [4320, '1 h 12 min', '1 h 12 min'],
    [86_399, '1 d', '1 d'],
    [183_600, '2 d 3 h', '2 d 3 h'],
    [123_456_789, '1,428 d 22 h', '1.428 d 22 h'],
    [-90, '−1 min 30 s', '−1 min 30 s'],
    [Infinity, '∞', '∞'],
  ])('%d seconds read %s', (seconds, en, ptBR) => {
    expect([formatDuration(seconds, 'en'), formatDuration(seconds, 'pt-BR')]).toEqual([en, ptBR]);
  });
});

describe('numbers', () => {
  test('whole numbers and decimals are exact however long they are', () => {
    expect([
      formatNumber(9007199254740993n, 'en'),
      formatNumber('-12345678901234567890.120', 'pt-BR'),
      formatNumber('0.05', 'en'),
      formatNumber(1234567, 'pt-BR'),
    ]).toEqual(['9,007,199,254,740,993', '-12.345.678.901.234.567.890,120', '0.05', '1.234.567']);
  });

  test('small numbers keep three digits, larger ones two places', () => {
    expect([0.00012345, 0.5, 3.14159, -1234.567, NaN].map((number) => formatNumber(number, 'en'))).toEqual([
      '0.000123',
      '0.5',
      '3.14',
      '-1,234.57',
      'NaN',
    ]);
  });

  test('what rounds to zero has no sign', () => {
    expect([formatPercent(-0.00001, 'en'), formatPercent(-0.0001, 'en')]).toEqual(['0.0%', '-0.01%']);
  });

  test('percents are fractions of one', () => {
    expect([formatPercent(0.1892, 'en'), formatPercent(0.499, 'pt-BR'), formatPercent(0, 'en')]).toEqual([
      '18.92%',
      '49,9%',
      '0.0%',
    ]);
  });

  test('money is written with its currency where there is one', () => {
    expect([formatMoney(1234.5, 'pt-BR', 'BRL').replace(/\s/g, ' '), formatMoney(1234.5, 'en')]).toEqual([
      'R$ 1.234,50',
      '1,234.50',
    ]);
  });
});

describe('values', () => {
  const show = (
    value: Value,
    type: string,
    kind: Parameters<typeof formatValue>[1]['kind'],
    unit?: Unit,
  ): string[] =>
    (['en', 'pt-BR'] as const).map((locale) => formatValue(value, { type, kind }, { locale, unit }));

  test('NULL is no zero and no empty text', () => {
    expect(show(null, 'INTEGER', 'integer', 'count')).toEqual(['—', '—']);
  });

  test('text stays as it is, so that identifiers do', () => {
    expect(show('0012345', 'VARCHAR', 'text', 'count')).toEqual(['0012345', '0012345']);
  });

  test('dates and timestamps keep their own clock', () => {
    expect(show(20458, 'DATE', 'date')).toEqual(['2026-01-05', '05/01/2026']);
    expect(show(1767623400123456n, 'TIMESTAMP', 'timestamp')).toEqual([
      '2026-01-05 14:30:00.123456',
      '05/01/2026 14:30:00.123456',
    ]);
    expect(show(1767623400000000n, 'TIMESTAMP WITH TIME ZONE', 'timestamp')).toEqual([
      '2026-01-05 14:30:00+00',
      '05/01/2026 14:30:00+00',
    ]);
    expect(show(-1n, 'TIMESTAMP', 'timestamp')[0]).toBe('1969-12-31 23:59:59.999999');
    expect(show(9223372036854775807n, 'TIMESTAMP', 'timestamp')[0]).toBe('infinity');
    expect(show(-735160, 'DATE', 'date')).toEqual(['0044-03-15 (BC)', '15/03/0044 a.C.']);
  });

  test('measures follow their unit', () => {
    expect([
      show('3.4036', 'DECIMAL(9,4)', 'decimal', 'score'),
      show(-12.34, 'DOUBLE', 'float', 'nps'),
      show(40, 'INTEGER', 'integer', 'nps'),
      show(4320n, 'BIGINT', 'integer', 'duration'),
      show(0.5, 'DOUBLE', 'float', 'percent'),
    ]).toEqual([
      ['3.40', '3,40'],
      ['-12.3', '-12,3'],
      ['+40', '+40'],
      ['1 h 12 min', '1 h 12 min'],
      ['50.0%', '50,0%'],
    ]);
  });

  test('nested values are formatted by the types of their parts', () => {
    expect(show([20458, null], 'DATE[]', 'list')).toEqual(['[2026-01-05, —]', '[05/01/2026, —]']);
    expect(
      show(
        { 'a "b"': 1767623400000000n, n: '1.50' },
        'STRUCT("a ""b""" TIMESTAMP, "n" DECIMAL(4,2))',
        'struct',
      )[1],
    ).toBe('{a "b": 05/01/2026 14:30:00, n: 1,50}');
    expect(show([{ key: 'k', value: [true] }], 'MAP(VARCHAR, BOOLEAN[])', 'map')[0]).toBe('{k: [true]}');
    expect(show({ months: 14, days: 3, micros: -3600000001n }, 'INTERVAL', 'interval')[0]).toBe(
      '1 y 2 mo 3 d -01:00:00.000001',
    );
    expect(show(Uint8Array.from([0, 255]), 'BLOB', 'blob')[0]).toBe('0x00ff');
  });
});
