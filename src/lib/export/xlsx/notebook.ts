import { say, tell, type Locale, type MessageCode } from '#messages';
import { findKpi, parseKpiAttributes } from '#kpi';
import type { Scope } from '#import';
import type { Notebook } from '#notebook';
import { headlineOf, judgements, refusalText } from '#output';
import type { Table, Unit } from '#table';
import { wallClockToMs, type WallClock } from '#time';
import { findHeadline, type FoundHeadline, type HeadlineOptions } from '../headline.ts';
import { cannotOf, inputText, saidOf, type CellResult } from '../result.ts';
import { filterText, periodText } from '../scope-text.ts';
import { changeCell, textCell, toCell, type Cell } from './cell.ts';
import { sheetNames } from './sheet-name.ts';
import { tableSheet } from './table-sheet.ts';
import type { Sheet } from './workbook.ts';

/** A run of a notebook, as a workbook tells it. */
export interface NotebookParts extends HeadlineOptions {
  readonly notebook: Notebook;
  readonly results: readonly CellResult[];
  /** All rows of a result that has some, in order. */
  readonly pagesOf: (
    result: CellResult & { readonly table: Table },
  ) => AsyncIterable<Table> | Iterable<Table>;
  readonly scope: Scope;
  readonly basis: Basis;
  readonly locale: Locale;
}

/** What the numbers rest on. */
export interface Basis {
  readonly sources: readonly SourceBasis[];
  readonly asOf: WallClock | null;
  readonly zone: string;
  readonly fingerprint: string;
}

interface SourceBasis {
  readonly file: string;
  readonly vendor: string;
  /** Null where that is not kept. */
  readonly rowsRead: number | null;
  readonly rowsLoaded: number;
  readonly rowsRejected: number;
}

/** The headlines first, then a sheet a table, what they rest on, and the SQL of all. */
export async function notebookSheets(parts: NotebookParts): Promise<readonly Sheet[]> {
  const { results, pagesOf, locale } = parts;
  const headlines: Row[] = [];
  const tables: Shown[] = [];
  for (const result of results) {
    const { table } = result;
    const headline = await findHeadline(result, parts);
    const refused = refusedRow(result, parts);
    if (headline !== null) headlines.push(headlineRow(result, headline, parts));
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
    ...tables.map((result, index) => {
      const { table, units } = result;
      return tableSheet({
        name: tableNames[index] ?? '',
        columns: table.columns,
        units,
        pages: pagesOf(result),
      });
    }),
    sheet(dataName, dataHeader, dataRows(parts), locale),
    sheet(sqlName, sqlHeader, sql, locale),
  ];
}

type Row = readonly (Cell | null)[];
type Shown = CellResult & { readonly table: Table };

function sheet(name: string, header: readonly MessageCode[], rows: readonly Row[], locale: Locale): Sheet {
  return { name, header: header.map((code) => say(locale, code)), pages: [rows] };
}

const summaryHeader = [
  'cli.workbook.kpi',
  'cli.workbook.cell',
  'cli.column.variant',
  'cli.column.value',
  'export.workbook.unit',
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
  'cli.report.fingerprint',
] as const;

function headlineRow(
  { cell, state, table }: CellResult,
  found: FoundHeadline,
  { basis, locale }: NotebookParts,
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
function refusedRow({ cell, state }: CellResult, { kpis, basis, locale }: NotebookParts): Row | null {
  const cannot = cannotOf(state);
  const attributes = parseKpiAttributes(cell);
  if (!cannot || attributes?.shape !== 'headline') return null;
  const name = findKpi(attributes.kpi, kpis)?.name[locale] ?? attributes.kpi;
  const unknown = summaryHeader.slice(4).map(() => null);
  const why = textCell(refusalText(cannot, locale));
  return [textCell(name), words(cell.name), ...unknown, why, words(basis.fingerprint)];
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
function dataRows({ notebook, results, basis, period, scope, locale }: NotebookParts): readonly Row[] {
  const { sources, asOf, zone, fingerprint } = basis;
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
    fact('cli.report.asOf', instant(asOf)),
    fact('cli.report.zone', words(zone)),
    fact('cli.report.fingerprint', words(fingerprint)),
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
  return ms === null ? words(at) : toCell(BigInt(ms) * 1000n, { kind: 'timestamp', type: 'TIMESTAMP' });
}
