import { text, type Text } from '#errors';
import { closing } from './brackets.ts';
import { writeIdentifier } from './quote.ts';
import { keyword, nameOf, sameName, significant, tokenize, type Token } from './tokens.ts';

/** One replacement that would mend a text. */
export interface Fix {
  readonly title: Text;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What would mend a problem that was told of a text, best first. */
export function fixesFor(sql: string, { code, params }: Text, at: number): Fix[] {
  const tokens = significant(tokenize(sql));
  const name = String(params['name'] ?? '');
  switch (code) {
    case 'engine.query.noColumn':
    case 'engine.query.noTable':
    case 'engine.query.noFunction':
    case 'engine.query.noAlias':
      return meant(tokens, name, String(params['near'] ?? ''), at);
    case 'engine.query.notGrouped':
      return grouped(sql, tokens, name, at);
    case 'sql.unavailable.zone':
      return local(tokens, at);
    case 'sql.unavailable.clock':
      return asOf(tokens, at);
    default:
      return [];
  }
}

function meant(tokens: readonly Token[], name: string, near: string, at: number): Fix[] {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const token = tokens.find((each) => each.to > at && sameName(nameOf(each), last));
  if (!token || near === '') return [];
  return near.split(', ').map((candidate) => {
    const insert = writeIdentifier(candidate);
    return { title: text('sql.fix.name', { name: insert }), from: token.from, to: token.to, insert };
  });
}

const afterGroups = new Set(
  'having qualify window order limit offset union intersect except fetch'.split(' '),
);
const queryWords = new Set(['select', 'from', 'with']);

function grouped(sql: string, tokens: readonly Token[], name: string, at: number): Fix[] {
  const start = tokens.findIndex(({ to }) => to > at);
  if (start < 0) return [];
  const rest = sameLevel(tokens, leaveCalls(tokens, start));
  const stop = rest.findIndex((token) => afterGroups.has(keyword(token)) || token.text === ';');
  const clause = stop < 0 ? rest : rest.slice(0, stop);
  const last = clause.at(-1) ?? tokens[start]!;
  const end = endOf(tokens, last);
  const isGrouped = clause.some((token) => keyword(token) === 'group');
  const before = sql.slice(0, end).includes('\n') ? '\n' : ' ';
  return isGrouped
    ? [{ title: text('sql.fix.groupBy', { name }), from: end, to: end, insert: `, ${writeIdentifier(name)}` }]
    : [{ title: text('sql.fix.groupByAll'), from: end, to: end, insert: `${before}group by all` }];
}

/** The place from which the query around a token goes on: behind the brackets of the calls that hold it. */
function leaveCalls(tokens: readonly Token[], start: number): number {
  let depth = 0;
  let from = start;
  for (let at = start - 1; at >= 0; at--) {
    if (tokens[at]!.text === ')') depth += 1;
    if (tokens[at]!.text !== '(') continue;
    if (depth > 0) depth -= 1;
    else if (queryWords.has(keyword(tokens[at + 1]))) return from;
    else from = closing(tokens, at) + 1;
  }
  return from;
}

/** The tokens outside of brackets from a place on, up to the bracket that ends their query. */
function sameLevel(tokens: readonly Token[], from: number): Token[] {
  const found: Token[] = [];
  for (let at = from; at < tokens.length && tokens[at]!.text !== ')'; at++) {
    found.push(tokens[at]!);
    if (tokens[at]!.text === '(') at = closing(tokens, at);
  }
  return found;
}

/** Where a token ends, its brackets included. */
function endOf(tokens: readonly Token[], token: Token): number {
  const at = tokens.indexOf(token);
  return token.text === '(' ? (tokens[closing(tokens, at)] ?? token).to : token.to;
}

/** What says which moment it is, the data’s latest moment says too. */
function asOf(tokens: readonly Token[], at: number): Fix[] {
  const place = tokens.findIndex(({ from }) => from === at);
  const token = tokens[place];
  const word = keyword(token);
  if (!token || /time$/.test(word)) return [];
  const insert = /^(today|current_date)$/.test(word) ? '$as_of::date' : '$as_of';
  const isCall = tokens[place + 1]?.text === '(' && tokens[place + 2]?.text === ')';
  const { to } = isCall ? tokens[place + 2]! : token;
  return [{ title: text('sql.fix.name', { name: insert }), from: token.from, to, insert }];
}

/** `created_at_utc at time zone '…'` is the column `created_at`, which is there in local time. */
function local(tokens: readonly Token[], at: number): Fix[] {
  const place = tokens.findIndex(({ from }) => from === at);
  if (keyword(tokens[place]) !== 'at') return [];
  let first = place - 1;
  while (isZone(tokens, first - 3)) first -= 4;
  const column = tokens[first];
  if (column?.kind !== 'word' && column?.kind !== 'quoted') return [];
  let last = place;
  while (isZone(tokens, last + 4)) last += 4;
  const zone = tokens[last + 3];
  if (!zone) return [];
  const name = writeIdentifier(nameOf(column).replace(/_utc$/, ''));
  return [{ title: text('sql.fix.local', { name }), from: column.from, to: zone.to, insert: name }];
}

function isZone(tokens: readonly Token[], at: number): boolean {
  const words = [0, 1, 2].map((step) => keyword(tokens[at + step]));
  return words.join(' ') === 'at time zone';
}
