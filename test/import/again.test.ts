import { expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  canonicalTables,
  history,
  importFiles,
  prepareDatabase,
  rejectedRows,
  removeFile,
  removeSource,
  type ImportFilesOptions,
  type InputFile,
} from '#import';
import { tell } from '#messages';
import { rowsOf } from '#table';
import { Random } from '../notebook/random.ts';
import { csv, imported, rowsAsText } from './files.ts';
import { isInFull } from '../support/in-full.ts';

/** One thing that a helpdesk holds, in one state; `since` is the month that its export first has this state in. */
type State = Readonly<Record<string, string>>;

const columns = {
  tickets:
    'ticket_id,subject,channel,agent_id,customer_id,status,status_raw,created_at,updated_at,last_solved_at,reopens',
  messages: 'message_id,ticket_id,sent_at,author,author_id,is_public,is_automated,direction',
  ticket_events: 'event_id,ticket_id,at,kind,from_value,to_value,actor,actor_id',
  ratings: 'rating_id,ticket_id,kind,rated_at,score_raw,scale,score',
  calls: 'call_id,ticket_id,agent_id,direction,started_at,wait_seconds,talk_seconds,outcome',
  customers: 'customer_id,customer_key,name,organisation',
} as const;
type Table = keyof typeof columns;

function minute(count: number): string {
  return new Date(Date.UTC(2025, 0, 1) + count * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Rows of two months: of tickets that were there before later states, and messages, events, answers and calls that belong to them. */
function months(random: Random): readonly Readonly<Record<Table, readonly State[]>>[] {
  const ids = Array.from({ length: 12 }, (_, index) => `t${index + 1}`);
  const month = (number: number): Record<Table, readonly State[]> => {
    const from = number * 10_000;
    const some = (count: number, make: (index: number) => State) =>
      Array.from({ length: count }, (_, index) => make(index));
    const at = () => minute(from + 500 + random.below(5000));
    return {
      tickets: ids
        .filter(() => random.below(3) > 0)
        .map((id, index) => {
          const solved = random.below(2) === 0;
          return {
            ticket_id: id,
            subject: `s ${id}`,
            channel: random.pick(['email', 'chat', '']),
            agent_id: random.pick(['a1', 'a2', '']),
            customer_id: `c${index % 4}`,
            status: solved ? 'solved' : 'open',
            status_raw: solved ? 'Solved' : 'Open',
            created_at: minute(Number(id.slice(1)) * 10),
            updated_at: minute(from + 6000 + random.below(1000)),
            last_solved_at: solved && random.below(2) === 0 ? minute(from + 5900) : '',
            reopens: random.pick(['', '', '1']),
          };
        }),
      messages: some(20, (index) => {
        const author = random.pick(['customer', 'agent', 'bot']);
        return {
          message_id: `m${number}-${index}`,
          ticket_id: random.pick(ids),
          sent_at: at(),
          author,
          author_id: author === 'agent' ? random.pick(['a1', 'a2', 'a3']) : '',
          is_public: random.pick(['true', 'true', 'false']),
          is_automated: 'false',
          direction: author === 'customer' ? 'in' : 'out',
        };
      }),
      ticket_events: some(12, (index) => ({
        event_id: `e${number}-${index}`,
        ticket_id: random.pick(ids),
        at: at(),
        kind: random.pick(['status', 'assignee', 'solve', 'reopen']),
        from_value: random.pick(['open', 'solved']),
        to_value: random.pick(['open', 'solved', 'pending']),
        actor: 'agent',
        actor_id: 'a1',
      })),
      ratings: some(6, () => {
        const id = random.pick(ids);
        return {
          rating_id: random.pick([`r-${id}`, `q-${id}`]),
          ticket_id: id,
          kind: 'csat',
          rated_at: random.pick(['', at()]),
          score_raw: '4',
          scale: '1-5',
          score: random.pick(['1', '4', '5']),
        };
      }).filter(({ rating_id }, index, all) => all.findIndex((one) => one.rating_id === rating_id) === index),
      calls: some(6, (index) => ({
        call_id: `k${random.pick([number, 1])}-${index}`,
        ticket_id: random.pick(['', '', random.pick(ids)]),
        agent_id: random.pick(['a1', 'a2']),
        direction: 'in',
        started_at: at(),
        wait_seconds: String(random.below(90)),
        talk_seconds: String(random.below(300)),
        outcome: random.pick(['answered', 'abandoned']),
      })).filter(({ call_id }, index, all) => all.findIndex((one) => one.call_id === call_id) === index),
      customers: some(4, (index) => ({
        customer_id: `c${index}`,
        customer_key: `c${index}@shop.test`,
        name: `Ana ${number}`,
        organisation: '',
      })),
    };
  };
  return [month(1), month(2)];
}

function files(
  month: Readonly<Record<Table, readonly State[]>>,
  number: number,
  only?: readonly Table[],
): InputFile[] {
  const tables: readonly Table[] = ['tickets', 'messages', 'ticket_events', 'ratings', 'calls', 'customers'];
  return tables
    .filter((table) => !only || only.includes(table))
    .map((table) => {
      const names = columns[table].split(',');
      const lines = month[table].map((row) => names.map((name) => row[name] ?? '').join(','));
      return csv(`${table}-${number}.csv`, columns[table], ...lines);
    });
}

/** All that a database holds but where it came from. */
async function contents(engine: Engine): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { name, columns: all } of canonicalTables) {
    const own = all
      .map((column) => column.name)
      .filter((each) => !/^source_/.test(each))
      .map((each) => `"${each}"`);
    const rows = await rowsAsText(engine, `select ${own.join(', ')} from base.${name} order by all`);
    if (rows.length > 0) found[name] = rows;
  }
  return found;
}

