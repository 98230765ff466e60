import { describe, expect, test } from 'vitest';
import {
  buildChart,
  chooseMark,
  editSpec,
  parseSpec,
  toChoice,
  toSpec,
  writeSpec,
  type ChartChoice,
  type ChartColumn,
  type JsonObject,
} from '#output';
import { sixDays } from './vega-lite-specs.ts';

const columns: readonly ChartColumn[] = [...sixDays.columns, { name: 'until', kind: 'timestamp' }];

test('small charts and one number for many rows are written into the spec', () => {
  const choice: ChartChoice = {
    mark: 'bar',
    x: 'channel',
    y: 'n',
    colour: null,
    facet: 'team',
    aggregate: 'sum',
  };
  expect(toSpec(choice, columns)).toEqual({
    mark: 'bar',
    encoding: {
      x: { field: 'channel', type: 'nominal', sort: '-y' },
      y: { field: 'n', type: 'quantitative', aggregate: 'sum' },
      facet: { field: 'team', type: 'nominal', columns: 3 },
    },
  });
});

test('what is measured lies along x where the names stand along y', () => {
  const choice: ChartChoice = { mark: 'bar', x: 'share', y: 'team', colour: null, aggregate: 'median' };
  expect(toSpec(choice, columns)).toEqual({
    mark: 'bar',
    encoding: {
      x: { field: 'share', type: 'quantitative', aggregate: 'median' },
      y: { field: 'team', type: 'nominal', sort: '-x' },
    },
  });
});

test('bins are of the axis that is not measured, and rows can be counted without a column', () => {
  expect(
    toSpec({ mark: 'bar', x: 'share', y: null, colour: null, aggregate: 'count', bins: 20 }, columns),
  ).toEqual({
    mark: 'bar',
    encoding: {
      x: { field: 'share', type: 'quantitative', bin: { maxbins: 20 } },
      y: { aggregate: 'count', type: 'quantitative' },
    },
  });
});

test('a heat map counts by its colour, over bins along both axes', () => {
  const choice: ChartChoice = {
    mark: 'rect',
    x: 'n',
    y: 'share',
    colour: null,
    aggregate: 'count',
    bins: 'some',
  };
  expect(toSpec(choice, columns)).toEqual({
    mark: 'rect',
    encoding: {
      x: { field: 'n', type: 'quantitative', bin: true },
      y: { field: 'share', type: 'quantitative', bin: true },
      color: { aggregate: 'count', type: 'quantitative' },
    },
  });
});

test('a tooltip of summed rows tells sums, and no name that the marks are not by', () => {
  const choice: ChartChoice = {
    mark: 'bar',
    x: 'channel',
    y: 'n',
    colour: null,
    aggregate: 'sum',
    sort: 'rows',
    tooltip: ['channel', 'n', 'team'],
  };
  expect(toSpec(choice, columns)).toEqual({
    mark: 'bar',
    encoding: {
      x: { field: 'channel', type: 'nominal', sort: null },
      y: { field: 'n', type: 'quantitative', aggregate: 'sum' },
      tooltip: [
        { field: 'channel', type: 'nominal' },
        { field: 'n', type: 'quantitative', aggregate: 'sum' },
      ],
    },
  });
});

test.each<ChartChoice>([
  { mark: 'bar', x: 'channel', y: 'n', colour: null, facet: 'team', aggregate: 'sum' },
  { mark: 'line', x: 'day', y: 'share', colour: 'channel', facet: 'team' },
  { mark: 'bar', x: 'share', y: 'team', colour: null, aggregate: 'mean' },
  { mark: 'point', x: 'n', y: 'share', colour: null },
  { mark: 'bar', x: 'share', y: null, colour: 'team', aggregate: 'count', bins: 10 },
  { mark: 'rect', x: 'n', y: 'team', colour: 'share', aggregate: 'median', bins: 'some' },
  { mark: 'bar', x: 'n', y: 'team', colour: null, sort: 'smallest' },
  { mark: 'bar', x: 'n', y: 'team', colour: null, sort: 'name' },
  { mark: 'bar', x: 'n', y: 'team', colour: null, sort: 'nameDown', tooltip: ['team', 'share'] },
  { mark: 'bar', x: 'share', y: 'team', colour: null, interval: true },
  { mark: 'bar', x: 'share', y: 'team', colour: null, interval: true, sort: 'smallest' },
  { mark: 'line', x: 'day', y: 'share', colour: null, interval: true },
  { mark: 'rect', x: 'day', y: 'team', colour: 'n', sort: 'rows' },
  { mark: 'control', x: 'day', y: 'share', colour: null },
  { mark: 'waterfall', x: 'channel', y: 'n', colour: null },
  { mark: 'timeline', x: 'day', y: 'channel', colour: 'team', end: 'until' },
  { mark: 'timeline', x: 'day', y: 'channel', colour: null },
])('what the builder has written it reads again: $mark of $y by $x', (choice) => {
  const parsed = parseSpec(writeSpec(toSpec(choice, columns)));
  expect(parsed.ok && toChoice(parsed.spec)).toEqual(choice);
});

