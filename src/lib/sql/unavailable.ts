import { text, type Text } from '#errors';
import { RelationScanner } from './relation-scanner.ts';
import { statementTokens } from './split.ts';
import { keyword, type Token } from './tokens.ts';

/** Something that the page's engine cannot run, and where it stands. */
export interface Unavailable {
  readonly text: Text;
  readonly from: number;
  readonly to: number;
}

/**
 * What native DuckDB would run and the page cannot: it has no ICU, no JSON and no other extension, and reaches no file.
 * Said before the text runs, because some of these end the engine rather than the query.
 */
export function unavailable(sql: string): Unavailable[] {
  const found = statementTokens(sql).flatMap((tokens) => [
    ...forbiddenStatement(tokens),
    ...tokens.flatMap((_, at) => forbiddenAt(tokens, at)),
    ...files(tokens).map((token) => notice('sql.unavailable.file', [token], 0, 1)),
  ]);
  return found.sort((a, b) => a.from - b.from);
}

const statements = new Set([
  'install',
  'load',
  'attach',
  'detach',
  'copy',
  'export',
  'import',
  'use',
  'checkpoint',
]);

function forbiddenStatement(tokens: readonly Token[]): Unavailable[] {
  const word = keyword(tokens[0]);
  if (word === 'force' && statements.has(keyword(tokens[1])))
    return [notice('sql.unavailable.statement', tokens, 0, 2)];
  return statements.has(word) ? [notice('sql.unavailable.statement', tokens, 0, 1)] : [];
}

const zoneFunctions = new Set([
  'timezone',
  'make_timestamptz',
  'to_timestamp',
  'pg_timezone_names',
  'icu_sort_key',
]);
/** Moments of now come with a time zone: to truncate or to subtract one ends the engine, and asks the network for ICU. */
const clockFunctions =
  /^(now|today|get_current_time|get_current_timestamp|transaction_timestamp|current_local(time|timestamp))$/;
const clockWords = /^(current_(date|time|timestamp)|localtime|localtimestamp)$/;
const fileFunctions =
  /^(read_\w+|parquet_(scan|metadata|schema|file_metadata|kv_metadata|bloom_probe)|sniff_csv|glob|csv_scan|sqlite_scan|postgres_scan|st_read|iceberg_scan|delta_scan)$/;
const jsonFunctions =
  /^(json|json_\w+|to_json|from_json|from_json_strict|array_to_json|row_to_json|json\w*_agg)$/;

function forbiddenAt(tokens: readonly Token[], at: number): Unavailable[] {
  const word = keyword(tokens[at]);
  const isName = tokens[at - 1]?.text === '.';
  if (word === 'at' && keyword(tokens[at + 1]) === 'time' && keyword(tokens[at + 2]) === 'zone') {
    return [notice('sql.unavailable.zone', tokens, at, 3)];
  }
  if (isZonedType(tokens, at)) return [notice('sql.unavailable.zone', tokens, at, 1)];
  if (clockWords.test(word) && !isName && keyword(tokens[at - 1]) !== 'as')
    return [notice('sql.unavailable.clock', tokens, at, 1)];
  if (tokens[at]?.text === '->>' || (word === 'json' && isTypeAt(tokens, at))) {
    return [notice('sql.unavailable.json', tokens, at, 1)];
  }
  if (tokens[at + 1]?.text !== '(' || isName) return [];
  if (clockFunctions.test(word)) return [notice('sql.unavailable.clock', tokens, at, 1)];
  if (zoneFunctions.has(word)) return [notice('sql.unavailable.zone', tokens, at, 1)];
  if (fileFunctions.test(word)) return [notice('sql.unavailable.file', tokens, at, 1)];
  return jsonFunctions.test(word) ? [notice('sql.unavailable.json', tokens, at, 1)] : [];
}

function files(tokens: readonly Token[]): readonly Token[] {
  const scanner = new RelationScanner(tokens);
  scanner.scanStatement();
  return scanner.files;
}

function isTypeAt(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.text === '::' || (keyword(before) === 'as' && tokens[at + 1]?.text === ')');
}

function isZonedType(tokens: readonly Token[], at: number): boolean {
  const isLiteral = tokens[at + 1]?.kind === 'string';
  if (keyword(tokens[at]) === 'timestamptz') return isLiteral || isTypeAt(tokens, at);
  const words = [0, 1, 2, 3].map((step) => keyword(tokens[at + step]));
  return words.join(' ') === 'timestamp with time zone';
}

function notice(code: string, tokens: readonly Token[], at: number, length: number): Unavailable {
  const run = tokens.slice(at, at + length);
  const words = run.map((token) => token.text).join(' ');
  return { text: text(code, { words }), from: run[0]!.from, to: run.at(-1)!.to };
}
