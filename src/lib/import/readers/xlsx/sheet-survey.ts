import { ImportError } from '#errors';
import type { SheetInfo } from '../raw-table.ts';
import { findSheetHeader } from './header-lines.ts';
import { textRows, type TextRow } from './sheet.ts';
import type { Workbook } from './workbook.ts';

/** A sheet as far as it has to be known to tell whether it holds a table of its own. */
export interface SurveyedSheet extends SheetInfo {
  /** Its names, regardless of case; empty where none were found. */
  readonly headers: string;
  readonly columns: number;
  /** A fingerprint of each row, as far as they are compared. */
  readonly prints: ReadonlySet<number>;
}

const headRows = 200;
const comparedRows = 1_000_000;
/** Two sheets of the same names repeat each other if so many rows of the smaller are in the bigger. */
const repeated = 0.8;
/** The first name that a pivot table gives itself. */
const pivot = /^(row labels|rótulos de linha|etiquetas de fila)$/;

/** Sheets are only looked at where there is a choice: it takes a walk over each. */
export async function surveySheets(
  workbook: Workbook,
  signal: AbortSignal | undefined,
): Promise<SurveyedSheet[]> {
  const isChoice = workbook.sheets.filter(({ isHidden }) => !isHidden).length > 1;
  const surveyed: SurveyedSheet[] = [];
  for (const sheet of workbook.sheets) {
    surveyed.push(
      isChoice
        ? await surveySheet(workbook, sheet, signal)
        : { ...sheet, rows: null, headers: '', columns: 0, prints: new Set() },
    );
  }
  return surveyed;
}

/** The sheets to read: visible ones with a table of their own; where there is none, the one with the most rows. */
export function ownTables(sheets: readonly SurveyedSheet[]): SurveyedSheet[] {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const candidates = visible.length > 0 ? visible : sheets;
  const bySize = candidates.toSorted((one, other) => (other.rows ?? 0) - (one.rows ?? 0));
  const taken: SurveyedSheet[] = [];
  for (const sheet of bySize) {
    const isTable = sheet.headers !== '' && sheet.columns > 1 && (sheet.rows ?? 0) > 1;
    if (isTable && !taken.some((bigger) => repeats(sheet, bigger))) taken.push(sheet);
  }
  return taken.length > 0 ? candidates.filter((sheet) => taken.includes(sheet)) : bySize.slice(0, 1);
}

function repeats(sheet: SurveyedSheet, bigger: SurveyedSheet): boolean {
  if (sheet.headers !== bigger.headers) return false;
  let found = 0;
  for (const print of sheet.prints) if (bigger.prints.has(print)) found++;
  return found >= sheet.prints.size * repeated;
}

/** A sheet that is no grid, such as one that is all chart, has no rows. */
async function surveySheet(
  workbook: Workbook,
  sheet: { readonly name: string; readonly isHidden: boolean },
  signal: AbortSignal | undefined,
): Promise<SurveyedSheet> {
  const head: TextRow[] = [];
  const prints = new Set<number>();
  let rows = 0;
  try {
    for await (const row of textRows(workbook, sheet.name, { errors: 0, blank: 0, outside: 0 })) {
      if (rows % 1000 === 0) signal?.throwIfAborted();
      rows++;
      if (head.length < headRows) head.push(row);
      if (prints.size < comparedRows) prints.add(printOf(row));
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
  }
  return { ...sheet, rows, ...headersOf(head), prints };
}

function headersOf(head: readonly TextRow[]): { readonly headers: string; readonly columns: number } {
  const { names } = findSheetHeader(head.map((row) => row.map((cell) => cell ?? '')));
  const headers = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  return pivot.test(headers[0] ?? '')
    ? { headers: '', columns: 0 }
    : { headers: headers.join('\n'), columns: headers.length };
}

/** A short fingerprint (FNV-1a). */
function printOf(row: TextRow): number {
  let state = 0x811c9dc5;
  const whole = row.join('\0');
  for (let at = 0; at < whole.length; at++) state = Math.imul(state ^ whole.charCodeAt(at), 0x01000193);
  return state;
}
