import { describe, expect, test } from 'vitest';
import { csv, imported, told } from '../files.ts';
import { audits, exported, ratings, tickets } from './fixtures/zendesk.ts';

describe('Zendesk’s incremental export', () => {
  test('tickets with their metric sets, and people, groups and brands by name', async () => {
    const { report, rows } = await imported([tickets]);
    expect(
      report.sources.map(({ vendor, rowsRead, rowsRejected }) => ({ vendor, rowsRead, rowsRejected })),
    ).toEqual([{ vendor: 'zendesk', rowsRead: 9, rowsRejected: 0 }]);
    expect(
      await rows(
        `select ticket_id, status, status_raw, channel, team, brand, tags, follow_up_of, custom_fields from tickets order by 1`,
      ),
    ).toEqual([
      {
        ticket_id: '1',
        status: 'closed',
        status_raw: 'closed',
        channel: 'email',
        team: 'Support',
        brand: 'Acme',
        tags: ['vip', 'late parcel'],
        follow_up_of: null,
        custom_fields: [{ key: '360001', value: 'delivery' }],
      },
      {
        ticket_id: '2',
        status: 'hold',
        status_raw: 'hold',
        channel: 'whatsapp',
        team: 'Support',
        brand: 'Acme',
        tags: ['vip', 'late parcel'],
        follow_up_of: null,
        custom_fields: [{ key: '360001', value: 'delivery' }],
      },
      {
        ticket_id: '3',
        status: 'merged',
        status_raw: 'closed',
        channel: 'web_form',
        team: 'Support',
        brand: 'Acme',
        tags: ['closed_by_merge'],
        follow_up_of: null,
        custom_fields: [{ key: '360001', value: 'delivery' }],
      },
      {
        ticket_id: '4',
        status: 'deleted',
        status_raw: 'deleted',
        channel: 'other',
        team: 'Support',
        brand: 'Acme',
        tags: ['vip', 'late parcel'],
        follow_up_of: '1',
        custom_fields: [{ key: '360001', value: 'delivery' }],
      },
    ]);
    expect(
      await rows(`select first_human_reply_at_utc as reply, first_solved_at_utc as first_solved, last_solved_at_utc as solved, assigned_at_utc as assigned, reopens, agent_replies,
        agents_involved, first_response_seconds as frt, reported_first_response_business_seconds as frt_business, resolution_seconds as resolution,
        reported_resolution_seconds as reported, reported_requester_wait_business_seconds as wait, reported_hold_seconds as hold from tickets where ticket_id = '1'`),
    ).toEqual([
      {
        reply: '2025-03-03 12:20:00',
        first_solved: '2025-03-04 12:00:00',
        solved: '2025-03-05 11:30:00',
        assigned: '2025-03-03 12:05:00',
        reopens: 1,
        agent_replies: 2,
        agents_involved: 2,
        frt: 1200,
        frt_business: 900,
        resolution: 171000,
        reported: 171000,
        wait: 3000,
        hold: 0,
      },
    ]);
    expect(
      await rows('select rating_id, ticket_id, score_raw, scale, score, bucket from ratings order by 1'),
    ).toEqual([
      { rating_id: '31', ticket_id: '1', score_raw: 'good', scale: 'good_bad', score: 1, bucket: 'positive' },
      { rating_id: '32', ticket_id: '2', score_raw: 'offered', scale: null, score: null, bucket: null },
    ]);
    expect(await rows('select agent_id, name from agents order by 1')).toEqual([
      { agent_id: '901', name: 'Rui' },
      { agent_id: '902', name: 'Eva' },
    ]);
    expect(await rows('select customer_id, customer_key, name from customers')).toEqual([
      { customer_id: '501', customer_key: 'ana@example.com', name: 'Ana' },
    ]);
  });

  test('beside the ratings’ own list the tickets’ copies are not read twice', async () => {
    const { rows } = await imported([tickets, ratings]);
    expect(
      await rows(
        'select rating_id, score_raw, bucket, rated_at_utc as at, rated_at_basis as basis, comment from ratings order by 1',
      ),
    ).toEqual([
      {
        rating_id: '31',
        score_raw: 'good',
        bucket: 'positive',
        at: '2025-03-05 14:00:00',
        basis: 'rated',
        comment: 'Quick!',
      },
      { rating_id: '32', score_raw: 'offered', bucket: null, at: null, basis: null, comment: null },
      {
        rating_id: '34',
        score_raw: 'bad',
        bucket: 'negative',
        at: '2025-03-07 08:00:00',
        basis: 'rated',
        comment: 'Slow',
      },
    ]);
  });
});

