import { cellLink, linkedValues, type PlacedValue, type ValueLink } from '#cells';
import { assert } from '#errors';
import { say, tell, type Locale } from '#messages';
import { findKpi, parseKpiAttributes, variedName } from '#kpi';
import type { Cell } from '#notebook';
import {
  buildChart,
  besideText,
  chartSubject,
  isJsonObject,
  judgements,
  pointLimit,
  slice,
  unitsOfCell,
  valueText,
  refusalText,
} from '#output';
import { sameName } from '#sql';
import { emptyTable } from '#table';
import { factsOf, leadOf } from './facts.ts';
import { headlineRow } from './headline-row.ts';
import { findHeadline } from './headline.ts';
import type { Report, ReportSection } from './report.ts';
import { cannotOf, inputText, isStep, saidOf, type CellResult } from './result.ts';
import type { FinishedRun, Progress } from './run.ts';

/** Rows of a table that a report shows; a workbook has them all. */
const shownRows = 25;

/** What a run found, as a report whose charts wait to be drawn. */
export async function buildReport(run: FinishedRun, { signal, onProgress }: Progress = {}): Promise<Report> {
  const { notebook, results, locale } = run;
  const sections: ReportSection[] = [];
  for (const [index, result] of results.entries()) {
    signal?.throwIfAborted();
    const section = headlineRow(result, locale) ?? (await sectionOf(result, run)) ?? [];
    for (const each of [section].flat()) if (!isSaid(each, sections.at(-1))) sections.push(each);
    onProgress?.((index + 1) / results.length);
  }
  const title = notebook.meta.title || say(locale, 'reporting.untitled');
  return { locale, title, lead: leadOf(run), facts: factsOf(run), sections };
}

/** A value and its trend lack the same data: that is said once. */
function isSaid(section: ReportSection, before: ReportSection | undefined): boolean {
  if (section.kind !== 'cannot' || before?.kind !== 'cannot') return false;
  return section.name === before.name && section.reason === before.reason;
}

async function sectionOf(result: CellResult, run: FinishedRun): Promise<ReportSection | null> {
  const { cell, state } = result;
  const { locale } = run;
  if (state.status === 'failed') {
    return { kind: 'failed', name: cell.name, message: tell(locale, state.error.text), sql: cell.source };
  }
  const { output } = state;
  const cannot = cannotOf(state);
  if (cannot) {
    if (output.kind !== 'table') return null;
    const name = kpiTitle(cell, run) ?? cell.name ?? '';
    return { kind: 'cannot', name, reason: refusalText(cannot, locale), sql: cell.source };
  }
  switch (output.kind) {
    case 'markdown': {
      const linked = linkedValues(output, (value) => placeOf(value, run));
      return { kind: 'prose', source: output.source, linked };
    }
    case 'input':
      return { kind: 'input', label: output.spec.label, value: inputText(output, locale) };
    case 'chart':
      return isStep(cell) ? null : chartSection(cell, output, run);
    case 'table':
      return (await headlineSection(result, run)) ?? tableSection(result, output, run);
    case 'statement':
      return null;
  }
}

type Done = Extract<CellResult['state'], { status: 'done' }>;
type OutputOf<Kind> = Extract<Done['output'], { kind: Kind }>;

function kpiTitle(cell: Cell, { kpis, locale }: FinishedRun): string | null {
  return findKpi(parseKpiAttributes(cell)?.kpi ?? '', kpis)?.name[locale] ?? null;
}

/** Of a KPI's trend what is to be said of the whole of it, too. */
async function tableSection(
  { cell, table, units }: CellResult,
  output: OutputOf<'table'>,
  run: FinishedRun,
): Promise<ReportSection | null> {
  if (table === null) return null;
  const { locale } = run;
  const isTrend = parseKpiAttributes(cell)?.shape === 'trend';
  const measured = isTrend ? await run.measure(cell, output) : null;
  const said = saidOf(output, table, locale);
  const notes = [output.note ?? [], measured?.notes ?? []].flat().map((note) => tell(locale, note));
  return {
    kind: 'table',
    name: cell.name,
    title: kpiTitle(cell, run),
    table: slice(table, { from: 0, to: shownRows }, { from: 0, to: table.columns.length }),
    rowCount: output.rowCount,
    units,
    sql: cell.source,
    note: [...notes, ...said].join(' ') || null,
    folded: isStep(cell),
  };
}

