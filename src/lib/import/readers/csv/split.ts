/** The cells of one record that is known to be whole, quotes taken off. */
export function splitRecord(record: string, delimiter: string, quote: string): string[] {
  const cells: string[] = [];
  let position = 0;
  while (position <= record.length) {
    const { cell, next } =
      quote && isQuoted(record, position, quote)
        ? quotedCell(record, position, delimiter, quote)
        : plainCell(record, position, delimiter);
    cells.push(cell);
    position = next + 1;
  }
  return cells;
}

function isQuoted(record: string, from: number, quote: string): boolean {
  let position = from;
  while (record[position] === ' ') position++;
  return record[position] === quote;
}

function plainCell(record: string, from: number, delimiter: string): { cell: string; next: number } {
  const found = record.indexOf(delimiter, from);
  const next = found === -1 ? record.length : found;
  return { cell: record.slice(from, next), next };
}

function quotedCell(
  record: string,
  from: number,
  delimiter: string,
  quote: string,
): { cell: string; next: number } {
  const open = record.indexOf(quote, from) + 1;
  let close = record.indexOf(quote, open);
  while (close !== -1 && record[close + 1] === quote) close = record.indexOf(quote, close + 2);
  const end = close === -1 ? record.length : close;
  const { next } = plainCell(record, end, delimiter);
  return { cell: record.slice(open, end).replaceAll(quote + quote, quote), next };
}