test('Zendesk’s JSON export: notes and rules are no replies, and the author of a comment is known by the ticket', async () => {
  const { report, rows } = await imported([exported]);
  expect(report.sources[0]).toMatchObject({ vendor: 'zendesk', rowsRead: 8, rowsRejected: 0 });
  expect(
    await rows(
      'select message_id, ticket_id, author, is_public, is_automated, direction from messages order by 1',
    ),
  ).toEqual([
    {
      message_id: '1',
      ticket_id: '1',
      author: 'customer',
      is_public: true,
      is_automated: null,
      direction: 'in',
    },
    {
      message_id: '2',
      ticket_id: '1',
      author: 'agent',
      is_public: false,
      is_automated: null,
      direction: null,
    },
    {
      message_id: '3',
      ticket_id: '1',
      author: 'system',
      is_public: true,
      is_automated: true,
      direction: null,
    },
    {
      message_id: '4',
      ticket_id: '1',
      author: 'agent',
      is_public: true,
      is_automated: null,
      direction: 'out',
    },
    {
      message_id: '5',
      ticket_id: '1',
      author: 'customer',
      is_public: true,
      is_automated: null,
      direction: 'in',
    },
    {
      message_id: '6',
      ticket_id: '2',
      author: 'customer',
      is_public: true,
      is_automated: null,
      direction: 'in',
    },
  ]);
  expect(
    await rows(
      'select ticket_id, first_human_reply_at_utc as at, first_response_seconds as seconds, agent_replies, customer_messages from tickets order by 1',
    ),
  ).toEqual([
    { ticket_id: '1', at: '2025-03-03 12:19:30', seconds: 1170, agent_replies: 1, customer_messages: 2 },
    { ticket_id: '2', at: null, seconds: null, agent_replies: 0, customer_messages: 1 },
  ]);
});

test('Zendesk’s audits: solves to the second, and a closing after a solve is no second one', async () => {
  const { rows } = await imported([exported, audits]);
  expect(
    await rows('select kind, from_value, to_value, at_utc as at, actor from ticket_events order by event_id'),
  ).toEqual([
    { kind: 'status', from_value: null, to_value: 'new', at: '2025-03-03 12:00:00', actor: 'customer' },
    { kind: 'status', from_value: 'new', to_value: 'solved', at: '2025-03-03 12:19:30', actor: 'agent' },
    { kind: 'assignee', from_value: null, to_value: '901', at: '2025-03-03 12:19:30', actor: 'agent' },
    { kind: 'status', from_value: 'solved', to_value: 'open', at: '2025-03-04 09:00:00', actor: 'customer' },
    { kind: 'status', from_value: 'open', to_value: 'solved', at: '2025-03-05 11:30:15', actor: 'agent' },
    { kind: 'team', from_value: '77', to_value: '78', at: '2025-03-05 11:30:15', actor: 'agent' },
    { kind: 'status', from_value: 'solved', to_value: 'closed', at: '2025-03-09 11:30:15', actor: null },
  ]);
  expect(
    await rows(
      `select first_solved_at_utc as first, last_solved_at_utc as last, reopens, first_resolution_seconds as seconds from tickets where ticket_id = '1'`,
    ),
  ).toEqual([{ first: '2025-03-03 12:19:30', last: '2025-03-05 11:30:15', reopens: 1, seconds: 1170 }]);
  expect(await rows('select count(*) as n from messages')).toEqual([{ n: 6 }]);
});

