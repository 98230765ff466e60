import type { Field, TableMapping } from '../mapping.ts';
import type { RawColumn, RawTable } from '../readers/reader.ts';
import { plainWord } from '../vocabulary/index.ts';

/**
 * A table mapping whose `column`s are the headers that a field may stand under, parted by `|`, as `plainWord` writes them.
 * Fields whose headers the file lacks fall away.
 */
export type Template = TableMapping;

/** Fits a template to a file; null where a required column is missing. */
export function fit(template: Template, raw: RawTable): TableMapping | null {
  const headers = headerIndex(raw);
  const columns = Object.entries(template.columns).flatMap(([name, field]) => {
    const found = fitField(field, headers);
    return found ? [[name, found] as const] : [];
  });
  const fitted = Object.fromEntries(columns);
  const kept = Object.entries(fitted)
    .filter(([, field]) => stands(field, fitted))
    .map(([name, field]) => [name, withStandingZero(field, fitted)] as const);
  const choice = fitChoice(template, headers);
  if (choice === null) return null;
  const result = { ...template, ...choice, columns: Object.fromEntries(kept) };
  return template.requires.every((name) => name in result.columns || name === 'score_raw') ? result : null;
}

/** Which rows a table takes; null where the file lacks a column that tells. An order needs only those of its columns that there are. */
function fitChoice(
  { where, latest, changes }: Template,
  headers: ReadonlyMap<string, RawColumn>,
): Pick<Template, 'where' | 'latest' | 'changes'> | null {
  const found = (words: string) => columnUnder(headers, words);
  const order = (by: readonly string[]) => by.flatMap((words) => found(words) ?? []);
  const [told, last, changed, per] = [where?.column, latest?.of, changes?.of, changes?.per].map((words) =>
    words === undefined ? '' : found(words),
  );
  if (told == null || last == null || changed == null || per == null) return null;
  return {
    ...(where ? { where: { ...where, column: told } } : {}),
    ...(latest ? { latest: { of: last, by: order(latest.by) } } : {}),
    ...(changes ? { changes: { of: changed, per, by: order(changes.by) } } : {}),
  };
}

/** Raw columns by their header as a plain word; the first of several wins. */
export function headerIndex(raw: RawTable): ReadonlyMap<string, RawColumn> {
  const index = new Map<string, RawColumn>();
  for (const column of raw.columns) {
    const word = plainWord(column.header === '' ? column.name : column.header);
    if (!index.has(word)) index.set(word, column);
  }
  return index;
}

/** The first column that stands under one of the headers. */
export function columnUnder(headers: ReadonlyMap<string, RawColumn>, words: string): string | null {
  for (const word of words.split('|')) {
    const column = headers.get(word);
    if (column) return column.name;
  }
  return null;
}

/** Among alternatives, a day whose time of day is missing is none: a better one may follow. */
function fitField(
  field: Field,
  headers: ReadonlyMap<string, RawColumn>,
  isAlternative = false,
): Field | null {
  if (field.kind === 'first') {
    const of = field.of.flatMap((each) => fitField(each, headers, true) ?? []);
    return of.length === 0 ? null : of.length === 1 ? withCondition(of[0]!, field) : { ...field, of };
  }
  if (field.kind === 'join') {
    const of = field.of.flatMap((each) => fitField(each, headers) ?? []);
    return of.length === field.of.length ? { ...field, of } : null;
  }
  if (!('column' in field)) return field;
  const column = columnUnder(headers, field.column);
  if (column === null) return null;
  if (field.kind !== 'instant' || field.time === undefined) return { ...field, column };
  const time = columnUnder(headers, field.time);
  const { time: _, ...day } = field;
  if (isAlternative && (time === null || time === column)) return null;
  return time === null || time === column ? { ...day, column } : { ...field, column, time };
}

function withCondition(field: Field, { unless }: Field): Field {
  return unless ? { ...field, unless } : field;
}

/** Whether zero is a value can be asked only of a column that the file fills. */
function withStandingZero(field: Field, columns: Readonly<Record<string, Field>>): Field {
  if (field.kind !== 'duration' || !field.zero || field.zero.column in columns) return field;
  const { zero: _, ...plain } = field;
  return plain;
}

/** A copy, an offset or a condition stands only if what it refers to does. */
function stands(field: Field, columns: Readonly<Record<string, Field>>): boolean {
  if (field.kind === 'copy') return field.of in columns;
  if (field.kind === 'offset') return field.from in columns;
  return true;
}
