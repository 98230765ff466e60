import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { quoteRelation } from '#sql';
import { zoneTransitions } from '#time';
import { historiesSql } from '../../src/lib/import/load/histories-sql.ts';
import { formatRows } from '../kpi/rows.ts';
import { fill, type World } from '../kpi/world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** The rows of one query, once the histories of the source `s` are written from the world. */
async function asked(world: World, sql: string, zone = 'UTC'): Promise<string[]> {
  await fill(engine, world);
  const base = (table: string) => quoteRelation(engine.database, 'base', table);
  const transitions = zoneTransitions(zone, Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));
  await engine.exec(
    [
      `delete from ${base('sources')}`,
      `insert into ${base('sources')} by name select 's' as source_id, timestamp '2026-03-10 00:00:00' as as_of_utc`,
      ...historiesSql({ sourceId: 's', base, workspaceZone: zone === 'UTC' ? null : transitions }),
    ].join(';\n'),
  );
  return formatRows(await engine.query(sql));
}

describe('replies', () => {
  const messages = (values: string): World => ({
    tickets: { columns: 'ticket_id, channel', values: "('t', 'chat'), ('u', 'email')" },
    messages: {
      columns: 'message_id, ticket_id, sent_at, author, author_id, is_public, is_automated, source_row',
      values,
    },
  });
  const rows =
    'select reply_id, is_first, response_seconds, agent_id, channel from replies order by ticket_id, asked_at, reply_id';

  test('a run of messages waits from its first one for the first human public reply', async () => {
    const world = messages(`
      ('m1', 't', '2026-03-01 10:00:00', 'customer', 'c', true, false, 1), ('m2', 't', '2026-03-01 10:01:00', 'customer', 'c', true, false, 2),
      ('m3', 't', '2026-03-01 10:01:10', 'bot', 'b', true, true, 3), ('m4', 't', '2026-03-01 10:02:00', 'agent', 'ana', false, false, 4),
      ('m5', 't', '2026-03-01 10:03:00', 'agent', 'ana', true, true, 5), ('m6', 't', '2026-03-01 10:05:00', 'agent', 'bia', true, false, 6),
      ('m7', 't', '2026-03-01 10:06:00', 'agent', 'ana', true, false, 7), ('m8', 't', '2026-03-01 10:10:00', 'customer', 'c', true, false, 8),
      ('m9', 't', '2026-03-01 10:10:30', 'agent', 'ana', null, null, 9), ('n1', 't', '2026-03-01 11:00:00', 'customer', 'c', true, false, 10)`);
    expect(await asked(world, rows)).toEqual([
      'm1, true, 300, bia, chat',
      'm8, false, 30, ana, chat',
      'n1, false, NULL, NULL, chat',
    ]);
  });

  test('an agent who writes first has answered nobody; a reply at the very second of the question took none', async () => {
    const world = messages(`
      ('m1', 'u', '2026-03-01 10:00:00', 'agent', 'ana', true, false, 1), ('m2', 'u', '2026-03-01 12:00:00', 'customer', 'c', true, false, 2),
      ('m3', 'u', '2026-03-01 12:00:00', 'agent', 'ana', true, false, 3), ('m4', 'u', null, 'customer', 'c', true, false, 4)`);
    expect(await asked(world, rows)).toEqual(['m2, true, 0, ana, email']);
  });
});

