import { commonSequence } from '#notebook';

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What changed between two texts, line by line; of lines that were replaced the old ones come first. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const a = linesOf(before);
  const b = linesOf(after);
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

/** Lines between changes that are told by their number alone. */
export interface SkippedLines {
  readonly kind: 'skipped';
  readonly count: number;
}

/** The changed lines and a few around them: what is the same for longer is left out. */
export function shortened(lines: readonly DiffLine[], around: number): (DiffLine | SkippedLines)[] {
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same');
  const shown: (DiffLine | SkippedLines)[] = [];
  let count = 0;
  for (const [at, line] of lines.entries()) {
    if (isNear(at)) {
      if (count > 0) shown.push({ kind: 'skipped', count });
      count = 0;
      shown.push(line);
    } else count += 1;
  }
  return count > 0 ? [...shown, { kind: 'skipped', count }] : shown;
}

/** An empty text has no line at all. */
function linesOf(text: string): string[] {
  const written = text.trimEnd();
  return written === '' ? [] : written.split('\n');
}
