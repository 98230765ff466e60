import { expect, test } from 'vitest';
import { buildChart, toSpec, type ChartChoice, type MarkedValue } from '#output';
import { drawn } from './drawn.ts';
import { sixDays } from './vega-lite-specs.ts';

const chat: MarkedValue = { column: 'channel', value: 'chat' };
const thursday: MarkedValue = { column: 'day', value: '2026-03-05T00:00:00' };

function build(choice: ChartChoice, marked: readonly MarkedValue[]) {
  return buildChart(toSpec(choice, sixDays.columns), sixDays, { locale: 'en', marked });
}

/** How many marks are as usual, and how many are pale. */
async function told(choice: ChartChoice, marked: readonly MarkedValue[]) {
  const { spec, isMarked } = build(choice, marked);
  const { svg, complaints } = await drawn(spec);
  expect(complaints).toEqual([]);
  const marks = [...svg.matchAll(/<path aria-label="[^"]*"[^>]*>/g)].map(([mark]) => mark);
  const pale = marks.filter((mark) => /opacity="0.15"/.test(mark)).length;
  return { isMarked, usual: marks.length - pale, pale };
}

test.each<[string, ChartChoice, MarkedValue[], object]>([
  // Two bars, one of either channel; twelve points, six of either.
  [
    'bars',
    { mark: 'bar', x: 'n', y: 'channel', colour: null, aggregate: 'sum' },
    [chat],
    { usual: 1, pale: 1 },
  ],
  ['points', { mark: 'point', x: 'n', y: 'share', colour: null }, [chat], { usual: 6, pale: 6 }],
  [
    'points by two columns',
    { mark: 'point', x: 'n', y: 'share', colour: null },
    [chat, thursday],
    { usual: 1, pale: 11 },
  ],
  ['cells', { mark: 'rect', x: 'day', y: 'channel', colour: 'n' }, [thursday], { usual: 2, pale: 10 }],
])('of %s those of other rows are pale', async (_, choice, marked, expected) => {
  expect(await told(choice, marked)).toEqual({ isMarked: true, ...expected });
});

test('lines of others are pale; a row along a line has a ring', () => {
  const lines: ChartChoice = { mark: 'line', x: 'day', y: 'n', colour: 'channel' };
  const whole = build(lines, [chat]);
  const place = build(lines, [chat, thursday]);
  expect([whole.isMarked, 'layer' in whole.spec, place.isMarked]).toEqual([true, false, true]);
  const layers = place.spec['layer'];
  expect(Array.isArray(layers) ? layers[1] : null).toMatchObject({
    mark: { type: 'point', filled: false },
    transform: [
      {
        filter: `datum["channel"] === "chat" && (datum["day"] === "2026-03-05T00:00:00" || toNumber(datum["day"]) === ${Date.parse('2026-03-05T00:00:00')})`,
      },
    ],
  });
});

test.each<[string, ChartChoice]>([
  ['has no such column', { mark: 'bar', x: 'n', y: 'team', colour: null, aggregate: 'sum' }],
  ['counts bins', { mark: 'bar', x: 'share', y: null, colour: null, aggregate: 'count', bins: 10 }],
])('a chart that %s stays as it is', (_, choice) => {
  const { spec, isMarked } = build(choice, [chat]);
  expect([isMarked, spec]).toEqual([false, build(choice, []).spec]);
});

test('what the spec says of opacity stays beneath', () => {
  const opacity = { condition: { test: 'datum.n < 20', value: 0.3 }, value: 1 };
  const spec = { mark: 'bar', encoding: { x: { field: 'n', type: 'quantitative' }, opacity } };
  expect(buildChart(spec, sixDays, { locale: 'en', marked: [chat] }).spec['encoding']).toMatchObject({
    opacity: {
      condition: [
        { test: '!(datum["channel"] === "chat")', value: 0.15 },
        { test: 'datum.n < 20', value: 0.3 },
      ],
      value: 1,
    },
  });
});
