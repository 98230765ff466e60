import { isKeyword } from './keywords.ts';
import { tokenize } from '#sql';
import type { Language } from './editor.ts';

/** A piece of code and the colour class it has; null is plain. */
export interface Piece {
  readonly text: string;
  readonly colour: 'keyword' | 'string' | 'number' | 'comment' | 'variable' | null;
}

/** Colours code without an editor, for cells that are out of sight: cheap, and close to what the editor shows. */
export function highlight(code: string, language: Language): Piece[] {
  switch (language) {
    case 'sql':
      return tokenize(code).map(({ text, kind }): Piece => ({ text, colour: sqlColour(text, kind) }));
    case 'json':
      return pieces(
        code,
        /("(?:[^"\\]|\\.)*"(?=\s*:))|("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null)/g,
        ['variable', 'string', 'number'],
      );
    case 'yaml':
      return pieces(code, /(^[\w-]+(?=:))|("[^"]*"|'[^']*')|(#.*$)/gm, ['variable', 'string', 'comment']);
    case 'markdown':
      return [{ text: code, colour: null }];
  }
}

function sqlColour(text: string, kind: string): Piece['colour'] {
  if (kind === 'string' || kind === 'comment') return kind;
  if (kind === 'parameter') return 'variable';
  if (kind === 'word') return isKeyword(text) ? 'keyword' : null;
  return kind === 'number' || /^\d/.test(text) ? 'number' : null;
}

function pieces(code: string, pattern: RegExp, colours: readonly Piece['colour'][]): Piece[] {
  const found: Piece[] = [];
  let last = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > last) found.push({ text: code.slice(last, match.index), colour: null });
    const group = colours.findIndex((_, index) => match[index + 1] !== undefined);
    found.push({ text: match[0], colour: colours[group] ?? null });
    last = match.index + match[0].length;
  }
  if (last < code.length) found.push({ text: code.slice(last), colour: null });
  return found;
}
