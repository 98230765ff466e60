import { describe, expect, it } from 'vitest';
import {
  buildChart,
  chooseChart,
  defaultChart,
  describeChart,
  kpiUnits,
  parseSpec,
  toChoice,
  toRows,
  toSpec,
  writeSpec,
  type ChartChoice,
} from '#output';
import { tableFrom } from '#table';

const trend = tableFrom([
  { name: 'week', type: 'DATE', values: [20_000, 20_007] },
  { name: 'channel', type: 'VARCHAR', values: ['email', 'chat'] },
  { name: 'value', type: 'DOUBLE', values: [0.9, null] },
  { name: 'n', type: 'BIGINT', values: [120n, 0n] },
]);

describe('the rows of a chart', () => {
  it('are plain values, exact where a number can be, and days of their own clock', () => {
    expect(toRows(trend)).toEqual([
      { week: '2024-10-04T00:00:00', channel: 'email', value: 0.9, n: 120 },
      { week: '2024-10-11T00:00:00', channel: 'chat', value: null, n: 0 },
    ]);
  });

  it('turn decimals into numbers, instants into wall-clock text, infinities and nested values into what can be drawn', () => {
    const table = tableFrom([
      { name: 'amount', type: 'DECIMAL(18,4)', values: ['12.3400'] },
      { name: 'at', type: 'TIMESTAMP', values: [1_700_000_000_123_456n] },
      { name: 'never', type: 'TIMESTAMP', values: [9_223_372_036_854_775_807n] },
      { name: 'share', type: 'DOUBLE', values: [Number.POSITIVE_INFINITY] },
      { name: 'took', type: 'INTERVAL', values: [{ months: 0, days: 1, micros: 1_000_000n }] },
      { name: 'ok', type: 'BOOLEAN', values: [true] },
    ]);
    expect(toRows(table)).toEqual([
      { amount: 12.34, at: '2023-11-14T22:13:20.123', never: null, share: null, took: 86_401, ok: true },
    ]);
  });
});

describe('a spec', () => {
  it('loses what could override the host, and gets its rows by name', () => {
    const { spec } = buildChart(
      {
        $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
        usermeta: { embedOptions: { ast: false, actions: true } },
        mark: 'bar',
        encoding: { x: { field: 'n', type: 'quantitative' }, y: { field: 'channel', type: 'nominal' } },
      },
      tableFrom([
        { name: 'channel', type: 'VARCHAR', values: ['email'] },
        { name: 'n', type: 'BIGINT', values: [3n] },
      ]),
      { locale: 'en' },
    );
    expect(spec).toEqual({
      mark: { type: 'bar', tooltip: true },
      encoding: { x: { field: 'n', type: 'quantitative' }, y: { field: 'channel', type: 'nominal' } },
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      data: { name: 'result' },
      datasets: { result: [{ channel: 'email', n: 3 }] },
    });
  });

  it('writes shares and durations as the KPI does, unless it says how itself', () => {
    const encoding = { y: { field: 'value', type: 'quantitative' }, x: { field: 'n', type: 'quantitative' } };
    const draw = (unit: 'percent' | 'duration', y: object = {}) =>
      buildChart({ mark: 'point', encoding: { ...encoding, y: { ...encoding.y, ...y } } }, trend, {
        locale: 'pt-BR',
        units: kpiUnits(unit),
      }).spec['encoding'];
    expect(draw('percent')).toEqual({ ...encoding, y: { ...encoding.y, axis: { format: '.1~%' } } });
    expect(draw('duration')).toEqual({
      ...encoding,
      y: { ...encoding.y, axis: { formatType: 'deskbookDuration', format: 'pt-BR' } },
    });
    expect(draw('percent', { axis: { format: '.3f' } })).toEqual({
      ...encoding,
      y: { ...encoding.y, axis: { format: '.3f' } },
    });
  });

  it.each([
    ['', 'output.chart.empty'],
    ['{"mark": ', 'output.chart.notJson'],
    ['[]', 'output.chart.notObject'],
    ['{"encoding": {}}', 'output.chart.noMark'],
    ['{"$schema": "https://vega.github.io/schema/vega/v6.json", "marks": []}', 'output.chart.vegaNotLite'],
    ['{"mark": "bar", "data": {"url": "https://example.com/a.csv"}}', 'output.chart.noAddresses'],
    ['{"layer": [{"mark": "bar", "data": {"url": "a.csv"}}]}', 'output.chart.noAddresses'],
  ])('that cannot be drawn says why: %s', (source, code) => {
    const parsed = parseSpec(source);
    expect(parsed.ok ? 'ok' : parsed.problem.code).toBe(code);
  });
});

