import { text, type Text } from '#errors';
import type { OddRecord, Survey } from './survey.ts';

/** What becomes of the records that are not like the others. */
export interface Verdict {
  /** Columns of the table. */
  readonly columns: number;
  /** The most cells that a loaded record has; those beyond `columns` are empty. */
  readonly width: number;
  /** Some loaded record has fewer cells than `width`. */
  readonly pads: boolean;
  /** Loaded although they lack cells at the end. */
  readonly padded: number;
  readonly rejected: readonly { readonly record: OddRecord; readonly reason: Text }[];
  readonly blank: readonly OddRecord[];
  readonly footer: readonly OddRecord[];
}

const few = 0.05;
const most = 0.95;
const longestFooter = 3;

/**
 * A record with too few or too many cells is only loaded where that cannot have moved a value into the wrong column:
 * - short: fewer than one in twenty full rows hold anything in the cells it lacks, and full rows often end at the very cell
 *   where it ends (a cell lost in the middle would make it end one earlier);
 * - long: what is too much is empty, and it is filled up to the last column, as nearly all full rows are.
 */
export function judge(
  survey: Survey,
  headers: readonly string[],
  shortRows: 'auto' | 'pad' | 'reject',
): Verdict {
  const columns = columnCount(survey, headers);
  const footer = footerOf(survey, columns);
  const blank: OddRecord[] = [];
  const rejected: { record: OddRecord; reason: Text }[] = [];
  const loaded: OddRecord[] = [];
  for (const record of survey.odd.slice(0, survey.odd.length - footer.length)) {
    if (record.broken) rejected.push({ record, reason: text('import.reader.rejected.quote') });
    else if (record.filled === 0) blank.push(record);
    else if (isLoadable(record, survey, columns, shortRows)) loaded.push(record);
    else rejected.push({ record, reason: cellsReason(record, columns) });
  }
  const widths = loaded.map((record) => record.cells);
  const width = widths.reduce((widest, cells) => Math.max(widest, cells), Math.max(survey.width, columns));
  const hasUsual = survey.filled.some((count) => count > 0);
  const pads = (hasUsual && survey.width < width) || widths.some((cells) => cells < width);
  const padded = loaded.filter(({ cells }) => cells < Math.min(columns, survey.width)).length;
  return { columns, width, pads, padded, rejected, blank, footer };
}

/** Named columns, those that rows have beyond the names, and none at the end that has neither name nor values. */
function columnCount({ filled, odd }: Survey, headers: readonly string[]): number {
  const used = filled.reduce((last, count, index) => (count > 0 ? index : last), 0);
  let named = headers.length;
  while (named > 1 && named > used && headers[named - 1]?.trim() === '') named--;
  const widest = odd.reduce((most, record) => (record.broken ? most : Math.max(most, record.filled)), 0);
  return Math.max(named, used, headers.length === 0 && used === 0 ? widest : 0, 1);
}

function isLoadable(
  record: OddRecord,
  survey: Survey,
  columns: number,
  shortRows: 'auto' | 'pad' | 'reject',
): boolean {
  const { cells, filled } = record;
  const usual = survey.width;
  if (cells > Math.max(usual, columns)) return filled === columns && fillsLast(survey, columns);
  if (cells >= usual) return true;
  if (cells === columns) return filled === columns;
  if (shortRows !== 'auto') return shortRows === 'pad';
  const full = survey.filled.reduce((sum, count) => sum + count, 0);
  const beyond = survey.filled.slice(cells + 1).reduce((sum, count) => sum + count, 0);
  return full > 0 && beyond <= full * few && (survey.filled[filled] ?? 0) >= full * few;
}

function fillsLast({ filled }: Survey, columns: number): boolean {
  const full = filled.reduce((sum, count) => sum + count, 0);
  return full > 0 && (filled[columns] ?? 0) >= full * most;
}

/** Lines of words below the data, such as the period of a report. A lone word may as well be a row cut off. */
function footerOf({ odd, rows }: Survey, columns: number): readonly OddRecord[] {
  if (columns < 3) return [];
  let count = 0;
  let row = rows;
  for (const record of odd.toReversed()) {
    if (record.row !== row || record.broken || record.filled > 1 || count === longestFooter) break;
    count++;
    if (record.filled === 1) row--;
  }
  const last = odd.slice(odd.length - count);
  return last.some((record) => record.filled === 1 && record.cells === 1) ? last : [];
}

function cellsReason(record: OddRecord, columns: number): Text {
  return text('import.reader.rejected.cells', { count: record.cells, columns });
}
