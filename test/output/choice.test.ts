import { expect, test } from 'vitest';
import { buildChart, parseSpec, toChoice, toSpec, writeSpec, type ChartChoice } from '#output';
import { sixDays } from './vega-lite-specs.ts';

const { columns } = sixDays;

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

test.each<ChartChoice>([
  { mark: 'bar', x: 'channel', y: 'n', colour: null, facet: 'team', aggregate: 'sum' },
  { mark: 'line', x: 'day', y: 'share', colour: 'channel', facet: 'team' },
  { mark: 'bar', x: 'share', y: 'team', colour: null, aggregate: 'mean' },
  { mark: 'point', x: 'n', y: 'share', colour: null },
])('what the builder has written it reads again: $mark of $y', (choice) => {
  const parsed = parseSpec(writeSpec(toSpec(choice, columns)));
  expect(parsed.ok && toChoice(parsed.spec)).toEqual(choice);
});

test('a chart of small charts is drawn of the rows, and described by its axes', () => {
  const spec = toSpec({ mark: 'bar', x: 'channel', y: 'n', colour: null, facet: 'team' }, columns);
  const { rows, description } = buildChart(spec, sixDays, { locale: 'en' });
  expect([rows.length, description.code]).toEqual([12, 'output.chart.describedBy']);
});
