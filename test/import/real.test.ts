import { describe, expect, test, type TestContext } from 'vitest';
import { imported, realFile, type Imported } from './files.ts';

/** Imports real exports, or skips where the folder beside the project is absent. */
async function real(context: TestContext, ...paths: string[]): Promise<Imported> {
  const files = await Promise.all(paths.map(realFile));
  context.skip(files.includes(null), 'needs ../shared/data');
  return imported(files.filter((file) => file !== null));
}

describe('the same 5,000 calls in three encodings', () => {
  const copies = [
    'pwc-call-center/Call-Center-Dataset.csv',
    'pwc-call-center-semicolon-broken-locale/Call-Center-Dataset.csv',
    'pwc-call-center-xlsx/01 Call-Center-Dataset (Cleaned).xlsx',
  ];
  const headlines = `select (select count(*) from calls) as calls, (select count(*) from calls where outcome = 'answered') as answered,
    (select round(avg(wait_seconds), 2) from contacts where outcome = 'attended') as wait, (select count(wait_seconds) from contacts) as waits,
    (select round(avg(handle_seconds), 2) from contacts) as handle, (select round(avg(score), 4) from ratings where is_latest) as rating,
    (select round(avg((bucket = 'positive')::int), 4) from ratings where is_latest) as csat, (select count(*) from agents) as agents`;
  const everything = `select c.call_id, c.agent_id, c.type, c.outcome, c.wait_seconds, c.talk_seconds, date_trunc('minute', c.started_at) as started, t.status, r.score
    from calls c join tickets t using (source_id, ticket_id) left join ratings r on r.call_id = c.call_id order by c.call_id`;

  for (const path of copies) {
    test(`${path.split('/')[0]} gives the known numbers`, async (context) => {
      const { report, rows } = await real(context, path);
      expect(report.sources[0]).toMatchObject({
        vendor: 'calls',
        rowsRead: 5000,
        rowsLoaded: 5000,
        rowsRejected: 0,
      });
      expect(await rows(headlines)).toEqual([
        {
          calls: 5000,
          answered: 4054,
          wait: 67.52,
          waits: 4054,
          handle: 224.92,
          rating: 3.4036,
          csat: 0.499,
          agents: 8,
        },
      ]);
    });
  }

  test('give the same rows, to the minute', async (context) => {
    const first = await (await real(context, copies[0]!)).rows(everything);
    for (const path of copies.slice(1))
      expect(await (await real(context, path)).rows(everything)).toEqual(first);
  });
});

test('51,708 simulated calls: waits, service level and talk as published', async (context) => {
  const { report, rows } = await real(context, 'simulated-call-centre/simulated_call_centre.csv');
  expect(report.sources[0]).toMatchObject({ vendor: 'calls', rowsLoaded: 51708, rowsRejected: 0 });
  expect(
    await rows(
      `select round(avg(wait_seconds), 6) as wait, round(avg((wait_seconds <= 20)::int), 6) as level, round(avg(talk_seconds), 6) as talk from calls`,
    ),
  ).toEqual([{ wait: 17.034927, level: 0.892164, talk: 299.102595 }]);
});

test('Comcast’s complaints: the unambiguous date column is preferred, statuses as known', async (context) => {
  const { report, rows } = await real(context, 'comcast-complaints/Comcast_telecom_complaints_data.csv');
  expect(report.sources[0]).toMatchObject({ rowsLoaded: 2224, rowsRejected: 0 });
  expect(await rows('select status, count(*) as n from tickets group by status order by n desc')).toEqual([
    { status: 'solved', n: 973 },
    { status: 'closed', n: 734 },
    { status: 'open', n: 363 },
    { status: 'pending', n: 154 },
  ]);
  expect(
    await rows(`select created_at from tickets where ticket_id in ('250635', '223441') order by 1`),
  ).toEqual([{ created_at: '2015-04-22 15:53:50' }, { created_at: '2015-08-04 10:22:56' }]);
});

test('Freshdesk’s trial export and Zendesk’s preview', async (context) => {
  const freshdesk = await real(context, 'freshdesk-trial-export/freshdesk_tickets.csv');
  expect(freshdesk.report.sources[0]).toMatchObject({ vendor: 'freshdesk', rowsLoaded: 45, rowsRejected: 0 });
  const zendesk = await real(context, 'zendesk-csv-preview/preview.csv');
  expect(zendesk.report.sources[0]).toMatchObject({
    vendor: 'zendesk',
    rowsRead: 10,
    rowsLoaded: 7,
    rowsRejected: 3,
  });
  expect(
    await zendesk.rows('select count(*) as sent, count(score) as answered, avg(score) as mean from ratings'),
  ).toEqual([{ sent: 7, answered: 4, mean: 3.25 }]);
});

test('three Brazilian files become one source whose tables join', async (context) => {
  const { report, rows } = await real(
    context,
    ...['agentes', 'atendimentos', 'feedbacks'].map((name) => `br-suporte-whatsapp/${name}.csv`),
  );
  expect(report.sources.map(({ tables }) => tables)).toEqual([
    [
      { name: 'tickets', rows: 1500 },
      { name: 'ratings', rows: 579 },
      { name: 'agents', rows: 6 },
    ],
  ]);
  expect(
    await rows(
      'select count(*) as n from ratings join tickets using (source_id, ticket_id) join agents on agents.agent_id = tickets.agent_id',
    ),
  ).toEqual([{ n: 579 }]);
});

test('GLPI in Portuguese: spaced ids, day-first dates, an SLA that was exceeded', async (context) => {
  const { report, rows } = await real(context, 'glpi-ptbr-a/glpi.redacted.csv');
  expect(report.sources[0]).toMatchObject({ rowsLoaded: 148, rowsRejected: 0 });
  expect(
    await rows(
      'select count(*) as n, sum((not sla_resolution_met)::int) as late, count(resolution_seconds) as solved from tickets',
    ),
  ).toEqual([{ n: 148, late: 10, solved: 148 }]);
});
