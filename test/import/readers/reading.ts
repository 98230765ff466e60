import type { Engine } from '#engine';
import { ImportError } from '#errors';
import { tell } from '#messages';
import {
  dropRaw,
  parseReason,
  readFile,
  type InputFile,
  type RawTable,
  type ReadOptions,
} from '../../../src/lib/import/readers/reader.ts';

export function inputFile(content: BlobPart, name = 'file.csv'): InputFile {
  const blob = new Blob([content]);
  return { name, size: blob.size, blob };
}

/** Every row of a raw table, `source_row` first. */
export async function rowsOf(engine: Engine, raw: RawTable): Promise<(string | number | null)[][]> {
  return cellsOf(engine, `select * from ${raw.relation} order by source_row`);
}

/** `[row, raw, reason in English]` of the rejected ones. */
export async function rejectsOf(engine: Engine, raw: RawTable): Promise<(string | number | null)[][]> {
  const rows = await cellsOf(
    engine,
    `select source_row, raw, reason from ${raw.rejects} order by source_row`,
  );
  return rows.map(([row = null, text = null, reason]) => [
    row,
    text,
    tell('en', parseReason(String(reason))),
  ]);
}

/** What became of a file, as plain data. */
export async function outcome(engine: Engine, file: InputFile, options: ReadOptions = {}) {
  const [raw] = await readFile(engine, file, options);
  if (!raw) throw new Error('a file gives a table');
  const rows = await rowsOf(engine, raw);
  const rejects = await rejectsOf(engine, raw);
  await dropRaw(engine, raw);
  const { encoding, delimiter, quote, headerRow, preamble, footer, notes } = raw.decisions;
  return {
    names: raw.columns.map(({ name }) => name),
    rows,
    rejects,
    counts: { read: raw.rowsRead, rejected: raw.rejected },
    written: { encoding, delimiter, quote, headerRow },
    around: { preamble, footer },
    notes: notes.map((note) => tell('en', note)),
  };
}

/** The tables and views that readers have left behind. */
export async function leftovers(engine: Engine): Promise<(string | number | null)[][]> {
  return cellsOf(engine, `select table_name from information_schema.tables where table_catalog = 'raw'`);
}

async function cellsOf(engine: Engine, sql: string): Promise<(string | number | null)[][]> {
  const table = await engine.query(sql);
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => {
      const value = column.at(row);
      return typeof value === 'bigint' ? Number(value) : value === null ? null : String(value);
    }),
  );
}

/** Every table of a file, as plain data: its sheet, names, rows without numbers, rejected rows, notes. */
export async function tablesOf(engine: Engine, file: InputFile, options: ReadOptions = {}) {
  const raws = await readFile(engine, file, options);
  const tables = [];
  for (const raw of raws) {
    const rows = await rowsOf(engine, raw);
    const rejects = await rejectsOf(engine, raw);
    await dropRaw(engine, raw);
    tables.push({
      ...{ file: raw.file.name, sheet: raw.sheet, format: raw.format },
      names: raw.columns.map(({ name }) => name),
      rows: rows.map(([, ...cells]) => cells),
      rejects,
      counts: { read: raw.rowsRead, rejected: raw.rejected },
      notes: raw.decisions.notes.map((note) => tell('en', note)),
    });
  }
  return tables;
}

/** The sentence with which reading a file fails. */
export async function failureOf(engine: Engine, file: InputFile, options: ReadOptions = {}): Promise<string> {
  try {
    await readFile(engine, file, options);
  } catch (error) {
    if (error instanceof ImportError) return tell('en', error.text);
    throw error;
  }
  throw new Error('the file was read');
}
