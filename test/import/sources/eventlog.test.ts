import { expect, test } from 'vitest';
import { csv, imported, told } from '../files.ts';

const header =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_at,sys_updated_at,contact_type,category,u_area,priority,assignment_group,assigned_to,resolved_at,closed_at';

const log = csv(
  'log.csv',
  header,
  'INC1,New,true,0,0,0,true,Ana,1/2/2024 08:00,1/2/2024 08:05,Phone,Email,north,3 - Moderate,G1,?,2/2/2024 08:00,20/2/2024 08:00',
  'INC1,Active,true,0,0,1,true,Ana,1/2/2024 08:00,1/2/2024 09:00,Phone,Email,north,3 - Moderate,G1,Rui,2/2/2024 08:00,20/2/2024 08:00',
  'INC1,Resolved,true,0,0,2,true,Ana,1/2/2024 08:00,1/2/2024 12:00,Phone,Email,north,3 - Moderate,G1,Rui,2/2/2024 08:00,20/2/2024 08:00',
  'INC1,Active,true,1,1,9,true,Ana,1/2/2024 08:00,1/2/2024 13:00,Phone,Email,north,2 - High,G2,Rui,2/2/2024 08:00,20/2/2024 08:00',
  'INC1,-100,true,1,1,10,true,Ana,1/2/2024 08:00,1/2/2024 13:30,Phone,Email,north,2 - High,G2,Eva,2/2/2024 08:00,20/2/2024 08:00',
  'INC1,Closed,false,1,1,11,false,Ana,1/2/2024 08:00,20/2/2024 08:00,Phone,Email,north,2 - High,G2,Eva,2/2/2024 08:00,20/2/2024 08:00',
  'INC2,New,true,0,0,0,true,Bia,3/2/2024 08:00,3/2/2024 08:00,Self service,?,?,4 - Low,G1,?,?,?',
);

test('the last update is the ticket, the changes are its history, and both paths stand side by side', async () => {
  const { engine, report, rows } = await imported([log]);
  expect(report.sources[0]).toMatchObject({
    vendor: 'eventlog',
    rowsRead: 7,
    rowsLoaded: 7,
    rowsRejected: 0,
  });
  expect(told(report).notes).toEqual([
    '1 row of “incident_state” has a word that is not known (-100); it was kept as written and its meaning left empty.',
  ]);
  expect(
    await rows(
      `select ticket_id, status, status_raw, priority, team, agent_id, channel, custom_fields['u_area'] as area, created_at, assigned_at, closed_at, first_solved_at, last_solved_at, reported_solved_at,
        reopens, reported_reopens, resolution_seconds, reported_resolution_seconds, sla_resolution_met, agents_involved, teams_involved from tickets order by ticket_id`,
    ),
  ).toEqual([
    {
      ticket_id: 'INC1',
      status: 'closed',
      status_raw: 'Closed',
      priority: 'high',
      team: 'G2',
      agent_id: 'Eva',
      channel: 'phone',
      area: 'north',
      created_at: '2024-02-01 08:00:00',
      assigned_at: '2024-02-01 09:00:00',
      closed_at: '2024-02-20 08:00:00',
      first_solved_at: '2024-02-01 12:00:00',
      last_solved_at: '2024-02-20 08:00:00',
      reported_solved_at: '2024-02-02 08:00:00',
      reopens: 1,
      reported_reopens: 1,
      resolution_seconds: 19 * 86_400,
      reported_resolution_seconds: 86_400,
      sla_resolution_met: false,
      agents_involved: 2,
      teams_involved: 2,
    },
    {
      ticket_id: 'INC2',
      status: 'new',
      status_raw: 'New',
      priority: 'low',
      team: 'G1',
      agent_id: null,
      channel: 'self_service',
      area: null,
      created_at: '2024-02-03 08:00:00',
      assigned_at: null,
      closed_at: null,
      first_solved_at: null,
      last_solved_at: null,
      reported_solved_at: null,
      reopens: 0,
      reported_reopens: 0,
      resolution_seconds: null,
      reported_resolution_seconds: null,
      sla_resolution_met: true,
      agents_involved: null,
      teams_involved: 1,
    },
  ]);
  expect(
    await rows(
      `select kind, from_value, to_value from ticket_events where ticket_id = 'INC1' order by kind, at_utc`,
    ),
  ).toEqual([
    { kind: 'assignee', from_value: null, to_value: 'Rui' },
    { kind: 'assignee', from_value: 'Rui', to_value: 'Eva' },
    { kind: 'priority', from_value: null, to_value: 'normal' },
    { kind: 'priority', from_value: 'normal', to_value: 'high' },
    { kind: 'status', from_value: null, to_value: 'new' },
    { kind: 'status', from_value: 'new', to_value: 'open' },
    { kind: 'status', from_value: 'open', to_value: 'solved' },
    { kind: 'status', from_value: 'solved', to_value: 'open' },
    { kind: 'status', from_value: 'open', to_value: null },
    { kind: 'status', from_value: null, to_value: 'closed' },
    { kind: 'team', from_value: null, to_value: 'G1' },
    { kind: 'team', from_value: 'G1', to_value: 'G2' },
  ]);
  await engine.close();
});

