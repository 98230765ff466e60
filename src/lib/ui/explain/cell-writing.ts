import type { CellContent } from '#notebook';

export function prose(source: string): CellContent {
  return { kind: 'markdown', name: null, attributes: [], source };
}

/** What the data, or people, call something, as part of a name in SQL; empty where no letter or digit is left. */
export function plainName(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
}

/** What is put behind all of these names so that none is taken. */
export function freeSuffix(names: readonly string[], taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `_${number}`;
    if (names.every((name) => !known.has(name + suffix))) return suffix;
  }
}

/** What people and the data say is text, never markup nor a place. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|${}]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
