import { concat, latin1, noise, utf16, utf8, type Bytes } from '../bytes.ts';
import { base, fails, loadsBase, type HostileCase, type Outcome, type Ticket } from '../case.ts';
import { csv } from '../seeds.ts';

const plain = 'Id,Subject,Status,Created at\n';
const rows = `${plain}1,First,Open,2026-03-01 10:00:00\n2,Second,Solved,2026-03-02 11:30:00\n3,"Third, with a comma",Closed,2026-03-03 12:45:00\n`;

function text(
  name: string,
  content: string | (() => Bytes),
  outcome: Outcome,
  file = 'tickets.csv',
): HostileCase {
  return {
    name: `text/${name}`,
    file,
    bytes: typeof content === 'string' ? () => utf8(content) : content,
    outcome,
  };
}

/** The base rows with one subject replaced; what the file holds is what must be loaded. */
function withSubject(subject: string): { content: string; outcome: Outcome } {
  return { content: rows.replace('Second', subject), outcome: loads(3, second(subject)) };
}

function second(subject: string | null): readonly Ticket[] {
  return base.map((ticket) => (ticket[0] === '2' ? [ticket[0], subject, ticket[2], ticket[3]] : ticket));
}

function loads(read: number, tickets?: readonly Ticket[], rejected = 0): Outcome {
  return { kind: 'loads', read, rejected, ...(tickets ? { tickets } : {}) };
}

/** The base rows and nine more, so that one odd cell does not make its column another kind. */
const many = manyRows();

function manyRows(): { content: string; tickets: readonly Ticket[] } {
  const more = Array.from({ length: 9 }, (_, index): Ticket => [
    String(index + 4),
    `More ${index}`,
    'Open',
    `2026-03-${String(index + 4).padStart(2, '0')} 09:00:00`,
  ]);
  const content = `${rows}${more.map((cells) => `${cells.join(',')}\n`).join('')}`;
  return { content, tickets: [...base, ...more] };
}

