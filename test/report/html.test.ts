import { expect, test } from 'vitest';
import { proseToHtml, toHtml, type Report } from '#report';
import { tableFrom } from '#table';

const report: Report = {
  locale: 'en',
  title: 'Weekly <report>',
  lead: '2026-03-02 to 2026-03-08 · <made>',
  facts: [{ label: 'Data', values: ['a & b.csv', 'c.csv'] }],
  sections: [
    {
      kind: 'prose',
      source: '# Title',
      linked: '# Title\n\n<script>alert(1)</script> and **bold**',
    },
    {
      kind: 'table',
      name: 'by_channel',
      title: 'Tickets',
      table: tableFrom([
        { name: 'channel', type: 'VARCHAR', values: ['<img src=x>'] },
        { name: 'value', type: 'DOUBLE', values: [0.1892] },
      ]),
      rowCount: 1204,
      units: { value: 'percent' },
      sql: "select '<x>'",
      note: null,
      folded: false,
    },
    {
      kind: 'headline',
      name: 'csat',
      title: 'CSAT',
      value: '49.9%',
      details: ['n = 4,054'],
      sql: 'select 1',
    },
    { kind: 'input', label: 'Channel', value: 'all' },
    { kind: 'failed', name: 'broken', message: 'Column "x" is not there.', sql: 'select x' },
  ],
};

test('a report shows values, prose, reasons and what it rests on, and is one file', () => {
  const html = toHtml(report);
  expect(html).toContain('<title>Weekly &lt;report&gt;</title>');
  expect(html).toContain('<td class="number">18.92%</td>');
  expect(html).toContain('The first 1 of 1,204 rows.');
  expect(html).toContain('<p class="value">49.9%</p><p class="detail">n = 4,054</p>');
  expect(html).toContain('Column &quot;x&quot; is not there.');
  expect(html).toContain('<header><p>2026-03-02 to 2026-03-08 · &lt;made&gt;</p></header>');
  expect(html).toContain('<h3>Tickets <code>by_channel</code></h3>');
  expect(html).toContain('<dt>Data</dt><dd>a &amp; b.csv</dd><dd>c.csv</dd>');
});

const emptySection = {
  kind: 'table',
  name: null,
  title: null,
  rowCount: 0,
  units: {},
  sql: '',
  note: null,
  folded: false,
} as const;

test('a report runs nothing and loads nothing', () => {
  const html = toHtml(report);
  expect(html).not.toMatch(/<script|<img|<link|\son\w+=|javascript:/i);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
});

test('a table without rows says so under its columns', () => {
  const table = tableFrom([{ name: 'week', type: 'DATE', values: [] }]);
  const html = toHtml({ ...report, sections: [{ ...emptySection, table }] });
  expect(html).toContain('<th scope="col" class="line">week</th>');
  expect(html).toContain('<td class="empty" colspan="1">No rows.</td>');
});

test('a step on the way is one line that opens', () => {
  const table = tableFrom([{ name: 'week', type: 'DATE', values: [] }]);
  const html = toHtml({
    ...report,
    sections: [{ ...emptySection, table, name: 'weekly', rowCount: 16, folded: true }],
  });
  expect(html).toContain('<div class="steps"><details class="folded"><summary>weekly · 16 rows</summary>');
});

test('prose keeps plain links and shows as text whatever could act', () => {
  expect(
    proseToHtml(
      '[ok](https://example.org/a?b=1&c=2) [bad](javascript:alert(1)) ![pic](https://example.org/x.png) <b onclick="x()">b</b>',
    ),
  ).toBe(
    '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">ok</a> bad pic &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>\n',
  );
});
