import type { Column, Table, Value } from '#table';
import { exactText } from './value.ts';

export interface CsvOptions {
  readonly separator?: ',' | ';' | '\t';
  /** Makes text of what a spreadsheet would run as a formula; on unless turned off. */
  readonly defuse?: boolean;
}

/** The header of a CSV; lines end as spreadsheets like it, with CRLF. */
export function csvHeader({ columns }: Table, options: CsvOptions = {}): string {
  return line(
    columns.map(({ name }) => field(name, options)),
    options,
  );
}

/** Exact values, without the header: a large result is written page by page. */
export function csvRows({ columns, rowCount }: Table, options: CsvOptions = {}): string {
  const lines = Array.from({ length: rowCount }, (_, row) =>
    line(
      columns.map((column) => cell(column.at(row), column, options)),
      options,
    ),
  );
  return lines.join('');
}

function line(fields: readonly string[], { separator = ',' }: CsvOptions): string {
  return `${fields.join(separator)}\r\n`;
}

/** A number may begin with a minus; a text that does may be a formula. */
function cell(value: Value, column: Column, options: CsvOptions): string {
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || column.kind === 'decimal';
  return field(exactText(value, column), isNumber ? { ...options, defuse: false } : options);
}

function field(text: string, { defuse = true, separator = ',' }: CsvOptions): string {
  const safe = defuse && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
