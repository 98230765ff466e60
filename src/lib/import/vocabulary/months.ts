import { plainWord } from './word.ts';

/** The names of months in English and Portuguese, by their number less one. */
export const monthNames = [
  ['jan', 'january', 'janeiro'],
  ['feb', 'february', 'fev', 'fevereiro'],
  ['mar', 'march', 'marco'],
  ['apr', 'april', 'abr', 'abril'],
  ['may', 'mai', 'maio'],
  ['jun', 'june', 'junho'],
  ['jul', 'july', 'julho'],
  ['aug', 'august', 'ago', 'agosto'],
  ['sep', 'sept', 'september', 'set', 'setembro'],
  ['oct', 'october', 'out', 'outubro'],
  ['nov', 'november', 'novembro'],
  ['dec', 'december', 'dez', 'dezembro'],
] as const;

/** 1 to 12, or null for a word that is no month. */
export function monthOf(word: string): number | null {
  const plain = plainWord(word);
  const index = monthNames.findIndex((names) => names.some((name) => name === plain));
  return index < 0 ? null : index + 1;
}