describe('Zendesk’s tables as a connector copies them', () => {
  const synced = '2025-04-01 00:00:00';
  const files = [
    csv(
      'ticket_data.csv',
      'id,_fivetran_synced,assignee_id,brand_id,created_at,description,group_id,priority,requester_id,status,subject,submitter_id,type,updated_at,via_channel',
      `1,${synced},901,5,2025-03-03 12:00:00,Text,77,urgent,501,closed,Parcel,501,question,2025-03-09 12:00:00,email`,
    ),
    csv(
      'ticket_field_history_data.csv',
      'field_name,ticket_id,updated,_fivetran_synced,user_id,value',
      `status,1,2025-03-03 12:00:00,${synced},501,new`,
      `status,1,2025-03-04 12:00:00,${synced},901,solved`,
      `status,1,2025-03-05 12:00:00,${synced},501,open`,
      `status,1,2025-03-06 12:00:00,${synced},901,on-hold`,
      `status,1,2025-03-07 12:00:00,${synced},901,solved`,
      `status,1,2025-03-07 12:00:00,${synced},901,solved`,
      `status,1,2025-03-11 12:00:00,${synced},,closed`,
      `priority,1,2025-03-03 12:00:00,${synced},501,normal`,
      `priority,1,2025-03-04 12:00:00,${synced},901,urgent`,
      `assignee_id,1,2025-03-03 12:30:00,${synced},901,901`,
      `requester_id,1,2025-03-03 12:00:00,${synced},501,501`,
    ),
    csv(
      'ticket_tag_data.csv',
      'tag,ticket_id,_fivetran_synced',
      `vip,1,${synced}`,
      `late parcel,1,${synced}`,
      `vip,999,${synced}`,
    ),
    csv(
      'group_data.csv',
      'id,_fivetran_deleted,_fivetran_synced,created_at,name',
      `77,FALSE,${synced},2020-01-01 00:00:00,Support`,
    ),
    csv(
      'user_data.csv',
      'id,_fivetran_synced,active,email,name,role,suspended,ticket_restriction',
      `501,${synced},TRUE,ana@example.com,Ana,end-user,FALSE,requested`,
      `901,${synced},TRUE,rui@example.com,Rui,agent,FALSE,`,
    ),
    csv(
      'schedule_data.csv',
      'end_time,id,start_time,_fivetran_synced,name,time_zone',
      `8400,1,7680,${synced},Hours,London`,
    ),
  ];

  test('a history of values becomes changes, tags join their tickets, a list of schedules is left out', async () => {
    const { report, rows } = await imported(files);
    expect(report.sources).toHaveLength(1);
    expect(
      await rows(
        `select at_utc as at, from_value, to_value, actor from ticket_events where kind = 'status' order by 1`,
      ),
    ).toEqual([
      { at: '2025-03-03 12:00:00', from_value: null, to_value: 'new', actor: 'customer' },
      { at: '2025-03-04 12:00:00', from_value: 'new', to_value: 'solved', actor: 'agent' },
      { at: '2025-03-05 12:00:00', from_value: 'solved', to_value: 'open', actor: 'customer' },
      { at: '2025-03-06 12:00:00', from_value: 'open', to_value: 'hold', actor: 'agent' },
      { at: '2025-03-07 12:00:00', from_value: 'hold', to_value: 'solved', actor: 'agent' },
      { at: '2025-03-11 12:00:00', from_value: 'solved', to_value: 'closed', actor: null },
    ]);
    expect(
      await rows(
        `select kind, from_value, to_value from ticket_events where kind <> 'status' order by at_utc`,
      ),
    ).toEqual([
      { kind: 'priority', from_value: null, to_value: 'normal' },
      { kind: 'assignee', from_value: null, to_value: '901' },
      { kind: 'priority', from_value: 'normal', to_value: 'urgent' },
    ]);
    expect(
      await rows(
        'select ticket_id, team, list_sort(tags) as tags, reopens, first_solved_at_utc as first, last_solved_at_utc as last from tickets',
      ),
    ).toEqual([
      {
        ticket_id: '1',
        team: 'Support',
        tags: ['late parcel', 'vip'],
        reopens: 1,
        first: '2025-03-04 12:00:00',
        last: '2025-03-07 12:00:00',
      },
    ]);
    expect(told(report).notes.filter((note) => note.includes('status'))).toEqual([]);
  });
});
