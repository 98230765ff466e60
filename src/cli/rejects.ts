import { writeFile } from 'node:fs/promises';
import type { Engine } from '#engine';
import { csvHeader, csvRows } from '#export';
import { rejectedRows, type ImportReport, type RejectedRow } from '#import';
import { say, tell, type Locale } from '#messages';
import { tableFrom, type Table } from '#table';

const pageRows = 10_000;

/** Saves the rows that could not be read, with the reasons, as CSV. */
export async function saveRejects(
  path: string,
  {
    engine,
    report,
    locale,
  }: { readonly engine: Engine; readonly report: ImportReport; readonly locale: Locale },
): Promise<void> {
  const pages: string[] = [csvHeader(rejectsTable([], locale))];
  for (const { sourceId } of report.sources) {
    for (let offset = 0, count = pageRows; count === pageRows; offset += pageRows) {
      const rows = await rejectedRows(engine, sourceId, { limit: pageRows, offset });
      pages.push(csvRows(rejectsTable(rows, locale)));
      count = rows.length;
    }
  }
  await writeFile(path, pages.join(''));
}

function rejectsTable(rows: readonly RejectedRow[], locale: Locale): Table {
  return tableFrom([
    { name: say(locale, 'cli.column.file'), type: 'VARCHAR', values: rows.map(({ file }) => file) },
    { name: say(locale, 'cli.column.row'), type: 'BIGINT', values: rows.map(({ row }) => BigInt(row)) },
    {
      name: say(locale, 'cli.column.rejected'),
      type: 'VARCHAR',
      values: rows.map(({ reason }) => tell(locale, reason)),
    },
    { name: say(locale, 'cli.column.raw'), type: 'VARCHAR', values: rows.map(({ raw }) => raw) },
  ]);
}
