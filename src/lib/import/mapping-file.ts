import { canonicalTable } from './canonical/index.ts';
import { scales } from './vocabulary/score.ts';
import type { Condition, DateOrder, DurationUnit, Field, Mapping, Scale, TableMapping } from './mapping.ts';

/** Reads a mapping file; null if it is none. What it names is checked, so that nothing of a stranger's file reaches SQL unseen. */
export function parseMapping(file: string): Mapping | null {
  const value = parseJson(file);
  if (!isRecord(value) || value['deskbook'] !== 1 || typeof value['vendor'] !== 'string') return null;
  const tables = listOf(value['tables'], toTable);
  if (tables === null || tables.length === 0) return null;
  return {
    deskbook: 1,
    vendor: value['vendor'],
    timeZone: textOrNull(value['timeZone']),
    tables,
    dateOrders: recordOf(value['dateOrders'], (order) => orders.find((known) => known === order) ?? null),
    vocabularies: recordOf(value['vocabularies'], (words) =>
      isRecord(words) ? recordOf(words, toMeaning) : null,
    ),
  };
}

/** A mapping as the text of a file. */
export function serializeMapping(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd', 'ydm'];
const units: readonly DurationUnit[] = ['milliseconds', 'seconds', 'minutes', 'hours', 'days'];
const columnKinds = ['text', 'id', 'key', 'integer', 'number', 'money', 'date', 'map'] as const;

function toTable(value: unknown): TableMapping | null {
  if (!isRecord(value) || typeof value['table'] !== 'string') return null;
  const canonical = canonicalTable(value['table']);
  if (!canonical || !isRecord(value['columns'])) return null;
  const names = new Set(canonical.columns.map(({ name }) => name));
  const columns = recordOf(value['columns'], toField);
  const requires = listOf(value['requires'] ?? [], (name) => (typeof name === 'string' ? name : null));
  const customFields = listOf(value['customFields'] ?? [], (name) =>
    typeof name === 'string' ? name : null,
  );
  const all = Object.keys(value['columns']).length === Object.keys(columns).length;
  if (
    !all ||
    !requires ||
    !customFields ||
    !Object.keys(columns).every((name) => names.has(name)) ||
    !requires.every((name) => names.has(name))
  )
    return null;
  return {
    table: canonical.name,
    columns,
    requires,
    ...(customFields.length > 0 ? { customFields } : {}),
    ...(value['distinct'] === true ? { distinct: true } : {}),
  };
}

function toField(value: unknown): Field | null {
  if (!isRecord(value)) return null;
  const unless = value['unless'] === undefined ? undefined : toCondition(value['unless']);
  const field = unless === null ? null : toPlainField(value);
  return field && unless ? { ...field, unless } : field;
}

function toPlainField(value: Readonly<Record<string, unknown>>): Field | null {
  const { kind } = value;
  if (kind === 'constant') return toConstant(value['value']);
  if (kind === 'row') return typeof value['prefix'] === 'string' ? { kind, prefix: value['prefix'] } : null;
  if (kind === 'copy') return typeof value['of'] === 'string' ? { kind, of: value['of'] } : null;
  if (kind === 'first') {
    const of = listOf(value['of'], toField);
    return of ? { kind, of } : null;
  }
  const column = textOrNull(value['column']);
  return column === null ? null : toColumnField(value, column);
}

function toColumnField(value: Readonly<Record<string, unknown>>, column: string): Field | null {
  const plain = columnKinds.find((known) => known === value['kind']);
  if (plain) return { kind: plain, column };
  const unit = units.find((known) => known === value['unit']);
  switch (value['kind']) {
    case 'boolean':
      return value['not'] === true ? { kind: 'boolean', column, not: true } : { kind: 'boolean', column };
    case 'instant':
      return {
        kind: 'instant',
        column,
        ...(typeof value['time'] === 'string' ? { time: value['time'] } : {}),
        ...(value['utc'] === true ? { utc: true } : {}),
        ...(Number.isInteger(value['daysLater']) ? { daysLater: Number(value['daysLater']) } : {}),
      };
    case 'duration': {
      const zero = toCondition(value['zero']);
      return unit ? { kind: 'duration', column, unit, ...(zero ? { zero } : {}) } : null;
    }
    case 'word':
      return typeof value['vocabulary'] === 'string'
        ? { kind: 'word', column, vocabulary: value['vocabulary'] }
        : null;
    case 'list':
      return { kind: 'list', column, separator: textOrNull(value['separator']) };
    case 'score':
      return { kind: 'score', column, scale: toScale(value['scale']) };
    case 'offset':
      return unit && typeof value['from'] === 'string'
        ? { kind: 'offset', from: value['from'], column, unit }
        : null;
    default:
      return null;
  }
}

function toConstant(value: unknown): Field | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'constant', value };
  return null;
}

function toCondition(value: unknown): Condition | null {
  if (!isRecord(value) || typeof value['column'] !== 'string') return null;
  const is = listOf(value['is'], (each) => (typeof each === 'string' ? each : null));
  return is ? { column: value['column'], is } : null;
}

function toScale(value: unknown): Scale | null {
  return scales.find((known) => known === value) ?? null;
}

/** A word that was answered with "unknown" needs no entry: it is unknown without one. */
function toMeaning(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function listOf<Item>(value: unknown, toItem: (value: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.flatMap((each: unknown) => toItem(each) ?? []);
  return items.length === value.length ? items : null;
}

function recordOf<Item>(value: unknown, toItem: (value: unknown) => Item | null): Record<string, Item> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const item = toItem(each);
    return item === null ? [] : [[name, item] as const];
  });
  return Object.fromEntries(entries);
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
