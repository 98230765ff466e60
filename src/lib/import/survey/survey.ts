import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral } from '#sql';
import { rowsOf, toNumber } from '#table';
import type { DateOrder, Field, Mapping, RowFilter, TableMapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';
import { isNullWord, plainWord } from '../vocabulary/index.ts';
import { surveyCells, type CellSurvey } from './cells.ts';
import { dateFamilies, type CountedText } from './date-family.ts';
import {
  dateWay,
  decideDates,
  offsetSuffix,
  timeSuffix,
  type DateDecision,
  type DateSurvey,
} from './dates.ts';

/** What the rows of a raw table say that its mapping leaves to them. */
export interface Survey {
  /** By raw column that the mapping reads. */
  readonly cells: Readonly<Record<string, CellSurvey>>;
  /** By raw column. */
  readonly dates: Readonly<Record<string, DateDecision>>;
  /** By raw column: its distinct values, where they are few enough to be words. */
  readonly words: Readonly<Record<string, readonly CountedText[]>>;
  /** By vocabulary and raw column (`status/value`): of those words the ones in rows that are taken, where a table takes only some. */
  readonly takenWords: Readonly<Record<string, readonly CountedText[]>>;
  /** Raw columns whose numbers write the comma before the fraction. */
  readonly decimalComma: ReadonlySet<string>;
}

export const mostWords = 2000;
const mostDays = 40_000;

const known = new WeakMap<RawTable, { readonly mapping: string; readonly survey: Survey }>();

/**
 * Asks the engine about the columns that a mapping uses: their days, their words, their numbers. The rows of a raw table stay as
 * they are, and so do the answers for as long as the mapping does: a proposal is loaded without asking again.
 */
export async function surveyTable(
  engine: Engine,
  raw: RawTable,
  mapping: Mapping,
  signal?: AbortSignal,
): Promise<Survey> {
  const asked = JSON.stringify(mapping);
  const last = known.get(raw);
  if (last?.mapping === asked) return last.survey;
  const survey = await askRows(engine, raw, mapping, signal);
  known.set(raw, { mapping: asked, survey });
  return survey;
}

async function askRows(
  engine: Engine,
  raw: RawTable,
  mapping: Mapping,
  signal: AbortSignal | undefined,
): Promise<Survey> {
  const fields = mapping.tables.flatMap(({ columns }) => Object.values(columns)).flatMap(leaves);
  const ask = { engine, raw, signal };
  const numeric = columnsOf(fields, isNumeric);
  const words: Record<string, readonly CountedText[]> = {};
  const filtered = mapping.tables.flatMap(({ where }) => where?.column ?? []);
  for (const column of new Set([...columnsOf(fields, isWordField), ...filtered]))
    words[column] = await distinct(ask, column, mostWords);
  const cells = await surveyCells(ask, {
    columns: [...new Set(mapping.tables.flatMap((table) => [...rawColumns(table)]))],
    numbers: numeric,
    ids: columnsOf(fields, ({ kind }) => kind === 'id'),
    words: Object.fromEntries(Object.entries(words).filter(([, texts]) => texts.length < mostWords)),
  });
  const decimalComma = new Set<string>();
  for (const column of numeric) {
    const stated = mapping.decimals?.[column];
    const comma = stated ? stated === 'comma' : cells[column]?.commas && (await writesComma(ask, column));
    if (comma) decimalComma.add(column);
  }
  const dateColumns = columnsOf(fields, (field) => field.kind === 'instant' || field.kind === 'date');
  const ordering = await datesAmong(ask, ordersOf(mapping));
  const dates = await surveyDates(ask, [...new Set([...dateColumns, ...ordering])], mapping);
  return { dates, words, takenWords: await takenWords(ask, mapping, words), decimalComma, cells };
}

/** The words that a field is asked about. */
export function wordsOf(survey: Survey, column: string, vocabulary: string): readonly CountedText[] {
  return survey.takenWords[`${vocabulary}/${column}`] ?? survey.words[column] ?? [];
}

/** One column may hold states in some rows and names in others: words that no table reads as states are not asked as such. */
async function takenWords(
  ask: Ask,
  { tables }: Mapping,
  words: Survey['words'],
): Promise<Survey['takenWords']> {
  const readers = new Map<string, { column: string; conditions: string[] }>();
  for (const { columns, where } of tables) {
    for (const field of Object.values(columns).flatMap(leaves)) {
      const vocabulary = field.kind === 'word' ? field.vocabulary : 'boolean';
      if (field.kind !== 'word' && field.kind !== 'boolean') continue;
      const reader = readers.get(`${vocabulary}/${field.column}`) ?? { column: field.column, conditions: [] };
      reader.conditions.push(where ? takenSql(where, words[where.column] ?? []) : 'true');
      readers.set(`${vocabulary}/${field.column}`, reader);
    }
  }
  const taken: Record<string, readonly CountedText[]> = {};
  for (const [key, { column, conditions }] of readers)
    if (!conditions.includes('true'))
      taken[key] = await counted(ask, quoteIdentifier(column), mostWords, conditions.join(' or '));
  return taken;
}

/** Too many words to name are all taken. */
function takenSql({ column, is, not }: RowFilter, words: readonly CountedText[]): string {
  if (words.length >= mostWords) return 'true';
  const wanted = new Set(is.map(plainWord));
  const named = words.filter(({ text }) => wanted.has(plainWord(text)));
  const list = named.map(({ text }) => quoteLiteral(text)).join(', ');
  const isAmong = list === '' ? 'false' : `coalesce(${quoteIdentifier(column)} in (${list}), false)`;
  return not ? `not ${isAmong}` : isAmong;
}

/** Raw columns that put rows in order. */
function ordersOf({ tables }: Mapping): string[] {
  return [
    ...new Set(tables.flatMap(({ latest, changes }) => [...(latest?.by ?? []), ...(changes?.by ?? [])])),
  ];
}

/** Those whose values are dates in writing: numbers come in order as numbers. */
async function datesAmong(ask: Ask, columns: readonly string[]): Promise<string[]> {
  const dates: string[] = [];
  for (const column of columns) {
    const way = dateWay(await someValues(ask, column));
    if (way === 'iso' || way === 'parts') dates.push(column);
  }
  return dates;
}

interface Ask {
  readonly engine: Engine;
  readonly raw: RawTable;
  readonly signal: AbortSignal | undefined;
}

/** A field and those it chooses among. */
export function leaves(field: Field): readonly Field[] {
  return field.kind === 'first' || field.kind === 'join' ? field.of.flatMap(leaves) : [field];
}

/** Every raw column that a table mapping reads. */
export function rawColumns({
  columns,
  customFields = [],
  where,
  latest,
  changes,
}: TableMapping): Set<string> {
  const fields = Object.values(columns).flatMap(leaves);
  const named = fields.flatMap((field) => ('column' in field ? [field.column] : []));
  const times = fields.flatMap((field) => (field.kind === 'instant' && field.time ? [field.time] : []));
  const told = where ? [where.column] : [];
  const last = latest ? [latest.of, ...latest.by] : [];
  const changed = changes ? [changes.of, changes.per, ...changes.by] : [];
  return new Set([...named, ...times, ...customFields, ...told, ...last, ...changed]);
}

function isNumeric({ kind }: Field): boolean {
  return kind === 'number' || kind === 'money' || kind === 'integer' || kind === 'duration';
}

function isWordField(field: Field): boolean {
  const named = field.kind === 'before' && field.vocabulary !== null;
  return named || field.kind === 'word' || field.kind === 'boolean' || field.kind === 'score';
}

function columnsOf(fields: readonly Field[], test: (field: Field) => boolean): string[] {
  return [...new Set(fields.filter(test).flatMap((field) => ('column' in field ? [field.column] : [])))];
}

async function surveyDates(
  ask: Ask,
  columns: readonly string[],
  mapping: Mapping,
): Promise<Record<string, DateDecision>> {
  const surveys = new Map<string, DateSurvey>();
  for (const column of columns) {
    const survey = await surveyDays(ask, column);
    if (survey) surveys.set(column, survey);
  }
  const locale = localeOrder(ask.raw);
  const decide = (column: string, survey: DateSurvey, sibling: DateOrder | undefined) =>
    decideDates(survey, { stated: mapping.dateOrders[column], sibling, locale });
  const first = [...surveys].map(([column, survey]) => decide(column, survey, undefined));
  const sibling = first
    .flatMap(({ families }) => families)
    .find(({ basis, order }) => basis === 'rows' && (order === 'dmy' || order === 'mdy'));
  return Object.fromEntries(
    [...surveys].map(([column, survey]) => [column, decide(column, survey, sibling?.order)]),
  );
}

/** People who part cells with `;` or head their columns in Portuguese write the day first. */
export function localeOrder(raw: RawTable): DateOrder {
  const headers = raw.columns.map(({ header }) => header).join(' ');
  const portuguese = /[ãõçáéíóúâê]|\b(data|abertura|criado|fechado|agente|atendente|nota)\b/i.test(headers);
  return raw.decisions.delimiter === ';' || portuguese ? 'dmy' : 'mdy';
}

async function surveyDays(ask: Ask, column: string): Promise<DateSurvey | null> {
  const samples = await someValues(ask, column);
  const way = dateWay(samples, 0);
  if (way === null) return null;
  const daysOnly = !samples.some((value) => /\d[:h]\d{2}|^\d{10,}|\.\d{3,}$/.test(value));
  if (way === 'seconds' || way === 'milliseconds' || way === 'serial') {
    return { way, days: await range(ask, column, way), offsets: false, daysOnly: false };
  }
  const bounds = way === 'iso' ? await isoBounds(ask, column) : null;
  if (bounds) return { way, days: bounds, offsets: await hasOffsets(ask, column, samples), daysOnly };
  const days = await distinctDays(ask, column);
  const odd = way === 'iso' && dateFamilies(days).families.some(({ shape }) => shape !== 'year first');
  return { way: odd ? 'parts' : way, days, offsets: await hasOffsets(ask, column, samples), daysOnly };
}

async function someValues({ engine, raw, signal }: Ask, column: string): Promise<string[]> {
  const name = quoteIdentifier(column);
  const step = Math.max(1, Math.floor(raw.rowsRead / 2000));
  const result = await engine.query(
    `select ${name} as value from ${raw.relation} where ${name} is not null and source_row % ${step} = 0 limit 4000`,
    { signal },
  );
  const found = [
    ...texts(rowsOf(result)),
    ...(raw.columns.find(({ name }) => name === column)?.samples ?? []),
  ];
  return found.filter((value) => !isNullWord(value));
}

/** The first and last day of a column that is year-month-day throughout; null if some rows are not. Texts of this kind sort like their days. */
async function isoBounds({ engine, raw, signal }: Ask, column: string): Promise<CountedText[] | null> {
  const name = quoteIdentifier(column);
  const isIso = `substr(${name}, 5, 1) = '-'`;
  const result = await engine.query(
    `select min(${name}) filter (where ${isIso}), max(${name}) filter (where ${isIso}), count(*) filter (where strlen(${name}) > 5 and not ${isIso}), count(*) filter (where ${isIso}) from ${raw.relation}`,
    { signal },
  );
  const [low, high, odd, rows] = result.columns.map((each) => each.at(0));
  if (typeof low !== 'string' || typeof high !== 'string' || toNumber(odd ?? null) !== 0) return null;
  const days = [...new Set([low, high])].map((value) => ({
    text: value.slice(0, 10).replace(/[T ].*$/, ''),
    rows: toNumber(rows ?? null) ?? 0,
  }));
  return dateFamilies(days).rest.length === 0 ? days : null;
}

/** The distinct day texts of all rows. The cheap cut at the first blank or `T` is right unless the day has blanks of its own. */
async function distinctDays(ask: Ask, column: string): Promise<CountedText[]> {
  const name = quoteIdentifier(column);
  const cheap = await counted(ask, `split_part(split_part(trim(${name}), ' ', 1), 'T', 1)`, mostDays);
  const days = cheap.filter(({ text }) => !isNullWord(text));
  const { rest } = dateFamilies(days);
  if (rest.length <= days.length / 50) return days;
  return counted(ask, dayTextSql(`trim(${name})`), mostDays);
}

/** The part of a text that names the day, as SQL; the twin of `dayText`. */
export function dayTextSql(value: string): string {
  return `trim(regexp_replace(${value}, '(?i)${timeSuffix.replaceAll(String.raw`\bàs\b|\bat\b`, ' às | at ')}', ''))`;
}

async function hasOffsets(
  { engine, raw, signal }: Ask,
  column: string,
  samples: readonly string[],
): Promise<boolean> {
  const suffix = new RegExp(offsetSuffix);
  if (samples.some((sample) => suffix.test(sample))) return true;
  const name = quoteIdentifier(column);
  const some = async (condition: string) => {
    const result = await engine.query(`select bool_or(${condition}) from ${raw.relation}`, { signal });
    return result.columns[0]?.at(0) === true;
  };
  // Patterns with single letters left open cost three times as much as the first question, which nearly always settles it.
  return (
    (await some(`suffix(${name}, 'Z') or contains(${name}, '+') or ${name} like '%:%-%'`)) &&
    (await some(`${name} like '%Z' or ${name} like '%+__:__' or ${name} like '%:%-__:__'`))
  );
}

async function range(
  { engine, raw, signal }: Ask,
  column: string,
  way: 'seconds' | 'milliseconds' | 'serial',
): Promise<CountedText[]> {
  const number = `try_cast(replace(${quoteIdentifier(column)}, ',', '.') as double)`;
  const toMs = {
    seconds: (n: number) => n * 1000,
    milliseconds: (n: number) => n,
    serial: (n: number) => (n - 25_569) * 86_400_000,
  };
  const result = await engine.query(
    `select min(${number}) as low, max(${number}) as high from ${raw.relation}`,
    { signal },
  );
  return result.columns.flatMap((bound) => {
    const value = toNumber(bound.at(0));
    const day = new Date(toMs[way](value ?? NaN));
    return Number.isNaN(day.getTime()) ? [] : [{ text: day.toISOString().slice(0, 10), rows: 1 }];
  });
}

async function distinct(ask: Ask, column: string, limit: number): Promise<CountedText[]> {
  return counted(ask, quoteIdentifier(column), limit);
}

async function counted(
  { engine, raw, signal }: Ask,
  expression: string,
  limit: number,
  where = 'true',
): Promise<CountedText[]> {
  const result = await engine.query(
    `select ${expression} as value, count(*) as n from ${raw.relation} where ${where} group by 1 having value is not null order by n desc, value limit ${limit}`,
    { signal },
  );
  return rowsOf(result).flatMap(({ value, n }) => {
    const rows = toNumber(n ?? null);
    return typeof value === 'string' && rows !== null ? [{ text: value, rows }] : [];
  });
}

async function writesComma({ engine, raw, signal }: Ask, column: string): Promise<boolean> {
  const name = quoteIdentifier(column);
  const result = await engine.query(
    `select count(*) filter (where regexp_matches(${name}, '\\d,\\d{1,2}%?$|\\d,\\d{4,}$|\\d\\.\\d{3},\\d')) as comma,
      count(*) filter (where regexp_matches(${name}, '\\d\\.\\d{1,2}%?$|\\d\\.\\d{4,}$|\\d,\\d{3}\\.\\d')) as point,
      count(*) filter (where regexp_matches(${name}, '\\d,\\d{3}$')) as either
    from ${raw.relation} where contains(${name}, ',')`,
    { signal },
  );
  const [comma, point, either] = result.columns.map((each) => toNumber(each.at(0)) ?? 0);
  if ((comma ?? 0) !== (point ?? 0)) return (comma ?? 0) > (point ?? 0);
  return (either ?? 0) > 0 && localeOrder(raw) === 'dmy';
}

function texts(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return rows.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
