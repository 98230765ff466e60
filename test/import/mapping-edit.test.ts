import { expect, test } from 'vitest';
import {
  addTable,
  addUse,
  parseMapping,
  removeTable,
  removeUse,
  serializeMapping,
  setDateOrder,
  setDecimals,
  setUse,
  setWord,
  usesOf,
  type Mapping,
} from '#import';

const blank: Mapping = {
  deskbook: 1,
  vendor: 'ours',
  timeZone: null,
  tables: [],
  dateOrders: {},
  vocabularies: {},
};
const withStatus = addUse(blank, 'Situação', { table: 'tickets', column: 'status' });

test('a first use makes its table, whose rows are numbered until an id is assigned; words are kept beside their meaning', () => {
  expect(withStatus.tables).toEqual([
    {
      table: 'tickets',
      requires: ['ticket_id'],
      columns: {
        ticket_id: { kind: 'row', prefix: 'ticket ' },
        status_raw: { kind: 'text', column: 'Situação' },
        status: { kind: 'word', column: 'Situação', vocabulary: 'status' },
      },
    },
  ]);
});

test('a column can be used twice, each use can be read in another way, and each can be taken away', () => {
  const twice = addUse(withStatus, 'Situação', { table: 'tickets', column: 'type' });
  expect(usesOf(twice, 'Situação').map(({ name }) => name)).toEqual(['status_raw', 'status', 'type']);
  const [, status, type] = usesOf(twice, 'Situação');
  const changed = setUse(twice, type!, { kind: 'extract', column: 'Situação', pattern: '(.)' });
  expect(changed.tables[0]?.columns['type']).toEqual({ kind: 'extract', column: 'Situação', pattern: '(.)' });
  expect(usesOf(removeUse(twice, 'Situação', status!), 'Situação').map(({ name }) => name)).toEqual([
    'status_raw',
    'type',
  ]);
});

test('of a column that is one of several choices only the choice goes', () => {
  const mapping: Mapping = {
    ...blank,
    tables: [
      {
        table: 'tickets',
        requires: [],
        columns: {
          agent_id: {
            kind: 'first',
            of: [
              { kind: 'id', column: 'id' },
              { kind: 'text', column: 'nome' },
            ],
          },
        },
      },
    ],
  };
  const [use] = usesOf(mapping, 'nome');
  expect(removeUse(mapping, 'nome', use!).tables[0]?.columns['agent_id']).toEqual({
    kind: 'first',
    of: [{ kind: 'id', column: 'id' }],
  });
});

test('a table that loses its last column goes, and one that loses its id is numbered again', () => {
  const [raw, status] = usesOf(withStatus, 'Situação');
  expect(removeUse(removeUse(withStatus, 'Situação', raw!), 'Situação', status!).tables).toEqual([]);
  const withId = addUse(withStatus, 'Protocolo', { table: 'tickets', column: 'ticket_id' });
  const [id] = usesOf(withId, 'Protocolo');
  expect(removeUse(withId, 'Protocolo', id!)).toEqual(withStatus);
});

test('a table can be added, filled and taken out', () => {
  const added = addTable(withStatus, 'ratings');
  const filled = addUse(added, 'Nota', { table: 'ratings', column: 'score_raw' });
  expect(filled.tables[1]).toEqual({
    table: 'ratings',
    requires: ['score_raw'],
    columns: {
      rating_id: { kind: 'row', prefix: 'rating ' },
      kind: { kind: 'constant', value: 'csat' },
      score: { kind: 'score', column: 'Nota', scale: null },
    },
  });
  expect(removeTable(filled, 1)).toEqual(withStatus);
});

test('words, orders of dates and decimal marks are stated, left unknown on purpose, and taken back; the file keeps them', () => {
  const stated = setDecimals(
    setDateOrder(
      setWord(setWord(withStatus, 'status', 'Gaveta', null), 'status', 'Feito', 'solved'),
      'Data',
      'mdy',
    ),
    'Valor',
    'comma',
  );
  expect(stated).toMatchObject({
    vocabularies: { status: { Gaveta: null, Feito: 'solved' } },
    dateOrders: { Data: 'mdy' },
    decimals: { Valor: 'comma' },
  });
  expect(parseMapping(serializeMapping(stated))).toEqual(stated);
  const back = setDecimals(
    setDateOrder(setWord(stated, 'status', 'Gaveta', undefined), 'Data', null),
    'Valor',
    null,
  );
  expect(back).toMatchObject({ vocabularies: { status: { Feito: 'solved' } }, dateOrders: {}, decimals: {} });
});
