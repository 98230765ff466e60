import { expect, test } from 'vitest';
import { csv, imported, told } from './files.ts';

const tickets = csv(
  'tickets.csv',
  'ticket_id,customer_id,agent_id,status,created_at,last_solved_at',
  '1,C1,A1,solved,2025-01-01 10:00:00,2025-01-02 10:00:00',
  '2,C2,A2,open,2025-01-03 10:00:00,',
);
const header = 'rating_id,ticket_id,agent_id,kind,score,scale,rated_at';

test('an answer takes its date and people from its ticket, and of several the last one counts', async () => {
  const { rows } = await imported([
    tickets,
    csv(
      'ratings.csv',
      header,
      'r1,1,,csat,4,1-5,',
      'r2,1,A9,csat,2,1-5,2025-01-05 10:00:00',
      'r3,2,,csat,5,1-5,',
      'r4,2,,csat,,1-5,',
      'r5,2,,nps,9,0-10,',
      'r6,9,,csat,3,1-5,',
    ),
  ]);
  expect(
    await rows(
      'select rating_id, agent_id, customer_id, score, rated_at, rated_at_basis, is_latest from ratings order by 1',
    ),
  ).toEqual([
    rating('r1', 'A1', 'C1', 4, '2025-01-02 10:00:00', 'solved', false),
    rating('r2', 'A9', 'C1', 2, '2025-01-05 10:00:00', 'rated', true),
    rating('r3', 'A2', 'C2', 5, '2025-01-03 10:00:00', 'created', true),
    rating('r4', 'A2', 'C2', null, null, null, false),
    rating('r5', 'A2', 'C2', 9, '2025-01-03 10:00:00', 'created', true),
    rating('r6', null, null, 3, null, null, true),
  ]);
});

test('of two files of answers the later one’s states stay', async () => {
  const { rows } = await imported([
    tickets,
    csv('ratings-1.csv', header, 'r1,1,,csat,1,1-5,', 'r2,2,,csat,2,1-5,'),
    csv('ratings-2.csv', header, 'r2,2,,csat,5,1-5,'),
  ]);
  expect(await rows('select rating_id, score, is_latest, source_file from ratings order by 1')).toEqual([
    { rating_id: 'r1', score: 1, is_latest: true, source_file: 'ratings-1.csv' },
    { rating_id: 'r2', score: 5, is_latest: true, source_file: 'ratings-2.csv' },
  ]);
});

test('blanks of any alphabet around a cell, and words for nothing, are read the same in a clean and in a dirty column', async () => {
  const { report, rows } = await imported([
    csv(
      'tickets.csv',
      'ticket_id,customer_id,subject,team,status,created_at,last_solved_at',
      '1,C1,\u00a0pão \u2003, Sales,solved,2025-01-01 10:00:00,2025-01-02 10:00:00',
      '2,C2,N/A,-,solved,2025-01-01 10:00:00, 2025-01-02 10:00:00',
      '3,-, - ,Sales ,open,2025-01-01 10:00:00,yesterday',
      '4,C4,plain,Sales,open,2025-01-01 10:00:00,N/A',
    ),
  ]);
  expect(
    await rows('select ticket_id, customer_id, subject, team, last_solved_at from tickets order by 1'),
  ).toEqual([
    ticket('1', 'C1', 'pão', 'Sales', '2025-01-02 10:00:00'),
    ticket('2', 'C2', null, null, '2025-01-02 10:00:00'),
    ticket('3', null, null, 'Sales', null),
    ticket('4', 'C4', 'plain', 'Sales', null),
  ]);
  expect(told(report).notes).toEqual(['1 value in “last_solved_at” could not be read and was left empty.']);
});

function rating(
  rating_id: string,
  agent_id: string | null,
  customer_id: string | null,
  score: number | null,
  rated_at: string | null,
  rated_at_basis: string | null,
  is_latest: boolean,
) {
  return { rating_id, agent_id, customer_id, score, rated_at, rated_at_basis, is_latest };
}

function ticket(
  ticket_id: string,
  customer_id: string | null,
  subject: string | null,
  team: string | null,
  last_solved_at: string | null,
) {
  return { ticket_id, customer_id, subject, team, last_solved_at };
}
