import { describe, expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { json } from './json.ts';

describe('Movidesk', () => {
  const ticket = {
    id: 41,
    protocol: '202501000041',
    type: 2,
    subject: 'Troca',
    category: 'Solicitação',
    urgency: 'Alta',
    status: 'Aguardando cliente',
    baseStatus: 'Stopped',
    justification: 'Aguardando retorno',
    origin: 3,
    createdDate: '2025-03-01T12:00:00.1234567',
    ownerTeam: 'N1',
    owner: { id: 'ag1', businessName: 'Rui' },
    tags: ['vip', 'troca'],
    resolvedIn: '2025-03-02T12:00:00',
    closedIn: null,
    lastUpdate: '2025-03-03T09:00:00',
    lifeTimeWorkingTime: 90,
    stoppedTime: 30,
    slaRealResponseDate: '2025-03-01T12:10:00',
    clients: [{ id: 'c1', businessName: 'Ana', email: 'ANA@example.com', profileType: 2, personType: 1 }],
    actions: [
      {
        id: 1,
        type: 2,
        origin: 3,
        description: 'quero trocar',
        createdDate: '2025-03-01T12:00:00',
        createdBy: { id: 'c1', profileType: 2 },
      },
      {
        id: 2,
        type: 1,
        origin: 2,
        description: 'nota',
        createdDate: '2025-03-01T12:05:00',
        createdBy: { id: 'ag1', profileType: 1 },
      },
      {
        id: 3,
        type: 2,
        origin: 2,
        description: 'pode enviar',
        createdDate: '2025-03-01T12:10:00',
        createdBy: { id: 'ag1', profileType: 3 },
      },
    ],
    statusHistories: [
      { status: 'Novo', changedDate: '2025-03-01T12:00:00', changedBy: { id: 'c1' } },
      { status: 'Resolvido', changedDate: '2025-03-02T12:00:00', changedBy: { id: 'ag1' } },
      { status: 'Em atendimento', changedDate: '2025-03-03T09:00:00', changedBy: { id: 'ag1' } },
    ],
    ownerHistories: [
      { ownerTeam: 'N1', owner: { id: 'ag1' }, changedDate: '2025-03-01T12:02:00', changedBy: { id: 'ag1' } },
    ],
    satisfactionSurveyResponses: [
      {
        id: 7,
        responsedBy: { id: 'c1' },
        responseDate: '2025-03-02T13:00:00',
        satisfactionSurveyModel: 1,
        satisfactionSurveyNetPromoterScoreResponse: 9,
        satisfactionSurveySmileyFacesResponse: null,
        comments: 'bom',
      },
    ],
  };
  const lostCall = {
    ...ticket,
    id: 42,
    origin: 15,
    status: 'Novo',
    baseStatus: 'New',
    resolvedIn: null,
    lifeTimeWorkingTime: null,
    stoppedTime: null,
    slaRealResponseDate: null,
    owner: null,
    ownerTeam: null,
    tags: [],
    clients: [],
    actions: [],
    statusHistories: [],
    ownerHistories: [],
    satisfactionSurveyResponses: [],
  };

  test('tickets of the API bring their actions, their histories and their answers', async () => {
    const { report, rows } = await imported([json('movidesk.json', [ticket, lostCall])], {
      timeZone: 'America/Sao_Paulo',
    });
    expect(report.sources.map(({ vendor, rowsRejected }) => [vendor, rowsRejected])).toEqual([
      ['movidesk', 0],
    ]);
    expect(
      await rows(`select ticket_id, customer_id, customer_key, channel, status, status_raw, status_reason, priority, team, agent_id, tags, is_missed, created_at_utc, created_at,
        first_human_reply_at_utc, last_solved_at_utc, first_response_seconds, agent_replies, customer_messages, reopens,
        reported_resolution_business_seconds as business, reported_hold_seconds as held from tickets order by 1`),
    ).toEqual([
      {
        ticket_id: '41',
        customer_id: 'c1',
        customer_key: 'ana@example.com',
        channel: 'email',
        status: 'pending',
        status_raw: 'Aguardando cliente',
        status_reason: 'Aguardando retorno',
        priority: 'high',
        team: 'N1',
        agent_id: 'ag1',
        tags: ['vip', 'troca'],
        is_missed: null,
        created_at_utc: '2025-03-01 12:00:00.123456',
        created_at: '2025-03-01 09:00:00.123456',
        first_human_reply_at_utc: '2025-03-01 12:10:00',
        last_solved_at_utc: '2025-03-02 12:00:00',
        first_response_seconds: 600,
        agent_replies: 1,
        customer_messages: 1,
        reopens: 1,
        business: 5400,
        held: 1800,
      },
      {
        ticket_id: '42',
        customer_id: null,
        customer_key: null,
        channel: 'phone',
        status: 'new',
        status_raw: 'Novo',
        status_reason: 'Aguardando retorno',
        priority: 'high',
        team: null,
        agent_id: null,
        tags: null,
        is_missed: true,
        created_at_utc: '2025-03-01 12:00:00.123456',
        created_at: '2025-03-01 09:00:00.123456',
        first_human_reply_at_utc: null,
        last_solved_at_utc: null,
        first_response_seconds: null,
        agent_replies: null,
        customer_messages: null,
        reopens: null,
        business: null,
        held: null,
      },
    ]);
    expect(await rows('select message_id, author, is_public, direction from messages order by 1')).toEqual([
      { message_id: '41 1', author: 'customer', is_public: true, direction: 'in' },
      { message_id: '41 2', author: 'agent', is_public: false, direction: 'out' },
      { message_id: '41 3', author: 'agent', is_public: true, direction: 'out' },
    ]);
    expect(
      await rows('select ticket_id, kind, from_value, to_value from ticket_events order by at_utc, kind'),
    ).toEqual([
      { ticket_id: '41', kind: 'status', from_value: null, to_value: 'new' },
      { ticket_id: '41', kind: 'assignee', from_value: null, to_value: 'ag1' },
      { ticket_id: '41', kind: 'status', from_value: 'new', to_value: 'solved' },
      { ticket_id: '41', kind: 'status', from_value: 'solved', to_value: 'in_progress' },
    ]);
    expect(await rows('select ticket_id, kind, scale, score, bucket, comment from ratings')).toEqual([
      { ticket_id: '41', kind: 'nps', scale: '0-10', score: 9, bucket: 'positive', comment: 'bom' },
    ]);
  });

  test('its sheets, in Portuguese: a lost call is missed', async () => {
    const { report, rows } = await imported([
      csv(
        'tickets.csv',
        'Número;Protocolo;Assunto;Status;Status base;Categoria;Urgência;Aberto via;Responsável;Equipe;Cliente (Pessoa);Cliente (Organização);Aberto em;Resolvido em;Fechado em;Justificativa',
        '1;p1;Ajuda;Com o time;Em atendimento;Dúvida;Baixa;E-mail;Rui;N1;Ana;Loja;13/03/2025 10:00;;;',
        '2;p2;Ligação;Fechado;Fechado;Dúvida;Alta;Ligação perdida;;N1;Bia;;13/03/2025 11:00;13/03/2025 11:30;13/03/2025 11:30;',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'movidesk', rowsLoaded: 2, rowsRejected: 0 });
    expect(
      await rows(
        'select ticket_id, customer_id, status, status_raw, channel, priority, is_missed, created_at, resolution_seconds from tickets order by 1',
      ),
    ).toEqual([
      {
        ticket_id: '1',
        customer_id: 'Ana',
        status: 'in_progress',
        status_raw: 'Com o time',
        channel: 'email',
        priority: 'low',
        is_missed: null,
        created_at: '2025-03-13 10:00:00',
        resolution_seconds: null,
      },
      {
        ticket_id: '2',
        customer_id: 'Bia',
        status: 'closed',
        status_raw: 'Fechado',
        channel: 'phone',
        priority: 'high',
        is_missed: true,
        created_at: '2025-03-13 11:00:00',
        resolution_seconds: 1800,
      },
    ]);
  });
});

test('Blip: the queue belongs to the wait, the sequential id is no id, numbers are keys', async () => {
  const { report, rows } = await imported([
    csv(
      'blip.csv',
      'TicketId,SequentialId,Status,Team,AgentIdentity,CustomerIdentity,StorageDate,OpenDate,FirstResponseDate,CloseDate,Rating',
      'a-1,10,ClosedAttendant,Vendas,rui@x.example,5511999990000@wa.gw.msging.net,2025-03-01T10:00:00.000Z,2025-03-01T10:05:00.000Z,2025-03-01T10:06:00.000Z,2025-03-01T11:00:00.000Z,5',
      'a-2,10,Waiting,Vendas,,999@messenger.gw.msging.net,2025-03-01T12:00:00.000Z,,,,',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'blip', rowsLoaded: 2, rowsDuplicate: 0 });
  expect(
    await rows(
      'select ticket_id, customer_key, channel, status, wait_seconds, first_response_seconds, resolution_seconds from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: 'a-1',
      customer_key: '5511999990000',
      channel: 'whatsapp',
      status: 'closed',
      wait_seconds: 300,
      first_response_seconds: 360,
      resolution_seconds: 3600,
    },
    {
      ticket_id: 'a-2',
      customer_key: null,
      channel: 'facebook',
      status: 'new',
      wait_seconds: null,
      first_response_seconds: null,
      resolution_seconds: null,
    },
  ]);
});

describe('GLPI', () => {
  test('a Portuguese list: spaced ids, durations in words, the first of several groups', async () => {
    const { report, rows } = await imported([
      csv(
        'glpi.csv',
        'ID;Título;Entidade;Status;Requerente - Requerente;Atribuído - Técnico;Atribuído - Grupo técnico;Prioridade;Categoria;Tipo;Data de abertura;Tempo para solução;Data da solução;Tarefas - Duração;Estatísticas - Tempo de solução;Estatísticas - Tempo de espera;Tempo para resolver excedido;Pesquisa de satisfação - Satisfação',
        '52 267;Ajuda;Sede;Fechado;Ana;Rui;N1<br>N2;Média;Rede;Incidente;22-08-2025 11:00;22-08-2025 15:00;22-08-2025 12:30;0 segundo;1 hora 30 minutos;0 segundo;Não;5',
        '52 268;Outro;Sede;Em atendimento (atribuído);Bia;;N1;Muito alta;Rede;Requisição;23-08-2025 08:00;23-08-2025 09:00;;15 minutos;;2 horas;Sim;',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'glpi', rowsLoaded: 2, rowsRejected: 0 });
    expect(
      await rows(
        'select ticket_id, status, priority, type, intent, site, team, agent_id, created_at, due_at, resolution_seconds, reported_resolution_seconds as reported, reported_hold_seconds as held, handle_seconds, sla_resolution_met, custom_fields from tickets order by 1',
      ),
    ).toEqual([
      {
        ticket_id: '52267',
        status: 'closed',
        priority: 'normal',
        type: 'Incidente',
        intent: 'Rede',
        site: 'Sede',
        team: 'N1',
        agent_id: 'Rui',
        created_at: '2025-08-22 11:00:00',
        due_at: '2025-08-22 15:00:00',
        resolution_seconds: 5400,
        reported: 5400,
        held: 0,
        handle_seconds: null,
        sla_resolution_met: true,
        custom_fields: [
          { key: 'Atribuído - Técnico', value: 'Rui' },
          { key: 'Atribuído - Grupo técnico', value: 'N1<br>N2' },
        ],
      },
      {
        ticket_id: '52268',
        status: 'in_progress',
        priority: 'urgent',
        type: 'Requisição',
        intent: 'Rede',
        site: 'Sede',
        team: 'N1',
        agent_id: null,
        created_at: '2025-08-23 08:00:00',
        due_at: '2025-08-23 09:00:00',
        resolution_seconds: null,
        reported: null,
        held: 7200,
        handle_seconds: 900,
        sla_resolution_met: false,
        custom_fields: [{ key: 'Atribuído - Grupo técnico', value: 'N1' }],
      },
    ]);
    expect(await rows('select ticket_id, score, bucket from ratings')).toEqual([
      { ticket_id: '52267', score: 5, bucket: 'positive' },
    ]);
  });

  test('a dump of its table: numbers are states, a delay of zero is none', async () => {
    const { report, rows } = await imported([
      csv(
        'glpi_tickets.csv',
        'id,entities_id,name,date,closedate,solvedate,date_mod,status,requesttypes_id,content,priority,type,solve_delay_stat',
        '1,0,Ajuda,2024-10-21 15:00:00,2024-10-23 10:00:00,2024-10-22 15:00:00,2024-10-23 10:00:00,6,2,texto,3,1,86400',
        '2,0,Outro,2024-10-21 16:00:00,NULL,NULL,2024-10-21 16:00:00,2,3,texto,5,2,0',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'glpi', rowsLoaded: 2, rowsRejected: 0 });
    expect(
      await rows(
        'select ticket_id, status, channel, priority, type, last_solved_at, closed_at, reported_resolution_seconds as reported from tickets order by 1',
      ),
    ).toEqual([
      {
        ticket_id: '1',
        status: 'closed',
        channel: 'email',
        priority: 'normal',
        type: 'Incident',
        last_solved_at: '2024-10-22 15:00:00',
        closed_at: '2024-10-23 10:00:00',
        reported: 86400,
      },
      {
        ticket_id: '2',
        status: 'in_progress',
        channel: 'phone',
        priority: 'urgent',
        type: 'Request',
        last_solved_at: null,
        closed_at: null,
        reported: null,
      },
    ]);
  });
});

describe('consumidor.gov.br', () => {
  const facts =
    'select created_at, first_human_reply_at, last_solved_at, closed_at, status, status_reason, channel, brand, reported_first_response_seconds as reported from tickets order by source_row';

  test('days written in two ways in one column; what nobody judged is not solved', async () => {
    const { report, rows } = await imported([
      csv(
        'finalizadas.csv',
        'Gestor;Canal de Origem;Região;UF;Cidade;Sexo;Faixa Etária;Data Abertura;Data Resposta;Data Finalização;Tempo Resposta;Nome Fantasia;Segmento de Mercado;Área;Assunto;Grupo Problema;Problema;Respondida;Situação;Avaliação Reclamação;Nota do Consumidor',
        'G;Plataforma Web;SE;SP;São Paulo;F;21 a 30;13/03/2021;15/03/2021;2021-03-25;2;Loja;Varejo;Produtos;Celular;Entrega;Atraso;S;Finalizada avaliada;Resolvida;5',
        'G;Plataforma Web;SE;RJ;Rio;M;31 a 40;2021-03-14;;2021-03-30;;Banco;Bancos;Serviços;Conta;Cobrança;Tarifa;N;Finalizada não avaliada;Não Avaliada;',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'consumidor', rowsLoaded: 2, rowsRejected: 0 });
    expect(await rows(facts)).toEqual([
      {
        created_at: '2021-03-13 00:00:00',
        first_human_reply_at: '2021-03-15 00:00:00',
        last_solved_at: '2021-03-25 00:00:00',
        closed_at: '2021-03-25 00:00:00',
        status: 'solved',
        status_reason: 'Resolvida',
        channel: 'portal',
        brand: 'Loja',
        reported: 172800,
      },
      {
        created_at: '2021-03-14 00:00:00',
        first_human_reply_at: null,
        last_solved_at: null,
        closed_at: '2021-03-30 00:00:00',
        status: 'closed',
        status_reason: 'Não Avaliada',
        channel: 'portal',
        brand: 'Banco',
        reported: null,
      },
    ]);
    expect(await rows('select score, bucket from ratings where score is not null')).toEqual([
      { score: 5, bucket: 'positive' },
    ]);
  });

  test('a year of which only the end is known', async () => {
    const { rows } = await imported([
      csv(
        'dados2019.csv',
        'UF;Cidade;Sexo;Faixa Etária;Data Finalização;Tempo Resposta;Nome Fantasia;Segmento de Mercado;Área;Assunto;Grupo Problema;Problema;Situação;Avaliação Reclamação;Nota do Consumidor',
        'SP;São Paulo;F;21 a 30;2019-03-25;7;Loja;Varejo;Produtos;Celular;Entrega;Atraso;Finalizada avaliada;Não Resolvida;1',
      ),
    ]);
    expect(await rows(facts)).toEqual([
      {
        created_at: null,
        first_human_reply_at: null,
        last_solved_at: null,
        closed_at: '2019-03-25 00:00:00',
        status: 'closed',
        status_reason: 'Não Resolvida',
        channel: 'portal',
        brand: 'Loja',
        reported: 604800,
      },
    ]);
  });
});
