import type { Engine } from '#engine';
import type { Text } from '#errors';
import { rejectedRows } from '#import';

export interface RejectedCsvOptions {
  readonly sourceId: string;
  /** Only rows that were refused for this; null for all. */
  readonly reason: Text | null;
  readonly headers: readonly string[];
  readonly tell: (text: Text) => string;
}

const pageRows = 2000;

/** The rows of a source that could not be read, as a CSV file; put together a page at a time, so that the page stays usable. */
export async function rejectedCsv(engine: Engine, options: RejectedCsvOptions): Promise<Blob> {
  const { sourceId, reason, headers, tell } = options;
  const parts = [`\uFEFF${csvLine(headers)}`];
  for (let offset = 0; ; offset += pageRows) {
    const rows = await rejectedRows(engine, sourceId, { reason, offset, limit: pageRows });
    parts.push(
      rows.map(({ file, row, reason: why, raw }) => csvLine([file, String(row), tell(why), raw])).join(''),
    );
    if (rows.length < pageRows) return new Blob(parts, { type: 'text/csv' });
  }
}

/** A line of a CSV file. What a sheet would take for a formula is kept as it is: these are the file's own words. */
export function csvLine(cells: readonly string[]): string {
  const written = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${written.join(',')}\r\n`;
}
