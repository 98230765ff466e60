import { describe, expect, it } from 'vitest';
import { findIn, findPattern, replaceIn, type FindQuery } from '#notebook';

const plain = { matchCase: false, wholeWord: false, isRegex: false };

function found(source: string, text: string, how: Partial<FindQuery> = {}): string[] | null {
  const pattern = findPattern({ ...plain, ...how, text });
  return pattern && findIn(source, pattern).map(({ from, to }) => `${from}-${to}`);
}

function replaced(source: string, text: string, replacement: string, how: Partial<FindQuery> = {}): string {
  const pattern = findPattern({ ...plain, ...how, text }) ?? /(?!)/g;
  return replaceIn(source, { pattern, replacement, isRegex: how.isRegex ?? false, at: null });
}

describe('what is found', () => {
  it('is what is written, in either case unless asked', () => {
    expect([
      found('Ticket tickets', 'ticket'),
      found('Ticket tickets', 'ticket', { matchCase: true }),
    ]).toEqual([['0-6', '7-13'], ['7-13']]);
  });

  it('is a whole word when asked, letters with accents and underscores being part of words', () => {
    expect(found('ação acao_2 ação.x', 'ação', { wholeWord: true })).toEqual(['0-4', '12-16']);
    expect(found('acao_2', 'acao', { wholeWord: true })).toEqual([]);
  });

  it('takes signs as they are, and as a regular expression when asked', () => {
    expect([found('count(*) a.b', '(*)'), found('axb a.b', 'a.b')]).toEqual([['5-8'], ['4-7']]);
    expect(found('a1\nb22', '^[a-z]\\d+$', { isRegex: true })).toEqual(['0-2', '3-6']);
  });

  it('is nothing where nothing is asked for, and where the expression cannot be read', () => {
    expect([
      found('a', ''),
      found('a', '(', { isRegex: true }),
      found('abc', 'x*', { isRegex: true }),
    ]).toEqual([null, null, []]);
  });
});

describe('what is replaced', () => {
  it('is every place, by the text as it is', () => {
    expect(replaced('a.b a.b', 'a.b', '$1\\n')).toBe('$1\\n $1\\n');
  });

  it('may hold what a regular expression found', () => {
    expect(replaced('from a, from b', 'from (\\w)', '$1 ($&) $$\\t$2', { isRegex: true })).toBe(
      'a (from a) $\t, b (from b) $\t',
    );
  });

  it('is one place when asked', () => {
    const pattern = findPattern({ ...plain, text: 'a' });
    expect(pattern && replaceIn('a b a', { pattern, replacement: 'x', isRegex: false, at: 4 })).toBe('a b x');
  });
});
