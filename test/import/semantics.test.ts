import { expect, test } from 'vitest';
import { csv, imported, told } from './files.ts';

const header =
  'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time,Agent interactions';
const line = (id: string, status: string, updated: string) =>
  `${id},s,${status},Low,Email,Rui,2025-01-01 10:00:00,,${updated},1`;

const events = (...lines: string[]) => [
  csv(
    'tickets.csv',
    'ticket_id,status,created_at,closed_at,last_solved_at',
    '1,closed,2025-01-01 10:00:00,2025-01-03 10:00:00,',
    '2,closed,2025-01-01 10:00:00,2025-01-02 10:00:00,',
  ),
  csv('ticket_events.csv', 'event_id,ticket_id,at,kind,from_value,to_value,actor,actor_id', ...lines),
];
const solves = 'select ticket_id, last_solved_at, resolution_seconds from tickets order by ticket_id';
const closings = [
  'e1,1,2025-01-02 10:00:00,status,open,solved,agent,A',
  'e2,1,2025-01-03 10:00:00,status,solved,closed,system,',
  'e3,2,2025-01-02 10:00:00,status,pending,closed,system,',
];
const solvedOnce = { ticket_id: '1', last_solved_at: '2025-01-02 10:00:00', resolution_seconds: 86_400 };

test('a history of statuses alone takes a closing for a solve', async () => {
  const { engine, rows } = await imported(events(...closings));
  expect(await rows(solves)).toEqual([solvedOnce, { ...solvedOnce, ticket_id: '2' }]);
  await engine.close();
});

test('where solves are events of their own, a ticket that was only closed was not solved', async () => {
  const { engine, rows } = await imported(
    events(...closings, 'e4,1,2025-01-02 10:00:00,solve,,solved,agent,A'),
  );
  expect(await rows(solves)).toEqual([
    solvedOnce,
    { ticket_id: '2', last_solved_at: null, resolution_seconds: null },
  ]);
  await engine.close();
});

const surveyFile = csv(
  'nps.csv',
  'response id,ticket id,nps score,response date',
  '1,1,10,2026-01-05',
  '2,2,,2026-01-06',
);

test('a survey that nobody answered is loaded as one, and its date is not called unreadable', async () => {
  const { engine, report, rows } = await imported([surveyFile]);
  expect(report.sources[0]).toMatchObject({ rowsRead: 2, rowsLoaded: 2, rowsRejected: 0 });
  expect(told(report)).toMatchObject({
    notes: ['“response date” has days without a time of day: durations from it are exact to the day only.'],
  });
  expect(await rows('select rating_id, score, is_latest from ratings order by rating_id')).toEqual([
    { rating_id: '1', score: 10, is_latest: true },
    { rating_id: '2', score: null, is_latest: false },
  ]);
  await engine.close();
});

test('a ticket in the exports of two months is the later one, and nothing is called unreadable', async () => {
  const { engine, report, rows } = await imported([
    csv(
      'january.csv',
      header,
      line('1', 'Open', '2025-01-01 11:00:00'),
      line('2', 'Open', '2025-01-01 11:00:00'),
    ),
    csv('february.csv', header, line('1', 'Closed', '2025-02-01 11:00:00')),
  ]);
  expect(told(report)).toMatchObject({ notes: ['1 ticket is solved or closed without a date of it.'] });
  expect(await rows('select ticket_id, status from tickets order by ticket_id')).toEqual([
    { ticket_id: '1', status: 'closed' },
    { ticket_id: '2', status: 'open' },
  ]);
  await engine.close();
});

const calls = (...lines: string[]) =>
  csv('calls.csv', 'call id,agent,call started,call answered,call ended,outcome', ...lines);

test('somebody who gave up waited until the end of the call', async () => {
  const { engine, rows } = await imported([
    calls(
      '1,A,2026-01-05 10:00:00,2026-01-05 10:00:05,2026-01-05 10:05:00,answered',
      '2,A,2026-01-05 11:00:00,,2026-01-05 11:00:30,abandoned',
    ),
  ]);
  expect(await rows('select call_id, wait_seconds, talk_seconds from calls order by call_id')).toEqual([
    { call_id: '1', wait_seconds: 5, talk_seconds: 295 },
    { call_id: '2', wait_seconds: 30, talk_seconds: null },
  ]);
  await engine.close();
});

test('a call that nobody took is no solution, though its ticket was closed', async () => {
  const { engine, rows } = await imported([
    csv(
      'calls.csv',
      'call id,agent,call started,call answered,call ended,outcome,status',
      '1,A,2026-01-05 10:00:00,2026-01-05 10:00:05,2026-01-05 10:05:00,answered,closed',
      '2,A,2026-01-05 11:00:00,,2026-01-05 11:00:30,abandoned,closed',
    ),
  ]);
  expect(await rows('select ticket_id, resolution_seconds from tickets order by ticket_id')).toEqual([
    { ticket_id: '1', resolution_seconds: 300 },
    { ticket_id: '2', resolution_seconds: null },
  ]);
  await engine.close();
});

test('the scale of answers is told, and what is no answer on it', async () => {
  const lines = Array.from({ length: 150 }, (_, index) => `${index},2026-01-05 10:00:00,${1 + (index % 5)}`);
  const { engine, report, rows } = await imported([
    csv(
      'tickets.csv',
      'ticket id,created at,csat',
      ...lines,
      'x,2026-01-05 10:00:00,55',
      'y,2026-01-05 10:00:00,0',
    ),
  ]);
  expect(told(report).notes).toEqual([
    '2 rows of “csat” are no answers on its scale (0, 55); they have no score.',
  ]);
  expect(report.sources[0]?.decisions).toContainEqual({
    label: { code: 'import.decision.scale', params: { column: 'csat', file: '' } },
    value: { code: 'import.scale.1-5', params: {} },
  });
  expect(await rows('select count(score) as scores from ratings')).toEqual([{ scores: 150 }]);
  await engine.close();
});

test('days counted as a sheet counts them may part their fraction by a comma', async () => {
  const { engine, rows } = await imported([
    csv(
      'tickets.csv',
      'ticket id;status;data de abertura;data da solução',
      '1;Resolvido;45292,5;45292,75',
      '2;Aberto;45293;',
    ),
  ]);
  expect(await rows('select created_at, resolution_seconds from tickets order by ticket_id')).toEqual([
    { created_at: '2024-01-01 12:00:00', resolution_seconds: 21_600 },
    { created_at: '2024-01-02 00:00:00', resolution_seconds: null },
  ]);
  await engine.close();
});