describe('another mark takes the columns that go with it', () => {
  const bars: ChartChoice = { mark: 'bar', x: 'n', y: 'team', colour: null };
  test.each<[ChartChoice['mark'], ChartChoice]>([
    ['control', { mark: 'control', x: 'day', y: 'n', colour: null }],
    ['waterfall', { mark: 'waterfall', x: 'team', y: 'n', colour: null }],
    ['timeline', { mark: 'timeline', x: 'day', y: 'team', colour: null, end: 'until' }],
    ['rect', { mark: 'rect', x: 'n', y: 'team', colour: 'n' }],
    ['area', { mark: 'area', x: 'n', y: 'team', colour: null }],
  ])('bars become a %s', (mark, expected) => {
    expect(chooseMark(bars, mark, columns)).toEqual(expected);
  });
});

describe('what the builder does not know stays as it is written', () => {
  const own: JsonObject = {
    title: 'By week',
    transform: [{ filter: 'datum.n > 0' }],
    mark: { type: 'line', strokeDash: [2, 2] },
    encoding: {
      x: { field: 'day', type: 'temporal', timeUnit: 'yearmonth', title: 'Month' },
      y: { field: 'share', type: 'quantitative', scale: { zero: false }, axis: { format: '.1%' } },
      size: { field: 'n', type: 'quantitative' },
    },
  };
  const choice: ChartChoice = { mark: 'line', x: 'day', y: 'share', colour: null };

  test('a colour is added, and all the rest is the same', () => {
    expect(toChoice(own)).toEqual(choice);
    expect(editSpec(own, { ...choice, colour: 'team' }, columns)).toEqual({
      title: 'By week',
      transform: [{ filter: 'datum.n > 0' }],
      mark: { type: 'line', strokeDash: [2, 2] },
      encoding: {
        x: { field: 'day', type: 'temporal', timeUnit: 'yearmonth', title: 'Month' },
        y: { field: 'share', type: 'quantitative', scale: { zero: false }, axis: { format: '.1%' } },
        size: { field: 'n', type: 'quantitative' },
        color: { field: 'team', type: 'nominal' },
      },
    });
  });

  test('another column of the same type keeps the scale, but not the title of the one before', () => {
    const titled = {
      ...own,
      encoding: { y: { field: 'share', type: 'quantitative', title: 'Share', scale: { zero: false } } },
    };
    expect(editSpec(titled, { ...choice, x: null, y: 'n' }, columns)['encoding']).toEqual({
      y: { field: 'n', type: 'quantitative', scale: { zero: false } },
    });
  });

  test('a column of another type begins anew, and another mark keeps how it looks', () => {
    const spec = editSpec(own, { ...choice, mark: 'bar', x: 'channel' }, columns);
    expect([spec['mark'], spec['encoding']]).toEqual([
      { type: 'bar', strokeDash: [2, 2] },
      {
        x: { field: 'channel', type: 'nominal', sort: '-y' },
        y: { field: 'share', type: 'quantitative', scale: { zero: false }, axis: { format: '.1%' } },
        size: { field: 'n', type: 'quantitative' },
      },
    ]);
  });

  test('a control chart made of bars and made bars again leaves nothing behind', () => {
    const bars: ChartChoice = { mark: 'bar', x: 'day', y: 'n', colour: null };
    const spec = { height: 300, ...toSpec(bars, columns) };
    const control = editSpec(spec, { ...bars, mark: 'control' }, columns);
    expect(Object.keys(control).toSorted()).toEqual(['encoding', 'height', 'layer', 'transform']);
    expect(editSpec(control, bars, columns)).toEqual(spec);
  });
});

test('a chart of small charts is drawn of the rows, and described by its axes', () => {
  const spec = toSpec({ mark: 'bar', x: 'channel', y: 'n', colour: null, facet: 'team' }, columns);
  const { rows, description } = buildChart(spec, sixDays, { locale: 'en' });
  expect([rows.length, description.code]).toEqual([12, 'output.chart.describedBy']);
});
