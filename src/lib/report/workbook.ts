import type { TableOutput } from '#cells';
import { say, tell, type Locale, type MessageCode } from '#messages';
import { findKpi, parseKpiAttributes, type Kpi } from '#kpi';
import { headlineOf, judgements, refusalText } from '#output';
import type { Table, Unit } from '#table';
import { dayMs, wallClockToMs, type WallClock } from '#time';
import { changeCell, sheetNames, tableSheet, textCell, toCell, type Cell, type Sheet } from '#export/xlsx';
import { everyPiece } from './collect.ts';
import { findHeadline, type FoundHeadline } from './headline.ts';
import { cannotOf, inputText, isStep, saidOf, type CellResult } from './result.ts';
import type { FinishedRun } from './run.ts';
import { filterText, periodText } from './scope-text.ts';

/** The headlines first, then a sheet a table, what they rest on, the SQL of all, and at the end the tables that are steps to others. */
export async function notebookSheets(run: FinishedRun): Promise<readonly Sheet[]> {
  const { results, locale } = run;
  const headlines: Row[] = [];
  const tables: Shown[] = [];
  for (const result of results) {
    const { state, table } = result;
    const headline = await findHeadline(result, run);
    const refused = refusedRow(result, run);
    if (headline?.kpi) headlines.push(headlineRow(result, { ...headline, kpi: headline.kpi }, run));
    else if (refused !== null) headlines.push(refused);
    else if (table !== null && state.status === 'done' && state.output.kind === 'table')
      tables.push({ ...result, table, output: state.output });
  }
  const [summaryName = '', dataName = '', sqlName = '', ...tableNames] = sheetNames([
    say(locale, 'reporting.workbook.summary'),
    say(locale, 'reporting.files'),
    say(locale, 'reporting.sql'),
    ...tables.map(
      ({ cell }, index) => cell.name ?? say(locale, 'reporting.workbook.table', { number: index + 1 }),
    ),
  ]);
  const nameOf = (result: CellResult): string => {
    const at = tables.findIndex(({ cell }) => cell === result.cell);
    return tableNames[at] ?? (result.table === null ? '' : summaryName);
  };
  const sql = results
    .filter(({ cell }) => cell.kind === 'sql')
    .map((each) => sqlRow(each, nameOf(each), locale));
  const sheetOf = (result: Shown): Sheet => {
    const { table, units, output } = result;
    const pages = everyPiece(output, run.readPage);
    return tableSheet({ name: nameOf(result), columns: table.columns, units, pages });
  };
  return [
    ...(headlines.length === 0 ? [] : [sheet(summaryName, summaryHeader, headlines, locale)]),
    ...tables.filter(({ cell }) => !isStep(cell)).map(sheetOf),
    sheet(dataName, dataHeader, dataRows(run), locale),
    sheet(sqlName, sqlHeader, sql, locale),
    ...tables.filter(({ cell }) => isStep(cell)).map(sheetOf),
  ];
}

type Row = readonly (Cell | null)[];
type Shown = CellResult & { readonly table: Table; readonly output: TableOutput };

function sheet(name: string, header: readonly MessageCode[], rows: readonly Row[], locale: Locale): Sheet {
  return { name, header: header.map((code) => say(locale, code)), pages: [rows] };
}

const summaryHeader = [
  'reporting.workbook.kpi',
  'reporting.workbook.cell',
  'cli.column.variant',
  'cli.column.value',
  'export.workbook.unit',
  'reporting.workbook.n',
  'reporting.workbook.low',
  'reporting.workbook.high',
  'reporting.workbook.previous',
  'reporting.workbook.change',
  'reporting.workbook.lastYear',
  'reporting.workbook.changeOnYear',
  'reporting.workbook.target',
  'reporting.workbook.met',
  'reporting.workbook.from',
  'reporting.workbook.to',
  'cli.column.note',
  'reporting.fingerprint',
] as const;

function headlineRow(
  { cell, state, table }: CellResult,
  found: FoundHeadline & { readonly kpi: Kpi },
  { basis, locale }: FinishedRun,
): Row {
  const { kpi, unit, value, n, period, measured } = found;
  const {
    interval = null,
    change = null,
    lastYear = null,
    target = null,
  } = measured ? headlineOf(measured, kpi.better) : {};
  const [low = null, high = null] = interval ?? [];
  const goal = target && !target.isStart ? target : null;
  const said =
    table && state.status === 'done' && state.output.kind === 'table'
      ? saidOf(state.output, table, locale)
      : [];
  const notes = [...(measured ? judgements(measured, { better: kpi.better, locale }) : []), ...said];
  return [
    textCell(kpi.name[locale]),
    words(cell.name),
    words(measured?.variant ?? null),
    number(value, unit),
    textCell(say(locale, `export.unit.${unit}`)),
    number(n, 'count'),
    number(low, unit),
    number(high, unit),
    number(change?.previous ?? null, unit),
    changeCell(change?.difference ?? null, unit),
    number(lastYear?.previous ?? null, unit),
    changeCell(lastYear?.difference ?? null, unit),
    number(goal?.value ?? null, unit),
    toCell(goal?.met ?? null, { kind: 'boolean', type: 'BOOLEAN' }),
    instant(period?.from ?? null),
    instant(period?.to ?? null),
    words(notes.join(' ')),
    words(basis.fingerprint),
  ];
}

