import { expect, test } from 'vitest';
import type { Field, Mapping } from '#import';
import { csv, imported } from './files.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

async function listsOf(cells: readonly string[], separator: string | null = null): Promise<unknown[]> {
  const tags: Field = { kind: 'list', column: 'tags', separator };
  const mapping: Mapping = {
    deskbook: 1,
    vendor: 'desk',
    timeZone: null,
    tables: [
      {
        table: 'tickets',
        columns: { ticket_id: { kind: 'id', column: 'id' }, tags },
        requires: ['ticket_id'],
      },
    ],
    dateOrders: {},
    vocabularies: {},
  };
  const lines = cells.map((cell, index) => `${index + 10},${quoted(cell)}`);
  const { engine, rows } = await imported([csv('t.csv', 'id,tags', ...lines)], {
    mappings: { '*': mapping },
  });
  const found = await rows('select tags from tickets order by ticket_id');
  await engine.close();
  return found.map((row) => row['tags']);
}

test('lists that are written as JSON keep commas, quotes and escapes within their items', async () => {
  const cells = {
    '["vip","late"]': ['vip', 'late'],
    '["a, b", "c|d;e"]': ['a, b', 'c|d;e'],
    '["say \\"hi\\"","back\\\\slash","a\\/b","x\\ty"]': ['say "hi"', 'back\\slash', 'a/b', 'x\ty'],
    '[1, 2.5, true, "x"]': ['1', '2.5', 'true', 'x'],
    '["", null, " z "]': ['z'],
    '["]", "["]': [']', '['],
    '[]': [],
    '["ação"]': ['ação'],
  };
  expect(await listsOf(Object.keys(cells))).toEqual(Object.values(cells));
});

test('other lists are parted as before, and what only looks like JSON is one of them', async () => {
  const cells = {
    'a|b': ['a', 'b'],
    'a, b': ['a', 'b'],
    '[a, b]': ['a', 'b'],
    "['a', 'b']": ['a', 'b'],
    '["a" "b"]': ['a" "b'],
    '["open': ['open'],
    x: ['x'],
  };
  expect(await listsOf(Object.keys(cells))).toEqual(Object.values(cells));
  expect(await listsOf(['["a","b"]', 'c\nd', 'e,f'], '\n')).toEqual([['a', 'b'], ['c', 'd'], ['e,f']]);
});

test('fields of the account keep their own names, without what says that they are such; two of one name keep theirs whole', async () => {
  const mapping: Mapping = {
    deskbook: 1,
    vendor: 'desk',
    timeZone: null,
    tables: [
      {
        table: 'tickets',
        columns: { ticket_id: { kind: 'id', column: 'id' } },
        requires: ['ticket_id'],
        customFields: [
          'custom_fields[360001]',
          'ticket.custom_fields.cf_area',
          'plan',
          'custom_field.x',
          'custom_attributes.x',
        ],
      },
    ],
    dateOrders: {},
    vocabularies: {},
  };
  const { engine, rows } = await imported(
    [
      csv(
        't.csv',
        'id,custom_fields[360001],ticket.custom_fields.cf_area,plan,custom_field.x,custom_attributes.x',
        '1,delivery,north,?,a,b',
      ),
    ],
    { mappings: { '*': mapping } },
  );
  expect(await rows('select unnest(map_entries(custom_fields), recursive := true) from tickets')).toEqual([
    { key: '360001', value: 'delivery' },
    { key: 'cf_area', value: 'north' },
    { key: 'custom_field.x', value: 'a' },
    { key: 'custom_attributes.x', value: 'b' },
  ]);
  await engine.close();
});
