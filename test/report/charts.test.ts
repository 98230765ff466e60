import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { prepareDatabase } from '#import';
import { drawCharts, toHtml } from '#report';
import { reportOf } from './finished.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepareDatabase(engine);
});
afterAll(() => engine.close());

test('a target and a note upon a chart are drawn in the report, and said below it', async () => {
  const report = await reportOf(
    engine,
    [
      "```sql rows fold\nselect * from (values ('a', 3), ('b', 4)) t(name, n)\n```",
      '```vega-lite of=rows\n' +
        '{"layer": [{"mark": "bar", "encoding": {"x": {"field": "name", "type": "nominal"}, "y": {"field": "n", "type": "quantitative"}}}, ' +
        '{"name": "target_1", "data": {"values": [{}]}, "layer": [{"mark": {"type": "rule", "strokeDash": [8, 4], "strokeWidth": 2}, "encoding": {"y": {"datum": 3.5}}}]}]}\n```',
    ].join('\n\n'),
  );
  const chart = (await drawCharts(report)).sections.find(({ kind }) => kind === 'chart');
  expect(chart?.kind === 'chart' && chart.note).toBe('Drawn in: 3.5.');
  expect(chart?.kind === 'chart' && chart.svg).toContain('>3.5<');
});

test('one row of several numbers is so many headlines, and its place is that of the first', async () => {
  const { sections, ...report } = await reportOf(
    engine,
    '```sql overview show=headlines percent="csat"\nselect 120 as opened, 100 as opened_before, 0.9 as csat, 400 as csat_n\n```',
  );
  const sql = 'select 120 as opened, 100 as opened_before, 0.9 as csat, 400 as csat_n';
  expect(sections).toEqual([
    {
      kind: 'headline',
      name: 'overview',
      title: 'Opened',
      value: '120',
      details: ['+20.0% against the period before (100).'],
      sql,
    },
    { kind: 'headline', name: null, title: 'Csat', value: '90.0%', details: ['n = 400'], sql },
  ]);
  expect(toHtml({ ...report, sections })).toContain('90.0%');
});