/** Encodings, marks, control characters. */
export const encodings: readonly HostileCase[] = [
  text('utf-8 with a mark', () => concat(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(rows)), loadsBase),
  text('a mark twice', `\ufeff\ufeff${rows}`, loadsBase),
  text('a mark in the middle', withSubject('Sec\ufeffond').content, loads(3, second('Sec\ufeffond'))),
  text('utf-16 le with a mark', () => utf16(rows, 'le', true), loadsBase),
  text('utf-16 be with a mark', () => utf16(rows, 'be', true), loadsBase),
  text('utf-16 le without a mark', () => utf16(rows, 'le', false), loadsBase),
  text('utf-16 be without a mark', () => utf16(rows, 'be', false), loadsBase),
  text('utf-16 with an odd byte at the end', () => concat(utf16(rows, 'le', true), Uint8Array.of(0x41)), {
    kind: 'either',
  }),
  text(
    'utf-16 with a lone surrogate',
    () => utf16(rows.replace('Second', 'Sec\ud800ond'), 'le', true),
    loads(3, second('Sec�ond')),
  ),
  text('a mark of utf-16 over utf-8', () => concat(Uint8Array.of(0xff, 0xfe), utf8(rows)), {
    kind: 'either',
    tickets: [],
  }),
  text(
    'windows-1252',
    () => latin1(rows.replace('Second', 'Cobran\xe7a \x96 n\xe3o')),
    loads(3, second('Cobrança – não')),
  ),
  text(
    'windows-1252 with undefined bytes',
    () => latin1(rows.replace('Second', 'a\x81\x8d\x8f\x90\x9db \xe7')),
    loads(3),
  ),
  text(
    'invalid utf-8 in one cell',
    () =>
      concat(
        utf8(rows.slice(0, rows.indexOf('Second'))),
        Uint8Array.of(0xc3, 0x28),
        utf8(rows.slice(rows.indexOf('Second'))),
      ),
    loads(3),
  ),
  text(
    'overlong utf-8',
    () =>
      concat(
        utf8(rows.slice(0, rows.indexOf('Second'))),
        Uint8Array.of(0xc0, 0xaf, 0xc0, 0x80),
        utf8(rows.slice(rows.indexOf('Second'))),
      ),
    loads(3),
  ),
  text(
    'surrogates in utf-8',
    () =>
      concat(
        utf8(rows.slice(0, rows.indexOf('Second'))),
        Uint8Array.of(0xed, 0xa0, 0x80),
        utf8(rows.slice(rows.indexOf('Second'))),
      ),
    loads(3),
  ),
  text('a character cut at the end', () => concat(utf8(`${rows.trimEnd()},`), Uint8Array.of(0xe2, 0x82)), {
    kind: 'either',
  }),
  text('a nul in a cell', withSubject('Sec\0ond').content, { kind: 'loads', read: 3 }),
  text('nuls between letters', `${plain}${'\0'.repeat(500)}\n1,a,b,2026-03-01\n`, {
    kind: 'either',
    tickets: [],
  }),
  text('nuls at the end', () => concat(csv(','), new Uint8Array(4096)), { kind: 'either' }),
  text('only nuls', () => new Uint8Array(5000), fails('import.reader.binary')),
  text('control characters', withSubject('a\x01\x1b[31mb').content, { kind: 'loads', read: 3 }),
  text('control characters everywhere', rows.replaceAll(',', '\x01,\x02'), { kind: 'either', tickets: [] }),
  text(
    'emoji and right-to-left text',
    withSubject('👩‍👩‍👧‍👦 שלום \u202eabc').content,
    withSubject('👩‍👩‍👧‍👦 שלום \u202eabc').outcome,
  ),
  text('noise', () => noise(20_000), fails('import.reader.binary')),
  text('noise called xlsx', () => noise(20_000), fails('import.reader.binary'), 'tickets.xlsx'),
  text('noise called parquet', () => noise(20_000, 5), fails('import.reader.binary'), 'tickets.parquet'),
  text('a picture', () => concat(latin1('\x89PNG\r\n\x1a\n'), noise(900)), fails('import.reader.image')),
  text(
    'a jpeg called csv',
    () => concat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), noise(900)),
    fails('import.reader.image'),
  ),
  text(
    'a pdf',
    '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n',
    fails('import.reader.pdf', 'import.reader.notYet'),
  ),
  text(
    'a database of sqlite',
    () => concat(latin1('SQLite format 3\0'), noise(4000)),
    fails('import.reader.binary'),
  ),
  text(
    'an old workbook',
    () => concat(latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), noise(4000)),
    fails('import.reader.xls'),
    'tickets.xls',
  ),
  text(
    'a page',
    '<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>',
    fails('import.reader.html'),
  ),
  text(
    'a page called xls',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Id</td></tr></table></html>',
    fails('import.reader.html'),
    'tickets.xls',
  ),
  text(
    'xml',
    '<?xml version="1.0"?><tickets><ticket id="1"/></tickets>',
    fails('import.reader.xml', 'import.reader.notYet'),
  ),
  text(
    'xml with an entity bomb',
    `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>`,
    fails('import.reader.xml', 'import.reader.notYet'),
  ),
  text(
    'an error page of a proxy',
    'HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n\r\n<html>…</html>',
    fails('import.nothing', 'import.reader.html'),
  ),
];

