import type { ImportReport } from '#import';
import { say, type Locale } from '#messages';
import { formatNumber } from '#table';
import { textTable } from './text-table.ts';

/** What was read of each file, as the answers carry it. */
export function jsonSources({ sources }: ImportReport) {
  return sources.flatMap(({ files, vendor }) =>
    files.map(({ file, rowsRead, rowsLoaded, rowsRejected }) => ({
      file,
      vendor,
      rowsRead,
      rowsLoaded,
      rowsRejected,
    })),
  );
}

export function sourcesTable({ sources }: ImportReport, locale: Locale): string {
  const columns = [
    { title: say(locale, 'cli.column.file') },
    { title: say(locale, 'cli.column.sheet') },
    { title: say(locale, 'cli.column.vendor') },
    { title: say(locale, 'cli.column.rowsRead'), align: 'end' },
    { title: say(locale, 'cli.column.rowsLoaded'), align: 'end' },
    { title: say(locale, 'cli.column.rowsRejected'), align: 'end' },
    { title: say(locale, 'cli.column.rowsDuplicate'), align: 'end' },
  ] as const;
  const number = (value: number) => formatNumber(value, locale);
  const rows = sources.flatMap(({ files, vendor }) =>
    files.map(({ file, sheet, rowsRead, rowsLoaded, rowsRejected, rowsDuplicate }) => [
      file,
      sheet ?? '',
      vendor,
      number(rowsRead),
      number(rowsLoaded),
      number(rowsRejected),
      number(rowsDuplicate),
    ]),
  );
  return textTable(columns, rows);
}
