/** What hucre gives for a cell. Dates come as if every workbook counted from 1904, which keeps the serial number exact. */
export type XlsxCell = string | number | boolean | Date | null;

export type DateSystem = '1900' | '1904';

const dayMs = 86_400_000;
const epochs = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) } as const;
/** Four years: a smaller serial number that is shown as a date or time is a time of day or a duration. */
const firstDate = 1462;
const errorCells = new Set([
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#DIV/0!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
]);

/** Excel's own words for a formula that failed, whatever the language of the workbook. */
export function isErrorCell(cell: XlsxCell): boolean {
  return typeof cell === 'string' && errorCells.has(cell);
}

/**
 * A cell as text that says the same in every locale and loses nothing: `12.5`, `TRUE`, `2021-01-31 09:12:58`, `26:10:00` for times
 * of day and durations. Null for an empty cell and for an error.
 */
export function cellText(cell: XlsxCell, system: DateSystem): string | null {
  if (cell === null || cell === '' || isErrorCell(cell)) return null;
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return numberText(cell);
  return instantText(cell.getTime() - epochs['1904'], system);
}

/** Whole numbers in full, however long: an id is no `1e+21`. */
function numberText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? String(BigInt(value)) : String(value);
}

/** The last day that a date can be, in days since 1970. */
const lastDay = 100_000_000;

/** A number that is shown as a date and is none, too large for any, stays a number. */
function instantText(exactMs: number, system: DateSystem): string | null {
  if (!Number.isFinite(exactMs)) return null;
  const ms = snapToSecond(exactMs);
  if (ms < firstDate * dayMs) return durationText(ms);
  if (epochs[system] + ms > lastDay * dayMs) return numberText(exactMs / dayMs);
  const [day = '', clock = ''] = new Date(epochs[system] + ms).toISOString().split('T');
  return `${day} ${clock.slice(0, 8)}${fractionText(ms)}`;
}

/** A serial number is a binary fraction of a day: a second may come out a thousandth off. */
function snapToSecond(ms: number): number {
  const second = Math.round(ms / 1000) * 1000;
  return Math.abs(ms - second) <= 1 ? second : ms;
}

function durationText(signedMs: number): string {
  const ms = Math.abs(signedMs);
  const seconds = Math.floor(ms / 1000);
  const pair = (value: number) => String(value % 60).padStart(2, '0');
  const clock = `${Math.floor(seconds / 3600)}:${pair(Math.floor(seconds / 60))}:${pair(seconds)}`;
  return (signedMs < 0 ? '-' : '') + clock + fractionText(ms);
}

function fractionText(ms: number): string {
  const rest = Math.round(ms) % 1000;
  return rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
}
