import { expect, test } from 'vitest';
import { tableFrom } from '#table';
import { markKeys } from '../../../src/lib/ui/outputs/mark-keys.ts';
import { rowOfMark } from '../../../src/lib/ui/outputs/nearest-row.ts';
import { rowsBehind } from '../../../src/lib/ui/outputs/rows-behind.ts';

// 2026-03-09 and 2026-03-16 are 20,521 and 20,528 days after 1970-01-01.
const table = tableFrom([
  { name: 'week', type: 'DATE', values: [20_521, 20_528, 20_528] },
  { name: 'sent by', type: 'VARCHAR', values: ['email', "it's chat", null] },
  { name: 'n', type: 'BIGINT', values: [3n, 5n, 7n] },
]);
const by = { field: 'sent by', type: 'nominal' };
const week = { field: 'week', type: 'temporal' };
const n = { field: 'n', type: 'quantitative' };
const behind = (spec: Readonly<Record<string, unknown>>, mark: Parameters<typeof markKeys>[1]) =>
  rowsBehind('by week', markKeys({ spec, table }, mark));

test('the rows behind a bar are those of its name', () => {
  const spec = { mark: 'bar', encoding: { x: { ...n, aggregate: 'sum' }, y: by } };
  expect(behind(spec, { 'sent by': "it's chat", sum_n: 5 })).toBe(
    `select *\nfrom "by week"\nwhere "sent by" = 'it''s chat'`,
  );
  expect(behind(spec, { 'sent by': null, sum_n: 7 })).toBe(
    `select *\nfrom "by week"\nwhere "sent by" is null`,
  );
});

test('a point over time is of its instant and of its colour, in layers too', () => {
  const mark = { week: Date.parse('2026-03-16T00:00:00'), 'sent by': "it's chat", n: 5 };
  const expected = `select *\nfrom "by week"\nwhere week = '2026-03-16'::date\n  and "sent by" = 'it''s chat'`;
  expect(behind({ mark: 'point', encoding: { x: week, y: n, color: by } }, mark)).toBe(expected);
  const layer = [{ mark: 'line', encoding: { y: n, color: by } }];
  expect(behind({ encoding: { x: week }, layer }, mark)).toBe(expected);
});

test('a line or a band upon the chart is not what a mark is told by', () => {
  const band = {
    name: 'band_1',
    data: { values: [{}] },
    layer: [{ mark: 'rect', encoding: { y: { datum: 3 } } }],
  };
  const spec = { layer: [{ mark: 'bar', encoding: { x: by, y: n } }, band] };
  expect(behind(spec, { 'sent by': 'email', n: 3 })).toBe(
    `select *\nfrom "by week"\nwhere "sent by" = 'email'`,
  );
});

test('of rows that the spec makes itself nothing is said', () => {
  const mark = { 'sent by': 'email', n: 3 };
  expect([
    behind({ mark: 'bar', encoding: { x: { ...week, timeUnit: 'year' }, y: by } }, mark),
    behind({ mark: 'bar', encoding: { x: { ...n, bin: true }, color: by } }, mark),
    behind({ transform: [{ filter: 'datum.n > 3' }], mark: 'bar', encoding: { y: by } }, mark),
    behind({ mark: 'point', encoding: { x: n, y: n } }, mark),
    behind({ mark: 'bar', encoding: { y: by } }, { 'sent by': 'fax' }),
  ]).toEqual([null, null, null, null, null]);
});

test('a mark’s row is the nearest in time and the first that is equal in anything else', () => {
  expect([
    rowOfMark(table, 'week', Date.parse('2026-03-15T00:00:00')),
    rowOfMark(table, 'sent by', "it's chat"),
    rowOfMark(table, 'sent by', null),
    rowOfMark(table, 'n', 7),
    rowOfMark(table, 'n', 4),
    rowOfMark(table, 'month', 7),
    rowOfMark(table, 'week', '2026-03-16T00:00:00'),
  ]).toEqual([1, 1, 2, 2, null, null, 1]);
});
