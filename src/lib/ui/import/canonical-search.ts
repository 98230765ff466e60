import { canonicalTables, type CanonicalColumn, type CanonicalTable, type Target } from '#import';

/** A place that a column of the file can fill, as the picker lists it. */
export interface Place extends Target {
  readonly sentence: CanonicalColumn['sentence'];
  /** What its table is, in both languages. */
  readonly of: string;
}

const hidden = new Set(['source_id', 'source_file', 'source_row']);

/** Tables that the rows of files fill; the others are kept by the program. */
export const fillableTables: readonly CanonicalTable[] = canonicalTables.filter(({ columns }) =>
  columns.some(({ name }) => name === 'source_row'),
);

const places: readonly Place[] = fillableTables.flatMap(({ name: table, columns, sentence: own }) =>
  columns
    .filter(({ name, clock }) => !hidden.has(name) && clock !== 'utc')
    .map(({ name: column, sentence }) => ({ table, column, sentence, of: `${own.en} ${own['pt-BR']}` })),
);

/** The places that fit what was typed: every word begins a word of the name or of a sentence in either language. The tables in use come first. */
export function searchPlaces(typed: string, tables: readonly string[]): readonly Place[] {
  const words = wordsOf(typed);
  const rank = ({ table }: Place) => {
    const at = tables.indexOf(table);
    return at === -1 ? tables.length : at;
  };
  return places
    .flatMap((place) => {
      const score = scoreOf(place, words);
      return score === null ? [] : [{ place, score }];
    })
    .toSorted((a, b) => rank(a.place) - rank(b.place) || b.score - a.score)
    .map(({ place }) => place);
}

/** How well a place fits; null where a word finds nothing in it. Its own name counts more than its sentences. */
function scoreOf({ table, column, sentence, of }: Place, words: readonly string[]): number | null {
  const name = wordsOf(`${table} ${column}`);
  const said = wordsOf(`${sentence.en} ${sentence['pt-BR']} ${of}`);
  let score = 0;
  for (const word of words) {
    if (name.includes(word)) score += 3;
    else if (name.some((each) => each.startsWith(word))) score += 2;
    else if (said.some((each) => each.startsWith(word))) score += 1;
    else return null;
  }
  return score;
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
