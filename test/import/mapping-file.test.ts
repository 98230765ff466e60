import { expect, test } from 'vitest';
import { parseMapping, serializeMapping, type Field, type Mapping, type TableMapping } from '#import';
import { tell } from '#messages';
import { AppError } from '#errors';
import { csv, imported } from './files.ts';

const log: Mapping = {
  deskbook: 1,
  vendor: 'desk',
  timeZone: null,
  tables: [
    {
      table: 'tickets',
      columns: {
        ticket_id: { kind: 'extract', column: 'ref', pattern: '#([0-9]+)' },
        subject: {
          kind: 'join',
          of: [
            { kind: 'text', column: 'area' },
            { kind: 'constant', value: 'x' },
          ],
          separator: ' / ',
        },
      },
      requires: ['ticket_id'],
      where: { column: 'kind', is: ['total'], not: true },
      latest: { of: 'ref', by: ['step', 'at'] },
    },
    {
      table: 'ticket_events',
      columns: {
        event_id: { kind: 'row', prefix: 'state ' },
        from_value: { kind: 'before', column: 'state', vocabulary: 'status' },
        actor_id: { kind: 'before', column: 'who', vocabulary: null },
      },
      requires: [],
      where: { column: 'kind', is: ['change'] },
      changes: { of: 'state', per: 'ref', by: [] },
    },
    {
      table: 'tickets',
      columns: { ticket_id: { kind: 'id', column: 'ref' } },
      requires: ['ticket_id'],
      completes: true,
    },
    {
      table: 'names',
      columns: {
        kind: { kind: 'constant', value: 'team' },
        id: { kind: 'id', column: 'ref' },
        name: { kind: 'text', column: 'area' },
      },
      requires: ['id', 'name'],
    },
  ],
  dateOrders: {},
  vocabularies: {},
};

test('which rows a table takes, and parts and joins of cells, are written to the file and read again', () => {
  expect(parseMapping(serializeMapping(log))).toEqual(log);
});

function withTable(table: Readonly<Record<string, unknown>>): Mapping | null {
  return parseMapping(
    JSON.stringify({ ...log, tables: [{ table: 'tickets', columns: {}, requires: [], ...table }] }),
  );
}

function withField(field: unknown): Mapping | null {
  return withTable({ columns: { subject: field } });
}

test('a choice of rows that says nothing makes the file no mapping', () => {
  const choices = [
    { where: { column: 'a' } },
    { where: { column: 1, is: ['x'] } },
    { where: { column: 'a', is: [1] } },
    { where: 'a = 1' },
    { latest: { of: 'a' } },
    { latest: { of: 'a', by: [null] } },
    { changes: { of: 'a', by: [] } },
    { changes: { of: 'a', per: 'b', by: 'c' } },
    { latest: { of: 'a', by: [] }, changes: { of: 'a', per: 'b', by: [] } },
    { table: 'ratings', completes: true },
    { table: 'period_facts', completes: true },
  ];
  expect(choices.map(withTable)).toEqual(choices.map(() => null));
  expect(withTable({})?.tables).toEqual([{ table: 'tickets', columns: {}, requires: [] }]);
  expect(withTable({ completes: 'yes' })?.tables).toEqual([{ table: 'tickets', columns: {}, requires: [] }]);
});

test('a field of the new kinds is refused where it cannot be compiled', () => {
  const text: Field = { kind: 'text', column: 'a' };
  const fields = [
    { kind: 'before', column: 'a', vocabulary: null },
    { kind: 'first', of: [{ kind: 'before', column: 'a', vocabulary: null }] },
    { kind: 'extract', column: 'a' },
    { kind: 'extract', column: 'a', pattern: '' },
    { kind: 'extract', column: 'a', pattern: `(${'a'.repeat(2000)})` },
    { kind: 'join', of: [], separator: '' },
    { kind: 'join', of: [text] },
    { kind: 'join', of: [text, { kind: 'instant', column: 'b' }], separator: '' },
    { kind: 'join', of: [text, { kind: 'first', of: [{ kind: 'list', column: 'b' }] }], separator: '' },
  ];
  expect(fields.map(withField)).toEqual(fields.map(() => null));
  expect(withField({ kind: 'join', of: [text, { kind: 'row', prefix: '' }], separator: "'" })).not.toBeNull();
});

function reading(columns: TableMapping['columns'], ...lines: string[]) {
  const tables = [{ table: 'tickets', columns, requires: ['ticket_id'] }];
  return imported([csv('t.csv', 'a,b', ...lines)], { mappings: { '*': { ...log, tables } } });
}

test('a part of a cell, and cells put together; NULL where there is none', async () => {
  const { engine, rows } = await reading(
    {
      ticket_id: { kind: 'extract', column: 'a', pattern: "^it's #([0-9]+)$" },
      subject: {
        kind: 'join',
        of: [
          { kind: 'text', column: 'b' },
          { kind: 'extract', column: 'a', pattern: '([0-9])$' },
        ],
        separator: "' || 1 || '",
      },
    },
    "it's #12,x",
    "it's #13,?",
  );
  expect(await rows('select ticket_id, subject from tickets order by 1')).toEqual([
    { ticket_id: '12', subject: "x' || 1 || '2" },
    { ticket_id: '13', subject: null },
  ]);
  await engine.close();
});

test('a pattern that the engine cannot read is refused by name before anything is loaded', async () => {
  const told = async (pattern: string) => {
    try {
      const { engine } = await reading({ ticket_id: { kind: 'extract', column: 'a', pattern } }, '1,x');
      await engine.close();
      return 'loaded';
    } catch (error) {
      return error instanceof AppError ? tell('en', error.text) : String(error);
    }
  };
  const refused = (pattern: string) =>
    `The mapping’s pattern for “a” cannot be read: ${pattern}. Write an RE2 expression with one group in parentheses, such as #([0-9]+).`;
  for (const pattern of ['(', '(?=1)(1)', '[0-9]+', "'); drop table x; --"])
    expect(await told(pattern)).toBe(refused(pattern));
  expect(await told('([0-9]+)')).toBe('loaded');
});
