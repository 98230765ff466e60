/** A cell as LibreOffice has it, by what it wrote of it itself. */
export interface OfficeCell {
  /** `float`, `percentage`, `date`, `time`, `string`. */
  readonly type: string;
  readonly value: string;
  /** What is seen. */
  readonly shown: string;
  readonly formula: string | null;
}

export interface OfficeSheet {
  readonly name: string;
  readonly rows: readonly (readonly (OfficeCell | null)[])[];
}

/** More empty cells or rows in one are the rest of the sheet. */
const restOfSheet = 1000;

/** The sheets of a flat OpenDocument spreadsheet. */
export function readFods(xml: string): readonly OfficeSheet[] {
  return [...xml.matchAll(/<table:table table:name="([^"]*)"[^>]*>(.*?)<\/table:table>/gs)].map(
    ([, name = '', inside = '']) => ({ name: decoded(name), rows: rowsOf(inside) }),
  );
}

function rowsOf(sheet: string): OfficeSheet['rows'] {
  const rows: (readonly (OfficeCell | null)[])[] = [];
  for (const [, look = '', inside = ''] of sheet.matchAll(
    /<table:table-row([^>]*?)(?:\/>|>(.*?)<\/table:table-row>)/gs,
  )) {
    const times = repeated(look, 'rows');
    const cells = cellsOf(inside);
    if (times < restOfSheet) for (let each = 0; each < times; each += 1) rows.push(cells);
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function cellsOf(row: string): readonly (OfficeCell | null)[] {
  const cells: (OfficeCell | null)[] = [];
  for (const [, look = '', inside = ''] of row.matchAll(
    /<table:table-cell((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/table:table-cell>)/gs,
  )) {
    const times = repeated(look, 'columns');
    const cell = cellOf(look, inside);
    if (times < restOfSheet) for (let each = 0; each < times; each += 1) cells.push(cell);
  }
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}

function cellOf(look: string, inside: string): OfficeCell | null {
  const type = attribute(look, 'office:value-type');
  if (type === null) return null;
  const shown = [...inside.matchAll(/<text:p(?:\s[^>]*)?(?:\/>|>(.*?)<\/text:p>)/gs)]
    .map(([, line = '']) => lineOf(line))
    .join('\n');
  const kind = type === 'date' || type === 'time' ? `${type}-value` : 'value';
  return {
    type,
    value: type === 'string' ? shown : (attribute(look, `office:${kind}`) ?? ''),
    shown,
    formula: attribute(look, 'table:formula'),
  };
}

/** Spaces that follow one another, and tabs, are elements. */
function lineOf(line: string): string {
  return decoded(
    line
      .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count: string | undefined) =>
        ' '.repeat(Number(count ?? 1)),
      )
      .replace(/<text:tab\/>/g, '\t')
      .replace(/<text:line-break\/>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );
}

function repeated(look: string, what: 'rows' | 'columns'): number {
  return Number(attribute(look, `table:number-${what}-repeated`) ?? 1);
}

function attribute(look: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(look)?.[1];
  return found === undefined ? null : decoded(found);
}

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return signs[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCodePoint(code);
  });
}
