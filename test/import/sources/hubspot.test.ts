import { describe, expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { json } from './json.ts';

describe('HubSpot’s API', () => {
  const ticket = (id: string, properties: object, more: object = {}) => ({
    id,
    properties: {
      createdate: '2025-04-01T12:00:00Z',
      hs_lastmodifieddate: '2025-04-03T12:00:00Z',
      hs_object_id: id,
      hs_pipeline: '0',
      hs_pipeline_stage: '1',
      hs_ticket_priority: 'HIGH',
      hubspot_owner_id: '71',
      source_type: 'EMAIL',
      subject: 'Invoice',
      closed_date: null,
      first_agent_reply_date: null,
      time_to_close: null,
      ...properties,
    },
    createdAt: '2025-04-01T12:00:00Z',
    updatedAt: '2025-04-03T12:00:00Z',
    archived: false,
    ...more,
  });

  const tickets = json('tickets.json', {
    results: [
      ticket('1', {
        hs_pipeline_stage: '4',
        closed_date: '2025-04-02T12:00:00Z',
        first_agent_reply_date: '2025-04-01T13:30:00Z',
        time_to_close: '86400000',
      }),
      ticket('2', { hs_pipeline_stage: '9001', source_type: 'CHAT', hs_ticket_priority: 'LOW' }),
      ticket('3', { hs_pipeline_stage: '9002', source_type: 'FORM' }),
      ticket('4', { hs_pipeline_stage: '9003', source_type: 'PHONE' }, { archived: true }),
    ],
    paging: null,
  });

  /** Two pipelines: a stage called “Ganho” closes, one called “Resolvido?” does not. */
  const stages = json('stages.json', {
    results: [
      {
        id: '9001',
        label: 'Resolvido?',
        displayOrder: 0,
        metadata: { ticketState: 'OPEN', isClosed: 'false' },
        archived: false,
      },
      {
        id: '9002',
        label: 'Ganho',
        displayOrder: 1,
        metadata: { ticketState: 'CLOSED', isClosed: 'true' },
        archived: false,
      },
    ],
  });
  const owners = json('owners.json', {
    results: [
      { id: '71', email: 'rui@example.com', firstName: 'Rui', lastName: 'Sá', userId: 5, archived: false },
    ],
  });

  test('a stage is what its list says that it is, not what its name suggests', async () => {
    const { report, rows } = await imported([tickets, stages, owners]);
    expect(
      report.sources.map(({ vendor, rowsRead, rowsRejected }) => [vendor, rowsRead, rowsRejected]),
    ).toEqual([['hubspot', 7, 0]]);
    expect(
      await rows('select ticket_id, status, status_raw, channel, priority, agent_id from tickets order by 1'),
    ).toEqual([
      {
        ticket_id: '1',
        status: 'closed',
        status_raw: '4',
        channel: 'email',
        priority: 'high',
        agent_id: '71',
      },
      {
        ticket_id: '2',
        status: 'open',
        status_raw: 'open',
        channel: 'chat',
        priority: 'low',
        agent_id: '71',
      },
      {
        ticket_id: '3',
        status: 'closed',
        status_raw: 'closed',
        channel: 'web_form',
        priority: 'high',
        agent_id: '71',
      },
      {
        ticket_id: '4',
        status: 'deleted',
        status_raw: '9003',
        channel: 'phone',
        priority: 'high',
        agent_id: '71',
      },
    ]);
    expect(
      await rows(
        `select first_response_seconds as frt, reported_resolution_seconds as reported, resolution_seconds as resolution, last_solved_at_utc as solved from tickets where ticket_id = '1'`,
      ),
    ).toEqual([{ frt: 5400, reported: 86400, resolution: 86400, solved: '2025-04-02 12:00:00' }]);
    expect(await rows('select agent_id, name from agents')).toEqual([{ agent_id: '71', name: 'Rui Sá' }]);
  });

  test('the history of a connector: stages by HubSpot’s own numbers', async () => {
    const synced = '2025-05-01 00:00:00';
    const { rows } = await imported([
      csv(
        'ticket_property_history_data.csv',
        '_fivetran_synced,ticket_id,name,source,source_id,timestamp_instant,value',
        `${synced},1,hs_pipeline_stage,CRM_UI,u:1,2025-04-01 12:00:00,1`,
        `${synced},1,hs_pipeline_stage,CRM_UI,u:1,2025-04-02 12:00:00,4`,
        `${synced},1,hs_pipeline_stage,CRM_UI,u:1,2025-04-03 12:00:00,3`,
        `${synced},1,hs_pipeline_stage,CRM_UI,u:1,2025-04-04 12:00:00,4`,
        `${synced},1,hubspot_owner_id,CRM_UI,u:1,2025-04-01 12:30:00,71`,
        `${synced},1,subject,CRM_UI,u:1,2025-04-01 12:30:00,Invoice`,
      ),
      tickets,
    ]);
    expect(
      await rows(
        `select from_value, to_value, at_utc as at from ticket_events where kind = 'status' order by at_utc`,
      ),
    ).toEqual([
      { from_value: null, to_value: 'new', at: '2025-04-01 12:00:00' },
      { from_value: 'new', to_value: 'closed', at: '2025-04-02 12:00:00' },
      { from_value: 'closed', to_value: 'open', at: '2025-04-03 12:00:00' },
      { from_value: 'open', to_value: 'closed', at: '2025-04-04 12:00:00' },
    ]);
    expect(
      await rows(
        `select reopens, first_solved_at_utc as first_solved, assigned_at_utc as assigned from tickets where ticket_id = '1'`,
      ),
    ).toEqual([{ reopens: 1, first_solved: '2025-04-02 12:00:00', assigned: '2025-04-01 12:30:00' }]);
  });
});

test('HubSpot’s sheet in English and in Portuguese', async () => {
  const english = csv(
    'hubspot-crm-exports-tickets.csv',
    'Record ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Priority,Source,Ticket owner,Associated Contact,Associated Company,Time to close (HH:mm:ss),First agent email reply date',
    '11,Invoice,Support Pipeline,Waiting on contact,2025-04-01 12:00,,High,Email,Rui Sá,Ana,Acme,,2025-04-01 13:00',
    '12,Refund,Support Pipeline,Closed,2025-04-01 12:00,2025-04-02 14:00,Low,Chat,Rui Sá,Bia,Acme,26:00:00,',
  );
  const portuguese = csv(
    'tickets-hubspot.csv',
    'ID do registro;Nome do ticket;Pipeline;Status do ticket;Data de criação;Data de fechamento;Prioridade;Origem;Proprietário do ticket;Contato associado;Empresa associada',
    '11;Fatura;Suporte;Aguardando contato;13/04/2025 12:00;;Alta;E-mail;Rui Sá;Ana;Acme',
    '12;Reembolso;Suporte;Fechado;13/04/2025 12:00;14/04/2025 14:00;Baixa;Chat;Rui Sá;Bia;Acme',
  );
  for (const file of [english, portuguese]) {
    const { report, rows } = await imported([file]);
    expect(report.sources).toMatchObject([{ vendor: 'hubspot', rowsRead: 2, rowsRejected: 0 }]);
    expect(
      await rows(
        'select ticket_id, status, channel, priority, agent_id, customer_id, resolution_seconds as seconds from tickets order by 1',
      ),
    ).toEqual([
      {
        ticket_id: '11',
        status: 'pending',
        channel: 'email',
        priority: 'high',
        agent_id: 'Rui Sá',
        customer_id: 'Ana',
        seconds: null,
      },
      {
        ticket_id: '12',
        status: 'closed',
        channel: 'chat',
        priority: 'low',
        agent_id: 'Rui Sá',
        customer_id: 'Bia',
        seconds: 93600,
      },
    ]);
  }
  expect(
    await (
      await imported([english])
    ).rows(
      `select reported_resolution_seconds as reported, first_response_seconds as frt from tickets order by ticket_id`,
    ),
  ).toEqual([
    { reported: null, frt: 3600 },
    { reported: 93600, frt: null },
  ]);
});
