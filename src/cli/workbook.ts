import { writeFile } from 'node:fs/promises';
import type { Text } from '#errors';
import { notebookSheets, notesOf, writeWorkbook } from '#export/xlsx';
import { datasetFingerprint, workspaceZone } from '#import';
import { slice } from '#output';
import type { Table } from '#table';
import type { ReportParts } from './report.ts';

/** Writes what a run found as an Excel file; returns what is to be told of it. */
export async function writeExcel(file: string, parts: ReportParts): Promise<readonly Text[]> {
  const { notebook, data, locale } = parts;
  const basis = {
    sources: data.report.sources,
    asOf: notebook.meta.asOf ?? data.asOf,
    zone: await workspaceZone(data.engine),
    fingerprint: await datasetFingerprint(data.engine),
  };
  const sheets = await notebookSheets({ ...parts, basis, pagesOf: ({ table }) => piecesOf(table) });
  const chunks: Uint8Array[] = [];
  const written = await writeWorkbook(sheets, { locale, write: (chunk) => void chunks.push(chunk) });
  await writeFile(file, chunks);
  return notesOf(written);
}

const pieceRows = 2000;

function* piecesOf(table: Table): Generator<Table> {
  for (let from = 0; from < table.rowCount; from += pieceRows)
    yield slice(table, { from, to: from + pieceRows }, { from: 0, to: table.columns.length });
}