test('a log in Portuguese with words of its own is known, its rows in any order', async () => {
  const { engine, report, rows } = await imported([
    csv(
      'registro.csv',
      'Número do chamado;Estado;Número de atualizações;Atualizado em;Aberto em;Responsável;Grupo designado;Resolvido em',
      'C1;Fechado;12;15/03/2024 10:00;01/03/2024 10:00;Eva;N2;10/03/2024 10:00',
      'C1;Novo;1;01/03/2024 10:00;01/03/2024 10:00;;N1;10/03/2024 10:00',
      'C1;Em andamento;9;02/03/2024 10:00;01/03/2024 10:00;Rui;N1;10/03/2024 10:00',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'eventlog', rowsRead: 3, rowsLoaded: 3 });
  expect(
    await rows(
      'select ticket_id, status, agent_id, assigned_at, resolution_seconds, reported_resolution_seconds, reopens from tickets',
    ),
  ).toEqual([
    {
      ticket_id: 'C1',
      status: 'closed',
      agent_id: 'Eva',
      assigned_at: '2024-03-02 10:00:00',
      resolution_seconds: 14 * 86_400,
      reported_resolution_seconds: 9 * 86_400,
      reopens: 0,
    },
  ]);
  await engine.close();
});

test('a table of the same columns with one row a ticket is no log: what the vendor reports is all there is', async () => {
  const { engine, report, rows } = await imported([
    csv(
      'incidents.csv',
      header,
      'INC1,Closed,false,1,1,11,false,Ana,1/2/2024 08:00,20/2/2024 08:00,Phone,Email,north,2 - High,G2,Eva,2/2/2024 08:00,20/2/2024 08:00',
      'INC2,Closed,false,1,0,11,false,Ana,1/2/2024 08:00,20/2/2024 08:00,Phone,Email,north,2 - High,G2,Eva,3/2/2024 08:00,20/2/2024 08:00',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'eventlog', rowsLoaded: 2 });
  expect(
    await rows(
      `select ticket_id, first_solved_at, last_solved_at, reopens, resolution_seconds, (select count(*) from ticket_events) as events from tickets order by ticket_id`,
    ),
  ).toEqual([
    {
      ticket_id: 'INC1',
      first_solved_at: null,
      last_solved_at: '2024-02-02 08:00:00',
      reopens: 1,
      resolution_seconds: 86_400,
      events: 0,
    },
    {
      ticket_id: 'INC2',
      first_solved_at: '2024-02-03 08:00:00',
      last_solved_at: '2024-02-03 08:00:00',
      reopens: 0,
      resolution_seconds: 2 * 86_400,
      events: 0,
    },
  ]);
  await engine.close();
});

test('an ordinary list of tickets, which tells when it was changed, is no log', async () => {
  const { engine, report } = await imported([
    csv(
      'list.csv',
      'number,status,created at,updated at,priority,group,assignee',
      '1,open,2024-01-01 10:00,2024-01-02 10:00,high,N1,Rui',
    ),
  ]);
  expect(report.sources[0]?.vendor).toBe('generic');
  await engine.close();
});