describe('the default chart', () => {
  const columns = trend.columns;

  it('is a line over time, by the first word beside it', () => {
    expect(chooseChart(columns)).toEqual({ mark: 'line', x: 'week', y: 'value', colour: 'channel' });
  });

  it('is bars for a breakdown, the longest first', () => {
    expect(defaultChart('breakdown', columns.slice(1))).toEqual({
      mark: 'bar',
      encoding: {
        x: { field: 'value', type: 'quantitative' },
        y: { field: 'channel', type: 'nominal', sort: '-x' },
      },
    });
  });

  it('is bars side by side for a distribution, and colours across and down for a table and a cohort', () => {
    const bins = [
      { name: 'bin_from', kind: 'integer' },
      { name: 'bin_to', kind: 'integer' },
      { name: 'n', kind: 'integer' },
    ] as const;
    const pairs = [
      { name: 'channel', kind: 'text' },
      { name: 'type', kind: 'text' },
      { name: 'value', kind: 'float' },
    ] as const;
    const colours = {
      mark: 'rect',
      encoding: {
        x: { field: 'type', type: 'ordinal' },
        y: { field: 'channel', type: 'ordinal' },
        color: { field: 'value', type: 'quantitative' },
      },
    };
    expect([
      defaultChart('distribution', bins),
      defaultChart('table', pairs),
      defaultChart('cohort', pairs),
      defaultChart('table', pairs.slice(0, 1)),
    ]).toEqual([
      {
        mark: 'bar',
        encoding: {
          x: { field: 'bin_from', type: 'ordinal' },
          y: { field: 'n', type: 'quantitative' },
        },
      },
      colours,
      colours,
      null,
    ]);
  });

  it('is none for a headline, for rows, and for a table without numbers', () => {
    expect([
      defaultChart('headline', columns),
      defaultChart('rows', columns),
      defaultChart(null, columns.slice(0, 2)),
    ]).toEqual([null, null, null]);
  });
});

describe('the builder', () => {
  const columns = [
    { name: 'week', kind: 'date' },
    { name: 'a.b [c]', kind: 'integer' },
    { name: 'channel', kind: 'text' },
  ] as const;

  it.each<ChartChoice>([
    { mark: 'line', x: 'week', y: 'a.b [c]', colour: 'channel' },
    { mark: 'bar', x: 'a.b [c]', y: 'channel', colour: null },
    { mark: 'arc', x: 'channel', y: 'a.b [c]', colour: null },
    { mark: 'point', x: 'week', y: null, colour: null },
  ])('reads back what it wrote: $mark', (choice) => {
    const written = parseSpec(writeSpec(toSpec(choice, columns)));
    expect(written.ok && toChoice(written.spec)).toEqual(choice);
  });

  it('leaves a spec alone that says more than it can', () => {
    expect(toChoice({ layer: [] })).toBeNull();
  });
});

it('a chart is described in words', () => {
  const spec = toSpec({ mark: 'line', x: 'week', y: 'value', colour: 'channel' }, trend.columns);
  expect(describeChart(spec, 2)).toEqual({
    code: 'output.chart.describedByColour',
    params: { mark: 'line', x: 'week', y: 'value', colour: 'channel', count: 2 },
  });
});
