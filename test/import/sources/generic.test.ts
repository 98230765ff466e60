import { describe, expect, test } from 'vitest';
import { csv, imported } from '../files.ts';

/** Two tickets that load whatever stands beside them. */
const tickets = csv(
  'tickets.csv',
  'ticket_id;status;assunto;criado_em',
  'T1;aberto;Ajuda;2025-03-13 10:00:00',
  'T2;resolvido;Outro;2025-03-14 10:00:00',
);

describe('what is no list of tickets is not taken for one', () => {
  test.each([
    ['a table of links', ['ticket_id,company_id', 'T1,C1', 'T2,C2']],
    ['a table of names', ['id,name', '1,Sales', '2,Support']],
    ['a table of names with dates', ['id,name,created_at', '1,Sales,2025-01-01', '2,Support,2025-01-02']],
    ['a table of settings', ['key,value', 'theme,dark', 'zone,UTC']],
  ])('%s', async (_, lines) => {
    const { report, rows } = await imported([tickets, csv('other.csv', ...lines)]);
    expect(report.sources.map(({ tables }) => tables)).toEqual([[{ name: 'tickets', rows: 2 }]]);
    expect(report.leftOut).toEqual([
      { file: 'other.csv', sheet: null, rows: 2, why: [{ code: 'import.why.unmapped', params: {} }] },
    ]);
    expect(await rows('select ticket_id from tickets order by 1')).toEqual([
      { ticket_id: 'T1' },
      { ticket_id: 'T2' },
    ]);
  });

  test('nothing but links cannot be loaded, and that is said', async () => {
    await expect(
      imported([csv('links.csv', 'ticket_id,company_id', 'T1,C1', 'T2,C2')]),
    ).rejects.toMatchObject({
      text: { code: 'import.nothing', params: { files: 'links.csv' } },
    });
  });
});

test('text under a header of ids is no id: no two rows become one', async () => {
  const { rows } = await imported([
    csv(
      'ocorrencias.csv',
      'Chamado,Status,Data',
      'Sem sinal,aberto,13/03/2025',
      'Sem sinal,resolvido,14/03/2025',
      'Lentidão,aberto,15/03/2025',
    ),
  ]);
  expect(await rows('select count(*) as n, count(distinct ticket_id) as ids from tickets')).toEqual([
    { n: 3, ids: 3 },
  ]);
});

test('remarks without an answer beside them are what the tickets are about', async () => {
  const { rows } = await imported([
    csv('remarks.csv', 'Customer Remarks,category', 'Very good,Returns', 'Late again,Orders'),
  ]);
  expect(await rows('select subject, type, created_at from tickets order by source_row')).toEqual([
    { subject: 'Very good', type: 'Returns', created_at: null },
    { subject: 'Late again', type: 'Orders', created_at: null },
  ]);
  expect(await rows('select count(*) as n from ratings')).toEqual([{ n: 0 }]);
});

test('"not resolved" beside "open" is closed and never solved; alone it is open', async () => {
  const facts = 'select ticket_id, status, closed_at, last_solved_at from tickets order by 1';
  const { rows } = await imported([
    csv(
      'chamados.csv',
      'id_chamado,status,data_abertura,data_fechamento',
      '1,aberto,2025-03-13 08:00:00,',
      '2,não resolvido,2025-03-13 08:00:00,2025-03-13 09:00:00',
      '3,resolvido,2025-03-13 08:00:00,2025-03-13 10:00:00',
    ),
  ]);
  expect(await rows(facts)).toEqual([
    { ticket_id: '1', status: 'open', closed_at: null, last_solved_at: null },
    { ticket_id: '2', status: 'closed', closed_at: '2025-03-13 09:00:00', last_solved_at: null },
    {
      ticket_id: '3',
      status: 'solved',
      closed_at: '2025-03-13 10:00:00',
      last_solved_at: '2025-03-13 10:00:00',
    },
  ]);
  const alone = await imported([
    csv(
      'chamados.csv',
      'id_chamado,status,data_abertura,data_fechamento',
      '2,não resolvido,2025-03-13 08:00:00,',
      '3,resolvido,2025-03-13 08:00:00,2025-03-13 10:00:00',
    ),
  ]);
  expect(await alone.rows('select status from tickets order by ticket_id')).toEqual([
    { status: 'open' },
    { status: 'solved' },
  ]);
});

test('a resolution time beside a ticket that is not solved is none, and is kept as written', async () => {
  const { rows } = await imported([
    csv(
      'atendimentos.csv',
      'ticket_id;status;prioridade;tempo_resolucao_horas;data_abertura',
      'A-1;em andamento;alta;41;2025-08-18 20:00:00',
      'A-2;resolvido;média;10;2025-08-18 20:00:00',
    ),
  ]);
  expect(
    await rows(
      'select ticket_id, reported_resolution_seconds as reported, custom_fields from tickets order by 1',
    ),
  ).toEqual([
    { ticket_id: 'A-1', reported: null, custom_fields: [{ key: 'tempo_resolucao_horas', value: '41' }] },
    { ticket_id: 'A-2', reported: 36000, custom_fields: [{ key: 'tempo_resolucao_horas', value: '10' }] },
  ]);
});

test('lists of agents and of customers are known by their file', async () => {
  const { report, rows } = await imported([
    tickets,
    csv('clientes.csv', 'id,nome,email,segmento', 'C1,Ana,ana@example.com,Ouro'),
  ]);
  expect(report.sources.map(({ tables }) => tables)).toEqual([
    [
      { name: 'tickets', rows: 2 },
      { name: 'customers', rows: 1 },
    ],
  ]);
  expect(await rows('select customer_id, customer_key, segment from customers')).toEqual([
    { customer_id: 'C1', customer_key: 'ana@example.com', segment: 'Ouro' },
  ]);
});
