import { describe, expect, test } from 'vitest';
import { fuzzyMatch } from '../../src/lib/workspace/commands/fuzzy.ts';

function found(query: string, texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => {
      const match = fuzzyMatch(query, text);
      return match ? [{ text, score: match.score }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);
}

describe('fuzzy matching', () => {
  test('the letters must come in their order', () => {
    expect(found('nwn', ['New Notebook', 'Newest', 'Own window'])).toEqual(['New Notebook', 'Own window']);
  });

  test('a whole word stands before letters that are scattered', () => {
    expect(found('save', ['Slice a vegetable', 'File: Save', 'Save']).slice(0, 2)).toEqual([
      'Save',
      'File: Save',
    ]);
  });

  test('accents and case do not matter', () => {
    expect(found('satisfacao', ['Satisfação (CSAT)', 'Solução'])).toEqual(['Satisfação (CSAT)']);
  });

  test('it says which letters matched', () => {
    expect(fuzzyMatch('rc', 'Run Cell')?.at).toEqual([0, 4]);
    expect(fuzzyMatch('cell', 'Run Cell')?.at).toEqual([4, 5, 6, 7]);
  });

  test('nothing asked for matches everything alike', () => {
    expect(fuzzyMatch('', 'anything')).toEqual({ score: 0, at: [] });
  });
});
