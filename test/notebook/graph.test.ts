import { describe, expect, test } from 'vitest';
import { buildGraph, type GraphNode } from '#notebook';

/** `a: b c` is a cell a that reads b and c. */
function nodes(...lines: string[]): GraphNode[] {
  return lines.map((line, at) => {
    const [name = '', uses = ''] = line.split(':');
    return { id: `${at}${name}`, defines: [name], uses: uses.split(' ').filter((use) => use !== '') };
  });
}

describe('a graph', () => {
  test('orders cells after what they read, and otherwise as they stand', () => {
    const graph = buildGraph(nodes('a: c', 'b:', 'c: B', 'd:'));
    expect(graph.order).toEqual(['1b', '2c', '0a', '3d']);
    expect(graph.ancestors('0a')).toEqual(['1b', '2c']);
    expect(graph.dependants('1b')).toEqual(['2c', '0a']);
  });

  test('a cycle names its members; what only depends on it does not', () => {
    const graph = buildGraph(nodes('a: b', 'b: c', 'c: a', 'd: a'));
    expect(graph.problem('0a')).toEqual({ kind: 'cycle', members: ['0a', '1b', '2c'] });
    expect(graph.problem('3d')).toBeNull();
    expect([...graph.order].sort()).toEqual(['0a', '1b', '2c', '3d']);
  });

  test('a cell that reads itself is a cycle of one', () => {
    expect(buildGraph(nodes('a: a')).problem('0a')).toEqual({ kind: 'cycle', members: ['0a'] });
  });

  test('a name given twice names the others', () => {
    const graph = buildGraph(nodes('a:', 'A:', 'b: a'));
    expect([graph.problem('0a'), graph.problem('1A'), graph.problem('2b')]).toEqual([
      { kind: 'duplicate', name: 'a', others: ['1A'] },
      { kind: 'duplicate', name: 'A', others: ['0a'] },
      null,
    ]);
  });

  test('a name that nobody has is missing, unless it is known otherwise', () => {
    const isKnown = (name: string) => name === 'tickets';
    const graph = buildGraph(nodes('a: tickets', 'b: gone'), { isKnown });
    expect([graph.problem('0a'), graph.problem('1b')]).toEqual([null, { kind: 'missing', name: 'gone' }]);
  });
});
