import { expect, test } from 'vitest';
import { compareTables } from '#output';
import { tableFrom, type ColumnLiteral } from '#table';

const words = (name: string, ...values: ColumnLiteral['values']) => ({ name, type: 'VARCHAR', values });
const numbers = (name: string, ...values: ColumnLiteral['values']) => ({ name, type: 'DOUBLE', values });

test('rows are found again by what names them, wherever they stand', () => {
  const before = tableFrom([words('channel', 'chat', 'email', 'phone'), numbers('csat', 0.9, 0.8, null)]);
  const after = tableFrom([words('channel', 'phone', 'chat', 'web'), numbers('csat', null, 0.7, 0.5)]);
  expect(compareTables(before, after)).toEqual({
    keys: ['channel'],
    rows: [
      { before: 1, after: null, changed: [] },
      { before: 2, after: 0, changed: [] },
      { before: 0, after: 1, changed: ['csat'] },
      { before: null, after: 2, changed: [] },
    ],
    onlyBefore: [],
    onlyAfter: [],
  });
});

test('several names tell rows apart where one does not; columns of one result alone are said', () => {
  const before = tableFrom([
    words('team', 'a', 'a', 'b'),
    words('channel', 'chat', 'email', 'chat'),
    numbers('n', 1, 2, 3),
    numbers('old', 1, 1, 1),
  ]);
  const after = tableFrom([
    words('team', 'a', 'a', 'b'),
    words('channel', 'chat', 'email', 'chat'),
    numbers('n', 1, 2, 4),
    numbers('new', 1, 1, 1),
  ]);
  expect(compareTables(before, after)).toEqual({
    keys: ['team', 'channel'],
    rows: [
      { before: 0, after: 0, changed: [] },
      { before: 1, after: 1, changed: [] },
      { before: 2, after: 2, changed: ['n'] },
    ],
    onlyBefore: ['old'],
    onlyAfter: ['new'],
  });
});

test('rows that nothing tells apart are taken by their place; NULL is no text', () => {
  const before = tableFrom([words('word', 'x', 'x', 'null')]);
  const after = tableFrom([words('word', 'x', 'y', null, 'z')]);
  expect(compareTables(before, after)).toEqual({
    keys: [],
    rows: [
      { before: 0, after: 0, changed: [] },
      { before: 1, after: 1, changed: ['word'] },
      { before: 2, after: 2, changed: ['word'] },
      { before: null, after: 3, changed: [] },
    ],
    onlyBefore: [],
    onlyAfter: [],
  });
});
