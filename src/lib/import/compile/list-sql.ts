import { quoteLiteral } from '#sql';

/** `["a", "b, c"]`, `a|b`, `[a, b]`, `a, b`; by a stated separator, or by the first of `|` `;` `,` that the cell holds. */
export function listSql(cell: string, separator: string | null): string {
  const items = `case when ${isJsonSql(cell)} then ${jsonItemsSql(cell)} else ${plainItemsSql(cell, separator)} end`;
  return `case when ${cell} is not null then list_filter(${items}, lambda item: item <> '') end`;
}

const text = String.raw`"(?:[^"\\]|\\.)*"`;
const item = String.raw`(?:${text}|-?[0-9][0-9.eE+-]*|true|false|null)`;
const list = String.raw`\[\s*(?:${item}(?:\s*,\s*${item})*)?\s*\]`;

function isJsonSql(cell: string): string {
  return `case when prefix(${cell}, '[') then regexp_full_match(${cell}, ${quoteLiteral(list)}) else false end`;
}

/** The engine of the page reads no JSON: items are found by a pattern, and only the escapes that names hold are undone. */
function jsonItemsSql(cell: string): string {
  const found = `regexp_extract_all(${cell}, ${quoteLiteral(item)})`;
  const backslash = 'chr(1)';
  const escapes = [
    [String.raw`\\`, backslash],
    [String.raw`\"`, `'"'`],
    [String.raw`\/`, `'/'`],
    [String.raw`\n`, 'chr(10)'],
    [String.raw`\r`, 'chr(13)'],
    [String.raw`\t`, 'chr(9)'],
  ] as const;
  const plain = escapes.reduce(
    (sql, [escape, meant]) => `replace(${sql}, ${quoteLiteral(escape)}, ${meant})`,
    'substr(item, 2, length(item) - 2)',
  );
  const unescaped = `replace(${plain}, ${backslash}, '\\')`;
  return `list_transform(${found}, lambda item: case when prefix(item, '"') then trim(${unescaped}) when item = 'null' then '' else item end)`;
}

function plainItemsSql(cell: string, separator: string | null): string {
  const isBracketed = `prefix(${cell}, '[') or suffix(${cell}, ']')`;
  const bare = `case when ${isBracketed} then regexp_replace(${cell}, '^\\[|\\]$', '', 'g') else ${cell} end`;
  const parted = separator
    ? `string_split(${bare}, ${quoteLiteral(separator)})`
    : `case when contains(${bare}, '|') then string_split(${bare}, '|') when contains(${bare}, ';') then string_split(${bare}, ';') else string_split(${bare}, ',') end`;
  return `list_transform(${parted}, lambda item: trim(trim(item), '''"'))`;
}
