import { expect, test } from 'vitest';
import {
  buildChart,
  fitFacets,
  landmarkAxes,
  membersOf,
  parseSpec,
  splitLandmarks,
  toSpec,
  withLandmarks,
  writeSpec,
  type ChartChoice,
  type Landmark,
} from '#output';
import { drawn } from './drawn.ts';
import { sixDays } from './vega-lite-specs.ts';

const landmarks: readonly Landmark[] = [
  { kind: 'line', axis: 'y', at: 0.5, to: null, label: '' },
  { kind: 'target', axis: 'y', at: 0.9, to: null, label: 'goal' },
  { kind: 'band', axis: 'y', at: 0.6, to: 0.8, label: 'as usual' },
  { kind: 'band', axis: 'x', at: '2026-03-03', to: '2026-03-04', label: '' },
  { kind: 'line', axis: 'x', at: '2026-03-05T12:30', to: null, label: 'new bot' },
  { kind: 'note', axis: 'x', at: '2026-03-06', to: null, label: 'strike' },
  { kind: 'note', axis: 'x', at: '2026-03-06', to: 0.9, label: 'best' },
];
const line = toSpec({ mark: 'line', x: 'day', y: 'share', colour: 'channel' }, sixDays.columns);

test('a reference line, a target, a band and a note are layers upon the chart, by their kinds', () => {
  expect(withLandmarks({ width: 300, mark: 'bar', encoding: {} }, landmarks.slice(1, 3))).toEqual({
    width: 300,
    layer: [
      { mark: 'bar', encoding: {} },
      {
        name: 'target_1',
        data: { values: [{}] },
        layer: [
          { mark: { type: 'rule', strokeDash: [8, 4], strokeWidth: 2 }, encoding: { y: { datum: 0.9 } } },
          {
            mark: {
              type: 'text',
              text: 'goal',
              fontSize: 11,
              limit: 140,
              align: 'left',
              dx: 4,
            },
            encoding: { y: { datum: 0.9 }, x: { value: 'width' } },
          },
        ],
      },
      {
        name: 'band_2',
        data: { values: [{}] },
        layer: [
          {
            mark: { type: 'rect', color: 'gray', opacity: 0.18 },
            encoding: { y: { datum: 0.6 }, y2: { datum: 0.8 } },
          },
          {
            mark: {
              type: 'text',
              text: 'as usual',
              fontSize: 11,
              limit: 140,
              align: 'left',
              dx: 4,
            },
            encoding: { y: { datum: 0.6 }, x: { value: 'width' } },
          },
        ],
      },
    ],
  });
});

test.each<[string, ChartChoice]>([
  ['lines', { mark: 'line', x: 'day', y: 'share', colour: 'channel' }],
  ['a line with its interval', { mark: 'line', x: 'day', y: 'share', colour: null, interval: true }],
  ['a control chart', { mark: 'control', x: 'day', y: 'share', colour: null }],
])(
  'upon %s they are read again from the text of the cell, and drawn without a complaint',
  async (_, choice) => {
    const main = { height: 200, ...toSpec(choice, sixDays.columns) };
    const parsed = parseSpec(writeSpec(withLandmarks(main, landmarks)));
    expect(parsed.ok && splitLandmarks(parsed.spec)).toEqual({ main, landmarks });
    const { spec, captions } = buildChart(parsed.ok ? parsed.spec : {}, sixDays, {
      locale: 'en',
      units: { share: 'percent' },
    });
    expect(captions.at(-1)).toEqual({
      code: 'output.chart.caption.landmarks',
      params: {
        landmarks:
          '50%; goal (90%); as usual (60%–80%); 2026-03-03–2026-03-04; new bot (2026-03-05 12:30); strike (2026-03-06); best (2026-03-06)',
      },
    });
    const { svg, complaints } = await drawn(spec);
    expect(complaints).toEqual([]);
    for (const label of ['50%', 'goal', 'as usual', 'new bot', 'strike', 'best'])
      expect(svg).toContain(`>${label}<`);
  },
);

test('a layer that was changed by hand is no longer one of them, and stays in the chart', () => {
  const spec = withLandmarks(line, landmarks.slice(0, 2));
  const [own, first, second] = Array.isArray(spec['layer']) ? spec['layer'] : [];
  const changed = { ...second, data: { values: [{}, {}] } };
  expect(splitLandmarks({ layer: [own, first, changed] })).toEqual({
    main: { layer: [own, changed] },
    landmarks: landmarks.slice(0, 1),
  });
});

test('they stand on axes of numbers and of time, and not upon charts side by side', () => {
  expect([landmarkAxes(line), landmarkAxes({ hconcat: [] })]).toEqual([
    [
      { axis: 'y', type: 'number' },
      { axis: 'x', type: 'time' },
    ],
    [],
  ]);
});

test('upon small charts they stand in each of them', async () => {
  const choice: ChartChoice = { mark: 'line', x: 'day', y: 'share', colour: null, facet: 'team' };
  const main = { height: 90, ...toSpec(choice, sixDays.columns) };
  const spec = withLandmarks(main, landmarks.slice(0, 3));
  expect(splitLandmarks(spec)).toEqual({ main, landmarks: landmarks.slice(0, 3) });
  const built = buildChart(spec, sixDays, { locale: 'en' }).spec;
  const { svg, complaints } = await drawn(fitFacets(built, 600));
  expect(complaints).toEqual([]);
  expect(svg.match(/>goal</g)).toHaveLength(2);
});

test.each([
  [760, 3, 206],
  [440, 2, 161],
  [300, 1, 206],
])('of a page %i wide small charts take what there is', (room, columns, width) => {
  const choice: ChartChoice = { mark: 'line', x: 'day', y: 'n', colour: null, facet: 'team' };
  const fitted = fitFacets(toSpec(choice, sixDays.columns), room);
  expect(fitted['width']).toBe(width);
  expect(fitted['encoding']).toMatchObject({ facet: { field: 'team', columns } });
});

test('a chart with them has the members that it has without', () => {
  expect(membersOf(withLandmarks(line, landmarks))).toEqual({ column: 'channel', as: 'lines', limit: 8 });
});
