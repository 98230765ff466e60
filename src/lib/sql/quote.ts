import type { Interval, Kind, Value } from '#table';

/** A name as SQL; always quoted, so that keywords and odd names need no care. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A qualified name as SQL, outermost part first: `"book_1"."main"."csat"`. */
export function quoteRelation(...parts: readonly string[]): string {
  return parts.map(quoteIdentifier).join('.');
}

/** A name as a person would write it: quoted only where DuckDB asks for it. */
export function writeIdentifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !isReservedWord(name) ? name : quoteIdentifier(name);
}

/** Whether DuckDB keeps the word for itself, so that it is no name unless quoted. */
export function isReservedWord(word: string): boolean {
  return reserved.has(word.toLowerCase());
}

/**
 * A value as a literal of DuckDB that keeps its type. `kind` tells apart what JavaScript cannot: the text of a decimal
 * from text, the days of a date and the microseconds of a timestamp from numbers. NULL has no type here: cast it.
 */
export function quoteLiteral(value: Value | Date, kind?: Kind): string {
  if (value === null) return 'NULL';
  if (value instanceof Date) return quoteTimestamp(BigInt(value.getTime()) * 1000n);
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return kind === 'date' ? quoteDate(value) : quoteNumber(value, kind);
    case 'bigint':
      return quoteBigint(value, kind);
    case 'string':
      return kind === 'decimal' && /^-?\d+(\.\d+)?$/.test(value) ? signed(value) : quoteText(value);
    default:
      return quoteNested(value, kind);
  }
}

function quoteText(value: string): string {
  const parts = value.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts[0]! : `(${parts.join(' || chr(0) || ')})`;
}

function quoteNumber(value: number, kind: Kind | undefined): string {
  const isWhole = Number.isSafeInteger(value) && !Object.is(value, -0);
  return isWhole && kind !== 'float' ? signed(String(value)) : `'${floatText(value)}'::DOUBLE`;
}

function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

function quoteBigint(value: bigint, kind: Kind | undefined): string {
  if (kind === 'timestamp') return quoteTimestamp(value);
  if (kind === 'time') return `TIME '${clock(value)}'`;
  return signed(String(value));
}

/** Parentheses keep a minus from starting a comment, and a cast from binding before the sign. */
function signed(digits: string): string {
  return digits.startsWith('-') ? `(${digits})` : digits;
}

const infiniteMicros = 2n ** 63n - 1n;
const dayMicros = 86_400_000_000n;

function quoteTimestamp(micros: bigint): string {
  if (micros === infiniteMicros) return `'infinity'::TIMESTAMP`;
  if (micros === -infiniteMicros) return `'-infinity'::TIMESTAMP`;
  const timeOfDay = ((micros % dayMicros) + dayMicros) % dayMicros;
  const day = plainDay(Number((micros - timeOfDay) / dayMicros));
  return day === null
    ? `make_timestamp(${signed(String(micros))})`
    : `TIMESTAMP '${day} ${clock(timeOfDay)}'`;
}

const infiniteDays = 2 ** 31 - 1;

function quoteDate(days: number): string {
  if (Math.abs(days) === infiniteDays) return days > 0 ? `'infinity'::DATE` : `'-infinity'::DATE`;
  const day = plainDay(days);
  return day === null ? `(DATE '1970-01-01' + ${signed(String(days))})` : `DATE '${day}'`;
}

/** Years that are written with four digits; null for others. */
function plainDay(days: number): string | null {
  const date = new Date(days * 86_400_000);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

function clock(micros: bigint): string {
  const seconds = micros / 1_000_000n;
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) =>
    String(part).padStart(2, '0'),
  );
  const fraction = String(micros % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return parts.join(':') + (fraction === '' ? '' : `.${fraction}`);
}

function quoteNested(
  value: Exclude<Value, null | boolean | number | bigint | string>,
  kind: Kind | undefined,
): string {
  if (value instanceof Uint8Array) return quoteBlob(value);
  if (isList(value))
    return kind === 'map' ? quoteMap(value) : `[${value.map((item) => quoteLiteral(item)).join(', ')}]`;
  if (isInterval(value)) return quoteInterval(value);
  const fields = Object.entries(value).map(([name, field]) => `${quoteText(name)}: ${quoteLiteral(field)}`);
  return `{${fields.join(', ')}}`;
}

function quoteMap(entries: readonly Value[]): string {
  const pairs = entries.map((entry) => {
    const { key = null, value = null } = isStruct(entry) ? entry : {};
    return `${quoteLiteral(key)}: ${quoteLiteral(value)}`;
  });
  return `MAP {${pairs.join(', ')}}`;
}

function quoteInterval({ months, days, micros }: Interval): string {
  return `(to_months(${signed(String(months))}) + to_days(${signed(String(days))}) + to_microseconds(${signed(String(micros))}))`;
}

function quoteBlob(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0').toUpperCase()}`);
  return `'${hex.join('')}'::BLOB`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isStruct(value: Value): value is { readonly [field: string]: Value } {
  return value !== null && typeof value === 'object' && !isList(value) && !(value instanceof Uint8Array);
}

function isInterval(value: Value): value is Interval {
  return isStruct(value) && typeof value['micros'] === 'bigint' && 'months' in value && 'days' in value;
}

/** DuckDB's keywords of the categories `reserved` and `type_function`: as names of relations they need quotes. */
const reserved = new Set(
  (
    'all with analyze and any array as asc asymmetric both case cast check collate column constraint create default ' +
    'deferrable desc describe distinct do else end except false fetch analyse foreign from group having in initially ' +
    'intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider ' +
    'placing primary qualify references returning select show some summarize symmetric table then to trailing true ' +
    'union unique unpivot using variadic when where window for anti right at authorization binary by collation ' +
    'columns verbose asof freeze full generated glob ilike inner is isnull join left like map natural notnull outer ' +
    'overlaps positional concurrently semi similar struct tablesample try_cast unpack cross'
  ).split(' '),
);