async function importedInTurn(batches: readonly (readonly InputFile[])[]): Promise<Engine> {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  for (const batch of batches) await importFiles(engine, batch);
  return engine;
}

for (const seed of isInFull ? [1, 2, 3] : [1]) {
  test(`two months imported in turn are what they are imported at once (seed ${seed})`, async () => {
    const [one, two] = months(new Random(seed));
    const once = await importedInTurn([[...files(one!, 1), ...files(two!, 2)]]);
    const turns = await importedInTurn([files(one!, 1), files(two!, 2)]);
    expect(await contents(turns)).toEqual(await contents(once));
    expect(await rowsAsText(turns, 'select count(*)::int as sources from sources')).toEqual([{ sources: 1 }]);
    for (const engine of [once, turns]) await engine.close();
  });
}

test('messages, events and answers that come later complete the tickets that were there', async () => {
  const [one, two] = months(new Random(7));
  const rest = ['messages', 'ticket_events', 'ratings', 'calls', 'customers'] as const;
  const once = await importedInTurn([[...files(one!, 1), ...files(two!, 2, rest)]]);
  const turns = await importedInTurn([
    files(one!, 1, ['tickets']),
    files(one!, 1, rest),
    files(two!, 2, ['messages', 'customers']),
    files(two!, 2, ['calls', 'ticket_events', 'ratings']),
  ]);
  expect(await contents(turns)).toEqual(await contents(once));
  for (const engine of [once, turns]) await engine.close();
});

const header = 'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time';
const ticket = (id: number, status: string, updated: number, subject = 's') =>
  `${id},${subject},${status},Low,Email,Rui,${minute(id)},,${minute(updated)}`;
const states = `select ticket_id, status, subject, priority from tickets order by ticket_id`;

async function again(engine: Engine, files: readonly InputFile[], options: ImportFilesOptions = {}) {
  const { sources } = await importFiles(engine, files, options);
  return sources[0]!;
}

test('a state that is older does not take the place of a later one, whenever it comes', async () => {
  const { engine, rows } = await imported([
    csv('march.csv', header, ticket(1, 'Closed', 900), ticket(2, 'Open', 100)),
  ]);
  const report = await again(engine, [
    csv('february.csv', header, ticket(1, 'Open', 500), ticket(2, 'Pending', 500), ticket(3, 'Open', 400)),
  ]);
  expect(report.changes).toEqual([
    { table: 'tickets', added: 1, updated: 1, unchanged: 1, removed: 0 },
    { table: 'agents', added: 0, updated: 0, unchanged: 1, removed: 0 },
  ]);
  expect(await rows('select ticket_id, status, source_file from tickets order by 1')).toEqual([
    { ticket_id: '1', status: 'closed', source_file: 'march.csv' },
    { ticket_id: '2', status: 'pending', source_file: 'february.csv' },
    { ticket_id: '3', status: 'open', source_file: 'february.csv' },
  ]);
  await engine.close();
});

test('an export with fewer columns changes only those; a column that is empty now was emptied', async () => {
  const { engine, rows } = await imported([
    csv('a.csv', header, ticket(1, 'Open', 100, 'printer'), ticket(2, 'Open', 100, 'screen')),
  ]);
  await again(engine, [
    csv(
      'b.csv',
      'Ticket ID,Subject,Status,Source,Agent,Created time,Last update time',
      `1,,Closed,Email,Rui,${minute(1)},${minute(300)}`,
    ),
  ]);
  expect(await rows(states)).toEqual([
    { ticket_id: '1', status: 'closed', subject: null, priority: 'low' },
    { ticket_id: '2', status: 'open', subject: 'screen', priority: 'low' },
  ]);
  await engine.close();
});

