import { cellAnchor, linkedValues, type PlacedValue, type ValueLink } from '#cells';
import { assert } from '#errors';
import { tell, say, type Locale } from '#messages';
import { datasetFingerprint, workspaceZone, type Scope } from '#import';
import {
  cannotOf,
  filterText,
  findHeadline,
  inputText,
  periodText,
  saidOf,
  type CellResult,
  type HeadlineOptions,
  type Report,
  type ReportFact,
  type ReportSection,
} from '#export';
import { findKpi, parseKpiAttributes } from '#kpi';
import { attributeOf, type Notebook } from '#notebook';
import {
  buildChart,
  besideText,
  chartSubject,
  isJsonObject,
  judgements,
  unitsOfCell,
  valueText,
  refusalText,
} from '#output';
import { sameName } from '#sql';
import { formatNumber, noValue } from '#table';
import type { WeekStart } from '#time';
import { drawSvg } from './chart.ts';
import type { Data } from './data.ts';

export interface ReportParts extends HeadlineOptions {
  readonly notebook: Notebook;
  readonly results: readonly CellResult[];
  readonly data: Data;
  readonly scope: Scope;
  readonly weekStart: WeekStart;
  readonly locale: Locale;
}

interface Writing extends ReportParts {
  readonly fingerprint: string;
}

/** What a run found, as a report; charts are drawn on the way. */
export async function buildReport(parts: ReportParts): Promise<Report> {
  const { notebook, results, locale } = parts;
  const sections: ReportSection[] = [];
  const writing = { ...parts, fingerprint: await datasetFingerprint(parts.data.engine) };
  for (const result of results) {
    const section = await sectionOf(result, writing);
    if (section !== null) sections.push(section);
  }
  const title = notebook.meta.title || say(locale, 'cli.report.untitled');
  return { locale, title, facts: await factsOf(parts), sections };
}

async function sectionOf(result: CellResult, parts: Writing): Promise<ReportSection | null> {
  const { cell, state, table, units } = result;
  const { locale } = parts;
  if (state.status === 'failed') {
    return { kind: 'failed', name: cell.name, message: tell(locale, state.error.text), sql: cell.source };
  }
  const { output } = state;
  const cannot = cannotOf(state);
  if (cannot) {
    if (output.kind !== 'table') return null;
    const kpi = findKpi(parseKpiAttributes(cell)?.kpi ?? '', parts.kpis);
    const reason = refusalText(cannot, locale);
    return { kind: 'cannot', name: kpi?.name[locale] ?? cell.name ?? '', reason, sql: cell.source };
  }
  switch (output.kind) {
    case 'markdown':
      return { kind: 'prose', source: linkedValues(output, (value) => placeOf(value, parts)) };
    case 'input':
      return { kind: 'input', label: output.spec.label, value: inputText(output, locale) };
    case 'chart':
      return chartSection(result, output, parts);
    case 'table': {
      if (table === null) return null;
      const said = saidOf(output, table, locale);
      const headline = await headlineSection(result, said, parts);
      if (headline !== null) return headline;
      const notes = [...(output.note === null ? [] : [tell(locale, output.note)]), ...said];
      return {
        kind: 'table',
        name: cell.name,
        table,
        rowCount: output.rowCount,
        units,
        sql: cell.source,
        note: notes.join(' ') || null,
        folded: attributeOf(cell, 'fold') === null,
      };
    }
    case 'statement':
      return null;
  }
}

type ChartOutput = Extract<Extract<CellResult['state'], { status: 'done' }>['output'], { kind: 'chart' }>;

/** A chart that cannot be drawn is a cell that failed, not a report that cannot be written. */
async function chartSection(
  { cell }: CellResult,
  output: ChartOutput,
  { notebook, kpis, weekStart, locale }: ReportParts,
): Promise<ReportSection> {
  const table = output.data?.table ?? { rowCount: 0, columns: [] };
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
      title: tell(locale, description),
      svg: await drawSvg(spec, locale),
      note: notes.map((note) => tell(locale, note)).join(' ') || null,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', name: cell.name, message, sql: cell.source };
  }
}

async function headlineSection(
  result: CellResult,
  said: readonly string[],
  parts: ReportParts,
): Promise<ReportSection | null> {
  const found = await findHeadline(result, parts);
  if (found === null) return null;
  const { locale } = parts;
  const { kpi, unit, value, n, beside, measured } = found;
  const { better } = kpi;
  const written = { unit, locale };
  const [low = null, high = null] = measured?.interval ?? [];
  const details = [
    ...(n === null ? [] : [say(locale, 'cli.report.n', { count: n })]),
    ...(low === null
      ? []
      : [
          say(locale, 'cli.report.interval', {
            low: valueText(low, written),
            high: valueText(high, written),
          }),
        ]),
    ...beside.map((each) => besideText(each, written)),
    ...(measured ? judgements(measured, { better, locale }) : []),
    ...said,
  ];
  const shown = valueText(value, written);
  const { name, source } = result.cell;
  return { kind: 'headline', cell: name, title: kpi.name[locale], value: shown, details, sql: source };
}

/** Where a value in prose comes from: its cell, of so many rows, of these data. */
function placeOf({ cell }: PlacedValue, { results, fingerprint, locale }: Writing): ValueLink | null {
  const found = results.find(({ cell: { name } }) => name !== null && sameName(name, cell));
  const output = found?.state.status === 'done' ? found.state.output : null;
  if (!found?.cell.name || output?.kind !== 'table') return null;
  const rows = say(locale, 'common.rows', { count: output.rowCount });
  const title = say(locale, 'output.place', { cell: found.cell.name, rows, fingerprint });
  return { href: cellAnchor(found.cell.name), title };
}

async function factsOf({ data, period, scope, locale }: ReportParts): Promise<readonly ReportFact[]> {
  const { engine, report, asOf } = data;
  const rows = report.sources.reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0);
  return [
    { label: say(locale, 'cli.report.files'), value: report.sources.map(({ file }) => file).join('; ') },
    { label: say(locale, 'cli.report.rows'), value: formatNumber(rows, locale) },
    { label: say(locale, 'cli.report.period'), value: periodText(period, locale) },
    { label: say(locale, 'cli.report.filter'), value: filterText(scope, locale) },
    { label: say(locale, 'cli.report.asOf'), value: asOf ?? noValue },
    { label: say(locale, 'cli.report.zone'), value: await workspaceZone(engine) },
    { label: say(locale, 'cli.report.fingerprint'), value: await datasetFingerprint(engine) },
  ];
}
