import { say, type Locale } from '#messages';
import { formatValue, type Column, type Kind, type Table, type Unit } from '#table';
import { escapeHtml } from './escape.ts';

interface TableLook {
  readonly units: Readonly<Record<string, Unit>>;
  readonly locale: Locale;
}

/** A column as it is written. */
interface Written {
  readonly name: string;
  readonly kind: Kind;
  readonly cells: readonly string[];
}

/** Characters that fit on a printed line, in usual and in small letters. */
const printedLine = { usual: 96, small: 126 } as const;
/** Words go on in the next line after so many characters. */
const wrappedAt = 26;
const longCell = 48;
/** Tables of at most so many rows are never cut by the end of a page. */
const shortTable = 16;

/** A table as HTML: it scrolls on a screen; on paper one that is too wide goes on below itself, its first column repeated. */
export function tableHtml(table: Table, { units, locale }: TableLook): { html: string; looks: string[] } {
  const columns = table.columns.map((column): Written => {
    const unit = units[column.name];
    const cells = Array.from({ length: table.rowCount }, (_, row) =>
      formatValue(column.at(row), column, { locale, unit, aligned: true }),
    );
    return { name: column.name, kind: column.kind, cells };
  });
  const whole = (each: readonly Written[]) => oneTable(each, table.rowCount, locale);
  const width = columns.reduce((sum, column) => sum + printedWidth(column), 0);
  const parts = width > printedLine.small ? printedParts(columns) : [];
  const printed = parts.length > 1 ? `<div class="parts">${parts.map(whole).join('')}</div>` : '';
  return {
    html: `<div class="scroll">${whole(columns)}</div>${printed}`,
    looks: [
      ...(table.rowCount <= shortTable ? ['short'] : []),
      ...(width > printedLine.usual ? ['many'] : []),
      ...(parts.length > 1 ? ['split'] : []),
    ],
  };
}

/** Columns that fit beside each other behind the first of all, about as many in each part. */
function printedParts([first, ...others]: readonly Written[]): Written[][] {
  if (first === undefined) return [];
  const room = printedLine.small - printedWidth(first);
  const fitting = filled([first], others, room);
  const total = others.reduce((sum, column) => sum + printedWidth(column), 0);
  const even = filled([first], others, Math.min(room, (total / fitting.length) * 1.2));
  return even.length > fitting.length ? fitting : even;
}

function filled(start: readonly Written[], columns: readonly Written[], room: number): Written[][] {
  const parts: Written[][] = [];
  let left = 0;
  for (const column of columns) {
    const width = printedWidth(column);
    if (parts.length === 0 || width > left) {
      parts.push([...start]);
      left = room;
    }
    parts.at(-1)?.push(column);
    left -= width;
  }
  return parts;
}

/** About how many characters a column takes: what is not a sentence stays on one line, a name may break at its underscores. */
function printedWidth({ name, kind, cells }: Written): number {
  const heading = Math.max(...name.split(/[_ ]/).map(({ length }) => length)) + 1;
  const widest = Math.max(0, ...cells.map(({ length }) => length));
  const words = cells.flatMap((cell) => cell.split(/\s/).map(({ length }) => length));
  const content = staysOnLine(kind) ? widest : Math.max(Math.min(widest, wrappedAt), ...words.map(cutWord));
  return Math.max(heading, content) + 2;
}

function cutWord(length: number): number {
  return Math.min(length, wrappedAt);
}

function oneTable(columns: readonly Written[], rowCount: number, locale: Locale): string {
  const head = columns.map(
    ({ name, kind }) => `<th scope="col"${classOf(kind)}>${escapeHtml(name).replaceAll('_', '_<wbr>')}</th>`,
  );
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const cells = columns.map(({ kind, cells: shown }) => cellHtml(shown[row] ?? '', kind));
    return `<tr>${cells.join('')}</tr>`;
  });
  const none = `<tr><td class="empty" colspan="${columns.length}">${say(locale, 'reporting.empty')}</td></tr>`;
  return `<table><thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n') || none}
</tbody></table>`;
}

function cellHtml(shown: string, kind: Column['kind']): string {
  return `<td${shown.length > longCell ? ' class="long"' : classOf(kind)}>${escapeHtml(shown)}</td>`;
}

function classOf(kind: Kind): string {
  if (['integer', 'decimal', 'float', 'interval'].includes(kind)) return ' class="number"';
  return staysOnLine(kind) ? ' class="line"' : '';
}

function staysOnLine(kind: Kind): boolean {
  return !['text', 'list', 'struct', 'map', 'blob'].includes(kind);
}
