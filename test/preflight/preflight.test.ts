import { expect, test } from 'vitest';
import { dataProfile, exclusionsOf, importFiles } from '#import';
import { findKpi } from '#kpi';
import { messagesEn, tell } from '#messages';
import { applyRemedy, preflight, undoRemedy } from '#preflight';
import { csv, imported, rowsAsText } from '../import/files.ts';
import { sharedEngine } from '../support/engine.ts';
import { cases, listsItsRows, setUp, toldOf } from './cases.ts';

const engine = sharedEngine();

for (const one of cases) {
  test(`${one.id} is found where it is, and its rows are listed`, async () => {
    const found = await toldOf(engine(), one);
    const own = found.find(({ id }) => id === one.id);
    expect(own).toMatchObject({ id: one.id, count: one.count });
    if (listsItsRows(one.id)) expect(own?.listed).toBe(one.count);
    expect(found.filter(({ id }) => id.startsWith('failed'))).toEqual([]);
  });
}

test('nothing is found in rows that are as they should be', async () => {
  await setUp(engine(), {
    id: 'none',
    count: 0,
    world: {
      tickets: {
        columns:
          'ticket_id, status, subject, created_at, last_solved_at, resolution_seconds, channel, agent_id',
        values: `('1', 'solved', 'printer', '2025-01-01 10:00', '2025-01-01 11:00', 3600, 'email', 'a1'), ('2', 'open', 'protest', '2025-01-02 10:00', null, null, 'chat', 'a2')`,
      },
      agents: { columns: 'agent_id, name', values: `('a1', 'Ana Abbott'), ('a2', 'Roberto')` },
      ratings: {
        columns: 'rating_id, ticket_id, kind, score_raw, score, bucket, rated_at, rated_at_basis',
        values: `('r', '1', 'csat', '5', 5, 'positive', '2025-01-02', 'rated')`,
      },
      messages: {
        columns: 'message_id, ticket_id, sent_at, author',
        values: `('m', '1', '2025-01-01 10:00', 'customer')`,
      },
    },
    records: [
      `insert into {base}.sources by name select 's' as source_id, timestamp '2026-01-01' as imported_at_utc`,
    ],
  });
  expect(await preflight(engine())).toEqual([]);
});

test('every case has its sentences, and every sentence its case', () => {
  const kinds = cases.map(({ id }) => id.split(':')[0]!).sort();
  const said = Object.keys(messagesEn)
    .filter((key) => key.startsWith('preflight.what.') && key !== 'preflight.what.failed')
    .map((key) => key.replace('preflight.what.', ''))
    .sort();
  expect(said).toEqual(kinds);
});

test('a finding names the KPIs that read what it touches', async () => {
  await setUp(
    engine(),
    cases.find(({ id }) => id === 'solved_before_created')!,
  );
  const [finding] = await preflight(engine());
  expect(finding?.affects).toContain('resolution_time');
  expect(finding?.affects).not.toContain('csat');
  expect(finding?.affects.filter((id) => !findKpi(id))).toEqual([]);
});

test('a check that cannot be made says so and hides no other', async () => {
  await setUp(
    engine(),
    cases.find(({ id }) => id === 'merged')!,
  );
  await engine().exec(`alter table base.ratings rename to ratings_away`);
  const found = await preflight(engine());
  await engine().exec(`alter table base.ratings_away rename to ratings`);
  expect(found.map(({ id, count }) => ({ id, count }))).toEqual([
    { id: 'merged', count: 2 },
    { id: 'failed:ratings', count: 0 },
  ]);
});

const header = 'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time';
const row = (id: number, subject: string, month = 1) =>
  `${id},${subject},Open,Low,Email,Rui,2025-0${month}-01 10:00:00,,2025-0${month}-02 10:00:00`;

test('what is left out is out of every view, of the next export too, until it is undone', async () => {
  const rows = Array.from({ length: 8 }, (_, index) => row(index + 1, 'printer'));
  const { engine: own } = await imported([csv('a.csv', header, ...rows, row(9, 'Teste'))]);
  const shown = async () => (await dataProfile(own))['tickets']?.rows;
  const found = async () => (await preflight(own)).find(({ id }) => id === 'test_tickets')!;
  const finding = await found();
  expect(tell('pt-BR', finding.what)).toBe('1 ticket parece ser teste.');
  await applyRemedy(own, finding);
  expect([await shown(), (await found()).applied, (await found()).count]).toEqual([8, true, 1]);
  const next = await importFiles(own, [csv('b.csv', header, row(10, 'test 2', 2), row(11, 'screen', 2))]);
  expect(next.sources[0]?.notes.map((note) => tell('en', note))).toContain(
    '2 rows are left out, as you chose; undo it where the report says what is odd.',
  );
  expect(await shown()).toBe(9);
  expect(await exclusionsOf(own)).toMatchObject([{ finding: 'test_tickets', table: 'tickets', rows: 2 }]);
  expect(await rowsAsText(own, 'select count(*)::int as contacts from contacts')).toEqual([{ contacts: 9 }]);
  await undoRemedy(own, finding);
  expect([await shown(), (await found()).applied]).toEqual([11, false]);
  await own.close();
});
