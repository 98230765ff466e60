import { concat, gzip, utf8, zip, type Bytes } from '../bytes.ts';
import { base, fails, type HostileCase, type Outcome, type Ticket } from '../case.ts';
import { csv } from '../seeds.ts';

const plain = 'Id,Subject,Status,Created at\n';

function large(name: string, bytes: () => Bytes, outcome: Outcome, isLong = false): HostileCase {
  return { name: `large/${name}`, file: 'tickets.csv', bytes, outcome, isLong };
}

const first: readonly Ticket[] = base.slice(0, 1);

/** The packed ones of hundreds of megabytes. */
export const bombs: readonly HostileCase[] = [
  bomb('gzip of 300 MB of spaces', 'tickets.csv.gz', () => gzip(filled(300_000_000, 32))),
  bomb('zip of 300 MB of zeros', 'export.zip', () => zip({ name: 'a.csv', bytes: filled(300_000_000, 0) })),
  bomb('zip of 200 MB of line ends', 'export.zip', () =>
    zip({ name: 'a.csv', bytes: filled(200_000_000, 10) }),
  ),
];

function bomb(name: string, file: string, bytes: () => Bytes): HostileCase {
  return { name: `large/${name}`, file, bytes, outcome: { kind: 'either', tickets: [] }, isLong: true };
}

function filled(length: number, byte: number): Bytes {
  return new Uint8Array(length).fill(byte);
}

/** Long lines, wide tables. */
export const larges: readonly HostileCase[] = [
  large(
    'a line of 10 MB without a delimiter',
    () => utf8('x'.repeat(10_000_000)),
    fails('import.reader.noLines'),
  ),
  large('a line of 10 MB of delimiters', () => utf8(','.repeat(10_000_000)), fails('import.reader.noLines')),
  large('a line of 10 MB of quotes', () => utf8('"'.repeat(10_000_000)), fails('import.reader.noLines')),
  large('a row of 10 MB among others', () => concat(csv(','), utf8(`4,${'x,'.repeat(5_000_000)}\n`)), {
    kind: 'loads',
    read: 4,
    rejected: 1,
    tickets: base,
  }),
  large(
    'a cell of 10 MB',
    () =>
      utf8(
        `${plain}1,First,Open,2026-03-01 10:00:00\n2,${'x'.repeat(10_000_000)},Open,2026-03-01 10:00:00\n`,
      ),
    { kind: 'either' },
  ),
  large(
    'a quoted cell of 10 MB with line ends',
    () =>
      utf8(
        `${plain}1,First,Open,2026-03-01 10:00:00\n2,"${'line\n'.repeat(2_000_000)}",Open,2026-03-01 10:00:00\n`,
      ),
    { kind: 'either' },
  ),
  large(
    'a quote that is never closed, and 10 MB behind it',
    () =>
      utf8(
        `${plain}1,"First,Open,2026-03-01 10:00:00\n${'2,Second,Open,2026-03-01 10:00:00\n'.repeat(300_000)}`,
      ),
    {
      kind: 'either',
      tickets: [
        ['1', '"First', 'Open', '2026-03-01 10:00:00'],
        ['2', 'Second', 'Open', '2026-03-01 10:00:00'],
      ],
    },
  ),
  large('a header of 10 MB', () => utf8(`Id,${'h'.repeat(10_000_000)},Status\n1,x,Open\n`), {
    kind: 'either',
    tickets: [],
  }),
  large('1,000 columns', () => wide(1000), { kind: 'loads', read: 1 }),
  large('20,000 columns', () => wide(20_000), fails('import.reader.wide')),
  large('a million columns', () => wide(1_000_000), fails('import.reader.wide', 'import.reader.noLines')),
  large('a million columns and one row of them', () => utf8(`a,b\n${'1,'.repeat(1_000_000)}1\n`), {
    kind: 'either',
    tickets: [],
  }),
  large('a million empty lines', () => concat(csv(','), utf8('\n'.repeat(1_000_000))), {
    kind: 'loads',
    read: 3,
    tickets: base,
  }),
  large('a million carriage returns', () => concat(csv(','), utf8('\r'.repeat(1_000_000))), {
    kind: 'either',
  }),
  large(
    'a million rows of one letter',
    () => utf8(`Id\n${'x\n'.repeat(1_000_000)}`),
    { kind: 'either', tickets: [['x', null, null, null]] },
    true,
  ),
  large('a line of 100 MB', () => utf8('x'.repeat(100_000_000)), { kind: 'either', tickets: [] }, true),
  large(
    'a cell of 100 MB',
    () => utf8(`${plain}1,${'x'.repeat(100_000_000)},Open,2026-03-01\n`),
    { kind: 'either', tickets: [] },
    true,
  ),
  large('ten million columns', () => wide(10_000_000), { kind: 'either', tickets: first }, true),
];

function wide(columns: number): Bytes {
  const names = Array.from({ length: columns - 4 }, (_, index) => `c${index}`).join(',');
  return utf8(
    `Id,Subject,Status,Created at,${names}\n1,First,Open,2026-03-01 10:00:00${',1'.repeat(columns - 4)}\n`,
  );
}
