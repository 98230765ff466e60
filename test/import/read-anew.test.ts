import { expect, test } from 'vitest';
import { importFiles, type Field, type Mapping } from '#import';
import { csv, imported } from './files.ts';

const file = csv(
  'chamados.csv',
  'Ticket;Assunto;Fila;Nota;Aberto em',
  '1;Frete;Loja;5;01/02/2025 10:00',
  '2;Troca;Site;1;02/02/2025 10:00',
  '3;Conta;Site;;03/02/2025 10:00',
);

const id: Field = { kind: 'id', column: 'Ticket' };

function mapping(columns: Readonly<Record<string, Field>>, withRatings: boolean): Mapping {
  const ratings = {
    table: 'ratings',
    requires: ['score'],
    columns: {
      rating_id: id,
      ticket_id: id,
      kind: { kind: 'constant' as const, value: 'csat' },
      score: { kind: 'score' as const, column: 'Nota', scale: '1-5' as const },
    },
  };
  return {
    deskbook: 1,
    vendor: 'chamados',
    timeZone: null,
    tables: [
      {
        table: 'tickets',
        requires: ['ticket_id'],
        columns: { ticket_id: id, created_at: { kind: 'instant', column: 'Aberto em' }, ...columns },
      },
      ...(withRatings ? [ratings] : []),
    ],
    dateOrders: {},
    vocabularies: {},
  };
}

const first = mapping({ subject: { kind: 'text', column: 'Fila' } }, true);
const second = mapping({ team: { kind: 'text', column: 'Fila' } }, false);
const said = `select ticket_id, subject, team, (select count(*)::int from ratings) as ratings from tickets order by ticket_id`;

test('a file that is read in another way leaves nothing of what it said before', async () => {
  const { engine, rows } = await imported([file], { mappings: { '*': first } });
  expect(await rows(said)).toEqual([
    { ticket_id: '1', subject: 'Loja', team: null, ratings: 2 },
    { ticket_id: '2', subject: 'Site', team: null, ratings: 2 },
    { ticket_id: '3', subject: 'Site', team: null, ratings: 2 },
  ]);
  const { sources } = await importFiles(engine, [file], { mappings: { '*': second }, into: 'chamados' });
  expect(sources[0]?.joined).toBe(true);
  expect(await rows(said)).toEqual([
    { ticket_id: '1', subject: null, team: 'Loja', ratings: 0 },
    { ticket_id: '2', subject: null, team: 'Site', ratings: 0 },
    { ticket_id: '3', subject: null, team: 'Site', ratings: 0 },
  ]);
  await engine.close();
});

test('what other files of the source said stays', async () => {
  const other = csv('mais.csv', 'Ticket;Assunto;Fila;Nota;Aberto em', '9;Brinde;Loja;4;09/02/2025 10:00');
  const { engine, rows } = await imported([file, other], { mappings: { '*': first } });
  await importFiles(engine, [file], { mappings: { '*': second }, into: 'chamados' });
  expect(await rows(said)).toEqual([
    { ticket_id: '1', subject: null, team: 'Loja', ratings: 1 },
    { ticket_id: '2', subject: null, team: 'Site', ratings: 1 },
    { ticket_id: '3', subject: null, team: 'Site', ratings: 1 },
    { ticket_id: '9', subject: 'Loja', team: null, ratings: 1 },
  ]);
  await engine.close();
});