/** Nothing, or next to nothing. */
export const nothing: readonly HostileCase[] = [
  text('empty', '', fails('import.reader.empty')),
  text('empty called xlsx', '', fails('import.reader.empty'), 'tickets.xlsx'),
  text('empty called json', '', fails('import.reader.empty'), 'tickets.json'),
  text('a mark alone', () => Uint8Array.of(0xef, 0xbb, 0xbf), fails('import.reader.empty', 'import.nothing')),
  text(
    'a mark of utf-16 alone',
    () => Uint8Array.of(0xff, 0xfe),
    fails('import.reader.empty', 'import.nothing'),
  ),
  text('one zero', () => new Uint8Array(1), fails('import.reader.binary', 'import.reader.empty')),
  text('spaces', '     ', fails('import.reader.empty', 'import.nothing')),
  text('line ends', '\r\n\r\n\n\n\r\r', fails('import.reader.empty', 'import.nothing')),
  text('tabs and spaces', '\t \t\n \t \n', fails('import.reader.empty', 'import.nothing')),
  text('one cell', 'hello', fails('import.nothing', 'import.reader.empty')),
  text('one number', '7', fails('import.nothing', 'import.reader.empty')),
  text('one quote', '"', fails('import.nothing', 'import.reader.empty')),
  text('quotes only', '""""""""', fails('import.nothing', 'import.reader.empty')),
  text('commas only', ',,,\n,,,\n', fails('import.nothing', 'import.reader.empty')),
  text('a header without rows', plain, loads(0, [])),
  text('a header without a line end', plain.trimEnd(), loads(0, [])),
  text('a header and empty lines', `${plain}\n\n\n`, loads(0, [])),
  text('a header and empty rows', `${plain},,,\n,,,\n`, { kind: 'either', tickets: [] }),
  text('one column', 'Id\n1\n2\n3\n', {
    kind: 'either',
    tickets: [
      ['1', null, null, null],
      ['2', null, null, null],
      ['3', null, null, null],
    ],
  }),
  text('one row', `${plain}1,First,Open,2026-03-01 10:00:00`, loads(1, base.slice(0, 1))),
  text(
    'a sentence',
    'This is no table, only a letter that somebody has saved as one.\nIt has two lines.\n',
    fails('import.nothing'),
  ),
];