test('what changed is told by table and column, with a query that lists it; the history keeps it', async () => {
  const { engine, report, rows } = await imported([
    csv('a.csv', header, ticket(1, 'Open', 100), ticket(2, 'Open', 100), ticket(3, 'Open', 100)),
  ]);
  expect(report.sources[0]).toMatchObject({
    sourceId: 'freshdesk',
    joined: false,
    changes: [
      { table: 'tickets', added: 3, updated: 0, unchanged: 0, removed: 0 },
      { table: 'agents', added: 1, updated: 0, unchanged: 0, removed: 0 },
    ],
  });
  const second = await again(engine, [
    csv('b.csv', header, ticket(1, 'Closed', 300), ticket(2, 'Pending', 300), ticket(3, 'Open', 100), 'x,y'),
  ]);
  const [change] = second.columnChanges;
  expect(second.columnChanges).toEqual([
    { table: 'tickets', column: 'status', rows: 2, query: expect.stringContaining('import_changes') },
  ]);
  expect(await rows(change!.query)).toEqual([
    { ticket_id: '1', before: 'open', after: 'closed' },
    { ticket_id: '2', before: 'open', after: 'pending' },
  ]);
  const records = await history(engine, 'freshdesk');
  expect(
    records.map(({ number, files, rowsRead, rowsRejected, changes }) => ({
      number,
      files,
      rowsRead,
      rowsRejected,
      tickets: changes[0],
    })),
  ).toEqual([
    {
      number: 2,
      files: ['b.csv'],
      rowsRead: 4,
      rowsRejected: 1,
      tickets: { table: 'tickets', added: 0, updated: 2, unchanged: 1, removed: 0 },
    },
    {
      number: 1,
      files: ['a.csv'],
      rowsRead: 3,
      rowsRejected: 0,
      tickets: { table: 'tickets', added: 3, updated: 0, unchanged: 0, removed: 0 },
    },
  ]);
  const refused = await rejectedRows(engine, 'freshdesk');
  expect(refused.map(({ file, row, raw }) => ({ file, row, raw }))).toEqual([
    { file: 'b.csv', row: 4, raw: 'x,y' },
  ]);
  expect(await rejectedRows(engine, 'freshdesk', { offset: 1 })).toEqual([]);
  await engine.close();
});

test('the same file is known by its contents, whatever it is called, and loads again only if asked to, without doubling', async () => {
  const lines = [header, ticket(1, 'Open', 100), ticket(2, 'Open', 100)];
  const { engine, rows } = await imported([csv('a.csv', ...lines)]);
  const second = await again(engine, [csv('copy.csv', ...lines)]);
  expect(second).toMatchObject({ joined: true, files: [], changes: [], already: [{ file: 'copy.csv' }] });
  expect(tell('en', second.notes[0]!)).toMatch(/^“copy.csv” is there already, since /);
  const third = await again(engine, [csv('copy.csv', ...lines)], { again: true });
  expect(third.changes[0]).toEqual({ table: 'tickets', added: 0, updated: 0, unchanged: 2, removed: 0 });
  expect(await rows('select file_name, length(sha256)::int as digits from source_files')).toEqual([
    { file_name: 'copy.csv', digits: 64 },
  ]);
  await engine.close();
});

test('a file whose rows have no ids takes the place of itself and stands beside others', async () => {
  const sheet = 'Data;Status;Assunto';
  const { engine, rows } = await imported([
    csv(
      'janeiro.csv',
      sheet,
      '01/01/2025 10:00;Aberto;a',
      '13/01/2025 10:00;Aberto;b',
      '14/01/2025 10:00;Aberto;c',
    ),
  ]);
  await again(engine, [csv('fevereiro.csv', sheet, '13/02/2025 10:00;Aberto;d')]);
  const subjects = 'select subject, source_file from tickets order by subject';
  expect((await rows(subjects)).map(({ subject }) => subject)).toEqual(['a', 'b', 'c', 'd']);
  const corrected = await again(engine, [
    csv('janeiro.csv', sheet, '01/01/2025 10:00;Aberto;a', '13/01/2025 10:00;Fechado;B'),
  ]);
  expect(corrected.changes[0]).toEqual({ table: 'tickets', added: 2, updated: 0, unchanged: 0, removed: 3 });
  expect((await rows(subjects)).map(({ subject }) => subject)).toEqual(['B', 'a', 'd']);
  await engine.close();
});

