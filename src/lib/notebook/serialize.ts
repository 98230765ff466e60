import { fenceLeftOpen, marksFor, openingFence, separator } from './fence.ts';
import { cutFrontMatter } from './front-matter.ts';
import { writeInfo } from './info-string.ts';
import type { Attribute, Cell, CellContent, Notebook } from './notebook.ts';

/** The file of a notebook: what was not changed byte by byte, the rest as the program writes it. */
export function serialize({ front, cells, lineEnd, tail }: Notebook): string {
  const hasFront = front.text.trim() !== '';
  const parts = cells.map((cell, at) => {
    const before = cells[at - 1];
    const isLast = at === cells.length - 1;
    const gap = gapBefore(cell, before, hasFront, lineEnd);
    return gap + cellText(cell, lineEnd, isLast);
  });
  const body = parts.join('') + endAfter(cells.at(-1), { tail, hasFront, lineEnd });
  // What was prose as it was read must not become front matter by what has come to stand below it.
  const isTaken = !hasFront && cutFrontMatter(front.text + body) !== null;
  return front.text + (isTaken ? lineEnd : '') + body;
}

function endAfter(
  last: Cell | undefined,
  { tail, hasFront, lineEnd }: Pick<Notebook, 'tail' | 'lineEnd'> & { readonly hasFront: boolean },
): string {
  if (tail.after !== (last?.id ?? null)) return lineEnd;
  if (last) return isAsRead(last) || canPrecede(last, tail.text) ? tail.text : lineEnd;
  return !hasFront || endsLine(tail.text) ? tail.text : lineEnd + lineEnd + tail.text;
}

/** Whether the file's last bytes stay what they were behind a cell that has changed. */
function canPrecede(cell: Cell, end: string): boolean {
  if (end.trim() === '') return true;
  return endsLine(end) && (cell.kind !== 'markdown' || fenceLeftOpen(cell.source) === null);
}

/** Whether a text can follow the front matter's last line. */
function endsLine(text: string): boolean {
  return /^[ \t]*\r*(?:\n|$)/.test(text);
}

/** Whether a cell says what it said in the file. */
export function isAsRead(cell: Cell): boolean {
  return cell.origin !== null && sameContent(cell, cell.origin.content);
}

function sameContent(a: CellContent, b: CellContent): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.source === b.source &&
    sameAttributes(a.attributes, b.attributes)
  );
}

function sameAttributes(a: readonly Attribute[], b: readonly Attribute[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every(({ key, value }, at) => key === b[at]!.key && value === b[at]!.value))
  );
}

function gapBefore(cell: Cell, before: Cell | undefined, hasFront: boolean, lineEnd: string): string {
  const recorded = cell.origin?.gap;
  const areProse = before?.kind === 'markdown' && cell.kind === 'markdown';
  if (recorded && recorded.after === (before?.id ?? null)) {
    const isEnough = !areProse || recorded.text.includes(separator);
    const beginsLine =
      (before === undefined && !hasFront) || (endsLine(recorded.text) && recorded.text.includes('\n'));
    if (isEnough && beginsLine) return recorded.text;
    if (before === undefined && hasFront) return lineEnd + lineEnd + recorded.text;
  }
  if (areProse) return `${lineEnd}${lineEnd}${separator}${lineEnd}${lineEnd}`;
  return before || hasFront ? lineEnd + lineEnd : '';
}

function cellText(cell: Cell, lineEnd: string, isLast: boolean): string {
  if (cell.origin && isAsRead(cell) && (cell.origin.closed || isLast)) {
    if (cell.kind !== 'markdown' || isLast) return cell.origin.text;
    return cell.origin.text + closeProse(cell.source, lineEnd);
  }
  if (cell.kind === 'markdown') {
    const source = cell.source.replace(/^(?:\s*\n)+/, '').trimEnd();
    return lines(source, lineEnd) + (isLast ? '' : closeProse(source, lineEnd));
  }
  return fenceText(cell, lineEnd);
}

function closeProse(source: string, lineEnd: string): string {
  const open = fenceLeftOpen(source);
  return open === null ? '' : lineEnd + open.marks;
}

function fenceText(cell: Cell, lineEnd: string): string {
  const source = cell.source.replace(/\r*\n/g, '\n');
  const opening = openingFence(firstLine(cell.origin?.text ?? ''));
  const marks = marksFor(source, opening?.kind ? opening.marks : '```');
  const body = source === '' ? [] : source.split('\n');
  return [marks + headerAfterMarks(cell, opening?.kind ? opening.info : null), ...body, marks].join(lineEnd);
}

/** The info string as it was read, as long as kind, name and attributes are what it says. */
function headerAfterMarks(cell: Cell, written: string | null): string {
  const said = cell.origin?.content;
  if (written !== null && said && sameContent({ ...cell, source: '' }, { ...said, source: '' }))
    return written;
  return `${cell.kind} ${writeInfo(cell)}`.trimEnd();
}

function firstLine(source: string): string {
  return source.split(/\r?\n/, 1)[0] ?? '';
}

function lines(source: string, lineEnd: string): string {
  return source.split(/\r*\n/).join(lineEnd);
}
