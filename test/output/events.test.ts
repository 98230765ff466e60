import { expect, test } from 'vitest';
import { tell } from '#messages';
import { buildChart, type ChartEvent, type JsonObject } from '#output';
import { tableFrom } from '#table';

/** Weeks of 30 March and 6 April 2026. */
const table = tableFrom([
  { name: 'week', type: 'DATE', values: [20_542, 20_549] },
  { name: 'value', type: 'DOUBLE', values: [0.9, 0.8] },
]);
const line: JsonObject = {
  mark: 'line',
  encoding: {
    x: { field: 'week', type: 'temporal', title: null },
    y: { field: 'value', type: 'quantitative' },
  },
};
const release: ChartEvent = { label: 'Release 4.2', from: '2026-04-08 00:00:00', to: null };
const outage: ChartEvent = { label: 'Outage', from: '2026-03-25 00:00:00', to: '2026-04-01 00:00:00' };
const gone: ChartEvent = { label: 'Long ago', from: '2026-03-29 00:00:00', to: null };
const ahead: ChartEvent = { label: 'Ahead', from: '2026-04-13 00:00:00', to: null };

/** Spans are written with thin spaces. */
function plain(text: string): string {
  return text.replaceAll(/[\u2009\u202f]/g, ' ');
}

test('events within the time of the rows are drawn: a rule and a name, a band where they last', () => {
  const chart = buildChart(line, table, { locale: 'en', events: [gone, outage, release, ahead] });
  const layers: unknown = chart.spec['layer'];
  const drawn = Array.isArray(layers)
    ? layers.map((layer: { mark: { type?: string }; data?: { values: unknown[] } }) => [
        layer.mark.type ?? layer.mark,
        JSON.parse(plain(JSON.stringify(layer.data?.values[0] ?? null))),
      ])
    : [];
  expect(drawn).toEqual([
    ['rect', { at: '2026-03-30T00:00:00', to: '2026-04-01T00:00:00' }],
    ['line', null],
    ['rule', { at: '2026-03-30T00:00:00', label: 'Outage', when: 'Mar 25 – 31, 2026' }],
    ['rule', { at: '2026-04-08T00:00:00', label: 'Release 4.2', when: 'Apr 8, 2026' }],
    ['text', { at: '2026-03-30T00:00:00', label: 'Outage' }],
    ['text', { at: '2026-04-08T00:00:00', label: 'Release 4.2' }],
  ]);
  const said = chart.captions.map((each) => plain(tell('en', each)));
  expect(said).toEqual(['Marked: Outage (Mar 25 – 31, 2026); Release 4.2 (Apr 8, 2026).']);
  expect(JSON.stringify(chart.portable)).not.toContain('Release');
});

test('a chart that is not over days, weeks or months, or is of several, has none', () => {
  const bars: JsonObject = { ...line, encoding: { x: { field: 'week', type: 'ordinal' } } };
  const faceted: JsonObject = { ...line, encoding: { ...Object(line['encoding']), row: { field: 'week' } } };
  const captions = [bars, faceted].map((spec) =>
    buildChart(spec, table, { locale: 'pt-BR', events: [release] }),
  );
  expect(captions.flatMap((chart) => chart.captions)).toEqual([]);
  expect(captions.map(({ spec }) => 'layer' in spec)).toEqual([false, false]);
});

test('without events a chart is as it is written', () => {
  const plain = buildChart(line, table, { locale: 'en' });
  expect(buildChart(line, table, { locale: 'en', events: [gone] }).spec).toEqual(plain.spec);
});
