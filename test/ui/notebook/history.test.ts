import { describe, expect, it } from 'vitest';
import type { Operation } from '#notebook';
import { CellSelection } from '../../../src/lib/workspace/CellSelection.svelte.ts';
import { NotebookHistory } from '../../../src/lib/workspace/notebook-history.ts';

const typed = (source: string): Operation => ({ kind: 'setSource', id: 'a', source });

describe('the way back', () => {
  it('takes typing back as one, and a pause ends it', () => {
    let now = 0;
    const history = new NotebookHistory(() => now);
    history.record(typed(''), typed('s'), 'source a');
    now = 500;
    history.record(typed('s'), typed('se'), 'source a');
    now = 5_000;
    history.record(typed('se'), typed('sel'), 'source a');
    expect([history.undo(), history.undo(), history.undo()]).toEqual([typed('se'), typed(''), null]);
    expect([history.redo(), history.redo(), history.redo()]).toEqual([typed('se'), typed('sel'), null]);
  });

  it('ends where something new is done', () => {
    const history = new NotebookHistory();
    history.record(typed('a'), typed('b'), null);
    history.undo();
    history.record(typed('a'), typed('c'), null);
    expect([history.canRedo, history.undo()]).toEqual([false, typed('a')]);
  });
});

describe('the selection', () => {
  const selectionOf = (...ids: string[]) => new CellSelection(() => ids);

  it('moves, extends both ways, and stops at the ends', () => {
    const selection = selectionOf('a', 'b', 'c');
    selection.select('b');
    selection.move(1, { extend: true });
    const extended = selection.ids;
    const beyond = selection.move(1);
    selection.move(-1, { extend: true });
    selection.move(-1, { extend: true });
    expect([extended, beyond, selection.ids, selection.focused]).toEqual([
      ['b', 'c'],
      false,
      ['a', 'b'],
      'a',
    ]);
  });

  it('stays near cells that went', () => {
    const ids = ['a', 'b', 'c'];
    const selection = new CellSelection(() => ids);
    selection.select('b');
    ids.splice(1, 1);
    selection.settle(1);
    const next = selection.focused;
    ids.splice(0, 2);
    selection.settle(0);
    expect([next, selection.focused, selection.ids]).toEqual(['c', null, []]);
  });
});
