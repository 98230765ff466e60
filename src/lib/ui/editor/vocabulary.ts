import { sameName, sightAt, tokenize, type Sight, type Token } from '#sql';

export interface Word {
  readonly name: string;
  readonly detail: string;
  readonly info: string;
}

export interface Relation extends Word {
  readonly kind: 'table' | 'cell';
  readonly columns: readonly Word[];
  /** The columns that, with `source_id`, tell one row from another, where that is known. */
  readonly key: readonly string[];
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
  readonly functions: readonly Word[];
  /** Only explained, by their ids. */
  readonly kpis: readonly Word[];
  /** The values of a column that has few, the frequent ones first. */
  readonly values: (relation: string, column: string) => Promise<readonly string[]>;
}

export const noVocabulary: Vocabulary = {
  relations: [],
  parameters: [],
  snippets: [],
  functions: [],
  kpis: [],
  values: () => Promise.resolve([]),
};

/** What can be named at a place of a text: what is read there, and what the query makes itself. */
export function sightIn(sql: string, at: number, { relations }: Pick<Vocabulary, 'relations'>): Sight<Word> {
  return sightAt(sql, at, {
    columnsOf: (name) => relations.find((relation) => sameName(relation.name, name))?.columns ?? [],
    made: (name) => ({ name, detail: '', info: '' }),
  });
}

/** A relation that a statement reads, and what its columns are qualified by. */
interface Read {
  readonly relation: Relation;
  readonly alias: string | null;
}

function readsIn(sql: string, vocabulary: Pick<Vocabulary, 'relations'>): Read[] {
  const words = tokenize(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  return words.flatMap((token, index) => {
    const relation = nameOf(token) === null ? undefined : relationAfter(words, index, vocabulary);
    return relation ? [{ relation, alias: aliasAfter(words, index) }] : [];
  });
}

/** The relations that a statement reads, each under the names it may be called by. */
export function relationsIn(
  sql: string,
  vocabulary: Pick<Vocabulary, 'relations'>,
): ReadonlyMap<string, Relation> {
  const named = readsIn(sql, vocabulary).flatMap(({ relation, alias }) => [
    [relation.name, relation] as const,
    ...(alias === null ? [] : [[alias, relation] as const]),
  ]);
  return new Map(named);
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
  { relations }: Pick<Vocabulary, 'relations'>,
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
