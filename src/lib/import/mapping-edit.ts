import { plainField, type Target } from './assign.ts';
import { canonicalTable } from './canonical/index.ts';
import type { DateOrder, DecimalMark, Field, Mapping, TableMapping } from './mapping.ts';
import { plainWord } from './vocabulary/index.ts';

/** One way in which a mapping reads a raw column. */
export interface ColumnUse {
  /** The place of its table in the mapping: a table can be filled twice. */
  readonly index: number;
  readonly table: string;
  /** The canonical column; `custom_fields` where the raw column is kept by its own name. */
  readonly name: string;
  /** The field that reads it, perhaps one of several that the canonical column chooses among; null in `custom_fields`. */
  readonly field: Field | null;
}

/** Everything that a raw column is used for. */
export function usesOf(mapping: Mapping, column: string): ColumnUse[] {
  return mapping.tables.flatMap(({ table, columns, customFields = [] }, index) => [
    ...Object.entries(columns).flatMap(([name, field]) =>
      readers(field, column).map((each) => ({ index, table, name, field: each })),
    ),
    ...(customFields.includes(column) ? [{ index, table, name: 'custom_fields', field: null }] : []),
  ]);
}

/** The mapping with one more use of a raw column; what filled that place before gives way. */
export function addUse(mapping: Mapping, column: string, { table, column: name }: Target): Mapping {
  const canonical = canonicalTable(table)?.columns.find((each) => each.name === name);
  if (!canonical) return mapping;
  const known = mapping.tables.some((each) => each.table === table);
  const tables = known ? mapping.tables : [...mapping.tables, newTable(table)];
  const at = tables.findIndex((each) => each.table === table);
  return {
    ...mapping,
    tables: tables.map((each, index) => (index === at ? withUse(each, name, column) : each)),
  };
}

/** The mapping without one use of a raw column. */
export function removeUse(mapping: Mapping, column: string, use: ColumnUse): Mapping {
  const changed = onTable(mapping, use.index, (table) => numberedAgain(withoutUse(table, column, use)));
  const tables = changed.tables.filter((table, index) => index !== use.index || isRead(table));
  return { ...changed, tables };
}

function withoutUse(table: TableMapping, column: string, { name, field }: ColumnUse): TableMapping {
  if (field === null)
    return { ...table, customFields: table.customFields?.filter((each) => each !== column) ?? [] };
  const columns = Object.entries(table.columns).flatMap(([key, whole]) => {
    const left = key === name ? withoutLeaf(whole, field) : whole;
    return left ? [[key, left] as const] : [];
  });
  return { ...table, columns: Object.fromEntries(columns) };
}

/** The mapping with another way of reading a raw column for one of its uses. */
export function setUse(mapping: Mapping, use: ColumnUse, field: Field): Mapping {
  const { field: before } = use;
  if (before === null) return mapping;
  return onTable(mapping, use.index, (table) => {
    const whole = table.columns[use.name];
    if (!whole) return table;
    return { ...table, columns: { ...table.columns, [use.name]: replaced(whole, before, field) } };
  });
}

/** One more table that each row of the file also fills. */
export function addTable(mapping: Mapping, table: string): Mapping {
  return { ...mapping, tables: [...mapping.tables, newTable(table)] };
}

export function removeTable(mapping: Mapping, index: number): Mapping {
  return { ...mapping, tables: mapping.tables.filter((_, at) => at !== index) };
}

/** What a word means: a value of the vocabulary, null = left unknown on purpose, undefined = as if nothing had been said. */
export function setWord(
  mapping: Mapping,
  vocabulary: string,
  word: string,
  meaning: string | null | undefined,
): Mapping {
  const others = Object.entries(mapping.vocabularies[vocabulary] ?? {}).filter(
    ([known]) => known !== word && known !== plainWord(word),
  );
  const words = Object.fromEntries(meaning === undefined ? others : [...others, [word, meaning]]);
  return { ...mapping, vocabularies: { ...mapping.vocabularies, [vocabulary]: words } };
}

