import { expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import {
  asOf,
  asOfUtc,
  dataProfile,
  datasetFingerprint,
  importFiles,
  parseMapping,
  prepareDatabase,
  proposeMapping,
  readFile,
  removeSource,
  saveMapping,
  serializeMapping,
  canonicalTables,
  setWorkspaceZone,
} from '#import';
import { csv, imported, rowsAsText, told } from './files.ts';

const header =
  'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time,Agent interactions';
const line = (id: string, status: string, updated: string) =>
  `${id},s,${status},Low,Email,Rui,2025-01-01 10:00:00,,${updated},1`;

test('exact repeats are kept once, of several states the latest, and rows without id or date are refused with the reason', async () => {
  const { engine, report, rows } = await imported([
    csv(
      'tickets.csv',
      header,
      line('1', 'Open', '2025-01-01 11:00:00'),
      line('1', 'Open', '2025-01-01 11:00:00'),
      line('2', 'Closed', '2025-01-03 11:00:00'),
      line('2', 'Open', '2025-01-02 11:00:00'),
      line('', 'Open', '2025-01-02 11:00:00'),
      '3,s,Open,Low,Email,Rui,yesterday,,2025-01-02 11:00:00,1',
      '4,s,Mystery,Low,Email,Rui,2025-01-01 10:00:00,2024-12-31 10:00:00,2025-01-02 11:00:00,1',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ rowsRead: 7, rowsLoaded: 5, rowsRejected: 2, rowsDuplicate: 1 });
  expect(told(report)).toMatchObject({
    rejections: [
      ['The date in “Created time” cannot be read.', 1],
      ['“Ticket ID” is empty: the row cannot be told from others.', 1],
    ],
    notes: [
      '1 row repeats another exactly; one of each was kept.',
      '1 row was an earlier state of the same record; the latest was kept.',
      '1 row of “Status” has a word that is not known (Mystery); it was kept as written and its meaning left empty.',
      '1 ticket was solved before it was created: it is kept, and left out of durations.',
      '1 ticket is solved or closed without a date of it.',
    ],
  });
  expect(
    await rows(
      'select ticket_id, status, status_raw, resolution_seconds, source_row from tickets order by ticket_id',
    ),
  ).toEqual([
    { ticket_id: '1', status: 'open', status_raw: 'Open', resolution_seconds: null, source_row: 1 },
    { ticket_id: '2', status: 'closed', status_raw: 'Closed', resolution_seconds: null, source_row: 3 },
    { ticket_id: '4', status: null, status_raw: 'Mystery', resolution_seconds: null, source_row: 7 },
  ]);
  expect(await rows('select source_row, left(raw, 3) as raw from rejected_rows order by 1')).toEqual([
    { source_row: 5, raw: ',s,' },
    { source_row: 6, raw: '3,s' },
  ]);
  expect(await asOf(engine)).toBe('2025-01-03 11:00:00');
});

test('a newer file of the same name brings tickets up to date; removing a source leaves nothing', async () => {
  const { engine, report, rows } = await imported([
    csv('t.csv', header, line('1', 'Open', '2025-01-01 11:00:00')),
  ]);
  const before = await datasetFingerprint(engine);
  const again = await importFiles(engine, [
    csv(
      't.csv',
      header,
      line('1', 'Closed', '2025-01-02 11:00:00'),
      line('2', 'Open', '2025-01-02 11:00:00'),
    ),
  ]);
  expect(again.sources[0]).toMatchObject({
    joined: true,
    changes: [
      { table: 'tickets', added: 1, updated: 1, unchanged: 0, removed: 0 },
      { table: 'agents', added: 0, updated: 0, unchanged: 1, removed: 0 },
    ],
  });
  expect(await rows('select ticket_id, status from tickets order by 1')).toEqual([
    { ticket_id: '1', status: 'closed' },
    { ticket_id: '2', status: 'open' },
  ]);
  expect(await datasetFingerprint(engine)).not.toBe(before);
  await removeSource(engine, report.sources[0]!.sourceId);
  const profile = await dataProfile(engine);
  expect(Object.entries(profile).filter(([, { rows: count }]) => count > 0)).toEqual([]);
  expect(await rows('select * from source_files')).toEqual([]);
});

test('a cancelled import leaves no trace', async () => {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  const controller = new AbortController();
  const onProgress = ({ phase }: { phase: string }) => phase === 'loading' && controller.abort();
  await expect(
    importFiles(engine, [csv('t.csv', header, line('1', 'Open', '2025-01-01 11:00:00'))], {
      signal: controller.signal,
      onProgress,
    }),
  ).rejects.toThrow();
  expect(
    await rowsAsText(
      engine,
      `select table_name from duckdb_tables() where (temporary and table_name like 'import_%') or database_name = 'raw' or schema_name = 'staging'`,
    ),
  ).toEqual([]);
  expect(
    await rowsAsText(
      engine,
      'select (select count(*) from tickets) as tickets, (select count(*) from sources) as sources',
    ),
  ).toEqual([{ tickets: 0, sources: 0 }]);
});

test('another zone moves the wall clocks and nothing else, across a daylight-saving change', async () => {
  const { engine, rows } = await imported(
    [
      csv(
        't.csv',
        header,
        '1,s,Resolved,Low,Email,Rui,2018-11-03 23:30:00,2018-11-04 02:30:00,2018-11-04 02:30:00,1',
      ),
    ],
    { timeZone: 'America/Sao_Paulo' },
  );
  const facts = 'select created_at, created_at_utc, resolution_seconds from tickets';
  expect(await rows(facts)).toEqual([
    { created_at: '2018-11-03 23:30:00', created_at_utc: '2018-11-04 02:30:00', resolution_seconds: 7200 },
  ]);
  const utc = (instant: string | null) => asOfUtc(engine, instant);
  expect(
    await Promise.all([
      utc('2018-11-04 02:30:00'),
      utc('2018-11-03 12:00:00'),
      utc('2018-11-05 12:00:00'),
      utc(null),
    ]),
  ).toEqual(['2018-11-04 04:30:00', '2018-11-03 15:00:00', '2018-11-05 14:00:00', null]);
  await setWorkspaceZone(engine, 'Europe/Lisbon');
  expect(await rows(facts)).toEqual([
    { created_at: '2018-11-04 02:30:00', created_at_utc: '2018-11-04 02:30:00', resolution_seconds: 7200 },
  ]);
  expect(await asOf(engine)).toBe('2018-11-04 04:30:00');
});

test('dates that could be read two ways are asked about, assumed when nobody answers, and read as answered', async () => {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  const file = csv('t.csv', 'ticket id,status,created at', '1,open,4/8/2015', '2,chaos,5/8/2015');
  const [raw] = await readFile(engine, file);
  const proposal = await proposeMapping(engine, raw!);
  expect(proposal.questions).toEqual([
    {
      kind: 'date_order',
      column: 'created at',
      examples: ['4/8/2015'],
      options: ['dmy', 'mdy', 'ymd'],
      proposed: 'mdy',
    },
    {
      kind: 'word',
      vocabulary: 'status',
      word: 'chaos',
      rows: 1,
      options: expect.arrayContaining(['open', 'solved']),
      proposed: null,
    },
    { kind: 'zone', proposed: null },
  ]);
  const mapping = {
    ...proposal.mapping,
    dateOrders: { 'created at': 'dmy' as const },
    vocabularies: { status: { chaos: 'hold' } },
  };
  expect(parseMapping(serializeMapping(mapping))).toEqual(mapping);
  await saveMapping(engine, raw!, mapping);
  const report = await importFiles(engine, [file]);
  expect(told(report).decisions).toContain('Dates in “created at”: “4/8/2015” as DMY, as the mapping says');
  expect(await rowsAsText(engine, 'select status, created_at from tickets order by ticket_id')).toEqual([
    { status: 'open', created_at: '2015-08-04 00:00:00' },
    { status: 'hold', created_at: '2015-08-05 00:00:00' },
  ]);
});

test('a mapping file that names what is not there is refused', () => {
  expect(
    parseMapping(
      '{"deskbook":1,"vendor":"x","tables":[{"table":"tickets","columns":{"nonsense":{"kind":"text","column":"a"}}}]}',
    ),
  ).toBeNull();
  expect(parseMapping('not json')).toBeNull();
});

test('every canonical column has a sentence in both languages, and every instant its twin', () => {
  const columns = canonicalTables.flatMap(({ name: table, columns }) =>
    columns.map((column) => ({ table, ...column })),
  );
  expect(
    columns.filter(({ sentence }) => !sentence.en.endsWith('.') || !sentence['pt-BR'].endsWith('.')),
  ).toEqual([]);
  const names = new Set(columns.map(({ table, name }) => `${table}.${name}`));
  expect(
    columns.filter(({ table, name, clock }) => clock === 'wall' && !names.has(`${table}.${name}_utc`)),
  ).toEqual([]);
});
