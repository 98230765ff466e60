import { isMap, isPair, isScalar, parseDocument, stringify, type Pair } from 'yaml';
import { text, type Text } from '#errors';
import type { CellContent, Diagnostic, Filters, FrontMatter, NotebookMeta } from './notebook.ts';

const byteOrderMark = '\ufeff';

export function readFrontMatter(source: string): { front: FrontMatter; diagnostics: Diagnostic[] } {
  const found = cutFrontMatter(source);
  if (found === null)
    return {
      front: { text: source.startsWith(byteOrderMark) ? byteOrderMark : '', values: {} },
      diagnostics: [],
    };
  const { front, error } = frontMatterOf(found);
  const problems = error === null ? valueProblems(front.values) : [error];
  const diagnostics = problems.map((problem): Diagnostic => ({
    severity: 'warning',
    text: problem,
    line: 1,
    cellId: null,
    span: null,
  }));
  return { front, diagnostics };
}

/** The front matter of a text that has been cut already. */
export function frontMatterOf(found: string): { front: FrontMatter; error: Text | null } {
  if (found.trim() === '') return { front: { text: found, values: {} }, error: null };
  const { values, error } = readValues(yamlOf(found));
  return { front: { text: found, values }, error };
}

/** Sets a key to plain data, or removes it (undefined); every byte that does not belong to the key stays. */
export function setFrontMatter(
  front: FrontMatter,
  key: string,
  value: unknown,
  lineEnd: string,
): FrontMatter {
  const isAbsent = front.text.trim() === '';
  const found = isAbsent ? `${front.text}---${lineEnd}deskbook: 1${lineEnd}---` : front.text;
  const body = yamlOf(found);
  const offset = found.indexOf(body, found.search(/\n/) + 1);
  const changed = setKey(body, key, value, lineEnd);
  return frontMatterOf(found.slice(0, offset) + changed + found.slice(offset + body.length)).front;
}

/** What the known keys say, complete. */
export function toMeta(values: FrontMatter['values'], cells: readonly CellContent[]): NotebookMeta {
  return {
    title: toText(values['title']) ?? firstHeading(cells) ?? '',
    period: toText(values['period']),
    asOf: toText(values['as_of']),
    filters: toFilters(values['filters']),
  };
}

/** The front matter that a text begins with; null where there is none. */
export function cutFrontMatter(source: string): string | null {
  return /^\ufeff?---[ \t]*\r*\n(?:[\s\S]*?\n)?---[ \t]*(?=\r*(?:\n|$))/.exec(source)?.[0] ?? null;
}

/** What stands between the two lines `---`, the last line's end included. */
function yamlOf(found: string): string {
  const begin = found.search(/\n/) + 1;
  return found.slice(begin, found.search(/---[ \t]*$/));
}

function readValues(body: string): { values: FrontMatter['values']; error: Text | null } {
  const yaml = parseDocument(body);
  const [problem] = yaml.errors;
  if (problem)
    return { values: {}, error: text('notebook.front.unreadable', { message: firstLine(problem.message) }) };
  const values = plainValues(yaml);
  if (values instanceof Error)
    return { values: {}, error: text('notebook.front.unreadable', { message: values.message }) };
  if (values === null) return { values: {}, error: null };
  return isRecord(values) ? { values, error: null } : { values: {}, error: text('notebook.front.noMapping') };
}

/** Aliases that lead nowhere, or everywhere, come to light only here. */
function plainValues(yaml: { toJS(): unknown }): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function valueProblems(values: FrontMatter['values']): Text[] {
  const version = values['deskbook'];
  const newer = typeof version === 'number' && version > 1;
  const filters = values['filters'];
  return [
    ...(newer ? [text('notebook.front.newer', { version: String(version) })] : []),
    ...(filters === undefined || filters === null || isRecord(filters)
      ? []
      : [text('notebook.front.filters')]),
  ];
}

function setKey(body: string, key: string, value: unknown, lineEnd: string): string {
  const yaml = parseDocument(body);
  const isBlock = isMap(yaml.contents) && yaml.contents.flow !== true;
  if (yaml.errors.length > 0 || (yaml.contents !== null && !isBlock))
    return rewritten(body, key, value, lineEnd);
  const pair = isMap(yaml.contents) ? yaml.contents.items.find((item) => keyOf(item) === key) : undefined;
  const line = value === undefined ? '' : lineEnds(writeKey(key, value), lineEnd);
  if (!pair) return body + (body === '' || body.endsWith('\n') ? '' : lineEnd) + line;
  const { from, to } = spanOf(body, pair);
  if (value !== undefined) return body.slice(0, from) + line.replace(/\r?\n$/, '') + body.slice(to);
  const nextLine = body.indexOf('\n', to);
  return body.slice(0, from) + (nextLine < 0 ? '' : body.slice(nextLine + 1));
}

/** On one line, however deep: `filters: {channel: [email, chat]}`. */
function writeKey(key: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return stringify({ [key]: value }, { lineWidth: 0 });
  const flow = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;
  return `${stringify(key).trimEnd()}: ${stringify(value, flow)}`;
}

/** The pair's bytes: neither the comment after it nor the line's end. */
function spanOf(body: string, { key, value }: Pair): { from: number; to: number } {
  const [from, keyEnd] = (hasRange(key) ? key.range : null) ?? [0, 0];
  const valueEnd = (hasRange(value) ? value.range : null)?.[1] ?? 0;
  let to = Math.max(body.indexOf(':', keyEnd) + 1, valueEnd);
  while (/\s/.test(body[to - 1] ?? '')) to -= 1;
  return { from, to };
}

function hasRange(node: unknown): node is { range?: readonly [number, number, number] | null } {
  return typeof node === 'object' && node !== null && 'range' in node;
}

function keyOf(item: unknown): unknown {
  return isPair(item) && isScalar(item.key) ? item.key.value : undefined;
}

/** Front matter that is no plain list of keys is written anew. */
function rewritten(body: string, key: string, value: unknown, lineEnd: string): string {
  const { values } = readValues(body);
  const kept = Object.entries({ ...values, [key]: value }).filter(([, entry]) => entry !== undefined);
  return lineEnds(stringify(Object.fromEntries(kept), { lineWidth: 0 }), lineEnd);
}

function lineEnds(written: string, lineEnd: string): string {
  return written.replaceAll('\n', lineEnd);
}

function firstHeading(cells: readonly CellContent[]): string | null {
  const prose = cells.find(({ kind, source }) => kind === 'markdown' && /^#{1,6} /m.test(source));
  return /^#{1,6} +(.*?)[ #]*$/m.exec(prose?.source ?? '')?.[1] ?? null;
}

function toText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}

function toFilters(value: unknown): Filters {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).map(([dimension, chosen]) => {
    const list: readonly unknown[] = Array.isArray(chosen) ? chosen : [chosen];
    return [dimension, list.filter((item) => item !== null && typeof item !== 'object').map(String)] as const;
  });
  return Object.fromEntries(entries.filter(([, chosen]) => chosen.length > 0));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