/** Quotes, line ends, ragged rows. */
export const shapes: readonly HostileCase[] = [
  text('crlf', rows.replaceAll('\n', '\r\n'), loadsBase),
  text('lone cr', rows.replaceAll('\n', '\r'), loadsBase),
  text('mixed line ends', rows.replace('10:00:00\n', '10:00:00\r\n').replace('11:30:00\n', '11:30:00\r'), {
    kind: 'either',
  }),
  text('crlf and lf', rows.replace('10:00:00\n', '10:00:00\r\n'), loadsBase),
  text(
    'line separators of unicode',
    withSubject('a\u2028b\u2029c\u0085d').content,
    withSubject('a\u2028b\u2029c\u0085d').outcome,
  ),
  text('a line break in a cell', rows.replace('Second', '"two\nlines"'), loads(3, second('two\nlines'))),
  text(
    'a crlf in a cell of an lf file',
    rows.replace('Second', '"two\r\nlines"'),
    loads(3, second('two\r\nlines')),
  ),
  text('blank lines between rows', rows.replaceAll('00\n', '00\n\n'), loadsBase),
  text('a quote that opens at the start', rows.replace('1,First', '"1,First'), { kind: 'either' }),
  text('a quote that opens in the middle', rows.replace('Second', '"Second'), { kind: 'either' }),
  text('a quote that opens in the last row', rows.replace('Closed', '"Closed'), { kind: 'either' }),
  text('a quote within a cell', rows.replace('Second', 'Sec"ond'), loads(3, second('Sec"ond'))),
  text('inches', rows.replace('Second', 'Monitor 24"'), loads(3, second('Monitor 24"'))),
  text('text after a closing quote', rows.replace('Second', '"Sec"ond'), { kind: 'either' }),
  text('doubled quotes', rows.replace('Second', '"a ""quoted"" word"'), loads(3, second('a "quoted" word'))),
  text('quotes escaped by a backslash', rows.replace('Second', '"a \\"quoted\\" word"'), {
    kind: 'either',
    tickets: second('a \\"quoted\\" word'),
  }),
  text('single quotes', rows.replace('"Third, with a comma"', "'Third; with none'"), loads(3)),
  text('a row with too few cells', rows.replace('2,Second,Solved,2026-03-02 11:30:00', '2,Second'), {
    kind: 'either',
  }),
  text('a row with too many cells', rows.replace('11:30:00', '11:30:00,extra,cells'), {
    kind: 'loads',
    read: 3,
    rejected: 1,
    tickets: [base[0]!, base[2]!],
  }),
  text('every row longer than the header', `Id,Subject\n1,First,Open\n2,Second,Solved\n3,Third,Closed\n`, {
    kind: 'either',
    tickets: [
      ['1', 'First', null, null],
      ['2', 'Second', null, null],
      ['1', 'First', 'Open', null],
      ['2', 'Second', 'Solved', null],
    ],
  }),
  text('delimiters at the end of every row', rows.replaceAll('\n', ',\n'), loadsBase),
  text('delimiters at the end of the rows but not of the header', rows.replaceAll('00\n', '00,\n'), {
    kind: 'either',
  }),
  text(
    'spaces around cells',
    'Id , Subject , Status , Created at\n1 , First , Open , 2026-03-01 10:00:00\n',
    loads(1, base.slice(0, 1)),
  ),
  text('a delimiter in a header', rows.replace('Subject', '"Subject, or title"'), { kind: 'loads', read: 3 }),
  text('a quote in a header', rows.replace('Subject', '"Sub""ject"'), { kind: 'loads', read: 3 }),
  text('a line break in a header', rows.replace('Subject', '"Sub\nject"'), { kind: 'loads', read: 3 }),
  text(
    'bars',
    rows.replaceAll(/,(?! with)/g, '|').replace('"Third, with a comma"', 'Third, with a comma'),
    loadsBase,
  ),
  text('semicolons', rows.replaceAll(/,(?! with)/g, ';').replaceAll('"', ''), loadsBase),
  text(
    'semicolons and a line that says so',
    `sep=;\n${rows.replaceAll(/,(?! with)/g, ';').replaceAll('"', '')}`,
    loadsBase,
  ),
  text('spaces in the place of delimiters', 'Id Subject Status\n1 First Open\n2 Second Solved\n', {
    kind: 'either',
    tickets: [],
  }),
  text('a delimiter that no reader knows', rows.replaceAll(/,(?! with)/g, '\x1f'), {
    kind: 'either',
    tickets: [],
  }),
  text('a piece of a line above rows without names', many.content.replace(plain, 'ated at\n'), {
    kind: 'either',
    tickets: many.tickets,
  }),
  text('titles above the header', `Report of tickets\nMarch 2026\n\n${rows}`, loadsBase),
  text('a total below the rows', `${many.content}\nTotal,,,12\n`, {
    kind: 'either',
    tickets: [...many.tickets, ['Total', null, null, null]],
  }),
  text('the header again in the middle', many.content.replace('2,Second', `${plain}2,Second`), {
    kind: 'either',
    tickets: [...many.tickets, ['Id', 'Subject', 'Status', null]],
  }),
  text('the same rows twice', `${rows}${rows.replace(plain, '')}`, { kind: 'loads', read: 6, tickets: base }),
  text('the same id with two states', `${rows}2,Second,Open,2026-03-02 11:30:00\n`, {
    kind: 'loads',
    read: 4,
    tickets: [base[0]!, base[2]!, ['2', 'Second', 'Open', '2026-03-02 11:30:00']],
  }),
  text('a row without an id', rows.replace('2,Second', ',Second'), {
    kind: 'loads',
    read: 3,
    rejected: 1,
    tickets: [base[0]!, base[2]!],
  }),
  text('ids that differ in zeros', rows.replace('1,First', '0012,First').replace('2,Second', '12,Second'), {
    kind: 'loads',
    read: 3,
    tickets: [
      ['0012', 'First', 'Open', '2026-03-01 10:00:00'],
      ['12', 'Second', 'Solved', '2026-03-02 11:30:00'],
      base[2]!,
    ],
  }),
  text('ids damaged by a spreadsheet', rows.replace('1,First', '1.03006E+13,First'), {
    kind: 'loads',
    read: 3,
    tickets: [['1.03006E+13', 'First', 'Open', '2026-03-01 10:00:00'], base[1]!, base[2]!],
  }),
];

