import { describe, expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { json } from './json.ts';

describe('Chatwoot’s reports', () => {
  const facts =
    'select grain_id, from_at, to_at, agent_id, site, channel, label, metric, value, weight_metric, weight from period_facts order by agent_id, site, label, metric';
  const january = { from_at: '2024-01-01 00:00:00', to_at: '2024-02-01 00:00:00' };
  const nobody = { agent_id: null, site: null, channel: null, label: null };

  test('the period line comes first, averages are words, N/A is nothing known', async () => {
    const { report, rows } = await imported([
      csv(
        'agents.csv',
        'Reporting period 2024-01-01 to 2024-01-31',
        '',
        'Agent name,Assigned conversations,Avg first response time,Avg resolution time,Avg customer waiting time,Resolution Count',
        'Ana,12,2 hours 5 minutes,1 day 3 hours,45 seconds,9',
        'Bia,3,N/A,N/A,N/A,0',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'chatwoot', rowsLoaded: 2, rowsRejected: 0 });
    const of = (agent: string) => ({
      grain_id: 'chatwoot by agent',
      ...january,
      ...nobody,
      agent_id: agent,
    });
    const plain = { weight_metric: null, weight: null };
    expect(await rows(facts)).toEqual([
      { ...of('Ana'), metric: 'conversations', value: 12, ...plain },
      {
        ...of('Ana'),
        metric: 'first_response_time',
        value: 7500,
        weight_metric: 'conversations',
        weight: 12,
      },
      { ...of('Ana'), metric: 'resolution_time', value: 97200, weight_metric: 'resolutions', weight: 9 },
      { ...of('Ana'), metric: 'resolutions', value: 9, ...plain },
      { ...of('Ana'), metric: 'response_time', value: 45, weight_metric: 'conversations', weight: 12 },
      { ...of('Bia'), metric: 'conversations', value: 3, ...plain },
      { ...of('Bia'), metric: 'resolutions', value: 0, ...plain },
    ]);
  });

  test('the inboxes have two cells more than their header; Portuguese headers say the same', async () => {
    const { report, rows } = await imported([
      csv(
        'inboxes.csv',
        'Reporting period 2024-01-01 to 2024-01-31',
        '',
        'Inbox name,Inbox type,No. of conversations,Avg first response time,Avg resolution time',
        'Shop,Channel::WebWidget,4,1 minute 10 seconds,2 hours,30 seconds,3',
      ),
      csv(
        'etiquetas.csv',
        'Período do relatório 2024-01-01 a 2024-01-31',
        '',
        'Etiqueta,Número de conversas,Tempo médio de primeira resposta,Tempo médio de resolução,Tempo médio de resposta,Contagem de Resolução',
        'troca,2,2 horas 5 minutos,3 dias,N/A,1',
      ),
    ]);
    expect(report.sources.map(({ vendor }) => vendor)).toEqual(report.sources.map(() => 'chatwoot'));
    expect(
      await rows(
        "select grain_id, site, channel, label, metric, value, weight from period_facts where unit = 'seconds' order by grain_id, metric",
      ),
    ).toEqual([
      {
        grain_id: 'chatwoot by label',
        site: null,
        channel: null,
        label: 'troca',
        metric: 'first_response_time',
        value: 7500,
        weight: 2,
      },
      {
        grain_id: 'chatwoot by label',
        site: null,
        channel: null,
        label: 'troca',
        metric: 'resolution_time',
        value: 259200,
        weight: 1,
      },
      {
        grain_id: 'chatwoot by site and channel',
        site: 'Shop',
        channel: 'chat',
        label: null,
        metric: 'first_response_time',
        value: 70,
        weight: 4,
      },
      {
        grain_id: 'chatwoot by site and channel',
        site: 'Shop',
        channel: 'chat',
        label: null,
        metric: 'resolution_time',
        value: 7200,
        weight: 3,
      },
      {
        grain_id: 'chatwoot by site and channel',
        site: 'Shop',
        channel: 'chat',
        label: null,
        metric: 'response_time',
        value: 30,
        weight: 4,
      },
    ]);
  });
});

test('Chatwoot’s satisfaction download: the agent’s e-mail, the conversation of the link, the period below', async () => {
  const { report, rows } = await imported([
    csv(
      'csat.csv',
      'Agent Name,Rating,Feedback Comment,Contact Name,Contact Email Address,Contact Phone Number,Link to the conversation,Recorded date',
      '"Ana (ana@x.example)",5,great,Caio,caio@example.com,,https://chat.example.com/app/accounts/1/conversations/31,2024-01-02 10:00:00',
      '"Ana (ana@x.example)",2,,Davi,davi@example.com,,https://chat.example.com/app/accounts/1/conversations/32,2024-01-03 11:00:00',
      '',
      'Reporting period 2024-01-01 to 2024-01-31',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'chatwoot', rowsLoaded: 2, rowsRejected: 0 });
  expect(
    await rows(
      'select rating_id, ticket_id, agent_id, rated_at, score, bucket, comment from ratings order by ticket_id',
    ),
  ).toEqual([
    {
      rating_id: '31 2024-01-02 10:00:00',
      ticket_id: '31',
      agent_id: 'ana@x.example',
      rated_at: '2024-01-02 10:00:00',
      score: 5,
      bucket: 'positive',
      comment: 'great',
    },
    {
      rating_id: '32 2024-01-03 11:00:00',
      ticket_id: '32',
      agent_id: 'ana@x.example',
      rated_at: '2024-01-03 11:00:00',
      score: 2,
      bucket: 'negative',
      comment: null,
    },
  ]);
  expect(await rows('select agent_id, name from agents')).toEqual([
    { agent_id: 'ana@x.example', name: 'Ana' },
  ]);
});

test('Chatwoot’s database: codes mean words, an opening after a resolve is a reopening, zero business seconds are none', async () => {
  const { report, rows } = await imported([
    csv(
      'conversations.csv',
      'id,account_id,inbox_id,status,assignee_id,created_at,updated_at,contact_id,display_id,team_id,priority,campaign_id,first_reply_created_at,uuid',
      '10,1,3,1,7,2024-01-01 10:00:00,2024-01-02 12:00:00,90,110,5,2,,2024-01-01 10:02:00,u1',
      '11,1,3,2,,2024-01-01 11:00:00,2024-01-01 11:00:00,91,111,,,4,,u2',
    ),
    csv(
      'messages.csv',
      'id,content,account_id,inbox_id,conversation_id,message_type,created_at,private,sender_type,sender_id',
      '1,help,1,3,10,0,2024-01-01 10:00:00,f,Contact,90',
      '2,hello,1,3,10,3,2024-01-01 10:00:01,f,,',
      '3,note,1,3,10,1,2024-01-01 10:01:00,t,User,7',
      '4,done,1,3,10,1,2024-01-01 10:02:00,f,User,7',
      '5,resolved,1,3,10,2,2024-01-01 12:00:00,f,,',
      '6,offer,1,3,11,1,2024-01-01 11:00:00,f,,',
    ),
    csv(
      'reporting_events.csv',
      'id,name,value,account_id,inbox_id,user_id,conversation_id,created_at,value_in_business_hours,event_start_time,event_end_time',
      '1,conversation_opened,0.0,1,3,,10,2024-01-01 10:00:00,0.0,2024-01-01 10:00:00,2024-01-01 10:00:00',
      '2,first_response,120.0,1,3,7,10,2024-01-01 10:02:00,0.0,2024-01-01 10:00:00,2024-01-01 10:02:00',
      '3,conversation_resolved,7200.0,1,3,7,10,2024-01-01 12:00:00,0.0,2024-01-01 10:00:00,2024-01-01 12:00:00',
      '4,conversation_opened,79200.0,1,3,,10,2024-01-02 10:00:00,0.0,2024-01-01 12:00:00,2024-01-02 10:00:00',
      '5,conversation_resolved,93600.0,1,3,7,10,2024-01-02 12:00:00,3600.0,2024-01-01 10:00:00,2024-01-02 12:00:00',
    ),
    csv(
      'csat_survey_responses.csv',
      'id,account_id,conversation_id,message_id,rating,feedback_message,contact_id,assigned_agent_id,created_at',
      '1,1,10,5,4,ok,90,7,2024-01-02 13:00:00',
    ),
    csv('inboxes.csv', 'id,channel_id,account_id,name,channel_type', '3,1,1,Shop,Channel::Whatsapp'),
    csv('teams.csv', 'id,name,account_id', '5,Support,1'),
    csv('users.csv', 'id,name,email,availability', '7,Ana,ana@x.example,0'),
  ]);
  expect(
    report.sources.map(({ vendor, rowsRead, rowsRejected }) => [vendor, rowsRead, rowsRejected]),
  ).toEqual([['chatwoot', 17, 0]]);
  expect(
    await rows(`select ticket_id, customer_id, channel, site, team, agent_id, priority, status, is_proactive, started_by, first_human_reply_at, first_solved_at, last_solved_at,
      reopens, agent_replies, customer_messages, first_response_seconds as first, resolution_seconds as full, reported_first_response_seconds as reported_first,
      reported_first_response_business_seconds as business, reported_resolution_seconds as reported, reported_resolution_business_seconds as reported_business from tickets order by 1`),
  ).toEqual([
    {
      ticket_id: '10',
      customer_id: '90',
      channel: 'whatsapp',
      site: 'Shop',
      team: 'Support',
      agent_id: '7',
      priority: 'high',
      status: 'solved',
      is_proactive: null,
      started_by: 'customer',
      first_human_reply_at: '2024-01-01 10:02:00',
      first_solved_at: '2024-01-01 12:00:00',
      last_solved_at: '2024-01-02 12:00:00',
      reopens: 1,
      agent_replies: 1,
      customer_messages: 1,
      first: 120,
      full: 93600,
      reported_first: 120,
      business: null,
      reported: 93600,
      reported_business: 3600,
    },
    {
      ticket_id: '11',
      customer_id: '91',
      channel: 'whatsapp',
      site: 'Shop',
      team: null,
      agent_id: null,
      priority: null,
      status: 'new',
      is_proactive: true,
      started_by: 'system',
      first_human_reply_at: null,
      first_solved_at: null,
      last_solved_at: null,
      reopens: null,
      agent_replies: 0,
      customer_messages: 0,
      first: null,
      full: null,
      reported_first: null,
      business: null,
      reported: null,
      reported_business: null,
    },
  ]);
  expect(
    await rows('select message_id, author, direction, is_public, is_automated from messages order by 1'),
  ).toEqual(
    [
      ['1', 'customer', 'in', true, false],
      ['2', 'system', 'out', true, true],
      ['3', 'agent', 'out', false, false],
      ['4', 'agent', 'out', true, false],
      ['5', 'system', 'out', true, true],
      ['6', 'system', 'out', true, false],
    ].map(([message_id, author, direction, is_public, is_automated]) => ({
      message_id,
      author,
      direction,
      is_public,
      is_automated,
    })),
  );
  expect(await rows('select ticket_id, "at", kind from ticket_events order by 2')).toEqual([
    { ticket_id: '10', at: '2024-01-01 12:00:00', kind: 'solve' },
    { ticket_id: '10', at: '2024-01-02 10:00:00', kind: 'reopen' },
    { ticket_id: '10', at: '2024-01-02 12:00:00', kind: 'solve' },
  ]);
  expect(await rows('select ticket_id, agent_id, score, comment, rated_at from ratings')).toEqual([
    { ticket_id: '10', agent_id: '7', score: 4, comment: 'ok', rated_at: '2024-01-02 13:00:00' },
  ]);
});

test('an upper-case export of messages: conversations are the last thing known of each', async () => {
  const { report, rows } = await imported([
    csv(
      'export.csv',
      'ACCOUNT_ID;INBOX_NAME;CONVERSATION_ID;CONVERSATION_STATUS;CONVERSATION_CREATED_AT;CONTACT_NAME;ASSIGNEE_NAME;MESSAGE_CREATED_AT;MESSAGE_TYPE;MESSAGE_PRIVATE;MESSAGE_CONTENT',
      '1;Loja;31;open;2024-01-13 10:00:00;Caio;;2024-01-13 10:00:00;incoming;false;oi',
      '1;Loja;31;resolved;2024-01-13 10:00:00;Caio;Ana;2024-01-13 10:05:00;outgoing;false;olá',
      '1;Loja;31;open;2024-01-13 10:00:00;Caio;Ana;2024-01-13 10:03:00;outgoing;true;nota',
      '1;Loja;32;pending;2024-01-13 11:00:00;Davi;;2024-01-13 11:00:00;incoming;false;alguém?',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'chatwoot', rowsRead: 4, rowsRejected: 0 });
  expect(
    await rows(
      'select ticket_id, site, agent_id, status, created_at, first_response_seconds, agent_replies from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '31',
      site: 'Loja',
      agent_id: 'Ana',
      status: 'solved',
      created_at: '2024-01-13 10:00:00',
      first_response_seconds: 300,
      agent_replies: 1,
    },
    {
      ticket_id: '32',
      site: 'Loja',
      agent_id: null,
      status: 'new',
      created_at: '2024-01-13 11:00:00',
      first_response_seconds: null,
      agent_replies: 0,
    },
  ]);
  expect(await rows('select ticket_id, author, is_public, body from messages order by sent_at')).toEqual([
    { ticket_id: '31', author: 'customer', is_public: true, body: 'oi' },
    { ticket_id: '31', author: 'agent', is_public: false, body: 'nota' },
    { ticket_id: '31', author: 'agent', is_public: true, body: 'olá' },
    { ticket_id: '32', author: 'customer', is_public: true, body: 'alguém?' },
  ]);
});

test('Chatwoot’s API: conversations and messages as their lists answer, seconds since 1970', async () => {
  const { report, rows } = await imported(
    [
      json('conversations.json', {
        data: {
          meta: { mine_count: 1, all_count: 1 },
          payload: [
            {
              id: 31,
              account_id: 1,
              uuid: 'u1',
              inbox_id: 3,
              status: 'resolved',
              priority: 'high',
              labels: ['vip'],
              created_at: 1735725600,
              updated_at: 1735729200.5,
              first_reply_created_at: 1735725660,
              additional_attributes: {},
              meta: {
                channel: 'Channel::WebWidget',
                sender: {
                  id: 90,
                  name: 'Caio',
                  email: 'caio@example.com',
                  phone_number: null,
                  type: 'contact',
                },
                assignee: { id: 7, name: 'Ana' },
                team: { id: 5, name: 'Support' },
              },
              messages: [],
            },
          ],
        },
      }),
      json('messages.json', {
        meta: { labels: [] },
        payload: [
          {
            id: 1,
            content: 'help',
            inbox_id: 3,
            conversation_id: 31,
            message_type: 0,
            created_at: 1735725600,
            private: false,
            sender: { id: 90, name: 'Caio', type: 'contact' },
          },
          {
            id: 2,
            content: 'done',
            inbox_id: 3,
            conversation_id: 31,
            message_type: 1,
            created_at: 1735725660,
            private: false,
            sender: { id: 7, name: 'Ana', type: 'user' },
          },
        ],
      }),
    ],
    { timeZone: 'America/Sao_Paulo' },
  );
  expect(report.sources.map(({ vendor, rowsRejected }) => [vendor, rowsRejected])).toEqual([['chatwoot', 0]]);
  expect(
    await rows(
      'select ticket_id, customer_id, customer_key, channel, team, agent_id, priority, tags, status, created_at, created_at_utc, first_response_seconds from tickets',
    ),
  ).toEqual([
    {
      ticket_id: '31',
      customer_id: '90',
      customer_key: 'caio@example.com',
      channel: 'chat',
      team: 'Support',
      agent_id: '7',
      priority: 'high',
      tags: ['vip'],
      status: 'solved',
      created_at: '2025-01-01 07:00:00',
      created_at_utc: '2025-01-01 10:00:00',
      first_response_seconds: 60,
    },
  ]);
  expect(await rows('select message_id, author, author_id, direction from messages order by 1')).toEqual([
    { message_id: '1', author: 'customer', author_id: '90', direction: 'in' },
    { message_id: '2', author: 'agent', author_id: '7', direction: 'out' },
  ]);
});
