import { expect, test } from 'vitest';
import { csvHeader, csvRows, jsonRows, toMarkdown, type CsvOptions } from '#export';
import { tableFrom, type Table } from '#table';

const toCsv = (from: Table, options?: CsvOptions) => csvHeader(from, options) + csvRows(from, options);

const table = tableFrom([
  { name: 'subject', type: 'VARCHAR', values: ['=1+1', 'a "quoted", one', 'line\nbreak', null] },
  { name: 'n', type: 'BIGINT', values: [-5n, 12n, 9007199254740993n, null] },
  { name: 'amount', type: 'DECIMAL(18,4)', values: ['-12.5000', '0.1000', '3.0000', null] },
]);

test('CSV quotes what needs it, keeps unknown empty and numbers as they are', () => {
  expect(toCsv(table, { defuse: false })).toBe(
    [
      'subject,n,amount',
      '=1+1,-5,-12.5000',
      '"a ""quoted"", one",12,0.1000',
      '"line\nbreak",9007199254740993,3.0000',
      ',,',
      '',
    ].join('\r\n'),
  );
});

test('CSV makes text of what a spreadsheet would run, unless told otherwise, and leaves negative numbers alone', () => {
  const lines = toCsv(table).split('\r\n');
  expect(lines[1]).toBe("'=1+1,-5,-12.5000");
  const risky = ['=HYPERLINK("x")', '+1', '-1', '@a', '\tb', '\rc'];
  const column = tableFrom([{ name: '=name', type: 'VARCHAR', values: risky }]);
  expect(toCsv(column)).toBe(
    [`'=name`, `"'=HYPERLINK(""x"")"`, `'+1`, `'-1`, `'@a`, `'\tb`, `"'\rc"`, ''].join('\r\n'),
  );
});

test('CSV has another separator where a spreadsheet wants one', () => {
  expect(toCsv(tableFrom([{ name: 'a', type: 'VARCHAR', values: ['x;y', 'x,y'] }]), { separator: ';' })).toBe(
    'a\r\n"x;y"\r\nx,y\r\n',
  );
});

test('Markdown aligns numbers and keeps a cell in its cell', () => {
  const small = tableFrom([
    { name: 'a', type: 'VARCHAR', values: ['x | y', 'two\nlines', '<b>'] },
    { name: 'share', type: 'DOUBLE', values: [0.1892, 1, null] },
  ]);
  expect(toMarkdown(small, { locale: 'pt-BR', units: { share: 'percent' } })).toBe(
    [
      '| a | share |',
      '| --- | --: |',
      '| x \\| y | 18,92% |',
      '| two lines | 100,00% |',
      '| &lt;b> | — |',
      '',
    ].join('\n'),
  );
});

test('JSON has numbers where they are exact, else their text', () => {
  const rows = tableFrom([
    { name: 'big', type: 'BIGINT', values: [9007199254740993n, 7n] },
    { name: 'amount', type: 'DECIMAL(18,4)', values: ['12.5000', null] },
    { name: 'at', type: 'TIMESTAMP', values: [1_764_331_200_000_000n, null] },
    { name: 'tags', type: 'VARCHAR[]', values: [['a', 'b'], null] },
  ]);
  expect(jsonRows(rows)).toEqual([
    { big: '9007199254740993', amount: 12.5, at: '2025-11-28 12:00:00', tags: ['a', 'b'] },
    { big: 7, amount: null, at: null, tags: null },
  ]);
});
