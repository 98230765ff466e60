import { writeFile } from 'node:fs/promises';
import type { Text } from '#errors';
import {
  changeCell,
  notesOf,
  sheetNames,
  tableSheet,
  textCell,
  toCell,
  writeWorkbook,
  type Cell,
  type Sheet,
} from '#export/xlsx';
import { datasetFingerprint, workspaceZone } from '#import';
import { say, tell, type Locale, type MessageCode } from '#messages';
import { findKpi, parseKpiAttributes } from '#kpi';
import { headlineOf, refusalText, slice } from '#output';
import type { Table, Unit } from '#table';
import { wallClockToMs, type WallClock } from '#time';
import { findHeadline, type FoundHeadline } from './headline.ts';
import { judgements } from './measurement.ts';
import { filterText, periodText, type ReportParts } from './report.ts';
import { cannotOf, inputText, saidOf, type CellResult } from './results.ts';

/** Writes what a run found as an Excel file; returns what is to be told of it. */
export async function writeExcel(file: string, parts: ReportParts): Promise<readonly Text[]> {
  const chunks: Uint8Array[] = [];
  const written = await writeWorkbook(await workbookSheets(parts), {
    locale: parts.locale,
    write: (chunk) => void chunks.push(chunk),
  });
  await writeFile(file, chunks);
  return notesOf(written);
}

/** The headlines first, then a sheet a table, what they rest on, and the SQL of all. */
async function workbookSheets(parts: ReportParts): Promise<readonly Sheet[]> {
  const { results, locale } = parts;
  const headlines: Row[] = [];
  const tables: Shown[] = [];
  for (const result of results) {
    const { table } = result;
    const headline = await findHeadline(result, parts);
    const refused = refusedRow(result, parts);
    if (headline !== null) headlines.push(headlineRow(result, headline, locale));
    else if (refused !== null) headlines.push(refused);
    else if (table !== null) tables.push({ ...result, table });
  }
  const [summaryName = '', dataName = '', sqlName = '', ...tableNames] = sheetNames([
    say(locale, 'cli.workbook.summary'),
    say(locale, 'cli.report.files'),
    say(locale, 'cli.report.sql'),
    ...tables.map(({ cell }, index) => cell.name ?? say(locale, 'cli.workbook.table', { number: index + 1 })),
  ]);
  const nameOf = (result: CellResult): string => {
    const at = tables.findIndex(({ cell }) => cell === result.cell);
    return tableNames[at] ?? (result.table === null ? '' : summaryName);
  };
  const sql = results
    .filter(({ cell }) => cell.kind === 'sql')
    .map((each) => sqlRow(each, nameOf(each), locale));
  return [
    ...(headlines.length === 0 ? [] : [sheet(summaryName, summaryHeader, headlines, locale)]),
    ...tables.map(({ table, units }, index) =>
      tableSheet({ name: tableNames[index] ?? '', columns: table.columns, units, pages: piecesOf(table) }),
    ),
    sheet(dataName, dataHeader, await dataRows(parts), locale),
    sheet(sqlName, sqlHeader, sql, locale),
  ];
}

type Row = readonly (Cell | null)[];
type Shown = CellResult & { readonly table: Table };

function sheet(name: string, header: readonly MessageCode[], rows: readonly Row[], locale: Locale): Sheet {
  return { name, header: header.map((code) => say(locale, code)), pages: [rows] };
}

const pieceRows = 2000;

function* piecesOf(table: Table): Generator<Table> {
  for (let from = 0; from < table.rowCount; from += pieceRows)
    yield slice(table, { from, to: from + pieceRows }, { from: 0, to: table.columns.length });
}

const summaryHeader = [
  'cli.workbook.kpi',
  'cli.workbook.cell',
  'cli.column.variant',
  'cli.column.value',
  'cli.workbook.n',
  'cli.workbook.low',
  'cli.workbook.high',
  'cli.workbook.previous',
  'cli.workbook.change',
  'cli.workbook.lastYear',
  'cli.workbook.changeOnYear',
  'cli.workbook.target',
  'cli.workbook.met',
  'cli.workbook.from',
  'cli.workbook.to',
  'cli.column.note',
] as const;

function headlineRow({ cell, state, table }: CellResult, found: FoundHeadline, locale: Locale): Row {
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
  ];
}

/** A headline that the data cannot give, and why. */
function refusedRow({ cell, state }: CellResult, { kpis, locale }: ReportParts): Row | null {
  const cannot = cannotOf(state);
  const attributes = parseKpiAttributes(cell);
  if (!cannot || attributes?.shape !== 'headline') return null;
  const name = findKpi(attributes.kpi, kpis)?.name[locale] ?? attributes.kpi;
  const unknown = summaryHeader.slice(3).map(() => null);
  return [textCell(name), words(cell.name), ...unknown, textCell(refusalText(cannot, locale))];
}

const dataHeader = [
  'cli.workbook.what',
  'cli.column.value',
  'cli.column.vendor',
  'cli.column.rowsRead',
  'cli.column.rowsLoaded',
  'cli.column.rowsRejected',
] as const;

/** What the numbers rest on: the files, and what was asked of them. */
async function dataRows(parts: ReportParts): Promise<readonly Row[]> {
  const { notebook, results, data, period, scope, locale } = parts;
  const { sources } = data.report;
  const loaded = sources.reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0);
  const fact = (code: MessageCode, value: Cell | null): Row => [textCell(say(locale, code)), value];
  return [
    fact('cli.workbook.notebook', words(notebook.meta.title)),
    ...sources.map(({ file, vendor, rowsRead, rowsLoaded, rowsRejected }) => [
      ...fact('cli.column.file', words(file)),
      words(vendor),
      ...[rowsRead, rowsLoaded, rowsRejected].map((rows) => number(rows, 'count')),
    ]),
    fact('cli.report.rows', number(loaded, 'count')),
    fact('cli.report.period', words(periodText(period, locale))),
    fact('cli.report.filter', words(filterText(scope, locale))),
    ...results.flatMap(({ state }): Row[] =>
      state.status === 'done' && state.output.kind === 'input'
        ? [[textCell(state.output.spec.label), words(inputText(state.output, locale))]]
        : [],
    ),
    fact('cli.report.asOf', instant(notebook.meta.asOf ?? data.asOf)),
    fact('cli.report.zone', words(await workspaceZone(data.engine))),
    fact('cli.report.fingerprint', words(await datasetFingerprint(data.engine))),
  ];
}

const sqlHeader = [
  'cli.workbook.cell',
  'cli.column.sheet',
  'cli.column.rows',
  'cli.report.sql',
  'cli.column.note',
] as const;

function sqlRow(result: CellResult, name: string, locale: Locale): Row {
  const { cell, table } = result;
  return [
    words(cell.name),
    words(name),
    number(table?.rowCount ?? null, 'count'),
    textCell(cell.source.trim()),
    words(noteOf(result, locale)),
  ];
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
  return ms === null ? words(at) : toCell(BigInt(ms) * 1000n, { kind: 'timestamp', type: 'TIMESTAMP' });
}
