import { describe, expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { workbookBytes } from '../readers/xlsx/workbook-file.ts';
import { ndjson } from './json.ts';

const facts =
  'select grain_id, from_at, to_at, agent_id, site, channel, metric, unit, value, weight_metric, weight from period_facts order by metric, from_at, agent_id, site, channel';

describe('JivoChat’s statistics', () => {
  test('a sheet by day and agent: sums add, averages keep what they rest on, totals are left out', async () => {
    const { report, rows } = await imported([
      csv(
        'agents.csv',
        'Date,Agent,Accepted chats,Missed chats,Average first response time,Online time,Positive ratings',
        '2025-03-01,Ana,10,1,0:00:30,7:30:00,4',
        '2025-03-02,Ana,20,0,60,8:00:00,5',
        'Total,,30,1,0:00:50,15:30:00,9',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'jivochat', rowsRead: 3 });
    const day = (from: string, to: string) => ({
      grain_id: 'jivochat by day and agent',
      from_at: `2025-03-${from} 00:00:00`,
      to_at: `2025-03-${to} 00:00:00`,
      agent_id: 'Ana',
      site: null,
      channel: null,
    });
    const sum = { weight_metric: null, weight: null };
    expect(await rows(facts)).toEqual([
      { ...day('01', '02'), metric: 'chats_accepted', unit: 'count', value: 10, ...sum },
      { ...day('02', '03'), metric: 'chats_accepted', unit: 'count', value: 20, ...sum },
      { ...day('01', '02'), metric: 'chats_missed', unit: 'count', value: 1, ...sum },
      { ...day('02', '03'), metric: 'chats_missed', unit: 'count', value: 0, ...sum },
      {
        ...day('01', '02'),
        metric: 'first_response_time',
        unit: 'seconds',
        value: 30,
        weight_metric: 'chats_accepted',
        weight: 10,
      },
      {
        ...day('02', '03'),
        metric: 'first_response_time',
        unit: 'seconds',
        value: 60,
        weight_metric: 'chats_accepted',
        weight: 20,
      },
      { ...day('01', '02'), metric: 'online_time', unit: 'seconds', value: 27000, ...sum },
      { ...day('02', '03'), metric: 'online_time', unit: 'seconds', value: 28800, ...sum },
      { ...day('01', '02'), metric: 'ratings_positive', unit: 'count', value: 4, ...sum },
      { ...day('02', '03'), metric: 'ratings_positive', unit: 'count', value: 5, ...sum },
    ]);
  });

  test('the period stands above the table; names of one’s own are sites, known words are channels', async () => {
    const { rows } = await imported([
      csv(
        'canais.csv',
        'Relatório global',
        'Período: 01/03/2025 - 31/03/2025',
        '',
        'Canal;Chats aceitos;Chats perdidos;Mensagens offline;Convites enviados;Convites aceitos',
        'WhatsApp;12;3;1;40;6',
        'Instagram;5;0;0;0;0',
      ),
      csv(
        'sitios.csv',
        'Informe global 2025-03-01 a 2025-03-31',
        '',
        'Sitio,Chats aceptados,Chats perdidos,Tiempo medio de primera respuesta',
        'tienda.example.com,7,2,1 minuto 5 segundos',
        'blog.example.com,1,0,-',
      ),
    ]);
    expect(
      await rows(`select grain_id, from_at, to_at, coalesce(channel, site) as place, metric, value, weight from period_facts
        where metric in ('invitations_accepted', 'first_response_time') order by grain_id, place`),
    ).toEqual([
      {
        grain_id: 'jivochat by channel',
        from_at: '2025-03-01 00:00:00',
        to_at: '2025-04-01 00:00:00',
        place: 'instagram',
        metric: 'invitations_accepted',
        value: 0,
        weight: null,
      },
      {
        grain_id: 'jivochat by channel',
        from_at: '2025-03-01 00:00:00',
        to_at: '2025-04-01 00:00:00',
        place: 'whatsapp',
        metric: 'invitations_accepted',
        value: 6,
        weight: null,
      },
      {
        grain_id: 'jivochat by site',
        from_at: '2025-03-01 00:00:00',
        to_at: '2025-04-01 00:00:00',
        place: 'tienda.example.com',
        metric: 'first_response_time',
        value: 65,
        weight: 7,
      },
    ]);
  });

  test('a workbook with a sheet by agent and one by day is one source of two grains, never added', async () => {
    const names = ['Accepted chats', 'Missed chats', 'Offline messages'];
    const blob = new Blob([
      workbookBytes({
        sheets: {
          Agents: [
            ['Report 01/03/2025 - 31/03/2025'],
            ['Agent', ...names],
            ['Ana', 10, 1, 0],
            ['Bia', 20, 2, 1],
            ['Caio', 5, 0, 0],
          ],
          Days: [
            ['Date', ...names],
            ['2025-03-01', 15, 2, 1],
            ['2025-03-02', 20, 1, 0],
          ],
        },
      }),
    ]);
    const { report, rows } = await imported([{ name: 'report.xlsx', size: blob.size, blob }]);
    expect(report.sources.map(({ vendor, rowsRead }) => [vendor, rowsRead])).toEqual([['jivochat', 5]]);
    expect(
      await rows(`select grain_id, min(from_at) as since, max(to_at) as until, sum(value) as accepted from period_facts
        where metric = 'chats_accepted' group by 1 order by 1`),
    ).toEqual([
      {
        grain_id: 'jivochat by agent',
        since: '2025-03-01 00:00:00',
        until: '2025-04-01 00:00:00',
        accepted: 35,
      },
      {
        grain_id: 'jivochat by day',
        since: '2025-03-01 00:00:00',
        until: '2025-03-03 00:00:00',
        accepted: 35,
      },
    ]);
  });

  test('a period that could be two has no dates: none is guessed', async () => {
    const { rows } = await imported([
      csv(
        'agents.csv',
        'Report 03/04/2025 - 05/06/2025',
        'Agent,Accepted chats,Missed chats,Offline messages',
        'Ana,10,1,0',
        'Bia,20,2,1',
      ),
    ]);
    expect(await rows('select distinct from_at, to_at from period_facts')).toEqual([
      { from_at: null, to_at: null },
    ]);
  });

  test('without what an average rests on its weight is unknown, not one', async () => {
    const { rows } = await imported([
      csv(
        'agents.csv',
        'Fecha,Agente,Chats perdidos,Calificaciones positivas,Tiempo medio de primera respuesta',
        '31/03/2025,Ana,2,1,40',
      ),
    ]);
    expect(
      await rows(
        "select value, weight_metric, weight from period_facts where metric = 'first_response_time'",
      ),
    ).toEqual([{ value: 40, weight_metric: 'chats_accepted', weight: null }]);
  });
});

test('JivoChat’s archive of chats: thumbs are answers, an invitation that became a chat is one', async () => {
  const { report, rows } = await imported([
    csv(
      'archive.csv',
      'Chat number,Date,Client name,Email,Agent,Channel,Rating,Proactive,Chat duration',
      '901,2025-03-01 10:00:00,Ana,Ana@Example.com,Rui,example.com,positive,Yes,0:05:00',
      '902,2025-03-01 11:00:00,Bia,bia@example.com,Rui,example.com,,No,0:01:00',
      '903,2025-03-01 12:00:00,,,,example.com,negative,No,',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'jivochat', rowsLoaded: 3, rowsRejected: 0 });
  expect(
    await rows(
      'select ticket_id, customer_key, channel, channel_raw, agent_id, created_at, is_proactive, handle_seconds from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '901',
      customer_key: 'ana@example.com',
      channel: 'chat',
      channel_raw: 'example.com',
      agent_id: 'Rui',
      created_at: '2025-03-01 10:00:00',
      is_proactive: true,
      handle_seconds: 300,
    },
    {
      ticket_id: '902',
      customer_key: 'bia@example.com',
      channel: 'chat',
      channel_raw: 'example.com',
      agent_id: 'Rui',
      created_at: '2025-03-01 11:00:00',
      is_proactive: false,
      handle_seconds: 60,
    },
    {
      ticket_id: '903',
      customer_key: null,
      channel: 'chat',
      channel_raw: 'example.com',
      agent_id: null,
      created_at: '2025-03-01 12:00:00',
      is_proactive: false,
      handle_seconds: null,
    },
  ]);
  expect(await rows('select ticket_id, scale, score, bucket from ratings order by 1')).toEqual([
    { ticket_id: '901', scale: 'thumbs', score: 1, bucket: 'positive' },
    { ticket_id: '903', scale: 'thumbs', score: 0, bucket: 'negative' },
  ]);
  expect(await rows('select invitation_id, "at", accepted, ticket_id from invitations')).toEqual([
    { invitation_id: '901', at: '2025-03-01 10:00:00', accepted: true, ticket_id: '901' },
  ]);
});

test('JivoChat’s notifications: a finished chat begins and ends with its messages, an offline message is one', async () => {
  const visitor = { name: 'Ana', email: 'ana@example.com', phone: null, number: '2746', chats_count: 3 };
  const { report, rows } = await imported([
    ndjson(
      'events.ndjson',
      {
        event_name: 'chat_accepted',
        chat_id: '7507',
        widget_id: 'w1',
        visitor,
        agent: { id: '3599', name: 'Rui', email: 'rui@x.example' },
        page: { url: 'https://example.com/', title: 'Shop' },
      },
      {
        event_name: 'chat_finished',
        chat_id: '7507',
        widget_id: 'w1',
        visitor,
        agents: [{ id: '3599', name: 'Rui', email: 'rui@x.example' }],
        chat: {
          messages: [
            { message: 'hello', timestamp: 1735725600, type: 'visitor' },
            { message: 'hi', timestamp: 1735725660, type: 'agent', agent_id: '3599' },
            { message: 'thanks', timestamp: 1735725900, type: 'visitor' },
          ],
          rate: 'positive',
          invitation: 'May I help?',
        },
        page: { url: 'https://example.com/', title: 'Shop' },
      },
      {
        event_name: 'offline_message',
        widget_id: 'w1',
        offline_message_id: '323',
        visitor: { name: 'Bia', email: 'bia@example.com', number: '2747' },
        message: 'call me',
      },
    ),
  ]);
  expect(
    report.sources.map(({ vendor, rowsRead, rowsRejected }) => [vendor, rowsRead, rowsRejected]),
  ).toEqual([['jivochat', 7, 0]]);
  expect(
    await rows(`select ticket_id, customer_id, customer_key, channel, site, agent_id, status, is_offline, is_proactive, created_at, closed_at,
      first_response_seconds, agent_replies, customer_messages from tickets order by 1`),
  ).toEqual([
    {
      ticket_id: '7507',
      customer_id: '2746',
      customer_key: 'ana@example.com',
      channel: 'chat',
      site: 'w1',
      agent_id: '3599',
      status: 'closed',
      is_offline: false,
      is_proactive: true,
      created_at: '2025-01-01 10:00:00',
      closed_at: '2025-01-01 10:05:00',
      first_response_seconds: 60,
      agent_replies: 1,
      customer_messages: 2,
    },
    {
      ticket_id: 'offline 323',
      customer_id: '2747',
      customer_key: 'bia@example.com',
      channel: 'web_form',
      site: 'w1',
      agent_id: null,
      status: 'new',
      is_offline: true,
      is_proactive: null,
      created_at: null,
      closed_at: null,
      first_response_seconds: null,
      agent_replies: null,
      customer_messages: null,
    },
  ]);
  expect(
    await rows('select ticket_id, author, author_id, direction, body from messages order by sent_at'),
  ).toEqual([
    { ticket_id: '7507', author: 'customer', author_id: '2746', direction: 'in', body: 'hello' },
    { ticket_id: '7507', author: 'agent', author_id: '3599', direction: 'out', body: 'hi' },
    { ticket_id: '7507', author: 'customer', author_id: '2746', direction: 'in', body: 'thanks' },
  ]);
  expect(await rows('select ticket_id, score, bucket from ratings')).toEqual([
    { ticket_id: '7507', score: 1, bucket: 'positive' },
  ]);
  expect(await rows('select agent_id, name from agents')).toEqual([{ agent_id: '3599', name: 'Rui' }]);
});
