import { text, type Text } from '#errors';

/** Where the names of a grid are, by the cells of its first records. */
export interface HeaderPlace {
  /** 0-based index of the record with the names; null = there is none, data begins at `dataStart`. */
  readonly header: number | null;
  readonly dataStart: number;
}

export interface NamedColumn {
  readonly name: string;
  readonly header: string;
}

type Row = readonly string[];

const searched = 40;
const longestName = 1_000;
/** Names that mean something else: a raw table's row number, the engine's own, and those that every object of JavaScript answers to. */
const reserved = ['source_row', 'rowid', ...Object.getOwnPropertyNames(Object.prototype)].map((name) =>
  name.toLowerCase(),
);

/**
 * The first row that is filled as the table is, unless it looks like data: a number or date above numbers or dates, or a cell
 * that comes again below. What lies above it are titles.
 */
export function findHeader(rows: readonly Row[]): HeaderPlace {
  const width = tableWidth(rows);
  const enough = Math.max(Math.min(2, width), Math.ceil(width / 2));
  const found = rows.slice(0, searched).findIndex((row) => filledCells(row) >= enough);
  const first = Math.max(found, 0);
  return isHeader(rows, first) ? { header: first, dataStart: first + 1 } : { header: null, dataStart: first };
}

/** Unique names without regard to case, as the engine wants them: a repeated one gets `_2`, a missing one its letter. */
export function nameColumns(headers: Row): { readonly columns: NamedColumn[]; readonly notes: Text[] } {
  const namer = new ColumnNamer();
  const columns = headers.map((header) => ({ name: namer.next(header), header }));
  const notes = [...namer.repeated].map((name) => text('import.reader.note.repeatedHeader', { name }));
  return { columns, notes };
}

/** Gives names one after the other, for tables whose columns are not known at once. */
export class ColumnNamer {
  /** The names that came more than once. */
  readonly repeated = new Set<string>();
  readonly #taken = new Set(reserved);
  /** The last number that was put behind a name. */
  readonly #numbers = new Map<string, number>();
  #count = 0;

  next(header: string): string {
    const wanted = cleanName(header) || columnLetter(this.#count);
    const name = this.#freeName(wanted);
    if (name !== wanted && !reserved.includes(wanted.toLowerCase())) this.repeated.add(wanted);
    this.#taken.add(name.toLowerCase());
    this.#count++;
    return name;
  }

  #freeName(wanted: string): string {
    const plain = wanted.toLowerCase();
    let name = wanted;
    let number = this.#numbers.get(plain) ?? 1;
    while (this.#taken.has(name.toLowerCase())) name = `${wanted}_${++number}`;
    if (number > 1) this.#numbers.set(plain, number);
    return name;
  }
}

/** A, B, … Z, AA: as a spreadsheet names its columns. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

function cleanName(header: string): string {
  return header
    .replace(/^\ufeff/, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/\p{Cc}+/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()
    .slice(0, longestName);
}

/** How many cells most rows fill; rows of titles are few and short. */
function tableWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(filledCells(row), (counts.get(filledCells(row)) ?? 0) + 1);
  const [width] = [...counts].reduce((best, entry) => (weight(entry) > weight(best) ? entry : best), [1, 0]);
  return width;
}

function weight([width, count]: readonly [number, number]): number {
  return width > 1 ? count : count / 4;
}

/** Votes by column: a word above numbers or dates is a name; one of the values found below, in any shape, is data. */
function isHeader(rows: readonly Row[], index: number): boolean {
  const names = rows[index];
  if (!names) return false;
  const below = rows.slice(index + 1).filter((row) => row.join('\0') !== names.join('\0'));
  const votes = names.map((name, column) =>
    voteOf(
      name.trim(),
      below.map((row) => (row[column] ?? '').trim()),
    ),
  );
  const count = (vote: Vote) => votes.filter((other) => other === vote).length;
  const against = count('data') * 2 + count('repeated');
  return against < 2 || count('name') >= against / 2;
}

type Vote = 'name' | 'data' | 'repeated' | 'none';

function voteOf(name: string, below: readonly string[]): Vote {
  const filled = below.filter((cell) => cell !== '');
  if (name === '' || filled.length === 0) return 'none';
  const shape = shapeOf(name);
  const alike = filled.filter((cell) => shapeOf(cell) === shape).length;
  if (shape === 'word')
    return filled.includes(name) ? 'repeated' : alike < filled.length / 2 ? 'name' : 'none';
  return isYear(name) && !filled.some(isYear) ? 'none' : alike > filled.length / 2 ? 'data' : 'none';
}

function isYear(cell: string): boolean {
  return /^(19|20)\d\d$/.test(cell);
}

function shapeOf(cell: string): 'number' | 'time' | 'word' {
  if (/^[-+]?[\d.,\s]*\d%?$/.test(cell)) return 'number';
  return /^\d{1,4}[-/.:]\d{1,2}([-/.:]\d{1,4})?([T ,].*)?$/.test(cell) ? 'time' : 'word';
}

function filledCells(row: Row): number {
  return row.filter((cell) => cell.trim() !== '').length;
}
