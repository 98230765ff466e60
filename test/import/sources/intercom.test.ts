import { describe, expect, test } from 'vitest';
import { imported } from '../files.ts';
import { admins, conversations, history, teams, transcript } from './fixtures/intercom.ts';

describe('Intercom’s API', () => {
  test('statistics leave office hours out: they are business seconds; campaigns are proactive', async () => {
    const { report, rows } = await imported([conversations, teams, admins]);
    expect(
      report.sources.map(({ vendor, rowsRead, rowsRejected }) => [vendor, rowsRead, rowsRejected]),
    ).toEqual([['intercom', 14 + 2, 0]]);
    expect(
      await rows(
        `select ticket_id, customer_id, channel, team, agent_id, status, started_by, is_proactive, list_sort(tags) as tags, priority, custom_fields from tickets order by 1`,
      ),
    ).toEqual([
      {
        ticket_id: '1',
        customer_id: 'c1',
        channel: 'chat',
        team: 'Support',
        agent_id: 'a1',
        status: 'closed',
        started_by: 'customer',
        is_proactive: false,
        tags: ['late, again', 'vip'],
        priority: 'normal',
        custom_fields: [{ key: 'Plan', value: 'pro' }],
      },
      {
        ticket_id: '2',
        customer_id: 'c1',
        channel: 'whatsapp',
        team: null,
        agent_id: 'a1',
        status: 'pending',
        started_by: 'agent',
        is_proactive: true,
        tags: null,
        priority: 'normal',
        custom_fields: [{ key: 'Plan', value: 'pro' }],
      },
    ]);
    expect(
      await rows(`select created_at_utc as created, first_human_reply_at_utc as reply, first_response_seconds as frt, reported_first_response_business_seconds as frt_business,
        reported_resolution_business_seconds as resolution, reopens, first_solved_at_utc as first_solved, last_solved_at_utc as last_solved, assigned_at_utc as assigned from tickets where ticket_id = '1'`),
    ).toEqual([
      {
        created: '2025-02-10 09:00:00',
        reply: '2025-02-10 09:05:00',
        frt: 300,
        frt_business: 240,
        resolution: 3000,
        reopens: 1,
        first_solved: '2025-02-10 09:15:00',
        last_solved: '2025-02-10 10:30:00',
        assigned: '2025-02-10 09:01:00',
      },
    ]);
    expect(
      await rows(
        'select ticket_id, agent_id, customer_id, scale, score, bucket, comment, rated_at_utc as at from ratings',
      ),
    ).toEqual([
      {
        ticket_id: '1',
        agent_id: 'a1',
        customer_id: 'c1',
        scale: '1-5',
        score: 4,
        bucket: 'positive',
        comment: 'Nice',
        at: '2025-02-10 10:56:40',
      },
    ]);
    expect(await rows('select agent_id, name from agents')).toEqual([{ agent_id: 'a1', name: 'Rui' }]);
  });

  test('parts: what has a text is a message, notes are private, states and assignments are events', async () => {
    const { rows } = await imported([conversations]);
    expect(
      await rows(
        `select message_id, author, is_public, is_automated, body from messages where ticket_id = '1' order by sent_at`,
      ),
    ).toEqual([
      {
        message_id: 'source 1',
        author: 'customer',
        is_public: true,
        is_automated: null,
        body: '<p>Hello</p>',
      },
      { message_id: 'p1', author: 'bot', is_public: true, is_automated: null, body: 'We are on it' },
      { message_id: 'p3', author: 'agent', is_public: false, is_automated: null, body: 'Check the order' },
      { message_id: 'p4', author: 'agent', is_public: true, is_automated: null, body: 'Hi Ana' },
      { message_id: 'p5', author: 'agent', is_public: true, is_automated: null, body: 'Closing this' },
      { message_id: 'p6', author: 'customer', is_public: true, is_automated: null, body: 'Still broken' },
    ]);
    expect(
      await rows(
        `select kind, from_value, to_value, actor, at_utc as at from ticket_events order by at_utc, kind`,
      ),
    ).toEqual([
      { kind: 'assignee', from_value: null, to_value: 'a1', actor: 'bot', at: '2025-02-10 09:01:00' },
      { kind: 'status', from_value: null, to_value: 'closed', actor: 'agent', at: '2025-02-10 09:15:00' },
      {
        kind: 'status',
        from_value: 'closed',
        to_value: 'open',
        actor: 'customer',
        at: '2025-02-10 10:00:00',
      },
      { kind: 'status', from_value: 'open', to_value: 'pending', actor: 'agent', at: '2025-02-10 10:01:40' },
      {
        kind: 'status',
        from_value: 'pending',
        to_value: 'closed',
        actor: 'agent',
        at: '2025-02-10 10:30:00',
      },
    ]);
    expect(await rows(`select is_automated from messages where ticket_id = '2'`)).toEqual([
      { is_automated: true },
    ]);
  });
});

test('Intercom’s transcript as a sheet', async () => {
  const { report, rows } = await imported([transcript]);
  expect(report.sources).toMatchObject([{ vendor: 'intercom', rowsRead: 3, rowsRejected: 0 }]);
  expect(await rows('select message_id, author, is_public from messages order by 1')).toEqual([
    { message_id: 'm1', author: 'customer', is_public: true },
    { message_id: 'm2', author: 'agent', is_public: false },
    { message_id: 'm3', author: 'agent', is_public: true },
  ]);
  expect(
    await rows(
      'select ticket_id, customer_id, status, tags, created_at_utc as created, first_human_reply_at_utc as reply, closed_at_utc as closed from tickets',
    ),
  ).toEqual([
    {
      ticket_id: '1',
      customer_id: 'c1',
      status: 'closed',
      tags: ['vip'],
      created: '2025-02-10 09:00:00',
      reply: '2025-02-10 09:05:00',
      closed: '2025-02-10 10:00:00',
    },
  ]);
});

test('a connector’s versions of a conversation: the last one counts, each change of state is an event', async () => {
  const { report, rows } = await imported([history]);
  expect(report.sources).toMatchObject([{ vendor: 'intercom', rowsRead: 4, rowsRejected: 0 }]);
  expect(
    await rows(
      'select ticket_id, status, agent_id, channel, priority, last_solved_at_utc as solved from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '1',
      status: 'closed',
      agent_id: 'a2',
      channel: 'chat',
      priority: 'normal',
      solved: '2025-02-12 10:00:00',
    },
    { ticket_id: '2', status: 'open', agent_id: null, channel: 'email', priority: 'high', solved: null },
  ]);
  expect(
    await rows(
      `select at_utc as at, from_value, to_value from ticket_events where ticket_id = '1' order by 1`,
    ),
  ).toEqual([
    { at: '2025-02-10 10:00:00', from_value: null, to_value: 'open' },
    { at: '2025-02-11 10:00:00', from_value: 'open', to_value: 'pending' },
    { at: '2025-02-12 10:00:00', from_value: 'pending', to_value: 'closed' },
  ]);
  expect(await rows('select ticket_id, score, scale, rated_at_utc as at from ratings')).toEqual([
    { ticket_id: '1', score: 5, scale: '1-5', at: '2025-02-12 09:00:00' },
  ]);
});
