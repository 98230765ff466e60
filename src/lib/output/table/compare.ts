import type { Column, Kind, Table, Value } from '#table';

/** A row of two results; null where one of them does not have it. */
export interface ComparedRow {
  readonly before: number | null;
  readonly after: number | null;
  /** The columns whose values differ; empty for a row that only one result has. */
  readonly changed: readonly string[];
}

/** Two results side by side. */
export interface Comparison {
  /** The columns by which rows were found to be the same; none where they were taken by their place. */
  readonly keys: readonly string[];
  readonly rows: readonly ComparedRow[];
  /** Columns that only one of them has. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** Finds which rows of two results are the same ones, and what differs in them. */
export function compareTables(before: Table, after: Table): Comparison {
  const names = before.columns.map(({ name }) => name);
  const shared = names.filter((name) => after.columns.some((column) => column.name === name));
  const keys = keysOf(before, after, shared);
  const values = shared.filter((name) => !keys.includes(name));
  const pairs =
    keys.length > 0 ? byKeys(keyTexts(before, keys), keyTexts(after, keys)) : byPlace(before, after);
  const columns = values.map((name) => ({
    name,
    before: columnOf(before, name),
    after: columnOf(after, name),
  }));
  return {
    keys,
    rows: pairs.map((pair) => ({ ...pair, changed: changedIn(pair, columns) })),
    onlyBefore: names.filter((name) => !shared.includes(name)),
    onlyAfter: after.columns.map(({ name }) => name).filter((name) => !shared.includes(name)),
  };
}

type Pair = Omit<ComparedRow, 'changed'>;

/** What names a row stands before what is measured of it: the fewest such columns that tell all rows apart. */
function keysOf(before: Table, after: Table, shared: readonly string[]): readonly string[] {
  const kindOf = (name: string): Kind | undefined => columnOf(before, name)?.kind;
  const names = shared.filter((name) => naming.has(kindOf(name)));
  const candidates = [...names, ...shared.filter((name) => kindOf(name) === 'integer')];
  for (let count = 1; count <= candidates.length; count++) {
    const keys = candidates.slice(0, count);
    if (isUnique(keyTexts(before, keys)) && isUnique(keyTexts(after, keys))) return keys;
  }
  return [];
}

const naming = new Set<Kind | undefined>(['text', 'boolean', 'date', 'time', 'timestamp']);

function keyTexts(table: Table, keys: readonly string[]): string[] {
  const columns = keys.map((name) => columnOf(table, name));
  return Array.from({ length: table.rowCount }, (_, row) =>
    JSON.stringify(columns.map((column) => plain(column?.at(row) ?? null))),
  );
}

function isUnique(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** In the order of the later result; a row that is gone stands behind the one it stood behind. */
function byKeys(before: readonly string[], after: readonly string[]): Pair[] {
  const places = new Map(before.map((text, row) => [text, row]));
  const stayed = new Set(after);
  const pairs: Pair[] = [];
  let next = 0;
  const addGone = (end: number) => {
    for (; next < end; next++) if (!stayed.has(before[next] ?? '')) pairs.push({ before: next, after: null });
  };
  for (const [row, text] of after.entries()) {
    const place = places.get(text) ?? null;
    if (place !== null) addGone(place);
    pairs.push({ before: place, after: row });
  }
  addGone(before.length);
  return pairs;
}

function byPlace(before: Table, after: Table): Pair[] {
  return Array.from({ length: Math.max(before.rowCount, after.rowCount) }, (_, row) => ({
    before: row < before.rowCount ? row : null,
    after: row < after.rowCount ? row : null,
  }));
}

interface ComparedColumn {
  readonly name: string;
  readonly before: Column | undefined;
  readonly after: Column | undefined;
}

function changedIn({ before, after }: Pair, columns: readonly ComparedColumn[]): string[] {
  if (before === null || after === null) return [];
  return columns
    .filter((column) => plain(column.before?.at(before) ?? null) !== plain(column.after?.at(after) ?? null))
    .map(({ name }) => name);
}

function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** NULL is no text. */
function plain(value: Value): string | null {
  if (value === null) return null;
  if (typeof value !== 'object') return String(value);
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
