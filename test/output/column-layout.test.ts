import { describe, expect, test } from 'vitest';
import { isRearranged, moveColumn, plainLayout, shownColumns, toggleHidden, togglePin } from '#output';

const names = ['a', 'b', 'c', 'd'];

describe('the columns of a grid', () => {
  test('are moved among those shown, and the hidden ones come back where they were', () => {
    const moved = moveColumn(names, toggleHidden(plainLayout, 'b'), { name: 'd', to: 0 });
    expect(shownColumns(names, moved)).toEqual(['d', 'a', 'c']);
    expect(shownColumns(names, toggleHidden(moved, 'b'))).toEqual(['d', 'a', 'c', 'b']);
  });

  test('stand first when they are pinned, and are moved among their own', () => {
    const pinned = togglePin(togglePin(plainLayout, 'c'), 'd');
    expect(shownColumns(names, pinned)).toEqual(['c', 'd', 'a', 'b']);
    expect(shownColumns(names, moveColumn(names, pinned, { name: 'c', to: 3 }))).toEqual([
      'd',
      'c',
      'a',
      'b',
    ]);
    expect(shownColumns(names, moveColumn(names, pinned, { name: 'b', to: 0 }))).toEqual([
      'c',
      'd',
      'b',
      'a',
    ]);
    expect(shownColumns(names, togglePin(pinned, 'c'))).toEqual(['d', 'a', 'b', 'c']);
  });

  test('keep their order when another run brings others', () => {
    const moved = moveColumn(names, plainLayout, { name: 'd', to: 0 });
    expect(shownColumns(['new', 'b', 'd'], moved)).toEqual(['d', 'b', 'new']);
  });

  test('are told from those that are as they came', () => {
    const back = moveColumn(names, moveColumn(names, plainLayout, { name: 'a', to: 2 }), {
      name: 'a',
      to: 0,
    });
    expect([isRearranged(names, back), isRearranged(names, toggleHidden(back, 'a'))]).toEqual([false, true]);
  });
});
