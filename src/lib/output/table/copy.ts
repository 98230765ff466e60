import { formatValue, toIso, type Column, type Table, type Value } from '#table';

export const copyFormats = ['text', 'csv', 'markdown'] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** Rows as text for the clipboard: exact values, dates as ISO; a spreadsheet reads `text`. */
export function copyTable(table: Table, format: CopyFormat): string {
  const head = table.columns.map(({ name }) => name);
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => exact(column.at(row), column)),
  );
  switch (format) {
    case 'text':
      return [head, ...rows].map((row) => row.map(oneLine).join('\t')).join('\n');
    case 'csv':
      return [head, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n');
    case 'markdown':
      return [head, head.map(() => '---'), ...rows]
        .map((row) => `| ${row.map(markdownField).join(' | ')} |`)
        .join('\n');
  }
}

/** A part of a table: some of its rows and columns. */
export function slice(
  table: Table,
  rows: { from: number; to: number },
  columns: { from: number; to: number },
): Table {
  const from = Math.max(0, rows.from);
  return {
    rowCount: Math.max(0, Math.min(table.rowCount, rows.to) - from),
    columns: table.columns
      .slice(columns.from, columns.to)
      .map((column) => ({ ...column, at: (row: number) => column.at(from + row) })),
  };
}

function exact(value: Value, column: Column): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string')
    return toIso(value, column.kind) ?? String(value);
  return formatValue(value, column, { locale: 'en' });
}

function oneLine(value: string): string {
  return value.replace(/[\t\r\n]+/g, ' ');
}

/** What a spreadsheet would run as a formula is made text by a leading apostrophe; numbers stay numbers. */
function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function markdownField(value: string): string {
  return value.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
