import { plainWord } from './word.ts';

/** What words of a column mean: for each canonical value, the words for it in English and Portuguese, parted by `|`. */
export interface Vocabulary {
  readonly name: string;
  readonly values: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  /** Words that are not known are kept, in lower case, instead of being asked about. */
  readonly open?: boolean;
}

const looked = new WeakMap<Vocabulary, ReadonlyMap<string, string>>();

/** The canonical value that a word means; null if it is not known. Canonical values mean themselves. */
export function meaning(vocabulary: Vocabulary, word: string): string | null {
  const table = wordsOf(vocabulary);
  const plain = plainWord(word);
  const known = table.get(plain) ?? table.get(plain.replace(/^\d+ /, ''));
  if (known !== undefined) return known;
  return vocabulary.open && plain !== '' ? word.trim().toLowerCase() : null;
}

/** Every plain word of a vocabulary with its meaning. */
export function wordsOf(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const known = looked.get(vocabulary) ?? tableOf(vocabulary);
  looked.set(vocabulary, known);
  return known;
}

function tableOf({ values, words }: Vocabulary): ReadonlyMap<string, string> {
  const own = values.map((value) => [plainWord(value), value] as const);
  const listed = values.flatMap((value) =>
    (words[value] ?? '').split('|').map((word) => [word, value] as const),
  );
  return new Map([...listed.filter(([word]) => word !== ''), ...own]);
}