describe('solves', () => {
  const events = (values: string): World => ({
    ticket_events: {
      columns: 'event_id, ticket_id, at, kind, from_value, to_value, actor, actor_id, source_row',
      values,
    },
  });
  const rows =
    'select solve_id, agent_id, solve_number, is_last, reopen_seconds from solves order by ticket_id, solved_at';

  test('solved, reopened, solved, reopened and left open: two solves, each with its reopening', async () => {
    const world = events(`
      ('e1', 't', '2026-03-01 10:00', 'solve', null, 'solved', 'agent', 'ana', 1), ('e2', 't', '2026-03-01 11:00', 'reopen', 'solved', 'open', 'customer', 'c', 2),
      ('e3', 't', '2026-03-01 12:00', 'solve', null, 'solved', 'bot', 'b', 3), ('e4', 't', '2026-03-02 12:00', 'reopen', 'solved', 'open', 'customer', 'c', 4),
      ('e5', 'u', '2026-03-01 10:00', 'solve', null, 'solved', 'agent', 'bia', 5)`);
    expect(await asked(world, rows)).toEqual([
      'e1, ana, 1, false, 3600',
      'e3, NULL, 2, true, 86400',
      'e5, bia, 1, true, NULL',
    ]);
  });

  test('without named solves the status tells: closing what is solved is no second solve', async () => {
    const world = events(`
      ('e1', 't', '2026-03-01 10:00', 'status', 'open', 'solved', 'agent', 'ana', 1), ('e2', 't', '2026-03-01 11:00', 'status', 'solved', 'closed', 'system', null, 2),
      ('e3', 't', '2026-03-01 12:00', 'status', 'closed', 'pending', null, null, 3)`);
    expect(await asked(world, rows)).toEqual(['e1, ana, 1, true, 7200']);
  });
});

describe('status_periods', () => {
  const rows =
    'select ticket_id, status, from_at, to_at, seconds, is_present from status_periods order by ticket_id, from_at';

  test('a history begins at the opening and ends in the present status, at the last instant of the data', async () => {
    const world: World = {
      tickets: {
        columns: 'ticket_id, created_at, status',
        values: `('a', '2026-03-01 00:00', 'open'), ('b', '2026-03-09 00:00', 'pending'), ('c', '2026-03-01 00:00', 'solved')`,
      },
      ticket_events: {
        columns: 'event_id, ticket_id, at, kind, from_value, to_value, source_row',
        values: `('e1', 'a', '2026-03-01 01:00', 'status', 'new', 'in_progress', 1), ('e2', 'a', '2026-03-02 01:00', 'status', 'in_progress', 'solved', 2),
          ('e3', 'a', '2026-03-02 01:00', 'solve', null, 'solved', 3), ('e4', 'a', '2026-03-09 23:00', 'reopen', 'solved', 'open', 4), ('e5', 'a', '2026-03-01 02:00', 'assignee', null, 'ana', 5)`,
      },
    };
    expect(await asked(world, rows)).toEqual([
      'a, new, 2026-03-01 00:00:00, 2026-03-01 01:00:00, 3600, false',
      'a, in_progress, 2026-03-01 01:00:00, 2026-03-02 01:00:00, 86400, false',
      'a, solved, 2026-03-02 01:00:00, 2026-03-09 23:00:00, 684000, false',
      'a, open, 2026-03-09 23:00:00, NULL, 3600, true',
      'b, pending, 2026-03-09 00:00:00, NULL, 86400, true',
    ]);
  });

  test('of solves and reopenings alone a ticket was open before, and the clock is the workspace’s', async () => {
    const world: World = {
      tickets: { columns: 'ticket_id, created_at, status', values: `('a', '2026-03-01 00:00', 'solved')` },
      ticket_events: {
        columns: 'event_id, ticket_id, at, kind, source_row',
        values: `('e1', 'a', '2026-03-02 00:00', 'solve', 1)`,
      },
    };
    expect(await asked(world, rows, 'America/Sao_Paulo')).toEqual([
      'a, open, 2026-02-28 21:00:00, 2026-03-01 21:00:00, 86400, false',
      'a, solved, 2026-03-01 21:00:00, NULL, 691200, true',
    ]);
  });

  test('a ticket without a change that has ended was open until it did, nobody knows in which status; a reopened one tells nothing', async () => {
    const world: World = {
      tickets: {
        columns: 'ticket_id, created_at, status, last_solved_at, closed_at, reopens',
        values: `('a', '2026-03-01', 'closed', '2026-03-03', '2026-03-05', 0), ('b', '2026-03-01', 'solved', '2026-03-03', null, null), ('c', '2026-03-01', 'merged', null, '2026-03-02', null), ('d', '2026-03-01', 'closed', '2026-03-01', null, 0),
          ('e', '2026-03-01', 'solved', '2026-03-03', null, 1), ('f', '2026-03-01', 'closed', null, null, 0), ('g', '2026-03-05', 'solved', '2026-03-03', null, 0)`,
      },
      ticket_events: {
        columns: 'event_id, ticket_id, at, kind, from_value, to_value',
        values: `('e1', 'z', '2026-03-09', 'status', 'new', 'open')`,
      },
    };
    expect((await asked(world, rows)).filter((row) => !row.startsWith('z'))).toEqual([
      `a, NULL, 2026-03-01 00:00:00, 2026-03-03 00:00:00, ${2 * 86400}, false`,
      `a, solved, 2026-03-03 00:00:00, 2026-03-05 00:00:00, ${2 * 86400}, false`,
      `a, closed, 2026-03-05 00:00:00, NULL, ${5 * 86400}, true`,
      `b, NULL, 2026-03-01 00:00:00, 2026-03-03 00:00:00, ${2 * 86400}, false`,
      `b, solved, 2026-03-03 00:00:00, NULL, ${7 * 86400}, true`,
      `c, NULL, 2026-03-01 00:00:00, 2026-03-02 00:00:00, ${86400}, false`,
      `c, merged, 2026-03-02 00:00:00, NULL, ${8 * 86400}, true`,
      `d, closed, 2026-03-01 00:00:00, NULL, ${9 * 86400}, true`,
    ]);
    expect(await asked(world, 'select count(requester_wait_seconds) from tickets')).toEqual(['1']);
  });

  test('a source without events tells no history', async () => {
    expect(
      await asked(
        { tickets: { columns: 'ticket_id, created_at, status', values: `('a', '2026-03-01', 'open')` } },
        rows,
      ),
    ).toEqual([]);
  });
});

