type TextRow = readonly (string | null)[];

/** So many rows at the end may be no data. */
export const longestFooter = 3;

/** What the first cell of a line of sums says. */
const total =
  /^((grand|overall)\s+)?(sub)?totals?:?$|^(total\s+geral|totais|soma|sum|overall|average|média|media)\s*:?$/i;

/** How many of the last rows are plainly no data: lines of sums, and notes below a table of several columns. */
export function footerLength(rows: readonly TextRow[], columns: number): number {
  let length = 0;
  for (const row of rows.toReversed()) {
    if (!isTotal(row) && !(columns >= 3 && isNote(row))) break;
    length++;
  }
  return length;
}

function isTotal(row: TextRow): boolean {
  return total.test(row.find((cell) => cell !== null && cell.trim() !== '')?.trim() ?? '');
}

/** A sentence in the first cell, and nothing else. */
function isNote(row: TextRow): boolean {
  const [first, ...others] = row;
  return /\S\s+\S+\s+\S/.test(first ?? '') && others.every((cell) => cell === null || cell.trim() === '');
}
