/** A word or header as it is compared: lower case, no accents, letters and digits separated by single spaces. */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}

/** Spellings of "nothing is known here" (trap 9), as they stand in files. */
export const nullWords: readonly string[] = [
  '-',
  '--',
  '—',
  '?',
  'N/A',
  'n/a',
  'NA',
  '#N/A',
  'null',
  'NULL',
  'Null',
  '\\N',
  'NaN',
  'nan',
  'None',
];

export function isNullWord(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || nullWords.includes(trimmed);
}
