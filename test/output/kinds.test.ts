import { expect, test } from 'vitest';
import { buildChart, describeColumns, toSpec, type JsonObject } from '#output';
import { tableFrom, type Table } from '#table';
import { drawn } from './drawn.ts';

const days: Table = tableFrom([
  { name: 'day', type: 'DATE', values: [20_514, 20_515, 20_516, 20_517, 20_518, 20_519] },
  { name: 'waits', type: 'DOUBLE', values: [10, 12, 11, 13, 9, 40] },
]);

async function computed(table: Table, spec: JsonObject, column: string): Promise<readonly JsonObject[]> {
  const { data, complaints } = await drawn(buildChart(spec, table, { locale: 'en' }).spec);
  expect(complaints).toEqual([]);
  return data.find((rows) => rows.some((row) => column in row)) ?? [];
}

test('a control chart has its limits 2.66 mean moves about the mean, and tells what lies outside', async () => {
  const spec = toSpec({ mark: 'control', x: 'day', y: 'waits', colour: null }, days.columns);
  const rows = await computed(days, spec, 'limit_high');
  // Mean 95 / 6; moves 2, 1, 2, 4, 31, on average 8; 15.833 ± 21.28, and no wait is below 0.
  expect(rows.map(({ limit_low, limit_high }) => [limit_low, Number(limit_high).toFixed(4)])).toEqual(
    Array.from({ length: 6 }, () => [0, '37.1133']),
  );
  expect(rows.map(({ is_outside }) => is_outside)).toEqual([false, false, false, false, false, true]);
});

test('what may be negative has a lower limit below 0, and a gap is no move', async () => {
  const table = tableFrom([
    { name: 'day', type: 'DATE', values: [0, 1, 2, 3, 4] },
    { name: 'change', type: 'DOUBLE', values: [-1, 1, null, 3, 5] },
  ]);
  const spec = toSpec({ mark: 'control', x: 'day', y: 'change', colour: null }, table.columns);
  const rows = await computed(table, spec, 'limit_high');
  // Mean 8 / 4 = 2; moves −1 → 1 and 3 → 5, both 2; 2 ± 5.32.
  expect(
    rows.map(({ limit_low, limit_high }) => [Number(limit_low).toFixed(2), Number(limit_high).toFixed(2)]),
  ).toEqual(Array.from({ length: 5 }, () => ['-3.32', '7.32']));
  expect(rows.map(({ is_outside }) => is_outside)).toEqual([false, false, false, false, false]);
});

test('a waterfall steps from each sum to the next, and ends on the total', async () => {
  const table = tableFrom([
    { name: 'part', type: 'VARCHAR', values: ['open', 'new', 'closed'] },
    { name: 'tickets', type: 'INTEGER', values: [10, 5, -8] },
  ]);
  const spec = toSpec({ mark: 'waterfall', x: 'part', y: 'tickets', colour: null }, table.columns);
  const steps = await computed(table, spec, 'running_before');
  expect(
    steps.map(({ part, running_before, running_after }) => [part, running_before, running_after]),
  ).toEqual([
    ['open', 0, 10],
    ['new', 10, 15],
    ['closed', 15, 7],
  ]);
  const total = await computed(table, spec, 'running_total');
  expect(total.map(({ part, running_total }) => [part, running_total])).toEqual([['Total', 7]]);
});

test.each([
  ['control', 'day', 'output.chart.caption.control'],
  ['waterfall', 'day', 'output.chart.caption.waterfall'],
] as const)('a %s says what its marks mean, and is described by its own columns', (mark, x, caption) => {
  const spec = toSpec({ mark, x, y: 'waits', colour: null }, days.columns);
  const { captions } = buildChart(spec, days, { locale: 'en' });
  expect(captions.map(({ code }) => code)).toEqual([caption]);
  expect(describeColumns(spec, days, { locale: 'en' }).params).toEqual({ x: 'day', y: 'waits', count: 6 });
});

test('a timeline draws a bar from each beginning to its end, the earliest on top', async () => {
  const table = tableFrom([
    { name: 'shift', type: 'VARCHAR', values: ['late', 'early'] },
    { name: 'begins', type: 'TIMESTAMP', values: [50_000_000_000n, 20_000_000_000n] },
    { name: 'ends', type: 'TIMESTAMP', values: [80_000_000_000n, 50_000_000_000n] },
  ]);
  const choice = { mark: 'timeline', x: 'begins', end: 'ends', y: 'shift', colour: null } as const;
  const { svg, complaints } = await drawn(
    buildChart(toSpec(choice, table.columns), table, { locale: 'en' }).spec,
  );
  expect(complaints).toEqual([]);
  expect(svg.indexOf('>early<')).toBeLessThan(svg.indexOf('>late<'));
});
