import { tokenize, type Token } from '#sql';

export interface Word {
  readonly name: string;
  readonly detail: string;
  readonly info: string;
}

export interface Relation extends Word {
  readonly kind: 'table' | 'cell';
  readonly columns: readonly Word[];
}

/** A whole text that an empty cell may become. */
export interface Snippet extends Word {
  readonly insert: () => void;
}

/** The names that a cell's SQL may use: what completion offers and hovering explains. */
export interface Vocabulary {
  readonly relations: readonly Relation[];
  readonly parameters: readonly Word[];
  readonly snippets: readonly Snippet[];
}

export const noVocabulary: Vocabulary = { relations: [], parameters: [], snippets: [] };

/** The relations that a statement reads, each under the names it may be called by. */
export function relationsIn(sql: string, vocabulary: Vocabulary): ReadonlyMap<string, Relation> {
  const words = tokenize(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const found = new Map<string, Relation>();
  words.forEach((token, index) => {
    const relation = nameOf(token) === null ? undefined : relationAfter(words, index, vocabulary);
    if (!relation) return;
    found.set(relation.name, relation);
    const alias = aliasAfter(words, index);
    if (alias) found.set(alias, relation);
  });
  return found;
}

const openers = new Set(['from', 'join', ',']);
const notAlias = new Set(
  'where group order having limit join left right full inner cross natural asof on using union except intersect qualify window semi anti'.split(
    ' ',
  ),
);

function relationAfter(
  words: readonly Token[],
  index: number,
  { relations }: Vocabulary,
): Relation | undefined {
  const before = words[index - 1]?.text.toLowerCase() ?? '';
  const name = nameOf(words[index]);
  return openers.has(before) ? relations.find((relation) => relation.name === name) : undefined;
}

function aliasAfter(words: readonly Token[], index: number): string | null {
  const next = words[index + 1];
  const isAs = next?.text.toLowerCase() === 'as';
  const alias = nameOf(isAs ? words[index + 2] : next);
  return alias && !notAlias.has(alias) ? alias : null;
}

function nameOf(token: Token | undefined): string | null {
  if (token?.kind === 'word') return token.text.toLowerCase();
  return token?.kind === 'quoted' ? token.text.slice(1, -1).replaceAll('""', '"') : null;
}
