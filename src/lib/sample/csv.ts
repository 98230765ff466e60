export type Field = string | number | boolean | null | readonly string[];

/** A table being written: its rows are text at once, so that nothing but text is held. */
export interface CsvWriter {
  readonly name: string;
  readonly rows: number;
  add(row: readonly Field[]): void;
  blob(): Blob;
}

export function csvWriter(name: string, columns: readonly string[]): CsvWriter {
  const lines = [columns.join(',')];
  return {
    name,
    get rows() {
      return lines.length - 1;
    },
    add(row) {
      if (row.length !== columns.length) throw new RangeError(`${name} has ${columns.length} columns`);
      lines.push(row.map(writeField).join(','));
    },
    blob: () => new Blob(chunked(lines), { type: 'text/csv' }),
  };
}

function writeField(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number' || typeof field === 'boolean') return String(field);
  const written = typeof field === 'string' ? field : field.join(', ');
  return /[",\n\r]|^\s|\s$/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

function chunked(lines: readonly string[]): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < lines.length; from += 4096)
    chunks.push(`${lines.slice(from, from + 4096).join('\n')}\n`);
  return chunks;
}
