import { describe, expect, test } from 'vitest';
import { layersOf, neighbourOf, type LinkedCell } from '../../../src/lib/ui/graph/layers.ts';

/** `a` reads nothing, `b` and `c` read `a`, `d` reads both; `e` stands alone. As they stand in the notebook. */
const cells: readonly LinkedCell[] = [
  { id: 'd', reads: ['b', 'c'] },
  { id: 'a', reads: [] },
  { id: 'b', reads: ['a'] },
  { id: 'c', reads: ['a'] },
  { id: 'e', reads: [] },
];

const outline = (list: readonly LinkedCell[]) =>
  layersOf(list).map(({ id, turn, layer, row }) => `${turn} ${id} ${layer}/${row}`);

describe('the layers of a drawn graph', () => {
  test('each cell stands to the right of all that it reads, in the order of running', () => {
    expect(outline(cells)).toEqual(['1 a 0/0', '2 b 1/0', '3 c 1/1', '4 d 2/0', '5 e 0/1']);
  });

  test('cells that read one another are drawn all the same', () => {
    const cycle = [
      { id: 'a', reads: ['b'] },
      { id: 'b', reads: ['a'] },
    ];
    expect(outline(cycle)).toEqual(['1 b 0/0', '2 a 1/0']);
  });

  test('a notebook without cells has no layers', () => {
    expect(layersOf([])).toEqual([]);
  });

  test('arrows go along the links, up and down within a layer', () => {
    const placed = layersOf(cells);
    const go = (id: string, key: string) => {
      const from = placed.find((cell) => cell.id === id);
      return from ? (neighbourOf(placed, from, key)?.id ?? null) : null;
    };
    expect([
      go('a', 'ArrowRight'),
      go('b', 'ArrowDown'),
      go('c', 'ArrowRight'),
      go('d', 'ArrowLeft'),
    ]).toEqual(['b', 'c', 'd', 'b']);
    expect([go('a', 'ArrowDown'), go('e', 'ArrowUp'), go('d', 'Home'), go('a', 'End')]).toEqual([
      'e',
      'a',
      'a',
      'e',
    ]);
    expect([go('a', 'ArrowUp'), go('a', 'ArrowLeft'), go('d', 'ArrowRight')]).toEqual([null, null, null]);
  });
});
