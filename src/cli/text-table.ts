export interface TextColumn {
  readonly title: string;
  readonly align?: 'start' | 'end';
}

/** Rows in aligned columns for a terminal; nothing is cut off. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(oneLine))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? ''))));
  const rule = widths.map((width) => '─'.repeat(width));
  const [head = [], ...body] = lines;
  return [head, rule, ...body].map((line) => `${pad(line, widths, columns)}\n`).join('');
}

function pad(line: readonly string[], widths: readonly number[], columns: readonly TextColumn[]): string {
  return line
    .map((cell, index) => {
      const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)));
      return columns[index]?.align === 'end' ? space + cell : cell + space;
    })
    .join('  ')
    .trimEnd();
}

function oneLine(cell: string): string {
  return cell.replace(/\s*[\r\n\t]+\s*/g, ' ');
}

/** Columns of the terminal: a letter with its accents is one, an ideograph or emoji two. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width +=
      /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(
        segment,
      )
        ? 2
        : 1;
  }
  return width;
}
