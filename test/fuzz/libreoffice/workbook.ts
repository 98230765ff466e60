import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '#export';
import { catalogue, parseKpiAttributes } from '#kpi';
import { parse } from '#notebook';
import { unitsOfCell } from '#output';
import type { Unit } from '#table';
import type { AnsweredCell } from './answer.ts';
import type { OfficeCell, OfficeSheet } from './fods.ts';
import { faultOf } from './judge.ts';

interface Written {
  /** Its text. */
  readonly notebook: string;
  /** What it came to, as JSON has it. */
  readonly cells: readonly AnsweredCell[];
}

/** Where a workbook says something else than the answer of the same run. */
export function workbookFaults(sheets: readonly OfficeSheet[], { notebook, cells }: Written): string[] {
  const placeOf = sheetsByCell(sheets);
  const written = new Map(parse(notebook).notebook.cells.map((cell) => [cell.name, cell]));
  return [
    ...namesAtFault(sheets),
    ...cells.flatMap((answer) => {
      const cell = written.get(answer.name);
      if (!cell || answer.kind !== 'sql' || answer.columns.length === 0) return [];
      const sheet = sheets.find(({ name }) => name === placeOf.get(answer.name ?? ''));
      const units = unitsOfCell(cell, catalogue);
      if (sheet === undefined) return [`${answer.name} has no sheet`];
      const isHeadline = parseKpiAttributes(cell)?.shape === 'headline';
      return (isHeadline ? headlineFaults : tableFaults)(answer, { sheet, units });
    }),
  ];
}

/** As Excel takes them: 31 characters, none twice. */
function namesAtFault(sheets: readonly OfficeSheet[]): string[] {
  const names = sheets.map(({ name }) => name.toLowerCase());
  const wrong = names.filter((name, index) => name.length > 31 || names.indexOf(name) < index);
  return wrong.map((name) => `“${name}” is no name of a sheet`);
}

/** By the sheet that holds the SQL: its columns are cell, sheet, rows, SQL, note. */
function sheetsByCell(sheets: readonly OfficeSheet[]): ReadonlyMap<string, string> {
  const sql = sheets.find(({ rows: [header = []] }) => header.length === 5 && header[3]?.shown === 'SQL');
  return new Map(sql?.rows.slice(1).map(([cell, sheet]) => [cell?.shown ?? '', sheet?.shown ?? '']));
}

interface Place {
  readonly sheet: OfficeSheet;
  readonly units: Readonly<Record<string, Unit>>;
}

/** The columns of a summary that are looked at. */
const summary = { cell: 1, value: 3, n: 5 } as const;

function headlineFaults({ name, rows }: AnsweredCell, { sheet, units }: Place): string[] {
  const row = sheet.rows.find((cells) => cells[summary.cell]?.shown === name);
  if (row === undefined) return [`${name} is not in the summary`];
  const [first = {}] = rows;
  return [
    valueFault(first['value'] ?? null, row[summary.value] ?? null, units['value']),
    valueFault(first['n'] ?? null, row[summary.n] ?? null, units['n']),
  ].flatMap((fault) => (fault === null ? [] : [`${name} in the summary ${fault}`]));
}

function tableFaults({ name, columns, rows }: AnsweredCell, { sheet, units }: Place): string[] {
  const header = sheet.rows[0]?.map((cell) => cell?.shown) ?? [];
  const read = sheet.rows.slice(1);
  const faults = isDeepStrictEqual(header, columns) ? [] : [`${name} has the columns ${header.join(', ')}`];
  // A last row of nothing but unknowns is no row to LibreOffice.
  const last = rows.findLastIndex((row) =>
    Object.values(row).some((value) => value !== null && value !== ''),
  );
  if (read.length !== last + 1) faults.push(`${name} has ${read.length} rows of ${last + 1}`);
  for (const [index, row] of rows.entries())
    for (const [place, column] of columns.entries()) {
      const unit = units[column] ?? (column.endsWith('_seconds') ? 'duration' : undefined);
      const fault = valueFault(row[column] ?? null, read[index]?.[place] ?? null, unit);
      if (fault !== null) faults.push(`${name}, ${column} of row ${index + 1} ${fault}`);
    }
  return faults;
}

/** Shares are percents, durations are durations; what has no unit is judged by its value alone. */
function valueFault(value: JsonValue, cell: OfficeCell | null, unit: Unit | undefined): string | null {
  const fault = faultOf(value, cell);
  if (fault !== null || typeof value !== 'number') return fault;
  const wanted = unit === 'percent' ? 'percentage' : unit === 'duration' ? 'time' : null;
  return wanted === null || cell?.type === wanted ? null : `should be a ${wanted}, is a ${cell?.type}`;
}
