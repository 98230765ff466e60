import { isCellKind, type CellKind } from './notebook.ts';

/** The first line of a fenced block, or what is left open of one. */
export interface Fence {
  /** The run of backticks or tildes. */
  readonly marks: string;
  readonly info: string;
  /** The kind, if the block is a cell. */
  readonly kind: Exclude<CellKind, 'markdown'> | null;
}

/** CommonMark's rule: up to three spaces, three or more marks, no backtick after backticks. Cells begin at the margin. */
export function openingFence(line: string): Fence | null {
  const match = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})([^]*)$/.exec(line);
  if (!match) return null;
  const [, indent = '', marks = '', info = ''] = match;
  const word = /^[ \t]*(\S+)/.exec(info)?.[1];
  return { marks, info, kind: indent === '' && isCellKind(word) && word !== 'markdown' ? word : null };
}

export function closes(line: string, { marks }: Pick<Fence, 'marks'>): boolean {
  const match = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line);
  return match !== null && match[1]![0] === marks[0] && match[1]!.length >= marks.length;
}

/** The fence that prose leaves open at its end, and so would swallow what follows. */
export function fenceLeftOpen(prose: string): Fence | null {
  let open: Fence | null = null;
  for (const line of prose.split('\n')) {
    if (open === null) open = openingFence(line);
    else if (closes(line, open)) open = null;
  }
  return open;
}

/** Marks long enough that no line of the source ends the block, and no shorter than `atLeast`. */
export function marksFor(source: string, atLeast: string): string {
  const mark = atLeast[0]!;
  const runs = source.match(mark === '`' ? /^ {0,3}`{3,}/gm : /^ {0,3}~{3,}/gm) ?? [];
  const longest = Math.max(0, ...runs.map((run) => run.trimStart().length));
  return mark.repeat(Math.max(atLeast.length, longest + 1));
}

/** Keeps two prose cells apart; invisible wherever Markdown is read. */
export const separator = '<!-- cell -->';

export function isSeparator(line: string): boolean {
  return /^<!-- cell -->[ \t]*$/.test(line);
}
