import { readFile, writeFile } from 'node:fs/promises';
import { AppError } from '#errors';
import { toHtml } from '#export';
import { dimensions } from '#import';
import { say, tell, type Locale } from '#messages';
import { findKpi, parseKpiAttributes, sourceInWeeksFrom, type Kpi } from '#kpi';
import { parse, type Notebook } from '#notebook';
import { unitsOfCell } from '#output';
import { Runtime } from '#runtime';
import { parsePeriod, serializePeriod } from '#time';
import { dataOptions, jsonOption, scopeOptions, type Call, type Command } from './command.ts';
import { instantOf, withData, type Data } from './data.ts';
import { measurer } from './headline.ts';
import type { Arguments } from './options.ts';
import { kpisOf, kpisOption } from './own-kpis.ts';
import { buildReport, type ReportParts } from './report.ts';
import { collectResults, jsonResults, textResults } from './results.ts';
import { book, periodOf, scopeOf, unknownDimension, weekStartOf } from './scope.ts';
import { exitCodes, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { writeExcel } from './workbook.ts';

export const runCommand: Command = {
  name: 'run',
  synopsis: 'NOTEBOOK --data FILE… [options]',
  summary: 'cli.run.summary',
  details: 'cli.run.details',
  options: [
    { name: 'data', value: 'FILE', isRepeatable: true, summary: 'cli.option.data' },
    { name: 'out', value: 'FILE', summary: 'cli.option.out' },
    { name: 'period', value: 'PERIOD', summary: 'cli.option.period' },
    { name: 'week-start', value: 'DAY', summary: 'cli.option.weekStart' },
    kpisOption,
    ...dataOptions,
    ...scopeOptions,
    jsonOption,
  ],
  run,
};

/** Rows of a table that a report and a terminal show; JSON and a workbook have them all. */
const shownRows = { report: 20, terminal: 20 } as const;

async function run(call: Call): Promise<number> {
  const { path, exports } = filesOf(call.args);
  const kpis = kpisOf(call);
  const notebook = asAsked(await readNotebook(path, call), call.args, kpis);
  tellMissing(notebook, kpis, call);
  return withData(exports, call.args, (data) => runOn(data, { notebook, kpis }, call));
}

interface Asked {
  readonly notebook: Notebook;
  readonly kpis: readonly Kpi[];
}

async function runOn(
  data: Data,
  { notebook, kpis }: Asked,
  { args, locale, terminal }: Call,
): Promise<number> {
  const runtime = new Runtime(data.engine, {
    book,
    notebook,
    asOf: data.asOf,
    locale,
    kpis: () => kpis,
    unitOf: (cell, column) => unitsOfCell(cell, kpis)[column],
    weekStart: weekStartOf(args) ?? 1,
  });
  await runtime.runAll();
  const out = args.value('out');
  const isJson = args.has('json');
  const limit =
    isJson || isWorkbook(out) ? Infinity : out === undefined ? shownRows.terminal : shownRows.report;
  const results = await collectResults(notebook, runtime, { limit, kpis });
  if (out !== undefined) {
    const { filters: scope } = notebook.meta;
    const weekStart = weekStartOf(args) ?? 1;
    const { period } = runtime;
    const measure = measurer(data, notebook, { kpis, period });
    const parts = { notebook, results, data, period, measure, scope, kpis, weekStart, locale };
    await writeReport(out, parts, terminal);
  }
  if (isJson) terminal.out(jsonResults(results, locale));
  else if (out !== undefined) terminal.out(`${say(locale, 'cli.run.written', { file: out })}\n`);
  else terminal.out(textResults(results, locale));
  const failed = results.filter(({ state }) => state.status === 'failed').length;
  if (failed > 0) terminal.err(`${say(locale, 'cli.run.failed', { count: failed })}\n`);
  return failed > 0 ? exitCodes.failed : exitCodes.fine;
}

function isWorkbook(out: string | undefined): boolean {
  return /\.xlsx$/i.test(out ?? '');
}

async function writeReport(out: string, parts: ReportParts, terminal: Terminal): Promise<void> {
  if (!isWorkbook(out)) return writeFile(out, toHtml(await buildReport(parts)));
  for (const note of await writeExcel(out, parts)) terminal.err(`${tell(parts.locale, note)}\n`);
}

/** The notebook is the word that ends in `.md`, else the first; every other word is an export, as after `--data`. */
function filesOf({ words, values }: Arguments): { path: string; exports: readonly string[] } {
  const path = words.find((word) => /\.md$/i.test(word)) ?? words[0];
  if (path === undefined) throw new UsageError('cli.usage.oneNotebook');
  return { path, exports: [...values('data'), ...words.filter((word) => word !== path)] };
}

async function readNotebook(path: string, to: { terminal: Terminal; locale: Locale }): Promise<Notebook> {
  const file = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('cli.data.missing', { file: path }, { cause });
  });
  const { notebook, diagnostics } = parse(file);
  for (const { text, line } of diagnostics) {
    const message = tell(to.locale, text);
    to.terminal.err(`${say(to.locale, 'cli.run.diagnostic', { file: path, line: line ?? 1, message })}\n`);
  }
  return notebook;
}

/** A cell whose KPI has no file here holds its SQL and runs; nothing more is known of it. */
function tellMissing({ cells }: Notebook, kpis: readonly Kpi[], { terminal, locale }: Call): void {
  const named = new Set(cells.flatMap((cell) => parseKpiAttributes(cell)?.kpi ?? []));
  for (const id of named)
    if (!findKpi(id, kpis)) terminal.err(`${say(locale, 'kpi.cell.missing', { id })}\n`);
}

/** What the command line says goes before what the notebook says. */
function asAsked(notebook: Notebook, args: Arguments, kpis: readonly Kpi[]): Notebook {
  const { meta } = notebook;
  const scope = scopeOf(args);
  const known = new Set(dimensions.map(({ name }) => name));
  const unknown = Object.keys(scope).filter((name) => !known.has(name));
  if (unknown.length > 0) throw unknownDimension(unknown);
  const weekStart = weekStartOf(args);
  const cells = notebook.cells.map((cell) =>
    weekStart === null ? cell : { ...cell, source: sourceInWeeksFrom(weekStart, cell, kpis) },
  );
  return {
    ...notebook,
    cells,
    meta: {
      ...meta,
      period: askedPeriod(args) ?? meta.period,
      asOf: instantOf(args, 'as-of') ?? meta.asOf,
      filters: { ...meta.filters, ...scope },
    },
  };
}

function askedPeriod(args: Arguments): string | null {
  const range = periodOf(args);
  if (range !== null) return serializePeriod({ kind: 'range', ...range });
  const period = args.value('period');
  if (period === undefined) return null;
  const spec = parsePeriod(period);
  if ('code' in spec) throw new UsageError('cli.usage.period', { period });
  return period;
}
