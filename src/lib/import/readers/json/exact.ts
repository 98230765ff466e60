import { isDeeper } from './value.ts';

/** What a text says. */
export interface Parsed {
  readonly value: unknown;
}

/** Something is nested deeper than anybody means it. */
export class TooDeep extends Error {}

export const mostLevels = 200;

/** No text that people write begins like this. */
const mark = '\u0000#';
const markWritten = '\\u0000#';

/**
 * A number that JavaScript would not give back as it was written: long ones, `12.50`, `1e5`, `-0`. It may be found inside a
 * text as well, which only costs time.
 */
const inexact =
  /[[:,\s]-?(?:\d{16,}|\d{8,}\.\d+|\d+\.\d{9,}|\d+\.\d*0|\d+\.0{6}\d*|\d+(?:\.\d+)?[eE][-+]?\d+|(?<=-)0)\s*(?:[,\]}]|$)/;

/**
 * Parses JSON so that numbers keep their digits: those that JavaScript would change come as marked texts, which `cellOf` and
 * `jsonOf` know. What Python writes for unknown numbers (`NaN`, `Infinity`) is null, and bare line ends inside texts are kept.
 * Null if the text is not JSON.
 */
export function parseExact(text: string): Parsed | null {
  const parsed = parsePlain(inexact.test(text) ? rewrite(text, { repairs: false }) : text);
  return parsed ?? parsePlain(rewrite(text, { repairs: true }));
}

/** A scalar as the text of a cell; undefined for what is no scalar. */
export function cellOf(value: unknown): string | null | undefined {
  if (typeof value === 'string') return wellFormed(value.startsWith(mark) ? value.slice(mark.length) : value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null ? null : undefined;
}

/** A value as JSON text; throws `TooDeep`. */
export function jsonOf(value: unknown): string {
  if (isDeeper(value, mostLevels)) throw new TooDeep();
  const written = JSON.stringify(value) ?? '';
  return written.includes(markWritten) ? written.replace(/"\\u0000#([-+.\deE]+)"/g, '$1') : written;
}

/** Half a character of two halves cannot be stored. */
function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}

function parsePlain(text: string): Parsed | null {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return null;
  }
}

const tokenStart = /["\dNI-]/g;
const number = /-?\d[-+.\deE]*/y;
const unknown = /NaN|-?Infinity/y;

/** Walks over the tokens of a text: marks its numbers, and where it is no JSON repairs what has only one meaning. */
function rewrite(text: string, { repairs }: { readonly repairs: boolean }): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    tokenStart.lastIndex = from;
    const at = tokenStart.exec(text)?.index;
    if (at === undefined) break;
    parts.push(text.slice(from, at));
    const [end, part] = text[at] === '"' ? textAt(text, at, repairs) : wordAt(text, at, repairs);
    parts.push(part);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function textAt(text: string, start: number, repairs: boolean): [number, string] {
  const end = endOfText(text, start);
  const part = text.slice(start, end);
  return [end, repairs ? escapeControls(part) : part];
}

function wordAt(text: string, at: number, repairs: boolean): [number, string] {
  number.lastIndex = at;
  const digits = number.exec(text)?.[0];
  if (digits !== undefined) return [at + digits.length, isNumber(digits) ? written(digits) : digits];
  unknown.lastIndex = at;
  const word = repairs ? unknown.exec(text)?.[0] : undefined;
  return word === undefined ? [at + 1, text.slice(at, at + 1)] : [at + word.length, 'null'];
}

function isNumber(digits: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(digits);
}

function written(digits: string): string {
  return String(Number(digits)) === digits ? digits : `"${markWritten}${digits}"`;
}

/** Behind the closing quote of the text that begins at `start`; the end of everything where there is none. */
function endOfText(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}

function escapeControls(part: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that JSON wants escaped
  return part.replace(/[\u0000-\u001f]/g, (control) => JSON.stringify(control).slice(1, -1));
}
