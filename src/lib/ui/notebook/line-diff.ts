import { commonSequence } from '#notebook';

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What changed between two texts, line by line; of lines that were replaced the old ones come first. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const a = before.trimEnd().split('\n');
  const b = after.trimEnd().split('\n');
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  for (const place of [...commonSequence(a, b), { before: a.length, after: b.length }]) {
    for (const text of a.slice(i, place.before)) lines.push({ kind: 'removed', text });
    for (const text of b.slice(j, place.after)) lines.push({ kind: 'added', text });
    const text = a[place.before];
    if (text !== undefined) lines.push({ kind: 'same', text });
    [i, j] = [place.before + 1, place.after + 1];
  }
  return lines;
}
