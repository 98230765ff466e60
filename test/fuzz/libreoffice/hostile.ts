import { isDeepStrictEqual } from 'node:util';
import type { OfficeCell, OfficeSheet } from './fods.ts';

/** A cell as `[type, value or what is seen]`; null where it is to be empty. */
type Wanted = readonly [type: string, value: string] | null;

interface Hostile {
  readonly sql: string;
  /** A row of each: the columns, or the one value. */
  readonly wanted: readonly (readonly Wanted[])[];
}

const long = 32_767;

/** Values that a spreadsheet likes to make something else of, with what it is to make of them: worked out by hand. */
const hostile: Readonly<Record<string, Hostile>> = {
  kinds: {
    sql: `select * from (values
  (1, true, 0.25::double, 12.50::decimal(10,2), date '2026-01-05', timestamp '2026-01-05 13:45:30', time '13:45:30', interval '1 day 1 hour', 90061, 123456789012345),
  (2, false, -0.5, -3.00, date '1899-12-31', timestamp '1900-02-28 00:00:00', time '00:00:00', interval '30 hours', -59, 1234567890123456),
  (3, null, null, null, null, null, null, null, null, null),
  (4, true, 'nan', 99999999.99, date '9999-12-31', timestamp '2026-03-29 02:30:00', time '23:59:59', interval '14 months', 31536000, 0)
) as given (n, open, share, amount, day, moment, at_time, span, wait_seconds, big) order by n`,
    wanted: [
      [
        ['float', '1'],
        ['formula', 'of:=TRUE()'],
        ['float', '0.25'],
        ['float', '12.5'],
        ['date', '2026-01-05'],
        ['date', '2026-01-05T13:45:30'],
        ['time', 'PT13H45M30S'],
        ['time', 'PT25H00M00S'],
        ['time', 'PT25H01M01S'],
        ['float', '123456789012345'],
      ],
      [
        ['float', '2'],
        ['formula', 'of:=FALSE()'],
        ['float', '-0.5'],
        ['float', '-3'],
        ['string', '1899-12-31'],
        ['string', '1900-02-28 00:00:00'],
        ['time', 'PT00H00M00S'],
        ['time', 'PT30H00M00S'],
        ['time', '-PT00H00M59S'],
        ['string', '1234567890123456'],
      ],
      [['float', '3'], null, null, null, null, null, null, null, null, null],
      [
        ['float', '4'],
        ['formula', 'of:=TRUE()'],
        ['string', 'NaN'],
        ['float', '99999999.99'],
        ['date', '9999-12-31'],
        ['date', '2026-03-29T02:30:00'],
        ['time', 'PT23H59M59S'],
        ['string', '1 y 2 mo'],
        ['time', 'PT8760H00M00S'],
        ['float', '0'],
      ],
    ],
  },
  durations_seen: {
    sql: `select 90061 as wait_seconds, -59 as rest_seconds, 31536000 as year_seconds, 0.8512 as rate`,
    wanted: [
      [
        ['seen', '25:01:01'],
        ['seen', '-0:00:59'],
        ['seen', '8760:00:00'],
        ['seen', '85.12%'],
      ],
    ],
  },
  texts: {
    sql: `select unnest(['=1+1', '+1', '-1', '@SUM(A1)', chr(9) || '=1', chr(13) || '=1', chr(10) || '=1', 'a' || chr(13) || chr(10) || 'b',
  '=HYPERLINK("http://example.com";"x")', '=cmd|''/c calc''!A1', '0012', '1,5', '1E5', '12:30', '50%', '2026-01-05', 'TRUE', '#N/A', '''quoted',
  'a' || chr(1) || 'b', '_x000D_', '😀👩‍👩‍👧‍👦 ção', '  two  spaces  ', '<b>&amp;"', '', repeat('é', 40000), repeat('😀', 20000)]) as written`,
    wanted: [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      'a\nb',
      '=HYPERLINK("http://example.com";"x")',
      "=cmd|'/c calc'!A1",
      '0012',
      '1,5',
      '1E5',
      '12:30',
      '50%',
      '2026-01-05',
      'TRUE',
      '#N/A',
      "'quoted",
      'ab',
      '_x000D_',
      '😀👩‍👩‍👧‍👦 ção',
      '  two  spaces  ',
      '<b>&amp;"',
      '',
      `${'é'.repeat(long - 1)}…`,
      `${'😀'.repeat((long - 1) / 2)}…`,
    ].map((text) => [text === '' ? null : ['string', text]]),
  },
  a_name_of_more_than_thirty_one_characters_first: { sql: 'select 1 as n', wanted: [[['float', '1']]] },
  a_name_of_more_than_thirty_one_characters_second: { sql: 'select 2 as n', wanted: [[['float', '2']]] },
  history: { sql: 'select 3 as n', wanted: [[['float', '3']]] },
  many: {
    sql: `select range * 60 as wait_seconds, 'row ' || range as title from range(60000)`,
    wanted: Array.from({ length: 60_000 }, (_, row) => [
      ['time', `PT${String(Math.floor(row / 60)).padStart(2, '0')}H${String(row % 60).padStart(2, '0')}M00S`],
      ['string', `row ${row}`],
    ]),
  },
};

/** The names of their sheets, in their order. */
const hostileSheets = [
  'kinds',
  'durations_seen',
  'texts',
  'a_name_of_more_than_thirty_one_',
  'a_name_of_more_than_thirty_ (2)',
  'history_',
  'many',
  'Data',
  'SQL',
];

export const hostileNotebook = [
  '---',
  'title: "=1+1"',
  '---',
  ...Object.entries(hostile).map(([name, { sql }]) => {
    const units = name === 'durations_seen' ? ' percent="rate"' : '';
    return `\n\`\`\`sql ${name}${units}\n${sql}\n\`\`\``;
  }),
  '',
].join('\n');

/** What LibreOffice takes for something else. */
export function hostileFaults(sheets: readonly OfficeSheet[]): string[] {
  const names = sheets.map(({ name }) => name);
  const faults = isDeepStrictEqual(names, hostileSheets) ? [] : [`the sheets are ${names.join(', ')}`];
  for (const [index, [name, { wanted }]] of Object.entries(hostile).entries()) {
    const rows = sheets[index]?.rows.slice(1) ?? [];
    if (rows.length !== wanted.length) faults.push(`${name}: ${rows.length} rows of ${wanted.length}`);
    for (const [row, cells] of wanted.entries())
      for (const [column, cell] of cells.entries()) {
        const fault = faultOf(cell, rows[row]?.[column] ?? null);
        if (fault !== null) faults.push(`${name}, row ${row + 1}, column ${column + 1}: ${fault}`);
      }
  }
  return faults;
}

function faultOf(wanted: Wanted, cell: OfficeCell | null): string | null {
  const found =
    cell === null ? 'nothing' : `${cell.type} ${cell.value.slice(0, 60)} (${cell.shown.slice(0, 60)})`;
  if (wanted === null) return cell === null || cell.shown === '' ? null : `should be empty, is ${found}`;
  return cell !== null && isRight(wanted, cell)
    ? null
    : `should be ${wanted.join(' ').slice(0, 80)}, is ${found}`;
}

function isRight(
  [type, wanted]: NonNullable<Wanted>,
  { type: found, value, shown, formula }: OfficeCell,
): boolean {
  if (type === 'formula') return formula === wanted;
  if (formula !== null) return false;
  return type === 'seen' ? shown === wanted : found === type && value === wanted;
}
