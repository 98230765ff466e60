import { canonicalTable, type CanonicalTable } from './canonical/index.ts';
import { scales } from './vocabulary/score.ts';
import type {
  Condition,
  DateOrder,
  DurationUnit,
  Field,
  Mapping,
  RowFilter,
  Scale,
  TableMapping,
} from './mapping.ts';

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
    vocabularies: recordOf(value['vocabularies'], toWords),
    ...decimalsOf(value['decimals']),
  };
}

/** A mapping as the text of a file. */
export function serializeMapping(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd', 'ydm'];
const units: readonly DurationUnit[] = ['milliseconds', 'seconds', 'minutes', 'hours', 'days'];
const columnKinds = ['text', 'id', 'key', 'integer', 'date', 'map'] as const;

const notText: ReadonlySet<Field['kind']> = new Set([
  'instant',
  'score',
  'offset',
  'copy',
  'before',
  'list',
  'map',
]);
const longestPattern = 1000;

function toTable(value: unknown): TableMapping | null {
  if (!isRecord(value) || typeof value['table'] !== 'string') return null;
  const canonical = canonicalTable(value['table']);
  if (!canonical || canonical.isDerived || !isRecord(value['columns'])) return null;
  const names = new Set(canonical.columns.map(({ name }) => name));
  const columns = recordOf(value['columns'], toField);
  const requires = listOf(value['requires'] ?? [], (name) => (typeof name === 'string' ? name : null));
  const customFields = listOf(value['customFields'] ?? [], (name) =>
    typeof name === 'string' ? name : null,
  );
  const all = Object.keys(value['columns']).length === Object.keys(columns).length;
  const choice = toChoice(value);
  if (
    !all ||
    !requires ||
    !customFields ||
    !choice ||
    (choice.completes && !canBeCompleted(canonical)) ||
    (choice.changes === undefined && Object.values(columns).some(holdsBefore)) ||
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
    ...choice,
  };
}

type Choice = Pick<TableMapping, 'where' | 'latest' | 'changes' | 'completes'>;

/** Which rows a table takes; null where that is written in a way that says nothing. */
function toChoice(value: Readonly<Record<string, unknown>>): Choice | null {
  const where = optional(value['where'], toFilter);
  const latest = optional(value['latest'], toLatest);
  const changes = optional(value['changes'], toChanges);
  if (where === null || latest === null || changes === null || (latest && changes)) return null;
  return {
    ...(where ? { where } : {}),
    ...(latest ? { latest } : {}),
    ...(changes ? { changes } : {}),
    ...(value['completes'] === true ? { completes: true } : {}),
  };
}

/** Undefined where nothing is written, null where it cannot be read. */
function optional<Item>(value: unknown, toItem: (value: unknown) => Item | null): Item | null | undefined {
  return value === undefined ? undefined : toItem(value);
}

function toFilter(value: unknown): RowFilter | null {
  const condition = toCondition(value);
  return condition && isRecord(value) && value['not'] === true ? { ...condition, not: true } : condition;
}

function toLatest(value: unknown): TableMapping['latest'] | null {
  if (!isRecord(value) || typeof value['of'] !== 'string') return null;
  const by = listOf(value['by'], textOrNull);
  return by ? { of: value['of'], by } : null;
}

function toChanges(value: unknown): TableMapping['changes'] | null {
  if (!isRecord(value) || typeof value['of'] !== 'string' || typeof value['per'] !== 'string') return null;
  const by = listOf(value['by'], textOrNull);
  return by ? { of: value['of'], per: value['per'], by } : null;
}

/** Rows without a key cannot be found; answers are written last, out of what is complete by then. */
function canBeCompleted({ name, key }: CanonicalTable): boolean {
  return key.length > 0 && name !== 'ratings';
}

function holdsBefore(field: Field): boolean {
  return field.kind === 'before' || (field.kind === 'first' && field.of.some(holdsBefore));
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
  if (kind === 'join') return toJoin(value);
  const column = textOrNull(value['column']);
  return column === null ? null : toColumnField(value, column);
}

function toJoin(value: Readonly<Record<string, unknown>>): Field | null {
  const of = listOf(value['of'], toField);
  const { separator } = value;
  if (!of || of.length === 0 || typeof separator !== 'string' || !of.every(isText)) return null;
  return { kind: 'join', of, separator };
}

/** What a cell says by itself: instants, answers and what rests on other columns are no texts to be put together. */
function isText(field: Field): boolean {
  if (field.kind === 'first' || field.kind === 'join') return field.of.every(isText);
  return !notText.has(field.kind);
}

function toColumnField(value: Readonly<Record<string, unknown>>, column: string): Field | null {
  const plain = columnKinds.find((known) => known === value['kind']);
  if (plain) return { kind: plain, column };
  const unit = units.find((known) => known === value['unit']);
  switch (value['kind']) {
    case 'boolean':
      return value['not'] === true ? { kind: 'boolean', column, not: true } : { kind: 'boolean', column };
    case 'number':
    case 'money':
      return typeof value['per'] === 'number' && value['per'] > 0
        ? { kind: value['kind'], column, per: value['per'] }
        : { kind: value['kind'], column };
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
    case 'before':
      return { kind: 'before', column, vocabulary: textOrNull(value['vocabulary']) };
    case 'extract':
      return toExtract(value, column);
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

function toExtract({ pattern, as }: Readonly<Record<string, unknown>>, column: string): Field | null {
  if (!isPattern(pattern)) return null;
  return { kind: 'extract', column, pattern, ...(typeof as === 'string' ? { as } : {}) };
}

/** Whether RE2 takes it, the engine says before it loads anything. */
function isPattern(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestPattern;
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

/** Null is kept: the word was left unknown on purpose, and is not asked about again. */
function toWords(value: unknown): Record<string, string | null> | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value).flatMap(([word, meaning]) =>
    typeof meaning === 'string' || meaning === null ? [[word, meaning] as const] : [],
  );
  return Object.fromEntries(entries);
}

function decimalsOf(value: unknown): Pick<Mapping, 'decimals'> {
  const decimals = recordOf(value, (mark) => (mark === 'comma' || mark === 'point' ? mark : null));
  return Object.keys(decimals).length > 0 ? { decimals } : {};
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
