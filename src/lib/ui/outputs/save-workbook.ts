import type { Text } from '#errors';
import type { Locale } from '#messages';
import type { GridModel } from './GridModel.svelte.ts';
import { saveBlob } from './save.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Saves a grid's rows, as they are sorted and filtered, as an Excel file; returns what is to be told of it. */
export async function saveWorkbook(
  model: GridModel,
  { name, locale }: { readonly name: string; readonly locale: Locale },
): Promise<readonly Text[]> {
  // Only who saves a workbook loads its writer.
  const { notesOf, tableSheet, writeWorkbook } = await import('#export/xlsx');
  const { columns } = model;
  const units = Object.fromEntries(
    columns.flatMap(({ name: column, unit }) => (unit === null ? [] : [[column, unit]])),
  );
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const sheet = tableSheet({ name, columns, units, pages: model.everyRow() });
  const written = await writeWorkbook([sheet], { locale, write: (chunk) => void chunks.push(chunk) });
  saveBlob(new Blob(chunks, { type: workbookType }), `${name}.xlsx`);
  return notesOf(written);
}
