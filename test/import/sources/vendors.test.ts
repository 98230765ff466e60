import { describe, expect, test } from 'vitest';
import { csv, imported, told } from '../files.ts';

describe('Zendesk', () => {
  const header =
    'Id,Requester,Requester id,Requester email,Assignee,Group,Subject,Tags,Status,Priority,Via,Created at,Updated at,Initially assigned at,Assigned at,Solved at,Resolution time,Satisfaction Score,Reopens,Replies,First reply time in minutes,First reply time in minutes within business hours,First resolution time in minutes,Full resolution time in minutes,Area [list]';
  const file = csv(
    'tickets.csv',
    header,
    '7,Ana,1.03006E+13,ANA@Example.com,Rui,Support,Hello,"a, b",Closed,High,Web form,2025-03-01 09:00,2025-03-05 09:00,2025-03-01 09:10,2025-03-01 10:00,2025-03-02 09:00,24,Good,1,2,30,25,60,1440,Billing',
    '8,Bia,11,bia@example.com,-,Support,Bye,,On-hold,-,Mail,2025-03-01 10:00,2025-03-01 10:00,,,,-,Offered,0,0,-,-,-,-,-',
  );

  test('minutes become seconds, instants follow from them, surveys become ratings', async () => {
    const { report, rows } = await imported([file], { timeZone: 'America/Sao_Paulo' });
    expect(report.sources[0]).toMatchObject({
      vendor: 'zendesk',
      rowsRead: 2,
      rowsLoaded: 2,
      rowsRejected: 0,
    });
    expect(
      await rows(`select ticket_id, customer_key, channel, tags, status, priority, agent_id, created_at, created_at_utc, first_human_reply_at, assigned_at,
        last_solved_at, first_response_seconds, resolution_seconds, reported_first_response_business_seconds as business, reported_resolution_seconds as reported, custom_fields
        from tickets order by ticket_id`),
    ).toEqual([
      {
        ticket_id: '7',
        customer_key: 'ana@example.com',
        channel: 'web_form',
        tags: ['a', 'b'],
        status: 'closed',
        priority: 'high',
        agent_id: 'Rui',
        created_at: '2025-03-01 09:00:00',
        created_at_utc: '2025-03-01 12:00:00',
        first_human_reply_at: '2025-03-01 09:30:00',
        assigned_at: '2025-03-01 09:10:00',
        last_solved_at: '2025-03-02 09:00:00',
        first_response_seconds: 1800,
        resolution_seconds: 86400,
        business: 1500,
        reported: 86400,
        custom_fields: [{ key: 'Area [list]', value: 'Billing' }],
      },
      {
        ticket_id: '8',
        customer_key: 'bia@example.com',
        channel: 'email',
        tags: null,
        status: 'hold',
        priority: null,
        agent_id: null,
        created_at: '2025-03-01 10:00:00',
        created_at_utc: '2025-03-01 13:00:00',
        first_human_reply_at: null,
        assigned_at: null,
        last_solved_at: null,
        first_response_seconds: null,
        resolution_seconds: null,
        business: null,
        reported: null,
        custom_fields: [],
      },
    ]);
    expect(
      await rows(
        'select ticket_id, score_raw, scale, score, bucket, is_latest, rated_at, rated_at_basis from ratings order by ticket_id',
      ),
    ).toEqual([
      {
        ticket_id: '7',
        score_raw: 'Good',
        scale: 'good_bad',
        score: 1,
        bucket: 'positive',
        is_latest: true,
        rated_at: '2025-03-02 09:00:00',
        rated_at_basis: 'solved',
      },
      {
        ticket_id: '8',
        score_raw: 'Offered',
        scale: null,
        score: null,
        bucket: null,
        is_latest: false,
        rated_at: null,
        rated_at_basis: null,
      },
    ]);
    expect(told(report).notes).toEqual([
      '1 id in “Requester id” was damaged by a spreadsheet (such as 1.03E+13): different people may share it.',
    ]);
  });

  test('Portuguese headers are matched by what they say', async () => {
    const { report, rows } = await imported([
      csv(
        'tickets.csv',
        'ID;Solicitante;Responsável;Grupo;Status;Via;Criado em;Atualizado em;Atribuído inicialmente em;Resolvido em;Tempo da primeira resposta em minutos;Tempo de resolução total em minutos;Reaberturas',
        '1;Ana;Rui;Suporte;Resolvido;E-mail;13/03/2025 09:00;14/03/2025 09:00;13/03/2025 09:05;14/03/2025 09:00;15;1440;0',
      ),
    ]);
    expect(report.sources[0]?.vendor).toBe('zendesk');
    expect(
      await rows(
        'select status, channel, created_at, first_response_seconds, reported_resolution_seconds, first_solved_at from tickets',
      ),
    ).toEqual([
      {
        status: 'solved',
        channel: 'email',
        created_at: '2025-03-13 09:00:00',
        first_response_seconds: 900,
        reported_resolution_seconds: 86400,
        first_solved_at: '2025-03-14 09:00:00',
      },
    ]);
  });
});

