import { describe, expect, test } from 'vitest';
import { textCell, toCell, type Cell } from '#export/xlsx';
import { kindOf, type Unit, type Value } from '#table';

/** `[kind, text, look]`, or null for an empty cell. */
function cell(value: Value, type: string, unit: Unit | null = null): readonly string[] | null {
  return plain(toCell(value, { type, kind: kindOf(type) }, unit));
}

function plain(made: Cell | null): readonly string[] | null {
  return made && [made.kind, made.text, made.style];
}

describe('a value in a sheet', () => {
  test('unknown is an empty cell, whatever its column', () => {
    for (const type of ['BIGINT', 'VARCHAR', 'TIMESTAMP', 'BOOLEAN', 'DECIMAL(18,2)'])
      expect(cell(null, type, 'percent')).toBe(null);
  });

  test('truths are truths', () => {
    expect([cell(true, 'BOOLEAN'), cell(false, 'BOOLEAN')]).toEqual([
      ['boolean', '1', 'general'],
      ['boolean', '0', 'general'],
    ]);
  });

  test('a whole number of more than fifteen digits is text, zeros at its end aside', () => {
    expect(
      [999_999_999_999_999n, -999_999_999_999_999n, 1_234_567_890_123_456n, 10n ** 18n, -7n].map((value) =>
        cell(value, 'HUGEINT'),
      ),
    ).toEqual([
      ['number', '999999999999999', 'integer'],
      ['number', '-999999999999999', 'integer'],
      ['text', '1234567890123456', 'guarded'],
      ['number', '1000000000000000000', 'integer'],
      ['number', '-7', 'integer'],
    ]);
  });

  test('a decimal keeps its places, and is text where Excel would round it', () => {
    expect(
      ['12.5000', '-0.0100', '0.00', '1234567890123.45', '12345678901234.56'].map((value) =>
        cell(value, 'DECIMAL(18,4)'),
      ),
    ).toEqual([
      ['number', '12.5000', 'decimal4'],
      ['number', '-0.0100', 'decimal4'],
      ['number', '0.00', 'decimal2'],
      ['number', '1234567890123.45', 'decimal2'],
      ['text', '12345678901234.56', 'guarded'],
    ]);
  });

  test('what is no number of Excel is written in words', () => {
    expect([NaN, Infinity, -Infinity, 1.7e308, 0.1, 1e-7].map((value) => cell(value, 'DOUBLE'))).toEqual([
      ['text', 'NaN', 'general'],
      ['text', 'Infinity', 'general'],
      ['text', '-Infinity', 'guarded'],
      ['text', '1.7e+308', 'guarded'],
      ['number', '0.1', 'general'],
      ['number', '1e-7', 'general'],
    ]);
  });

  test('a unit is a format of the number: a share stays a fraction, seconds become days', () => {
    expect([
      cell(0.8512, 'DOUBLE', 'percent'),
      cell(129_600, 'INTEGER', 'duration'),
      cell('21600.000', 'DECIMAL(18,3)', 'duration'),
      cell(-43_200n, 'BIGINT', 'duration'),
      cell(1_200n, 'BIGINT', 'count'),
      cell('19.90', 'DECIMAL(10,2)', 'money'),
      cell(4.25, 'DOUBLE', 'score'),
      cell(-12.5, 'DOUBLE', 'nps'),
      cell(3.5, 'DOUBLE', 'number'),
    ]).toEqual([
      ['number', '0.8512', 'percent'],
      ['number', '1.5', 'duration'],
      ['number', '0.25', 'duration'],
      ['number', '-0.5', 'duration'],
      ['number', '1200', 'count'],
      ['number', '19.90', 'money'],
      ['number', '4.25', 'score'],
      ['number', '-12.5', 'nps'],
      ['number', '3.5', 'number'],
    ]);
  });

  // 2026-01-01 is day 46,023 of Excel's count and day 20,454 since 1970.
  test('dates and instants are days of Excel’s count', () => {
    const day = 86_400_000_000n;
    expect([
      cell(20_454, 'DATE'),
      cell(20_454n * day + (day * 3n) / 4n, 'TIMESTAMP'),
      cell(20_454n * day + day / 2n, 'TIMESTAMP WITH TIME ZONE'),
      cell(day / 4n, 'TIME'),
    ]).toEqual([
      ['number', '46023', 'date'],
      ['number', '46023.75', 'timestamp'],
      ['number', '46023.5', 'instant'],
      ['number', '0.25', 'time'],
    ]);
  });

  test('a day that Excel has not, or counts wrongly, is written in words', () => {
    // 1900-03-01 is day -25,508 since 1970; 9999-12-31 is day 2,932,896.
    expect([-25_508, -25_509, 2_932_896, 2_932_897, 2_147_483_647].map((days) => cell(days, 'DATE'))).toEqual(
      [
        ['number', '61', 'date'],
        ['text', '1900-02-28', 'guarded'],
        ['number', '2958465', 'date'],
        ['text', '10000-01-01', 'guarded'],
        ['text', 'infinity', 'general'],
      ],
    );
    expect(cell(9_223_372_036_854_775_807n, 'TIMESTAMP')).toEqual(['text', 'infinity', 'general']);
    expect(cell(86_400_000_000n, 'TIME')).toEqual(['text', '24:00:00', 'guarded']);
  });

  test('an interval is a duration, with months in it it is words', () => {
    expect([
      cell({ months: 0, days: 1, micros: 43_200_000_000n }, 'INTERVAL'),
      cell({ months: 14, days: 0, micros: 0n }, 'INTERVAL'),
    ]).toEqual([
      ['number', '1.5', 'duration'],
      ['text', '1 y 2 mo', 'guarded'],
    ]);
  });

  test('lists and records are written out', () => {
    expect(cell(['a', 'b'], 'VARCHAR[]')).toEqual(['text', '[a, b]', 'general']);
  });

  test('text that Excel would make something else of is guarded', () => {
    const texts = ['=1+1', '+1', '-1', '@a', '\tb', '\rc', '0012', '2026-01-05', 'Ana', "'x", '', ' =1'];
    expect(texts.map((text) => cell(text, 'VARCHAR')?.[2])).toEqual([
      ...Array.from({ length: 8 }, () => 'guarded'),
      ...Array.from({ length: 4 }, () => 'general'),
    ]);
  });

  test('a text longer than a cell can be is cut, never through a character, and says so', () => {
    const whole = 'x'.repeat(32_767);
    expect(textCell(whole)).toEqual({ kind: 'text', text: whole, style: 'general', isCut: false });
    const cut = { kind: 'text', style: 'general', isCut: true };
    expect(textCell(`${whole}y`)).toEqual({ ...cut, text: `${'x'.repeat(32_766)}…` });
    expect(textCell(`${'x'.repeat(32_765)}😀😀`)).toEqual({ ...cut, text: `${'x'.repeat(32_765)}…` });
  });
});
