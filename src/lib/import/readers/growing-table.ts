import { ImportError, text, type Text } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';
import { tableFrom, type Table } from '#table';
import { ColumnNamer } from './header.ts';
import type { InputFile, RawColumn, RawTable, ReadDecisions } from './raw-table.ts';
import { countRows, dropPlace, finishPlace, openPlace, type RawPlace, type Rejected } from './store.ts';

/** A table has no more columns than this; what comes in further ones is counted. */
export const mostColumns = 5_000;

/** Refuses a grid that is wider: of one that is written as a grid, columns are not left out in silence or by the thousand. */
export function checkWidth({ name: file }: InputFile, columns: number): void {
  if (columns > mostColumns)
    throw new ImportError('import.reader.wide', { file, columns, most: mostColumns });
}

const sampleCount = 8;
const batchCells = 60_000;
const mostBatchRows = 10_000;
/** Each batch costs something by the column, however few its rows. */
const fewestBatchRows = 500;
/** Adding a column takes the longer the more there are: of more at once the table is written anew. */
const fewAdded = 16;
/** Records that could not be read are kept whole up to so many characters in all, then only their beginning. */
const keptRejected = 32 << 20;
const keptBeginning = 200;

/** A column of a table whose columns show up as its rows are read. */
export interface GrowingColumn {
  readonly name: string;
  readonly header: string;
  readonly samples: string[];
  /** The cells of the batch that is being filled, by its rows. */
  cells: (string | null)[];
}

export interface GrowingTableSettings {
  readonly file: InputFile;
  readonly sheet: string | null;
  readonly format: RawTable['format'];
}

/** An all-text table that is written by batches; columns may appear in any row, and are empty in those before. */
export class GrowingTable {
  readonly columns: GrowingColumn[] = [];
  readonly sheet: string | null;
  /** The rows begun, rejected ones too. */
  rows = 0;
  /** Columns that came after the last one that a table may have. */
  readonly leftOut = new Set<string>();
  readonly #settings: GrowingTableSettings;
  readonly #engine: Engine;
  #place: RawPlace | null = null;
  readonly #namer = new ColumnNamer();
  readonly #rejected: Rejected[] = [];
  #rejectedLength = 0;
  /** The columns that the engine's table has. */
  #created = 0;
  #batchRows = 0;

  constructor(engine: Engine, settings: GrowingTableSettings) {
    this.#engine = engine;
    this.#settings = settings;
    this.sheet = settings.sheet;
  }

  get isFull(): boolean {
    const wanted = Math.ceil(batchCells / (this.columns.length + 1));
    return this.#batchRows >= Math.min(mostBatchRows, Math.max(fewestBatchRows, wanted));
  }

  /** Null when there are too many. */
  addColumn(header: string): GrowingColumn | null {
    if (this.columns.length >= mostColumns) {
      if (this.leftOut.size < mostColumns) this.leftOut.add(header);
      return null;
    }
    const column = { name: this.#namer.next(header), header, samples: [], cells: [] };
    this.columns.push(column);
    return column;
  }

  /** Begins a row, empty as yet; its place in the batch. */
  addRow(): number {
    this.rows++;
    return this.#batchRows++;
  }

  set(column: GrowingColumn, row: number, text: string): void {
    if (text === '') return;
    const { cells, samples } = column;
    while (cells.length < row) cells.push(null);
    cells[row] = text;
    if (samples.length < sampleCount && !samples.includes(text)) samples.push(text);
  }

  /** Fills a whole batch, which must be empty: the cells of each column. */
  addRows(count: number, cells: readonly (string | null)[][]): void {
    this.rows += count;
    this.#batchRows = count;
    for (const [index, column] of this.columns.entries()) {
      column.cells = cells[index] ?? [];
      addSamples(column.samples, column.cells);
    }
  }

  /** A record of the file that is no row. */
  reject(raw: string, reason: Text): void {
    this.addRow();
    this.rejectLast(raw, reason);
  }

  /** Takes back the row that was begun last. */
  rejectLast(raw: string, reason: Text): void {
    for (const { cells } of this.columns) if (cells.length === this.#batchRows) cells.pop();
    this.#rejectedLength += raw.length;
    const kept = this.#rejectedLength > keptRejected ? raw.slice(0, keptBeginning) : raw;
    this.#rejected.push({ row: this.rows, raw: kept, reason });
  }

  get rejected(): number {
    return this.#rejected.length;
  }

  /** Writes the batch, once there is any column to write. */
  async flush(signal?: AbortSignal): Promise<void> {
    if (this.columns.length === 0 || this.#batchRows === 0) return;
    const { cells } = await this.#createColumns();
    await this.#engine.insert(cells, [this.#takeBatch()], { signal });
  }

  /** There must be a column by now. */
  async finish(decisions: ReadDecisions, signal?: AbortSignal): Promise<RawTable> {
    await this.flush(signal);
    const place = await this.#createColumns();
    await finishPlace(this.#engine, place, this.#rejected);
    const expected = this.rows - this.#rejected.length;
    const found = await countRows(this.#engine, place);
    const { file } = this.#settings;
    if (found !== expected)
      throw new ImportError('import.reader.mismatch', { file: file.name, expected, found });
    const { id, relation, rejects } = place;
    return {
      ...{ id, relation, rejects, ...this.#settings, sheets: [] },
      columns: this.columns.map(({ name, header, samples }): RawColumn => ({ name, header, samples })),
      rowsRead: this.rows,
      rejected: this.#rejected.length,
      decisions: { ...decisions, notes: [...this.#notes(), ...decisions.notes] },
    };
  }

  async drop(): Promise<void> {
    if (this.#place) await dropPlace(this.#engine, this.#place);
  }

  #notes(): Text[] {
    const repeated = [...this.#namer.repeated].map((name) =>
      text('import.reader.note.repeatedHeader', { name }),
    );
    if (this.leftOut.size === 0) return repeated;
    return [...repeated, text('import.reader.note.columns', { kept: mostColumns, count: this.leftOut.size })];
  }

  async #createColumns(): Promise<RawPlace> {
    const place = (this.#place ??= await openPlace(this.#engine));
    const missing = this.columns.slice(this.#created).map(({ name }) => quoteIdentifier(name));
    if (missing.length > 0) await this.#engine.exec(this.#columnsSql(place, missing));
    this.#created = this.columns.length;
    return place;
  }

  #columnsSql({ cells }: RawPlace, missing: readonly string[]): string {
    const typed = missing.map((name) => `${name} varchar`);
    if (this.#created === 0) return `create table ${cells} (${typed.join(', ')})`;
    if (missing.length <= fewAdded)
      return typed.map((column) => `alter table ${cells} add column ${column}`).join(';\n');
    const empty = missing.map((name) => `null::varchar as ${name}`);
    return `create or replace table ${cells} as select *, ${empty.join(', ')} from ${cells}`;
  }

  #takeBatch(): Table {
    const length = this.#batchRows;
    this.#batchRows = 0;
    return tableFrom(
      this.columns.map((column) => {
        const values = column.cells;
        column.cells = [];
        while (values.length < length) values.push(null);
        return { name: column.name, type: 'VARCHAR', values };
      }),
    );
  }
}

function addSamples(samples: string[], cells: readonly (string | null)[]): void {
  if (samples.length === sampleCount) return;
  for (const cell of cells) {
    if (cell !== null && !samples.includes(cell)) samples.push(cell);
    if (samples.length === sampleCount) return;
  }
}