/** Names of columns that mean something else somewhere. */
export const headers: readonly HostileCase[] = [
  ...[
    ['source_row', 'a column called source_row'],
    ['rowid', 'a column called rowid'],
    ['source_id', 'a column called source_id'],
    ['select', 'a reserved word'],
    ['"', 'a quote as a name'],
    ['"; drop table base.tickets; --', 'sql in a header'],
    ["'); drop table base.tickets; --", 'sql with an apostrophe in a header'],
    ['{file}', 'a header like a parameter of a sentence'],
    ['__proto__', 'a header called __proto__'],
    ['constructor', 'a header called constructor'],
    ['toString', 'a header called toString'],
    ['\\N', 'a header that means null'],
    ['%s%n%x', 'a header of a format string'],
    ['../../etc/passwd', 'a header like a path'],
    ['=HYPERLINK("http://x")', 'a header that is a formula'],
    ['a'.repeat(5000), 'a header of 5,000 letters'],
    ['\u202eabc', 'a header from right to left'],
    ['ÇÃO🙂', 'a header with an emoji'],
    ['[1]', 'a header in brackets'],
    ['\0x', 'a nul in a header'],
  ].map(([name = '', title = '']) =>
    text(
      `header: ${title}`,
      rows.replaceAll(/\n(?=\d)/g, '\nx,').replace('Id,', `"${name.replaceAll('"', '""')}",Id,`),
      {
        kind: 'loads',
        read: 3,
        tickets: base,
      },
    ),
  ),
  text(
    'header: the same name four times',
    'Id,Note,Note,note,NOTE,Status,Created at\n1,a,b,c,d,Open,2026-03-01 10:00:00\n',
    loads(1),
  ),
  text(
    'header: two ids',
    'Id,Id,Subject,Status\n1,9,a,Open\n2,8,b,Open\n',
    loads(2, [
      ['1', 'a', 'Open', null],
      ['2', 'b', 'Open', null],
    ]),
  ),
  text('header: names that differ in case', 'Id,ID,iD,Status\n1,5,7,Open\n2,6,8,Open\n', {
    kind: 'either',
    tickets: [['1', null, 'Open', null]],
  }),
  text(
    'header: some names are empty',
    'Id,,Status,,Created at\n1,x,Open,y,2026-03-01 10:00:00\n2,x,Open,z,2026-03-01 10:00:00\n',
    { kind: 'loads', read: 2 },
  ),
  text(
    'header: all names are empty',
    ',,,\n1,First,Open,2026-03-01 10:00:00\n2,Second,Open,2026-03-01 10:00:00\n',
    { kind: 'either', tickets: [] },
  ),
  text('header: none', '1,First,Open,2026-03-01 10:00:00\n2,Second,Open,2026-03-01 10:00:00\n', {
    kind: 'either',
    tickets: [],
  }),
  text('header: names that numbering makes', 'Id,Id_2,Id,Status\n1,2,3,Open\n', {
    kind: 'either',
    tickets: [],
  }),
];