test('Freshdesk: hours beyond a day are business hours, words become answers, an SLA is met or violated', async () => {
  const { report, rows } = await imported([
    csv(
      'freshdesk.csv',
      'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Resolved time,Closed time,Last update time,Initial response time,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,Resolution status,First response status,Survey results,Email',
      '1,"Multi',
      'line",Resolved,Urgent,Email,Bug,Rui,N1,2025-12-03 16:00:00,2025-12-05 16:00:00,,2025-12-05 16:00:00,2025-12-03 16:30:00,0:30:00,26:10:00,2,3,SLA Violated,Within SLA,Extremely Happy,a@b.co',
      '2,Other,Waiting on Third Party,Low,Phone,,,,2025-12-04 10:00:00,,,2025-12-04 10:00:00,,,,0,0,,,Unhappy,c@d.co',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'freshdesk', rowsLoaded: 2 });
  expect(
    await rows(
      'select ticket_id, status, channel, first_response_seconds, reported_resolution_business_seconds, sla_first_response_met, sla_resolution_met from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '1',
      status: 'solved',
      channel: 'email',
      first_response_seconds: 1800,
      reported_resolution_business_seconds: 94200,
      sla_first_response_met: true,
      sla_resolution_met: false,
    },
    {
      ticket_id: '2',
      status: 'hold',
      channel: 'phone',
      first_response_seconds: null,
      reported_resolution_business_seconds: null,
      sla_first_response_met: null,
      sla_resolution_met: null,
    },
  ]);
  expect(await rows('select score_raw, scale, score, bucket from ratings order by ticket_id')).toEqual([
    { score_raw: 'Extremely Happy', scale: 'freshdesk', score: 103, bucket: 'positive' },
    { score_raw: 'Unhappy', scale: 'freshdesk', score: -101, bucket: 'negative' },
  ]);
});

describe('a sheet of calls', () => {
  const facts = `select c.call_id, started_at, c.wait_seconds, talk_seconds, outcome, c.agent_id, t.status, t.channel, r.score
    from calls c join tickets t using (source_id, ticket_id) left join ratings r on r.call_id = c.call_id order by c.call_id`;
  const expected = [
    {
      call_id: 'A1',
      started_at: '2021-01-01 09:12:00',
      wait_seconds: 109,
      talk_seconds: 143,
      outcome: 'answered',
      agent_id: 'Diane',
      status: 'solved',
      channel: 'phone',
      score: 3,
    },
    {
      call_id: 'A2',
      started_at: '2021-01-13 21:12:00',
      wait_seconds: null,
      talk_seconds: null,
      outcome: 'abandoned',
      agent_id: 'Joe',
      status: 'open',
      channel: 'phone',
      score: null,
    },
  ];

  test('zeros of a call that nobody took are no values', async () => {
    const { rows } = await imported([
      csv(
        'calls.csv',
        'Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating',
        'A1,Diane,1-Jan-21,9:12,Contract,Y,Y,109,0:02:23,3',
        'A2,Joe,13-Jan-21,21:12,Contract,N,N,0,0:00:00,0',
      ),
    ]);
    expect(await rows(facts)).toEqual(expected);
    expect(
      await rows(
        'select outcome, wait_seconds, handle_seconds, attended_by from contacts order by contact_id',
      ),
    ).toEqual([
      { outcome: 'attended', wait_seconds: 109, handle_seconds: 143, attended_by: 'human' },
      { outcome: 'abandoned', wait_seconds: null, handle_seconds: null, attended_by: null },
    ]);
  });

  test('Portuguese headers and another spelling of everything give the same', async () => {
    const { report, rows } = await imported([
      csv(
        'ligacoes.csv',
        'ID da ligação;Atendente;Data;Hora;Motivo;Atendida;Resolvido;Tempo de espera;Tempo de conversa;Nota',
        'A1;Diane;01.01.2021;0.38333333333333;Contrato;Sim;Sim;109;12:02:23 AM;3',
        'A2;Joe;13.01.2021;0.88333333333333;Contrato;Não;Não;;;',
      ),
    ]);
    expect(report.sources[0]?.vendor).toBe('calls');
    expect(await rows(facts)).toEqual(expected);
  });
});

