import type { Place } from './element-scanner.ts';
import { parseExact } from './exact.ts';
import { arePairs, isRecord, type Fields } from './value.ts';

/** How a file is written and where its rows are. */
export interface Layout {
  /** `lines`: one value a line; each is a row, or holds lists of rows. */
  readonly framing: 'brackets' | 'lines';
  readonly place: Place;
  /** The names that all rows are wrapped in, outermost first: `ticket` in `{"ticket": {…}}`. */
  readonly wrappers: readonly string[];
}

/** The first values of a file, as far as they were seen. */
interface Sample {
  readonly values: readonly unknown[];
  readonly isWhole: boolean;
}

/** What an envelope around a list of things says besides; an object that says anything else is a row itself. */
const paging =
  /^(type|kind|object|ok|success|status|code|message|error|version|limit|offset|size|skip|top|took|from|to|links?|url|uri|href|self|first|last|more|total\w*|\w*(count|total|pages?|next|prev|previous|before|after|cursor|page|url|link|token)\w*|(has|is)_?(more|last)\w*|end_of_stream|(start|end|generated|exported|extracted)_?(at|on|time|date)?|[@$].*)$/i;
/** What a row has, in a file whose first object is too long to be seen whole. */
const identity = /^(_?id|uuid|guid|key|number|subject|title|\w+_id|\w+Id|created_?(at|time|on|date))$/i;
const triedRows = 20;

/** Judges a file by its beginning. */
export function layoutOf(beginning: string, isWhole: boolean): Layout {
  const text = beginning.replace(/^\ufeff/, '').trimStart();
  const lines = completeLines(text, isWhole);
  const sample = lines ?? sampleOf(text);
  const place: Place = lines === null && text.startsWith('[') ? { kind: 'list' } : placeIn(sample);
  const rows = place.kind === 'list' ? sample.values.flat() : place.kind === 'values' ? sample.values : [];
  return { framing: lines ? 'lines' : 'brackets', place, wrappers: wrappersOf(rows.slice(0, triedRows)) };
}

/** What is inside the wrappers; a value that is wrapped otherwise as it is. */
export function unwrap(value: unknown, wrappers: readonly string[]): unknown {
  let fields = value;
  for (const name of wrappers) {
    if (wrapperOf(fields) !== name || !isRecord(fields)) return value;
    fields = fields[name];
  }
  return fields;
}

function wrappersOf(rows: readonly unknown[]): readonly string[] {
  const [first] = rows;
  const name = wrapperOf(first);
  if (name === null || !rows.every((row) => wrapperOf(row) === name)) return [];
  return [name, ...wrappersOf(rows.map((row) => unwrap(row, [name])))];
}

/** The only name in an object with an object under it. */
function wrapperOf(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const [only, ...others] = Object.keys(value);
  return only !== undefined && others.length === 0 && isRecord(value[only]) ? only : null;
}

/** The first value of a file that has one on each of its first lines; null for any other file. */
function completeLines(text: string, isWhole: boolean): Sample | null {
  const lines = text.split('\n', triedRows + 1).map((line) => line.trim());
  const complete = (lines.length > triedRows || isWhole ? lines : lines.slice(0, -1)).filter(
    (line) => line !== '',
  );
  if (complete.length < 2) return null;
  const values = complete.map((line) => parseExact(line)?.value).filter((value) => typeof value === 'object');
  return values.length * 2 > complete.length ? { values, isWhole: true } : null;
}

function placeIn({ values: [value], isWhole }: Sample): Place {
  if (Array.isArray(value)) return { kind: 'list' };
  const within: string[] = [];
  let fields = value;
  for (let name = wrapperOf(fields); name !== null && isRecord(fields); name = wrapperOf(fields)) {
    within.push(name);
    fields = fields[name];
  }
  return isRecord(fields) && isEnvelope(fields, isWhole) ? { kind: 'lists', within } : { kind: 'values' };
}

function isEnvelope(fields: Fields, isWhole: boolean): boolean {
  const scalars = Object.keys(fields).filter((name) => isScalar(fields[name]));
  if (isWhole ? !scalars.every((name) => paging.test(name)) : scalars.some((name) => identity.test(name)))
    return false;
  const lists = Object.values(fields).filter((value) => Array.isArray(value));
  const ofThings = lists.filter((list) => list.some(isRecord) && !arePairs(list));
  return ofThings.length > 0 || (lists.length > 0 && lists.every((list) => list.length === 0));
}

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== 'object';
}

/** The first value, or as much of it as there is, closed where it breaks off. */
function sampleOf(text: string): Sample {
  const open: string[] = [];
  let isInText = false;
  let cut = 0;
  let closers = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isInText) {
      if (letter === '\\') at++;
      else if (letter === '"') isInText = false;
    } else if (letter === '"') isInText = true;
    else if (letter === '{' || letter === '[') open.push(letter === '{' ? '}' : ']');
    else if (letter === '}' || letter === ']') {
      open.pop();
      if (open.length === 0) return { values: [parseExact(text.slice(0, at + 1))?.value], isWhole: true };
    } else if (letter === ',') {
      cut = at;
      closers = open.toReversed().join('');
    }
  }
  return { values: [parseExact(text.slice(0, cut) + closers)?.value], isWhole: false };
}
