import type { Text } from '#errors';
import type { Locale } from '#messages';
import type { Table } from '#table';
import type { GridModel } from './GridModel.svelte.ts';
import { saveBlob } from './save.ts';
import { saveWorkbook } from './save-workbook.ts';

export const saveFormats = ['csv', 'json', 'parquet', 'xlsx'] as const;
export type SaveFormat = (typeof saveFormats)[number];

interface Saved {
  readonly name: string;
  readonly format: SaveFormat;
  readonly locale: Locale;
}

/** Saves a grid's rows, as they are sorted and filtered, as a file; returns what is to be told of it. */
export async function saveGrid(model: GridModel, { name, format, locale }: Saved): Promise<readonly Text[]> {
  if (format === 'xlsx') return saveWorkbook(model, { name, locale });
  const chunks: BlobPart[] = [];
  const write = (chunk: BlobPart) => void chunks.push(chunk);
  if (format === 'parquet') await writeParquet(model, write);
  else for await (const chunk of textOf(model, format)) write(chunk);
  saveBlob(new Blob(chunks, { type: fileTypes[format] }), `${name}.${format}`);
  return [];
}

const fileTypes = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
} as const;

/** Only who saves such a file loads its writer. */
async function writeParquet(
  model: GridModel,
  write: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const { toParquet } = await import('#export/parquet');
  await toParquet(model.columns, model.everyRow(), write);
}

async function* textOf(model: GridModel, format: 'csv' | 'json'): AsyncGenerator<string> {
  const { csvHeader, csvRows, jsonChunks } = await import('#export');
  if (format === 'json') return yield* jsonChunks(model.everyRow());
  const header: Table = {
    rowCount: 0,
    columns: model.columns.map((column) => ({ ...column, at: () => null })),
  };
  yield csvHeader(header);
  for await (const page of model.everyRow()) yield csvRows(page);
}