/** What stands in cells. */
export const cells: readonly HostileCase[] = [
  ...[
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '\t=1',
    '"; drop table base.tickets; --',
    "' or 1=1 --",
    '$period_start',
    '{{cell}}',
    '<script>alert(1)</script>',
    '%00',
    '\\',
    "O'Brien",
    'NULL\\N',
    '1e400',
    'Infinity',
    '[]',
    '{}',
  ].map((cell) =>
    text(
      `cell: ${cell.replaceAll(/[^ -~]/g, '?')}`,
      rows.replace('Second', cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell),
      {
        kind: 'loads',
        read: 3,
        tickets: second(cell),
      },
    ),
  ),
  ...['-', 'N/A', '?', 'null', 'NaN', '\\N', '', ' '].map((cell) =>
    text(`unknown word: “${cell}”`, rows.replace('Second', cell), loads(3, second(null))),
  ),
  ...[
    ['year 0022', '0022-04-15 10:00:00'],
    ['year 9999', '9999-12-31 23:59:59'],
    ['year 1900', '1900-01-01 00:00:00'],
  ].map(([title = '', date = '']) =>
    text(`date: ${title}`, rows.replace('2026-03-02 11:30:00', date), {
      kind: 'loads',
      read: 3,
      tickets: base.map((ticket) =>
        ticket[0] === '2' ? (['2', 'Second', 'Solved', date] as const) : ticket,
      ),
    }),
  ),
  ...[
    '2026-02-30 10:00:00',
    '2026-13-01',
    '2026-03-02 25:61:00',
    'yesterday',
    '0000-00-00 00:00:00',
    '99999999999999999999',
    '-1',
    '1e400',
    '12/2026',
  ].map((date) =>
    text(`date that cannot be: ${date}`, many.content.replace('2026-03-02 11:30:00', date), {
      kind: 'loads',
      read: 12,
      rejected: 1,
      tickets: many.tickets.filter(([id]) => id !== '2'),
    }),
  ),
  text('date: all ambiguous', 'Id,Status,Created at\n1,Open,04/08/2025\n2,Open,05/09/2025\n', {
    kind: 'loads',
    read: 2,
  }),
  text('date: two orders in one column', 'Id,Status,Created at\n1,Open,25/12/2025\n2,Open,12/25/2025\n', {
    kind: 'loads',
    read: 2,
    tickets: [
      ['1', null, 'Open', '2025-12-25 00:00:00'],
      ['2', null, 'Open', '2025-12-25 00:00:00'],
    ],
  }),
  text('date: two-digit years', 'Id,Status,Created at\n1,Open,25/12/25\n2,Open,26/12/68\n', {
    kind: 'loads',
    read: 2,
  }),
  text(
    'date: in words of two languages',
    'Id,Status,Created at\n1,Open,22 de abril de 2015\n2,Open,"April 23, 2015"\n',
    { kind: 'either', tickets: [['1', null, 'Open', '2015-04-22 00:00:00']] },
  ),
  text(
    'date: seconds since 1970',
    'Id,Status,Created at\n1,Open,1767225600\n2,Open,1767312000\n',
    loads(2, [
      ['1', null, 'Open', '2026-01-01 00:00:00'],
      ['2', null, 'Open', '2026-01-02 00:00:00'],
    ]),
  ),
  text(
    'date: milliseconds since 1970',
    'Id,Status,Created at\n1,Open,1767225600000\n2,Open,1767312000000\n',
    loads(2, [
      ['1', null, 'Open', '2026-01-01 00:00:00'],
      ['2', null, 'Open', '2026-01-02 00:00:00'],
    ]),
  ),
  text(
    'date: with offsets',
    rows.replace('2026-03-02 11:30:00', '2026-03-02T11:30:00+14:00'),
    loads(
      3,
      base.map((ticket) =>
        ticket[0] === '2' ? (['2', 'Second', 'Solved', '2026-03-01 21:30:00'] as const) : ticket,
      ),
    ),
  ),
  text('date: leap second', rows.replace('11:30:00', '23:59:60'), {
    kind: 'loads',
    read: 3,
    rejected: 1,
    tickets: [base[0]!, base[2]!],
  }),
  text('date: 24:00', rows.replace('11:30:00', '24:00:00'), {
    kind: 'either',
    tickets: [...base, ['2', 'Second', 'Solved', '2026-03-03 00:00:00']],
  }),
  text(
    'numbers: decimal commas and points in one column',
    'Id;Subject;Status;Valor\n1;a;Open;1.234,56\n2;b;Open;1,234.56\n',
    { kind: 'loads', read: 2 },
  ),
  text(
    'numbers: huge, negative and broken durations',
    'Id,Status,First reply time in minutes,Created at\n1,Open,1e400,2026-03-01\n2,Open,-5,2026-03-01\n3,Open,99999999999999999999999999,2026-03-01\n4,Open,abc,2026-03-01\n5,Open,25:10:00,2026-03-01\n',
    { kind: 'loads', read: 5 },
  ),
];