/** A chart that cannot be made is a cell that failed, not a report that cannot be written. */
function chartSection(
  cell: Cell,
  output: OutputOf<'chart'>,
  { notebook, kpis, weekStart, locale }: FinishedRun,
): ReportSection {
  const table = output.data?.table ?? emptyTable;
  const undrawn = output.data ? reasonNotToDraw(output.data, locale) : null;
  const name = cell.name ?? output.data?.cell ?? null;
  if (undrawn !== null) return { kind: 'cannot', name: name ?? '', reason: undrawn, sql: '' };
  try {
    const written: unknown = output.spec;
    assert(isJsonObject(written), 'a chart that ran is JSON');
    const source = notebook.cells.find(({ name }) => name !== null && name === output.data?.cell);
    const { spec, captions, description } = buildChart(written, table, {
      locale,
      units: unitsOfCell(source ?? cell, kpis),
      subject: source ? chartSubject(source, { kpis }) : null,
      target: output.data?.target ?? null,
      events: output.data?.events ?? [],
      weekStart,
    });
    const notes = [...captions, ...(output.note ? [output.note] : [])];
    return {
      kind: 'chart',
      name,
      title: tell(locale, description),
      spec,
      svg: null,
      note: notes.map((note) => tell(locale, note)).join(' ') || null,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', name: cell.name, message, sql: cell.source };
  }
}

/** Axes without a mark tell nothing, and neither does a wall of them. */
function reasonNotToDraw(
  { table, rowCount }: NonNullable<OutputOf<'chart'>['data']>,
  locale: Locale,
): string | null {
  if (table.rowCount === 0) return say(locale, 'reporting.empty');
  const count = Math.max(table.rowCount, rowCount);
  return count > pointLimit ? say(locale, 'output.chart.many', { count }) : null;
}

async function headlineSection(result: CellResult, run: FinishedRun): Promise<ReportSection | null> {
  const { cell, state, table } = result;
  const found = isStep(cell) ? null : await findHeadline(result, run);
  if (!found || !table || state.status !== 'done' || state.output.kind !== 'table') return null;
  const { locale } = run;
  const { kpi, unit, value, n, beside, measured } = found;
  const written = { unit, locale };
  const [low = null, high = null] = measured?.interval ?? [];
  const notes = [state.output.note ?? [], measured?.notes ?? []].flat();
  const even = { ...written, aligned: true };
  const between = { low: valueText(low, even), high: valueText(high, even) };
  return {
    kind: 'headline',
    name: cell.name,
    title: kpi ? variedName(kpi, parseKpiAttributes(cell)?.variant, locale) : (cell.name ?? ''),
    value: valueText(value, written),
    details: [
      ...(n === null ? [] : [say(locale, 'reporting.n', { count: n })]),
      ...(low === null ? [] : [say(locale, 'reporting.interval', between)]),
      ...beside.map((each) => besideText(each, written)),
      ...(measured && kpi ? judgements(measured, { better: kpi.better, locale }) : []),
      ...notes.map((note) => tell(locale, note)),
      ...saidOf(state.output, table, locale),
    ],
    sql: cell.source,
  };
}

/** Where a value in prose comes from: its cell, of so many rows, of these data. */
function placeOf({ cell }: PlacedValue, { results, basis, locale }: FinishedRun): ValueLink | null {
  const found = results.find(({ cell: { name } }) => name !== null && sameName(name, cell));
  const output = found?.state.status === 'done' ? found.state.output : null;
  if (!found?.cell.name || output?.kind !== 'table') return null;
  const { fingerprint } = basis;
  return cellLink(found.cell.name, { rowCount: output.rowCount, fingerprint, locale });
}
