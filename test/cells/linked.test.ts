import { expect, test } from 'vitest';
import { anchoredCell, cellAnchor, linkedValues, type PlacedValue } from '#cells';
import { proseToHtml, toHtml, type Report } from '#report';
import { tableFrom } from '#table';

/** A text in which `‹cell.column›` encloses what was filled in. */
function filled(written: string) {
  const values: PlacedValue[] = [];
  let source = '';
  for (const [, before = '', cell, column, value] of written.matchAll(
    /([^‹]*)(?:‹(\w+)\.(\w+)=([^›]*)›)?/g,
  )) {
    source += before;
    if (cell === undefined || column === undefined || value === undefined) continue;
    values.push({ cell, column, from: source.length, to: source.length + value.length });
    source += value;
  }
  return { source, values };
}

const linkOf = ({ cell }: PlacedValue) =>
  cell === 'tickets' ? null : { href: cellAnchor(cell), title: `${cell} · "1" row` };

test('each value of a text leads to its cell; one of no cell, an empty one and one inside a link stay as they are', () => {
  const text = filled(
    '**‹change.points=-6.7›** in ‹tickets.n=9›, [see ‹change.points=-6.7›](#x)‹change.empty=›, then ‹by day.n=3›'.replace(
      'by day',
      'days',
    ),
  );
  expect(linkedValues(text, linkOf)).toBe(
    '**[-6.7](<#cell-change> "change · \\"1\\" row")** in 9, [see -6.7](#x), then [3](<#cell-days> "days · \\"1\\" row")',
  );
});

test('an address says its cell, whatever the name is made of', () => {
  expect(['taxa_de_reação', 'a b"<', 'x#1'].map((name) => anchoredCell(cellAnchor(name)))).toEqual([
    'taxa_de_reação',
    'a b"<',
    'x#1',
  ]);
  expect(['#cell-', '#top', 'https://example.com/#cell-a'].map(anchoredCell)).toEqual([null, null, null]);
});

test('in a report a value is a link with a hint, and its folded table is where it leads', () => {
  const prose = linkedValues(filled('Fell by ‹change.points=6.7›.'), linkOf);
  expect(proseToHtml(prose)).toBe(
    '<p>Fell by <a href="#cell-change" title="change · &quot;1&quot; row" rel="noopener noreferrer">6.7</a>.</p>\n',
  );
  const report: Report = {
    locale: 'en',
    title: 'Brief',
    lead: '',
    facts: [],
    sections: [
      { kind: 'prose', source: prose, linked: prose },
      {
        kind: 'table',
        name: 'change',
        title: null,
        table: tableFrom([{ name: 'points', type: 'DOUBLE', values: [6.7] }]),
        rowCount: 1,
        units: {},
        sql: 'select 6.7 as points',
        note: null,
        folded: true,
      },
    ],
  };
  expect(toHtml(report)).toContain(
    '<details class="folded"><summary>change · 1 row</summary><a id="cell-change"></a><section class="table short">',
  );
});
