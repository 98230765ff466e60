import type { Cell } from './notebook.ts';

export interface Heading {
  /** 1 for `#`, 6 for `######`. */
  readonly level: number;
  readonly text: string;
}

/** A line of a notebook's outline: a heading, or a cell under it. */
export interface OutlineEntry {
  readonly cell: Cell;
  /** Null for a cell that is no prose. */
  readonly heading: Heading | null;
  /** How deep it lies, from 1, no step of it left out. */
  readonly depth: number;
}

/** Cells are never changed in place, so what was found in one stays true of it. */
const known = new WeakMap<Cell, readonly Heading[]>();

/** The headings of a cell's prose, top to bottom. */
export function headingsOf(cell: Cell): readonly Heading[] {
  if (cell.kind !== 'markdown') return [];
  const headings = known.get(cell) ?? headingsIn(cell.source);
  known.set(cell, headings);
  return headings;
}

/** The headings and the cells of a notebook, as a tree written line by line. */
export function outlineOf(cells: readonly Cell[]): readonly OutlineEntry[] {
  let open: readonly number[] = [];
  return cells.flatMap((cell): OutlineEntry[] => {
    if (cell.kind !== 'markdown') return [{ cell, heading: null, depth: open.length + 1 }];
    return headingsOf(cell).map((heading) => {
      open = [...open.filter((level) => level < heading.level), heading.level];
      return { cell, heading, depth: open.length };
    });
  });
}

/** The cells under a cell's last heading: up to the next heading that is not deeper. */
export function sectionOf(cells: readonly Cell[], id: string): readonly string[] {
  const at = cells.findIndex((cell) => cell.id === id);
  const level = cells[at] && headingsOf(cells[at]).at(-1)?.level;
  if (level === undefined) return [];
  const after = cells.slice(at + 1);
  const end = after.findIndex((cell) => headingsOf(cell).some((heading) => heading.level <= level));
  return after.slice(0, end < 0 ? after.length : end).map((cell) => cell.id);
}

function headingsIn(source: string): readonly Heading[] {
  let fence: string | null = null;
  return source.split('\n').flatMap((line): Heading[] => {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark.startsWith(fence)) fence = null;
    const [, signs, text] =
      (fence === null && /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$/.exec(line)) || [];
    return signs === undefined ? [] : [{ level: signs.length, text: (text ?? '').replace(/[*`]/g, '') }];
  });
}
