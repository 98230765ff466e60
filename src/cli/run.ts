import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError, type Param } from '#errors';
import { dimensions } from '#import';
import { say, tell, type Locale, type MessageCode } from '#messages';
import { findKpi, parseKpiAttributes, sourceInWeeksFrom, type Kpi } from '#kpi';
import { parse, type Notebook } from '#notebook';
import { unitsOfCell } from '#output';
import { basisOf, collectResults, everyRow, type ReadPage } from '#report';
import { Runtime } from '#runtime';
import { parsePeriod, serializePeriod } from '#time';
import { dataOptions, jsonOption, scopeOptions, type Call, type Command } from './command.ts';
import { instantOf, withData, type Data } from './data.ts';
import { measurer } from './headline.ts';
import type { Arguments } from './options.ts';
import { kpisOf, kpisOption } from './own-kpis.ts';
import { checkOutputs, writeOutputs } from './outputs.ts';
import { jsonResults, textResults } from './results.ts';
import { book, periodOf, scopeOf, unknownDimension, weekStartOf } from './scope.ts';
import { inSettings, settle } from './settled.ts';
import { ageInDays, failedCells, summaryLine, type RunSummary } from './summary.ts';
import { exitCodes, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export const runCommand: Command = {
  name: 'run',
  synopsis: 'NOTEBOOK --data FILE… [options]',
  summary: 'cli.run.summary',
  details: 'cli.run.details',
  options: [
    { name: 'data', value: 'FILE', isRepeatable: true, summary: 'cli.option.data' },
    { name: 'out', value: 'FILE', isRepeatable: true, summary: 'cli.option.out' },
    { name: 'summary', summary: 'cli.option.summary' },
    { name: 'max-age', value: 'AGE', summary: 'cli.option.maxAge' },
    { name: 'period', value: 'PERIOD', summary: 'cli.option.period' },
    { name: 'week-start', value: 'DAY', summary: 'cli.option.weekStart' },
    kpisOption,
    ...dataOptions,
    ...scopeOptions,
    jsonOption,
  ],
  run,
};

async function run(call: Call): Promise<number> {
  const { args } = call;
  if (args.has('json') && args.has('summary')) throw new UsageError('cli.usage.oneAnswer');
  checkOutputs(args.values('out'));
  const mostDays = mostDaysOf(args);
  const { path, exports } = filesOf(args);
  const kpis = kpisOf(call);
  const notebook = asAsked(await readNotebook(path, call), args, kpis);
  tellMissing(notebook, kpis, call);
  const settled = await inSettings(dirname(path), call);
  return withData(exports, settled.args, (data) => runOn(data, { path, notebook, kpis, mostDays }, settled));
}

interface Asked {
  readonly path: string;
  readonly notebook: Notebook;
  readonly kpis: readonly Kpi[];
  /** How old the data may be; null where nobody asked. */
  readonly mostDays: number | null;
}

async function runOn(data: Data, { path, notebook, kpis, mostDays }: Asked, call: Call): Promise<number> {
  const { args, locale, terminal } = call;
  await settle(data.engine, dirname(path), call);
  const weekStart = weekStartOf(args) ?? 1;
  const runtime = new Runtime(data.engine, {
    book,
    notebook,
    asOf: data.asOf,
    locale,
    kpis: () => kpis,
    unitOf: (cell, column) => unitsOfCell(cell, kpis)[column],
    weekStart,
  });
  await runtime.runAll();
  const readPage: ReadPage = (relation, request) => runtime.page(relation, request);
  const isJson = args.has('json');
  const results = await collectResults(notebook, {
    stateOf: (id) => runtime.state(id),
    kpis,
    ...(isJson ? { rowsOf: (output) => everyRow(output, readPage) } : {}),
  });
  const { sources } = data.report;
  const asOf = notebook.meta.asOf ?? data.asOf;
  const basis = await basisOf(data.engine, { sources, asOf, now: terminal.now() });
  const { period } = runtime;
  const measure = measurer(data, notebook, { kpis, period });
  const { filters: scope } = notebook.meta;
  const finished = { notebook, results, scope, basis, weekStart, locale, kpis, period, measure, readPage };
  const asked = args.values('out');
  const files = await writeOutputs(asked, finished, (said) => terminal.err(`${tell(locale, said)}\n`));
  const rows = sources.reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0);
  const summary = {
    notebook: basename(path),
    results,
    rows,
    latest: data.latest,
    now: basis.madeAt,
    files,
  };
  if (isJson) terminal.out(jsonResults(results, locale));
  else if (asked.length > 0 || args.has('summary')) terminal.out(summaryLine(summary, locale));
  else terminal.out(textResults(results, locale));
  const isWritten = files.length === asked.length;
  return exitCode(data, { ...summary, mostDays, isWritten }, { terminal, locale });
}

interface Ending extends Pick<Asked, 'mostDays'> {
  /** Every file that was asked for. */
  readonly isWritten: boolean;
}

/** Says what went wrong, if anything did, and ends with the code of the worst of it. */
function exitCode(
  data: Data,
  { results, rows, latest, now, mostDays, isWritten }: RunSummary & Ending,
  { terminal, locale }: Pick<Call, 'terminal' | 'locale'>,
): number {
  const complain = (code: MessageCode, params: Readonly<Record<string, Param>> = {}): void =>
    terminal.err(`${say(locale, code, params)}\n`);
  for (const { file, why } of data.report.leftOut ?? [])
    complain('cli.run.leftOut', { file, why: why.map((each) => tell(locale, each)).join(' ') });
  const failed = failedCells(results);
  if (failed.length > 0) complain('cli.run.failed', { count: failed.length });
  for (const { name, why } of failed) complain('cli.run.failedCell', { name, why: tell(locale, why) });
  if (rows === 0) complain('cli.run.noRows');
  const age = ageInDays(latest, now);
  const isOld = mostDays !== null && age !== null && age > mostDays;
  if (isOld) complain('cli.run.tooOld', { at: latest?.slice(0, 16) ?? '', count: Math.floor(age) });
  if (failed.length > 0 || !isWritten) return exitCodes.failed;
  return rows === 0 || isOld ? exitCodes.outdated : exitCodes.fine;
}

/** `--max-age 2d` or `36h`, in days. */
function mostDaysOf(args: Arguments): number | null {
  const written = args.value('max-age');
  if (written === undefined) return null;
  const [, number, unit] = /^(\d+(?:\.\d+)?)([dh])$/.exec(written) ?? [];
  if (number === undefined) throw new UsageError('cli.usage.age', { age: written });
  return Number(number) / (unit === 'h' ? 24 : 1);
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
