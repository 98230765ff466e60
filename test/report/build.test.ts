import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { prepareDatabase } from '#import';
import { buildReport, drawCharts, toHtml } from '#report';
import { finished, reportOf } from './finished.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepareDatabase(engine);
});
afterAll(() => engine.close());

const bars = (of: string) =>
  `\`\`\`vega-lite of=${of}\n{"mark": "bar", "encoding": {"x": {"field": "x", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}}}\n\`\`\``;

test('each cell is what a reader has of it: a value, a table of 25 rows at most, a step that is folded', async () => {
  const { title, lead, sections } = await reportOf(
    engine,
    [
      '---\ntitle: Weekly\nperiod: 2026-05-04..2026-05-11\nfilters:\n  channel: [chat, email]\n---',
      'Of {{rows.x}} rows, `{{rows.x}}`.',
      '```sql rows fold\nselect 3 as x, 4 as y\n```',
      '```sql one\nselect 0.5 as value, 7 as n\n```',
      '```sql many\nselect range as x from range(1, 101)\n```',
      '```sql broken\nselect no_such from many\n```',
    ].join('\n\n'),
  );
  expect({ title, lead }).toEqual({
    title: 'Weekly',
    lead: '2026-05-04 to 2026-05-10 · channel: chat, email · made 2026-06-02 12:00 (UTC)',
  });
  const shown = sections.map((section) => {
    switch (section.kind) {
      case 'prose':
        return section.linked.trim();
      case 'table':
        return [section.name, section.folded, section.table.rowCount, section.rowCount];
      case 'headline':
        return [section.title, section.value, section.details];
      default:
        return [section.kind, 'name' in section ? section.name : null];
    }
  });
  expect(shown).toEqual([
    'Of [3](<#cell-rows> "rows · 1 row · data —") rows, `{{rows.x}}`.',
    ['rows', true, 1, 1],
    ['one', '0.5', ['n = 7']],
    ['many', false, 25, 100],
    ['failed', 'broken'],
  ]);
});

test('a chart without a row, and one that would be a wall, say so; the others are drawn in the colours of the page', async () => {
  const report = await reportOf(
    engine,
    [
      "```sql few fold\nselect * from (values ('a', 1), ('b', 2)) t(x, y)\n```",
      bars('few'),
      "```sql none fold\nselect 'a' as x, 1 as y where false\n```",
      bars('none'),
      '```sql wall fold\nselect range as x, range as y from range(6000)\n```',
      bars('wall'),
    ].join('\n\n'),
  );
  const drawn = await drawCharts(report);
  const charts = drawn.sections.filter(({ kind }) => kind !== 'table');
  expect(
    charts.map((section) =>
      section.kind === 'chart' ? [section.name, /fill="var\(--muted\)"/.test(section.svg ?? '')] : section,
    ),
  ).toEqual([
    ['few', true],
    { kind: 'cannot', name: 'none', reason: 'No rows.', sql: '' },
    {
      kind: 'cannot',
      name: 'wall',
      reason: 'This chart would draw 6,000 points: a wall rather than a picture. Aggregate in SQL first.',
      sql: '',
    },
  ]);
});

test('what is given up is given up at once', async () => {
  const { run, close } = await finished(engine, '```sql a\nselect 1 as one\n```');
  const controller = new AbortController();
  controller.abort();
  await expect(buildReport(run, { signal: controller.signal })).rejects.toThrow('aborted');
  await close();
});

test('a table too wide for paper goes on below itself behind its first column, and on a screen it is whole', async () => {
  const columns = Array.from({ length: 30 }, (_, index) => `${index} as measured_number_${index}`);
  const html = toHtml(
    await reportOf(engine, `\`\`\`sql wide\nselect 'Ana' as agent, ${columns.join(', ')}\n\`\`\``),
  );
  const [, screen = '', paper = ''] =
    /<div class="scroll">(.*?)<\/div><div class="parts">(.*?)<\/div>/s.exec(html) ?? [];
  const headings = (part: string) =>
    [...part.matchAll(/<th [^>]*>(.*?)<\/th>/g)].map(([, name = '']) => name.replaceAll('<wbr>', ''));
  const wanted = ['agent', ...columns.map((_, index) => `measured_number_${index}`)];
  expect(headings(screen)).toEqual(wanted);
  const parts = paper
    .split('</table>')
    .filter((part) => part !== '')
    .map(headings);
  expect(parts.map(([first]) => first)).toEqual(parts.map(() => 'agent'));
  expect(['agent', ...parts.flatMap((part) => part.slice(1))]).toEqual(wanted);
});

test('what two cells in a row lack alike is said once; a field that was left empty says so', async () => {
  const csat = readFileSync('test/kpi/golden/csat.sql', 'utf8')
    .replace('-- headline\n', '')
    .replace(/\n\n-- trend[^]*/, '');
  const { sections } = await reportOf(
    engine,
    [
      `\`\`\`sql now kpi=csat shape=headline version=1\n${csat}\n\`\`\``,
      `\`\`\`sql again kpi=csat shape=headline version=1\n${csat}\n\`\`\``,
      '```input word\ntype: text\n```',
      '```input channel\ntype: select\noptions: [chat, email]\n```',
    ].join('\n\n'),
  );
  expect(sections.map((section) => (section.kind === 'input' ? section.value : section.kind))).toEqual([
    'cannot',
    'left empty',
    'all',
  ]);
});
