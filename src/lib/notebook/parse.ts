/*
The notebook format
===================

A notebook is a Markdown file. Nothing else is saved: no results, no data.

    ---
    deskbook: 1
    title: Why did CSAT fall?
    period: last 8 weeks
    filters: {channel: [email, chat]}
    ---

    Prose is a Markdown cell, with `{{csat_weekly.value}}` inline.

    ```sql csat_weekly kpi=csat shape=trend grain=week version=1
    select …
    ```

    ```vega-lite of=csat_weekly
    {"mark": "line", "encoding": {}}
    ```

    ```input channel
    type: select
    options: select distinct channel from tickets order by 1
    ```

Front matter   is YAML between a first line `---` and the next line `---`. Known keys: deskbook (the format's version, 1),
               title, period, as_of, filters. Other keys are kept as they are.
A cell         is a fenced block (``` or ~~~, CommonMark's rules) that begins at the margin and whose first word is sql,
               vega-lite or input. Other fences, and indented ones, are prose. A fence that is not closed runs to the end.
Info string    after the kind: first the name, if the item has no `=`; then attributes by HTML's rules: key, key=value,
               key="value", key='value', character references decoded. Only what differs from the default is written.
               Unknown attributes are kept.
Inputs         type: text, number, slider (min, max, step), checkbox, date, daterange, period, select or multiselect (options: a
               list or a query); label, default. Queries read $name, of a range or a period $name_start and $name_end.
Folding        the attribute `fold` starts a cell folded to one line, source and output; `fold=code` folds its source alone.
Units          percent="a b" or duration="c" names columns that are fractions of 1 or seconds, and are shown as such.
Headlines      show=headlines on a cell whose one row has several numbers: each is a headline, opened_before what it was
               before, opened_n the rows that it rests on.
Choosing       choose=column:input on a cell with rows: who chooses a row sets that input to the row's value of the column, and
               what reads the input runs again.
Prose          between fences is one Markdown cell, without the empty lines around it. A line `<!-- cell -->` at the margin,
               outside of fences, cuts it in two. Empty prose is no cell.
Bytes          Every byte belongs to the front matter, to one cell, or to the gap before a cell or after the last.
               What was not changed is written as it was read, whatever it was: serialize(parse(text)) is text.
               Lines that the program writes end as the file's first line does.
*/
import { text, type Text } from '#errors';
import { closes, isSeparator, openingFence, type Fence } from './fence.ts';
import { readFrontMatter, toMeta } from './front-matter.ts';
import { parseInfo } from './info-string.ts';
import type { Cell, CellContent, Diagnostic, Notebook } from './notebook.ts';

export interface Parsed {
  readonly notebook: Notebook;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ParseOptions {
  /** Gives each cell its id, in order. */
  readonly nextId?: () => string;
}

/** Reads a notebook file, whatever it holds. */
export function parse(source: string, { nextId = counter() }: ParseOptions = {}): Parsed {
  const { front, diagnostics: frontDiagnostics } = readFrontMatter(source);
  const pieces = cut(source, front.text.length);
  const cells: Cell[] = [];
  const diagnostics: Diagnostic[] = [...frontDiagnostics];
  let end = front.text.length;
  for (const piece of pieces) {
    const id = nextId();
    const gap = { after: cells.at(-1)?.id ?? null, text: source.slice(end, piece.from) };
    const written = source.slice(piece.from, piece.to);
    cells.push({
      ...piece.content,
      id,
      origin: { content: piece.content, text: written, closed: piece.closed, gap },
    });
    diagnostics.push(...cellDiagnostics(piece, id, source));
    end = piece.to;
  }
  diagnostics.push(...duplicateNames(cells, pieces, source));
  const tail = { after: cells.at(-1)?.id ?? null, text: source.slice(end) };
  const lineEnd = /\r?\n/.exec(source)?.[0] === '\r\n' ? '\r\n' : '\n';
  return { notebook: { front, meta: toMeta(front.values, cells), cells, lineEnd, tail }, diagnostics };
}

/** `c1`, `c2` …: the same file gives the same ids. */
function counter(): () => string {
  let count = 0;
  return () => `c${(count += 1)}`;
}

/** A cell's place in the file. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly content: CellContent;
  readonly closed: boolean;
}

interface Line {
  readonly text: string;
  readonly from: number;
  /** Without the line's end. */
  readonly to: number;
}

