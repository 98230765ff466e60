import type { ImportReport, LeftOut, SourceReport } from '#import';
import type { Text } from '#errors';
import { say, tell, type Locale } from '#messages';
import { preflight, type Finding } from '#preflight';
import { formatNumber } from '#table';
import { dataOptions, jsonOption, type Call, type Command } from './command.ts';
import { withData } from './data.ts';
import { kpisOf, kpisOption } from './own-kpis.ts';
import { saveRejects } from './rejects.ts';
import { sourcesTable } from './sources.ts';
import { exitCodes } from './terminal.ts';
import { textTable } from './text-table.ts';

export const importCommand: Command = {
  name: 'import',
  synopsis: 'FILE… [options]',
  summary: 'cli.import.summary',
  details: 'cli.import.details',
  options: [
    ...dataOptions,
    { name: 'into', value: 'NAME', summary: 'cli.option.into' },
    { name: 'rejects', value: 'FILE', summary: 'cli.option.rejects' },
    kpisOption,
    jsonOption,
  ],
  run,
};

async function run(call: Call): Promise<number> {
  const { args, locale, terminal } = call;
  const kpis = kpisOf(call);
  return withData(args.words, args, async ({ engine, report }) => {
    const findings = await preflight(engine, { kpis });
    const rejects = args.value('rejects');
    if (rejects !== undefined) await saveRejects(rejects, { engine, report, locale });
    terminal.out(
      args.has('json')
        ? `${JSON.stringify(jsonReport(report, findings, locale), null, 2)}\n`
        : textReport(report, findings, locale),
    );
    return exitCodes.fine;
  });
}

function jsonReport({ sources, leftOut = [] }: ImportReport, findings: readonly Finding[], locale: Locale) {
  const said = (text: Text | string) => (typeof text === 'string' ? text : tell(locale, text));
  return {
    sources: sources.map((source) => ({
      ...source,
      rejections: source.rejections.map(({ reason, count }) => ({ reason: said(reason), count })),
      decisions: source.decisions.map(({ label, value }) => ({ label: said(label), value: said(value) })),
      notes: source.notes.map(said),
    })),
    leftOut: leftOut.map(({ why, ...table }) => ({ ...table, why: why.map(said) })),
    findings: findings.map(({ what, why, remedy, ...finding }) => ({
      ...finding,
      what: said(what),
      why: said(why),
      remedy: remedy && { ...remedy, label: said(remedy.label) },
    })),
  };
}

function textReport(report: ImportReport, findings: readonly Finding[], locale: Locale): string {
  return [
    sourcesTable(report, locale),
    ...report.sources.map((source) => sourceDetails(source, locale)),
    ...(report.leftOut ?? []).map((table) => leftOutText(table, locale)),
    ...(findings.length > 0 ? [findingsText(findings, locale)] : []),
  ].join('\n');
}

function leftOutText({ file, sheet, why }: LeftOut, locale: Locale): string {
  const name = sheet === null ? file : `${file} · ${sheet}`;
  return `${name}: ${why.map((reason) => tell(locale, reason)).join(' ')}\n`;
}

function findingsText(findings: readonly Finding[], locale: Locale): string {
  const lines = findings.map(({ severity, what, why, affects }) => {
    const kpis =
      affects.length === 0 ? '' : ` ${say(locale, 'cli.import.affects', { kpis: affects.join(', ') })}`;
    return `${say(locale, `cli.import.${severity}`)} ${tell(locale, what)}\n  ${tell(locale, why)}${kpis}\n`;
  });
  return `${say(locale, 'cli.import.findings')}\n\n${lines.join('')}`;
}

/** What happened to rows of a source that was there before. */
function changesTable({ changes }: SourceReport, locale: Locale): string {
  const number = (value: number) => formatNumber(value, locale);
  const columns = [
    { title: say(locale, 'cli.column.table') },
    { title: say(locale, 'cli.column.added'), align: 'end' },
    { title: say(locale, 'cli.column.updated'), align: 'end' },
    { title: say(locale, 'cli.column.unchanged'), align: 'end' },
    { title: say(locale, 'cli.column.removed'), align: 'end' },
  ] as const;
  return textTable(
    columns,
    changes.map(({ table, added, updated, unchanged, removed }) => [
      table,
      ...[added, updated, unchanged, removed].map(number),
    ]),
  );
}

function sourceDetails(source: SourceReport, locale: Locale): string {
  const { file, tables, rejections, decisions, notes } = source;
  const said = (text: Text | string) => (typeof text === 'string' ? text : tell(locale, text));
  const count = { title: say(locale, 'cli.column.rows'), align: 'end' } as const;
  const number = (value: number) => formatNumber(value, locale);
  const parts = [
    textTable(
      [{ title: say(locale, 'cli.column.table') }, count],
      tables.map(({ name, rows }) => [name, number(rows)]),
    ),
  ];
  if (source.joined && source.changes.length > 0) parts.push(changesTable(source, locale));
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