/** A headline that the data cannot give, and why. */
function refusedRow({ cell, state }: CellResult, { kpis, basis, locale }: FinishedRun): Row | null {
  const cannot = cannotOf(state);
  const attributes = parseKpiAttributes(cell);
  if (!cannot || attributes?.shape !== 'headline') return null;
  const name = findKpi(attributes.kpi, kpis)?.name[locale] ?? attributes.kpi;
  const unknown = summaryHeader.slice(4).map(() => null);
  const why = textCell(refusalText(cannot, locale));
  return [textCell(name), words(cell.name), ...unknown, why, words(basis.fingerprint)];
}

const dataHeader = [
  'reporting.workbook.what',
  'cli.column.value',
  'cli.column.vendor',
  'cli.column.rowsRead',
  'cli.column.rowsLoaded',
  'cli.column.rowsRejected',
] as const;

/** What the numbers rest on: the files, and what was asked of them. */
function dataRows({ notebook, results, basis, period, scope, locale }: FinishedRun): readonly Row[] {
  const { sources, asOf, zone, madeAt, fingerprint } = basis;
  const loaded = sources.reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0);
  const fact = (code: MessageCode, value: Cell | null): Row => [textCell(say(locale, code)), value];
  return [
    fact('reporting.workbook.notebook', words(notebook.meta.title)),
    ...sources.map(({ file, vendor, rowsRead, rowsLoaded, rowsRejected }) => [
      ...fact('cli.column.file', words(file)),
      words(vendor),
      ...[rowsRead, rowsLoaded, rowsRejected].map((rows) => number(rows, 'count')),
    ]),
    fact('reporting.rows', number(loaded, 'count')),
    fact('reporting.period', words(periodText(period, locale))),
    fact('reporting.filter', words(filterText(scope, locale))),
    ...results.flatMap(({ state }): Row[] =>
      state.status === 'done' && state.output.kind === 'input'
        ? [[textCell(state.output.spec.label), words(inputText(state.output, locale))]]
        : [],
    ),
    fact('reporting.asOf', instant(asOf)),
    fact('reporting.zone', words(zone)),
    fact('reporting.made', instant(madeAt)),
    fact('reporting.fingerprint', words(fingerprint)),
  ];
}

const sqlHeader = [
  'reporting.workbook.cell',
  'cli.column.sheet',
  'cli.column.rows',
  'reporting.sql',
  'cli.column.note',
] as const;

function sqlRow(result: CellResult, name: string, locale: Locale): Row {
  const { cell } = result;
  return [
    words(cell.name),
    words(name),
    number(rowCountOf(result), 'count'),
    textCell(cell.source.trim()),
    words(noteOf(result, locale)),
  ];
}

function rowCountOf({ state, table }: CellResult): number | null {
  if (table === null || state.status !== 'done' || state.output.kind !== 'table') return null;
  return state.output.rowCount;
}

/** What is to be said of a cell's rows, or why there are none. */
function noteOf({ state, table }: CellResult, locale: Locale): string {
  if (state.status === 'failed') return tell(locale, state.error.text);
  const cannot = cannotOf(state);
  if (cannot) return refusalText(cannot, locale);
  const { output } = state;
  if (output.kind !== 'table' || table === null) return '';
  const note = output.note === null ? [] : [tell(locale, output.note)];
  return [...note, ...saidOf(output, table, locale)].join(' ');
}

function words(text: string | null): Cell | null {
  return text === null || text === '' ? null : textCell(text);
}

function number(value: number | null, unit: Unit): Cell | null {
  return toCell(value, { kind: 'float', type: 'DOUBLE' }, unit);
}

function instant(at: WallClock | null): Cell | null {
  const ms = at === null ? null : wallClockToMs(at);
  if (ms === null) return words(at);
  if (ms % dayMs === 0) return toCell(ms / dayMs, { kind: 'date', type: 'DATE' });
  return toCell(BigInt(ms) * 1000n, { kind: 'timestamp', type: 'TIMESTAMP' });
}