/** The order of day, month and year in a column; null = as its rows say. */
export function setDateOrder(mapping: Mapping, column: string, order: DateOrder | null): Mapping {
  return { ...mapping, dateOrders: withEntry(mapping.dateOrders, column, order) };
}

/** What a column writes before the fraction of a number; null = as its rows say. */
export function setDecimals(mapping: Mapping, column: string, mark: DecimalMark | null): Mapping {
  return { ...mapping, decimals: withEntry(mapping.decimals ?? {}, column, mark) };
}

function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | null,
): Readonly<Record<string, Value>> {
  const others = Object.entries(record).filter(([name]) => name !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}

/** Words are kept as written beside their meaning. */
const beside: Readonly<Record<string, string>> = {
  'tickets.status': 'status_raw',
  'tickets.channel': 'channel_raw',
};

function withUse(mapping: TableMapping, name: string, column: string): TableMapping {
  if (name === 'custom_fields')
    return { ...mapping, customFields: [...new Set([...(mapping.customFields ?? []), column])] };
  const canonical = canonicalTable(mapping.table)?.columns.find((each) => each.name === name);
  if (!canonical) return mapping;
  if (mapping.table === 'ratings' && /^score/.test(name))
    return { ...mapping, columns: { ...mapping.columns, score: { kind: 'score', column, scale: null } } };
  const written = beside[`${mapping.table}.${name}`];
  const raw: Record<string, Field> = written ? { [written]: { kind: 'text', column } } : {};
  const field = plainField(mapping.table, canonical, column);
  return { ...mapping, columns: { ...mapping.columns, ...raw, [name]: field } };
}

/** Nothing fills it yet: its rows are numbered until an id is assigned. */
function newTable(table: string): TableMapping {
  const base = { table, columns: {}, requires: [] };
  if (table === 'ratings')
    return {
      table,
      columns: { rating_id: numbered('rating_id'), kind: { kind: 'constant', value: 'csat' } },
      requires: ['score_raw'],
    };
  const id = ownId(table);
  return id === null ? base : { table, columns: { [id]: numbered(id) }, requires: [id] };
}

function numbered(id: string): Field {
  return { kind: 'row', prefix: `${id.replace(/_id$/, '')} ` };
}

/** The id that alone tells the rows of a table from one another. */
function ownId(table: string): string | null {
  const key = canonicalTable(table)?.key ?? [];
  const [id] = key;
  return key.length === 1 && id?.endsWith('_id') ? id : null;
}

/** An id that lost its column is numbered again. */
function numberedAgain(table: TableMapping): TableMapping {
  const id = ownId(table.table);
  if (id === null || id in table.columns || table.distinct) return table;
  return { ...table, columns: { [id]: numbered(id), ...table.columns } };
}

function isRead({ columns, customFields = [] }: TableMapping): boolean {
  return customFields.length > 0 || Object.values(columns).some((field) => hasColumn(field));
}

function hasColumn(field: Field): boolean {
  return field.kind === 'first' || field.kind === 'join' ? field.of.some(hasColumn) : 'column' in field;
}

function onTable(mapping: Mapping, index: number, change: (table: TableMapping) => TableMapping): Mapping {
  return { ...mapping, tables: mapping.tables.map((table, at) => (at === index ? change(table) : table)) };
}

function readers(field: Field, column: string): Field[] {
  if (field.kind === 'first' || field.kind === 'join')
    return field.of.flatMap((each) => readers(each, column));
  const isTime = field.kind === 'instant' && field.time === column;
  return isTime || ('column' in field && field.column === column) ? [field] : [];
}

function withoutLeaf(field: Field, leaf: Field): Field | null {
  if (field === leaf) return null;
  if (field.kind !== 'first' && field.kind !== 'join') return field;
  const of = field.of.flatMap((each) => withoutLeaf(each, leaf) ?? []);
  return of.length === 0 ? null : { ...field, of };
}

function replaced(field: Field, before: Field, after: Field): Field {
  if (field === before) return after;
  if (field.kind !== 'first' && field.kind !== 'join') return field;
  return { ...field, of: field.of.map((each) => replaced(each, before, after)) };
}