test('Deskbook’s own tables are known by their columns and come back as one source', async () => {
  const { report, rows } = await imported([
    csv(
      'tickets.csv',
      'ticket_id,channel,status,tags,created_at,custom_fields',
      'T1,email,solved,a|b,2025-01-01 10:00:00,',
      'T2,chat,open,[c],2025-01-01 11:00:00,',
    ),
    csv(
      'messages.csv',
      'message_id,ticket_id,sent_at,author,author_id,is_public,is_automated,direction,body',
      'M1,T1,2025-01-01 10:00:00,customer,C1,true,false,in,help',
      'M2,T1,2025-01-01 10:01:00,bot,B,true,true,out,hello',
      'M3,T1,2025-01-01 10:05:00,agent,A1,false,false,out,note',
      'M4,T1,2025-01-01 10:10:00,agent,A1,true,false,out,done',
    ),
    csv(
      'ticket_events.csv',
      'event_id,ticket_id,at,kind,from_value,to_value,actor',
      'E1,T1,2025-01-01 12:00:00,status,open,solved,agent',
      'E2,T1,2025-01-01 13:00:00,status,solved,open,customer',
      'E3,T1,2025-01-01 14:00:00,status,open,solved,agent',
    ),
    csv(
      'ratings.csv',
      'rating_id,ticket_id,kind,rated_at,scale,score',
      'R1,T1,csat,2025-01-02 10:00:00,1-5,2',
      'R2,T1,csat,2025-01-03 10:00:00,1-5,5',
      'R3,T2,nps,2025-01-03 10:00:00,0-10,8',
    ),
    csv('agents.csv', 'agent_id,name,team,is_bot', 'A1,Rui,N1,false'),
  ]);
  expect(report.sources.map(({ vendor, tables }) => [vendor, tables])).toEqual([
    [
      'canonical',
      [
        { name: 'tickets', rows: 2 },
        { name: 'messages', rows: 4 },
        { name: 'ticket_events', rows: 3 },
        { name: 'replies', rows: 1 },
        { name: 'solves', rows: 2 },
        { name: 'status_periods', rows: 5 },
        { name: 'ratings', rows: 3 },
        { name: 'agents', rows: 1 },
      ],
    ],
  ]);
  expect(
    await rows(
      'select tags, first_reply_at, first_human_reply_at, first_response_seconds, first_solved_at, last_solved_at, reopens, agent_replies, customer_messages, is_reopened from tickets order by ticket_id',
    ),
  ).toEqual([
    {
      tags: ['a', 'b'],
      first_reply_at: '2025-01-01 10:01:00',
      first_human_reply_at: '2025-01-01 10:10:00',
      first_response_seconds: 600,
      first_solved_at: '2025-01-01 12:00:00',
      last_solved_at: '2025-01-01 14:00:00',
      reopens: 1,
      agent_replies: 1,
      customer_messages: 1,
      is_reopened: false,
    },
    {
      tags: ['c'],
      first_reply_at: null,
      first_human_reply_at: null,
      first_response_seconds: null,
      first_solved_at: null,
      last_solved_at: null,
      reopens: null,
      agent_replies: null,
      customer_messages: null,
      is_reopened: null,
    },
  ]);
  expect(
    await rows(
      'select rating_id, score_normalised, bucket, is_latest, rated_at_basis from ratings order by rating_id',
    ),
  ).toEqual([
    {
      rating_id: 'R1',
      score_normalised: 0.25,
      bucket: 'negative',
      is_latest: false,
      rated_at_basis: 'rated',
    },
    { rating_id: 'R2', score_normalised: 1, bucket: 'positive', is_latest: true, rated_at_basis: 'rated' },
    { rating_id: 'R3', score_normalised: 0.8, bucket: 'neutral', is_latest: true, rated_at_basis: 'rated' },
  ]);
});

test('anything else is proposed by its headers and its values', async () => {
  const { report, rows } = await imported([
    csv(
      'chamados.csv',
      'ID;Título;Status;Requerente;Técnico;Prioridade;Data de abertura;Data da solução;Tempo de resolução (horas);SLA cumprido;Bairro',
      '52 267;Ajuda;Solucionado;Ana;Rui;Média;22/08/2025 11:49;22/08/2025 15:49;4;VERDADEIRO;Centro',
      '52 268;Outro;Em atendimento (atribuído);Bia;;Alta;23/08/2025 08:00;;;FALSO;Sul',
    ),
  ]);
  expect(report.sources[0]?.vendor).toBe('generic');
  expect(
    await rows(
      'select ticket_id, status, priority, agent_id, created_at, resolution_seconds, reported_resolution_seconds, sla_resolution_met, custom_fields from tickets order by ticket_id',
    ),
  ).toEqual([
    {
      ticket_id: '52267',
      status: 'solved',
      priority: 'normal',
      agent_id: 'Rui',
      created_at: '2025-08-22 11:49:00',
      resolution_seconds: 14400,
      reported_resolution_seconds: 14400,
      sla_resolution_met: true,
      custom_fields: [
        { key: 'Tempo de resolução (horas)', value: '4' },
        { key: 'Bairro', value: 'Centro' },
      ],
    },
    {
      ticket_id: '52268',
      status: 'in_progress',
      priority: 'high',
      agent_id: null,
      created_at: '2025-08-23 08:00:00',
      resolution_seconds: null,
      reported_resolution_seconds: null,
      sla_resolution_met: false,
      custom_fields: [{ key: 'Bairro', value: 'Sul' }],
    },
  ]);
});
