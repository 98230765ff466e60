import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../../src/lib/ui/editor/change.ts';
import { highlight } from '../../../src/lib/ui/editor/highlight.ts';
import { relationsIn } from '../../../src/lib/ui/editor/vocabulary.ts';
import { NotebookKeys } from '../../../src/lib/ui/notebook/keys.ts';
import { lineDiff } from '../../../src/lib/ui/notebook/line-diff.ts';
import { gridMove } from '../../../src/lib/ui/outputs/grid-keys.ts';

const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keys of command mode', () => {
  const read = (...args: Parameters<typeof press>) => new NotebookKeys().read(press(...args));

  it('are VS Code’s', () => {
    expect([
      read('Enter'),
      read('Enter', { shiftKey: true }),
      read('Enter', { ctrlKey: true }),
      read('Enter', { altKey: true }),
      read('a'),
      read('B'),
      read('z'),
      read('Z', { shiftKey: true }),
      read('m'),
      read('y'),
      read('ArrowUp', { altKey: true }),
      read('ArrowDown', { shiftKey: true }),
      read('F2'),
    ]).toEqual([
      'edit',
      'runNext',
      'runStay',
      'runInsert',
      'insertAbove',
      'insertBelow',
      'undo',
      'redo',
      'toMarkdown',
      'toSql',
      'moveUp',
      'extendDown',
      'rename',
    ]);
  });

  it('select, copy, join and scroll', () => {
    expect([
      read('a', { ctrlKey: true }),
      read('ArrowUp', { shiftKey: true, altKey: true }),
      read('ArrowDown', { shiftKey: true, altKey: true }),
      read('M', { shiftKey: true }),
      read('O', { shiftKey: true }),
      read('l'),
      read('L', { shiftKey: true }),
      read(' '),
      read(' ', { shiftKey: true }),
    ]).toEqual([
      'selectAll',
      'copyUp',
      'copyDown',
      'join',
      'foldResult',
      'lineNumbers',
      'allLineNumbers',
      'scrollDown',
      'scrollUp',
    ]);
  });

  it('leave the browser and the workbench theirs', () => {
    expect([read('s', { ctrlKey: true }), read('q'), read('p', { ctrlKey: true, shiftKey: true })]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('delete on two D, not on one, and not on two far apart', () => {
    let now = 0;
    const keys = new NotebookKeys(() => now);
    const first = keys.read(press('d'));
    now = 300;
    const second = keys.read(press('d'));
    now = 5_000;
    const third = keys.read(press('d'));
    now = 9_000;
    expect([first, second, third, keys.read(press('d'))]).toEqual([null, 'remove', null, null]);
  });
});

it('grid keys move by cells, by screens and to the ends', () => {
  const size = { rows: 100, columns: 5, page: 10 };
  const from = { row: 50, column: 2 };
  expect([
    gridMove(press('ArrowDown'), from, size),
    gridMove(press('ArrowDown', { ctrlKey: true }), from, size),
    gridMove(press('PageUp'), from, size),
    gridMove(press('End'), from, size),
    gridMove(press('x'), from, size),
  ]).toEqual([
    { row: 51, column: 2 },
    { row: 99, column: 2 },
    { row: 40, column: 2 },
    { row: 50, column: 4 },
    null,
  ]);
});

it('the difference of two texts is the lines that changed', () => {
  expect(lineDiff('select a\nfrom t\n', 'select a, b\nfrom t\nwhere x\n')).toEqual([
    { kind: 'removed', text: 'select a' },
    { kind: 'added', text: 'select a, b' },
    { kind: 'same', text: 'from t' },
    { kind: 'added', text: 'where x' },
  ]);
});

it('an outside change touches only what differs', () => {
  expect([
    changeBetween('select a from t', 'select ab from t'),
    changeBetween('x', 'x'),
    changeBetween('aa', 'a'),
  ]).toEqual([{ from: 8, to: 8, insert: 'b' }, null, { from: 1, to: 2, insert: '' }]);
});

it('code out of sight keeps its colours and every character', () => {
  const sql = "select count(*) from t -- all\nwhere a = 'x' and b > $from";
  expect(
    highlight(sql, 'sql')
      .map(({ text }) => text)
      .join(''),
  ).toBe(sql);
  expect(highlight('{"mark": "bar", "n": 1}', 'json').filter(({ colour }) => colour)).toEqual([
    { text: '"mark"', colour: 'variable' },
    { text: '"bar"', colour: 'string' },
    { text: '"n"', colour: 'variable' },
    { text: '1', colour: 'number' },
  ]);
});

describe('relations in sight of completion', () => {
  const relation = (name: string) =>
    ({ kind: 'table', name, detail: '', info: '', columns: [], key: [] }) as const;
  const vocabulary = { relations: [relation('tickets'), relation('ratings'), relation('calls')] };
  const names = (sql: string) =>
    [...relationsIn(sql, vocabulary)].map(([name, { name: of }]) => `${name}=${of}`);

  it('are those read, by name and by alias, never those in a text or a comment', () => {
    expect(
      names("select 'from calls' from tickets t join ratings as r using (ticket_id) -- from calls"),
    ).toEqual(['tickets=tickets', 't=tickets', 'ratings=ratings', 'r=ratings']);
    expect(names('select * from tickets where x')).toEqual(['tickets=tickets']);
  });
});
