import type { Text } from '#errors';
import { QueryError, type QueryErrorKind } from './errors.ts';
import { plainWords, unreadable } from './plain-words.ts';

const kinds: Readonly<Record<string, QueryErrorKind>> = {
  Parser: 'syntax',
  Syntax: 'syntax',
  Binder: 'binder',
  'Parameter Not Allowed': 'binder',
  'Parameter Not Resolved': 'binder',
  Catalog: 'catalog',
  Conversion: 'conversion',
  'Out of Range': 'conversion',
  'Mismatch Type': 'conversion',
  'Invalid type': 'conversion',
  Constraint: 'constraint',
  INTERRUPT: 'interrupted',
  'Out of Memory': 'memory',
};

interface EngineReport {
  readonly type: string;
  readonly message: string;
  readonly position: number | null;
  /** What DuckDB counts: its grammar counts characters, everything after it the bytes of UTF-8. */
  readonly counts: 'characters' | 'bytes';
  readonly plain: Text | null;
}

/** Where a text that was run stands in the text as given. */
export interface Excerpt {
  readonly whole: string;
  readonly from: number;
  readonly sql: string;
}

/** DuckDB's error (both engines run with `errors_as_json`) as ours. */
export function toQueryError({ whole, from, sql }: Excerpt, error: unknown): QueryError {
  if (error instanceof QueryError) return error;
  const { type, message, position, counts, plain } = readReport(
    error instanceof Error ? error.message : String(error),
  );
  const kind = kinds[type] ?? 'other';
  const at = position === null ? null : utf16Offset[counts](sql, position);
  return new QueryError({
    sql: whole,
    kind,
    position: at === null ? null : from + at,
    engineMessage: message,
    plain: kind === 'syntax' && at !== null ? unreadable(sql.slice(at)) : plain,
    cause: error,
  });
}

export function interrupted(sql: string, cause?: unknown): QueryError {
  return new QueryError({ sql, kind: 'interrupted', position: null, engineMessage: 'Interrupted', cause });
}

/** A parser error comes as `Parser Error: {json}`, from DuckDB-Wasm as JSON in JSON; its sentence may draw the place. */
function readReport(text: string): EngineReport {
  const report = parseObject(text.slice(Math.max(0, text.indexOf('{"exception_type"'))));
  if (!report) return { type: '', message: text, position: null, counts: 'bytes', plain: null };
  const position = Number(report['position'] ?? NaN);
  const message = String(report['exception_message'] ?? text);
  if (message.startsWith('{"exception_type"')) return readReport(message);
  return {
    type: String(report['exception_type'] ?? ''),
    message: message.replace(/\n\nLINE \d+: .*\n *\^\s*$/s, '').trim(),
    position: Number.isInteger(position) ? position : null,
    counts: report['error_subtype'] === 'SYNTAX_ERROR' ? 'characters' : 'bytes',
    plain: plainWords(report),
  };
}

function parseObject(text: string): { [key: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

const utf16Offset = {
  bytes: (sql: string, count: number): number =>
    new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, count)).length,
  characters: (sql: string, count: number): number => Array.from(sql).slice(0, count).join('').length,
};