function linesOf(source: string, from: number): Line[] {
  const lines: Line[] = [];
  let at = from;
  for (const match of source.slice(from).matchAll(/\r*(?:\n|$)/g)) {
    const to = from + match.index;
    lines.push({ text: source.slice(at, to), from: at, to });
    at = to + match[0].length;
    if (!match[0].endsWith('\n')) break;
  }
  return lines;
}

function cut(source: string, from: number): Piece[] {
  const lines = linesOf(source, from);
  const pieces: Piece[] = [];
  let prose: Line[] = [];
  const endProse = () => {
    pieces.push(...prosePiece(prose));
    prose = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    const fence = openingFence(line.text);
    const last = fence === null ? at : blockEnd(lines, at, fence);
    if (fence?.kind) {
      endProse();
      pieces.push(fencePiece(lines.slice(at, last + 1), fence));
    } else if (fence === null && isSeparator(line.text)) endProse();
    else prose.push(...lines.slice(at, last + 1));
    at = last;
  }
  endProse();
  return pieces;
}

/** The index of the block's last line: the one that closes it, or the file's. */
function blockEnd(lines: readonly Line[], opening: number, fence: Fence): number {
  const close = lines.findIndex((line, at) => at > opening && closes(line.text, fence));
  return close < 0 ? lines.length - 1 : close;
}

function prosePiece(lines: readonly Line[]): Piece[] {
  const first = lines.findIndex(isWritten);
  const last = lines.findLastIndex(isWritten);
  if (first < 0) return [];
  const kept = lines.slice(first, last + 1);
  const source = kept.map((line) => line.text).join('\n');
  const content: CellContent = { kind: 'markdown', name: null, attributes: [], source };
  return [{ from: kept[0]!.from, to: kept.at(-1)!.to, content, closed: true }];
}

function isWritten(line: Line): boolean {
  return line.text.trim() !== '';
}

function fencePiece(lines: readonly Line[], fence: Fence): Piece {
  const closed = lines.length > 1 && closes(lines.at(-1)!.text, fence);
  const body = closed ? lines.slice(1, -1) : lines.slice(1);
  const kind = fence.kind!;
  const info = parseInfo(fence.info.trimStart().slice(kind.length));
  const source = body.map((line) => line.text).join('\n');
  return { from: lines[0]!.from, to: lines.at(-1)!.to, content: { kind, ...info, source }, closed };
}

function cellDiagnostics({ content, from, closed }: Piece, cellId: string, source: string): Diagnostic[] {
  const line = lineAt(source, from);
  const keys = content.attributes.map(({ key }) => key);
  const repeated = keys.filter((key, at) => keys.indexOf(key) !== at);
  return [
    ...(closed ? [] : [warning(text('notebook.fence.open'), line, cellId)]),
    ...repeated.map((key) => warning(text('notebook.attribute.repeated', { key }), line, cellId)),
  ];
}

function duplicateNames(cells: readonly Cell[], pieces: readonly Piece[], source: string): Diagnostic[] {
  return cells.flatMap((cell, at) => {
    const name = cell.name?.toLowerCase();
    const isRepeated =
      name !== undefined && cells.slice(0, at).some((other) => other.name?.toLowerCase() === name);
    if (!isRepeated) return [];
    const problem = text('notebook.name.repeated', { name: cell.name ?? '' });
    return [{ ...warning(problem, lineAt(source, pieces[at]!.from), cell.id), severity: 'error' as const }];
  });
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function warning(problem: Text, line: number, cellId: string | null): Diagnostic {
  return { severity: 'warning', text: problem, line, cellId, span: null };
}