test('two accounts of one vendor are two sources: by choice, or where their ids meet and their dates do not', async () => {
  const account = (month: number, from = 1) =>
    Array.from(
      { length: 6 },
      (_, index) =>
        `${from + index},s,Open,Low,Email,Rui,2025-0${month}-0${index + 1} 10:00:00,,2025-0${month}-20 10:00:00`,
    );
  const { engine, rows } = await imported([csv('a.csv', header, ...account(1))]);
  const chosen = await again(engine, [csv('b.csv', header, ...account(1, 100))], { into: 'new' });
  const named = await again(engine, [csv('c.csv', header, ...account(2, 200))], { into: 'Loja Sul' });
  const met = await again(engine, [csv('d.csv', header, ...account(6, 100))], {});
  const more = await again(engine, [csv('e.csv', header, ...account(3, 300))], { into: 'loja-sul' });
  expect([chosen, named, met, more].map(({ sourceId, joined }) => ({ sourceId, joined }))).toEqual([
    { sourceId: 'freshdesk-2', joined: false },
    { sourceId: 'loja-sul', joined: false },
    { sourceId: 'loja-sul', joined: true },
    { sourceId: 'loja-sul', joined: true },
  ]);
  const known = await again(engine, [csv('g.csv', header, ...account(1), '')], {});
  expect([known.sourceId, known.changes[0]]).toEqual([
    'freshdesk',
    { table: 'tickets', added: 0, updated: 0, unchanged: 6, removed: 0 },
  ]);
  await again(engine, [csv('h.csv', header, ...account(4, 400))], { into: 'loja-sul' });
  const other = await again(engine, [csv('f.csv', header, ...account(8, 300))]);
  expect([other.sourceId, tell('en', other.notes[0]!)]).toEqual([
    'loja-sul-2',
    'Its tickets have the same ids as those of “loja-sul” and other dates: they were taken as another account’s.',
  ]);
  expect(
    await rows('select source_id, count(*)::int as tickets from tickets group by all order by 1'),
  ).toEqual([
    { source_id: 'freshdesk', tickets: 6 },
    { source_id: 'freshdesk-2', tickets: 6 },
    { source_id: 'loja-sul', tickets: 24 },
    { source_id: 'loja-sul-2', tickets: 6 },
  ]);
  await expect(
    importFiles(engine, [csv('x.csv', 'ID;Status;Data de abertura', '1;Aberto;2025-01-01')], {
      into: 'freshdesk',
    }),
  ).rejects.toThrow('import.into.vendor');
  await engine.close();
});

test('a file is taken out again and leaves the tickets of the others as they were without it', async () => {
  const [one, two] = months(new Random(11));
  const alone = await importedInTurn([files(one!, 1)]);
  const turns = await importedInTurn([files(one!, 1), files(two!, 2, ['messages', 'ticket_events'])]);
  for (const name of ['messages-2.csv', 'ticket_events-2.csv']) await removeFile(turns, 'canonical', name);
  expect(await contents(turns)).toEqual(await contents(alone));
  const first = rowsOf(await turns.query('select count(*)::int as files from source_files'));
  expect(first).toEqual([{ files: 6 }]);
  await expect(removeFile(turns, 'canonical', 'nothing.csv')).rejects.toThrow('import.file.unknown');
  await removeSource(turns, 'canonical');
  expect(await contents(turns)).toEqual({});
  for (const engine of [alone, turns]) await engine.close();
});

test('an import into a source that is cancelled leaves it as it was', async () => {
  const { engine, rows } = await imported([csv('a.csv', header, ticket(1, 'Open', 100))]);
  const controller = new AbortController();
  const before = await contents(engine);
  await expect(
    importFiles(engine, [csv('b.csv', header, ticket(1, 'Closed', 200), ticket(2, 'Open', 200))], {
      signal: controller.signal,
      onProgress: ({ phase }) => phase === 'loading' && controller.abort(),
    }),
  ).rejects.toThrow();
  expect(await contents(engine)).toEqual(before);
  expect(await rows(`select schema_name from duckdb_schemas() where schema_name = 'staging'`)).toEqual([]);
  await engine.close();
});

test('a mapping that was chosen reads the next file with the same headers, if it is to be remembered', async () => {
  const file = (name: string, day: string) =>
    csv(name, 'ticket id,status,created at', `${day},open,${day}/8/2015`);
  const mapping = (order: 'dmy' | 'mdy') => ({
    deskbook: 1 as const,
    vendor: 'own',
    timeZone: null,
    tables: [
      {
        table: 'tickets',
        requires: ['ticket_id'],
        columns: {
          ticket_id: { kind: 'id' as const, column: 'ticket id' },
          created_at: { kind: 'instant' as const, column: 'created at' },
        },
      },
    ],
    dateOrders: { 'created at': order },
    vocabularies: {},
  });
  const { engine, rows } = await imported([file('a.csv', '4')], {
    mappings: { 'a.csv': mapping('dmy') },
    remember: true,
  });
  const report = await again(engine, [file('b.csv', '5')]);
  expect([report.sourceId, report.joined]).toEqual(['own', true]);
  expect(await rows('select created_at from tickets order by 1')).toEqual([
    { created_at: '2015-08-04 00:00:00' },
    { created_at: '2015-08-05 00:00:00' },
  ]);
  await engine.close();
});
