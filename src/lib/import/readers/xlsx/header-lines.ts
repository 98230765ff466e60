import { findHeader } from '../header.ts';

type Row = readonly string[];

/** The names of a sheet, which may stand on two lines, and where its data begins. */
export interface SheetHeader {
  /** 0-based index of the last line with names; null: there is none. */
  readonly line: number | null;
  /** Where the names begin: one line above `line` where there are two. */
  readonly first: number | null;
  readonly names: Row;
  readonly dataStart: number;
}

/**
 * Finds the names of a sheet. Where a title stands over several columns (a merged cell) and their own names below it, both are
 * joined: `Times` over `First reply` is `Times First reply`.
 */
export function findSheetHeader(rows: readonly Row[]): SheetHeader {
  const { header, dataStart } = findHeader(rows);
  if (header === null) return { line: null, first: null, names: [], dataStart };
  const [above, names, below] = [rows[header - 1], rows[header] ?? [], rows[header + 1]];
  if (below && isGrouped(names, below) && standsAbove(below, rows.slice(header + 2)))
    return { line: header + 1, first: header, names: joined(names, below), dataStart: header + 2 };
  if (above && isTitled(above, names))
    return { line: header, first: header - 1, names: joined(above, names), dataStart };
  return { line: header, first: header, names, dataStart };
}

/** Every column is named by one of both lines, and some title has two names under it. */
function isGrouped(titles: Row, names: Row): boolean {
  if (![...titles, ...names].every(isWord)) return false;
  const columns = Array.from({ length: Math.max(titles.length, names.length) }, (_, column) => column);
  const isNamed = columns.every((column) => isFilled(titles, column) || isFilled(names, column));
  return (
    isNamed &&
    columns.some((column) => spans(titles, names, column)) &&
    columns.some((column) => !isFilled(names, column))
  );
}

/** Titles above names that are complete: each spans several columns, and there are several or they do not begin at the first. */
function isTitled(titles: Row, names: Row): boolean {
  const at = titles.flatMap((title, column) => (title.trim() === '' ? [] : [column]));
  const first = names.findIndex((name) => name.trim() !== '');
  if (at.length === 0 || !titles.every(isWord) || !names.every(isWord)) return false;
  return at.every((column) => spans(titles, names, column)) && (at.length > 1 || (at[0] ?? 0) > first);
}

/** The title in this column stands over this name and the next. */
function spans(titles: Row, names: Row, column: number): boolean {
  return (
    isFilled(titles, column) &&
    !isFilled(titles, column + 1) &&
    isFilled(names, column) &&
    isFilled(names, column + 1)
  );
}

function joined(titles: Row, names: Row): Row {
  let title = '';
  return Array.from({ length: Math.max(titles.length, names.length) }, (_, column) => {
    const name = (names[column] ?? '').trim();
    if (isFilled(titles, column)) title = (titles[column] ?? '').trim();
    if (name === '') return isFilled(titles, column) ? title : '';
    return `${title} ${name}`.trim();
  });
}

/** Words over numbers or dates, none of which comes again: so no row of data begins. */
function standsAbove(names: Row, rows: readonly Row[]): boolean {
  const isNew = !rows.some((row) => names.some((name, column) => name !== '' && row[column] === name));
  return isNew && names.some((name, column) => name !== '' && rows.some((row) => !isWord(row[column] ?? '')));
}

function isFilled(row: Row, column: number): boolean {
  return (row[column] ?? '').trim() !== '';
}

/** No number, date or time. */
function isWord(cell: string): boolean {
  return !/^[-+]?[\d.,\s]*\d%?$|^\d{1,4}[-/.:]\d{1,2}([-/.:]\d{1,4})?([T ,].*)?$/.test(cell.trim());
}
