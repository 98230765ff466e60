import type { ImportReport, SourceReport } from '#import';
import type { Text } from '#errors';
import { say, tell, type Locale } from '#messages';
import { formatNumber } from '#table';
import { dataOptions, jsonOption, type Call, type Command } from './command.ts';
import { withData } from './data.ts';
import { sourcesTable } from './sources.ts';
import { exitCodes } from './terminal.ts';
import { textTable } from './text-table.ts';

export const importCommand: Command = {
  name: 'import',
  synopsis: 'FILE… [options]',
  summary: 'cli.import.summary',
  details: 'cli.import.details',
  options: [...dataOptions, jsonOption],
  run,
};

async function run({ args, locale, terminal }: Call): Promise<number> {
  return withData(args.words, args, async ({ report }) => {
    terminal.out(
      args.has('json')
        ? `${JSON.stringify(jsonReport(report, locale), null, 2)}\n`
        : textReport(report, locale),
    );
    return exitCodes.fine;
  });
}

function jsonReport({ sources }: ImportReport, locale: Locale) {
  const said = (text: Text | string) => (typeof text === 'string' ? text : tell(locale, text));
  return {
    sources: sources.map((source) => ({
      ...source,
      rejections: source.rejections.map(({ reason, count }) => ({ reason: said(reason), count })),
      decisions: source.decisions.map(({ label, value }) => ({ label: said(label), value: said(value) })),
      notes: source.notes.map(said),
    })),
  };
}

function textReport(report: ImportReport, locale: Locale): string {
  return [
    sourcesTable(report, locale),
    ...report.sources.map((source) => sourceDetails(source, locale)),
  ].join('\n');
}

function sourceDetails({ file, tables, rejections, decisions, notes }: SourceReport, locale: Locale): string {
  const said = (text: Text | string) => (typeof text === 'string' ? text : tell(locale, text));
  const count = { title: say(locale, 'cli.column.rows'), align: 'end' } as const;
  const number = (value: number) => formatNumber(value, locale);
  const parts = [
    textTable(
      [{ title: say(locale, 'cli.column.table') }, count],
      tables.map(({ name, rows }) => [name, number(rows)]),
    ),
  ];
  if (decisions.length > 0) {
    const columns = [
      { title: say(locale, 'cli.column.decided') },
      { title: say(locale, 'cli.column.value') },
    ];
    parts.push(
      textTable(
        columns,
        decisions.map(({ label, value }) => [said(label), said(value)]),
      ),
    );
  }
  if (rejections.length > 0) {
    const columns = [{ title: say(locale, 'cli.column.rejected') }, count];
    parts.push(
      textTable(
        columns,
        rejections.map(({ reason, count: rows }) => [said(reason), number(rows)]),
      ),
    );
  }
  if (notes.length > 0) parts.push(notes.map((note) => `${said(note)}\n`).join(''));
  return `${file}\n\n${parts.join('\n')}`;
}