test('tickets know from their histories how long they waited and what agents did', async () => {
  const world: World = {
    tickets: {
      columns: 'ticket_id, created_at, last_solved_at, status, hold_seconds',
      values: `('a', '2026-03-01 00:00', '2026-03-01 10:00', 'closed', null), ('b', '2026-03-01 00:00', null, 'open', 5)`,
    },
    // a: new 1 h, in progress 2 h, pending 3 h, hold 1 h, in progress 3 h, solved.
    ticket_events: {
      columns: 'event_id, ticket_id, at, kind, from_value, to_value, actor, source_row',
      values: `('e1', 'a', '2026-03-01 01:00', 'status', 'new', 'in_progress', 'agent', 1), ('e2', 'a', '2026-03-01 03:00', 'status', 'in_progress', 'pending', 'agent', 2),
        ('e3', 'a', '2026-03-01 06:00', 'status', 'pending', 'hold', 'system', 3), ('e4', 'a', '2026-03-01 07:00', 'status', 'hold', 'in_progress', 'agent', 4),
        ('e5', 'a', '2026-03-01 10:00', 'status', 'in_progress', 'solved', 'agent', 5)`,
    },
    messages: {
      columns: 'message_id, ticket_id, sent_at, author, is_public, is_automated',
      values: `('m1', 'a', '2026-03-01 02:00', 'agent', false, false), ('m2', 'a', '2026-03-01 02:00', 'agent', true, true), ('m3', 'b', '2026-03-01 02:00', 'customer', true, false)`,
    },
  };
  expect(
    await asked(
      world,
      'select ticket_id, in_progress_seconds, hold_seconds, agent_wait_seconds, requester_wait_seconds, agent_actions from tickets order by all',
    ),
  ).toEqual(['a, 18000, 3600, 10800, 25200, 5', 'b, NULL, 5, NULL, NULL, 0']);
});
