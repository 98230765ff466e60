import { headingsOf, writeInfo, type Cell, type CellDiff, type NotebookDiff } from '#notebook';

/** What the page of a version shows below one another: a changed cell, or how many are the same. */
export type ChangeGroup =
  | { readonly kind: 'change'; readonly key: string; readonly entry: CellDiff }
  | { readonly kind: 'unchanged'; readonly key: string; readonly count: number };

export function groupsOf({ cells }: NotebookDiff): ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  for (const entry of cells) {
    const last = groups.at(-1);
    const key = `${entry.before?.id ?? ''} ${entry.after?.id ?? ''}`;
    if (entry.changes.length > 0) groups.push({ kind: 'change', key, entry });
    else if (last?.kind === 'unchanged') groups.splice(-1, 1, { ...last, count: last.count + 1 });
    else groups.push({ kind: 'unchanged', key, count: 1 });
  }
  return groups;
}

/** A cell as it is compared: the line that opens it, where that says anything, then its source. */
export function comparedText(cell: Cell | null): string {
  if (!cell) return '';
  const info = cell.kind === 'markdown' ? '' : writeInfo(cell);
  return info === '' ? cell.source : `\`\`\`${cell.kind} ${info}\n${cell.source}`;
}

/** What a cell is called where it stands alone: its name, its heading, or how it begins. */
export function changedName({ before, after }: CellDiff): string {
  const names = [before?.name, after?.name].filter((name) => typeof name === 'string');
  if (names.length > 0) return [...new Set(names)].join(' → ');
  const cell = after ?? before;
  if (!cell) return '';
  const begins = cell.kind === 'vega-lite' ? '' : (cell.source.trim().split('\n', 1)[0] ?? '').slice(0, 80);
  return headingsOf(cell)[0]?.text ?? begins;
}
