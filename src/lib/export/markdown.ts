import type { Locale } from '#messages';
import { formatValue, type Table, type Unit } from '#table';

export interface MarkdownOptions {
  readonly locale: Locale;
  readonly units?: Readonly<Record<string, Unit>>;
}

/** A table as Markdown, as a person reads it: for an issue, a wiki, a message. */
export function toMarkdown({ columns, rowCount }: Table, { locale, units = {} }: MarkdownOptions): string {
  const rule = columns.map(({ kind }) => (['integer', 'decimal', 'float'].includes(kind) ? '--:' : '---'));
  const rows = Array.from({ length: rowCount }, (_, row) =>
    columns.map((column) =>
      formatValue(column.at(row), column, { locale, unit: units[column.name], aligned: true }),
    ),
  );
  return [columns.map(({ name }) => name), rule, ...rows]
    .map((cells) => `| ${cells.map(plain).join(' | ')} |\n`)
    .join('');
}

function plain(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');
}
