import type { Engine } from '#engine';
import {
  asInCell,
  compileFacts,
  dimensions as catalogueDimensions,
  hasDimension,
  type Definition,
  type FactKey,
  type Kpi,
} from '#kpi';
import { quoteLiteral } from '#sql';
import { toIso, toNumber, type Table } from '#table';
import type { Period } from '#time';
import { AppError } from '#errors';
import { nothing, type Pair, type Sums } from './sums.ts';
import type { DaySums } from './weekdays.ts';

/** A way to cut rows into segments; `members` are what its columns hold, NULL among them. */
export interface Dimension {
  readonly name: string;
  /** What it says is of the survey and not of the service: another scale, answers that are still coming in. */
  readonly kind: 'service' | 'scale' | 'delay' | 'tag';
}

/** A segment, and what it has in both periods. */
export interface Cell extends Pair {
  /** Places in the list of dimensions. */
  readonly by: readonly number[];
  readonly members: readonly (string | null)[];
}

/** What tells a segment from another. */
export function keyOf({ by, members }: Pick<Cell, 'by' | 'members'>): string {
  return JSON.stringify([by, members]);
}

export interface FactTables {
  readonly dimensions: readonly Dimension[];
  /** Each dimension's segments, and each pair's where asked for. */
  cells(options: { readonly pairs: boolean; readonly without: readonly Cell[] }): Promise<readonly Cell[]>;
  /** Of who was asked, by dimension and member: null where nobody knows. */
  readonly asked: readonly Cell[] | null;
  /** Day by day, the day of the service where ratings say it, what a segment has; or how much of all rows it is. */
  days(of: Cell | null, as: 'value' | 'share'): Promise<readonly DaySums[]>;
  /** All rows by the day of the service: of the period before, and of the one after until a day. */
  served(until: string): Promise<Pair>;
  close(): Promise<void>;
}

export interface FactsQuestion {
  readonly kpi: Kpi;
  readonly definition: Definition;
  readonly before: Period;
  readonly after: Period;
  readonly signal: AbortSignal | undefined;
}

/** Left out: what names single people, and what only repeats another. */
const notLookedAt: ReadonlySet<string> = new Set(['customer', 'service', 'tag', 'status', 'status_reason']);
/** A dimension of more members says little of each. */
const mostMembers = 200;
const mostInPairs = 40;
const mostFields = 12;

const ticketKeys: readonly FactKey[] = [
  {
    name: 'hour',
    table: 'tickets',
    sql: `case when tickets.created_at is null then null else format('{:02d}–{:02d}', hour(tickets.created_at) // 4 * 4, hour(tickets.created_at) // 4 * 4 + 4) end`,
  },
  {
    name: 'first_response',
    table: 'tickets',
    sql: `case when tickets.first_response_seconds < 900 then '< 15 min' when tickets.first_response_seconds < 3600 then '< 1 h' when tickets.first_response_seconds < 14400 then '< 4 h' when tickets.first_response_seconds < 86400 then '< 24 h' when tickets.first_response_seconds >= 86400 then '≥ 24 h' end`,
  },
  {
    name: 'reopened',
    table: 'tickets',
    sql: `case when tickets.reopens > 0 then 'reopened' when tickets.reopens = 0 then 'not reopened' end`,
  },
];
const surveyKeys: readonly FactKey[] = [
  { name: 'scale', table: 'ratings', sql: 'scale' },
  {
    name: 'answer_delay',
    table: 'ratings',
    sql: `case when rated_at_utc < coalesce(sent_at_utc, tickets.last_solved_at_utc) + interval 1 day then '< 1 d' when rated_at_utc < coalesce(sent_at_utc, tickets.last_solved_at_utc) + interval 3 day then '1–3 d' when rated_at_utc < coalesce(sent_at_utc, tickets.last_solved_at_utc) + interval 7 day then '3–7 d' when rated_at_utc is not null and coalesce(sent_at_utc, tickets.last_solved_at_utc) is not null then '≥ 7 d' end`,
  },
];

/** What a dimension of an explanation is made by: a key of its own, or a dimension of the catalogue. */
export function keyNamed(name: string): FactKey | string {
  return [...ticketKeys, ...surveyKeys].find((key) => key.name === name) ?? name;
}

/** When the service was that a rating is of: an answer that comes late says nothing of its own day. */
const served: FactKey = {
  name: 'served',
  table: 'ratings',
  sql: 'least(coalesce(ratings.sent_at, tickets.last_solved_at, ratings.rated_at), ratings.rated_at)',
};

let tables = 0;

/** Gathers the rows of both periods once, in a temporary table; everything else is asked of that. */
export async function openFacts(
  engine: Engine,
  book: string | null,
  question: FactsQuestion,
): Promise<FactTables> {
  const { kpi, definition, before, after, signal } = question;
  const name = `temp.main.facts_${++tables}`;
  const asked = surveyOf(definition);
  const wanted = wantedDimensions(kpi, definition, await fieldsOf(engine, book));
  await gather(engine, book, { ...question, name, wanted });
  const dimensions = await worthALook(engine, name, wanted);
  const day = definition.from === 'ratings' ? `d${wanted.length}::timestamp` : 'fact_at';
  const around = { engine, name, before, after, dimensions, day, signal };
  const sums = (options: { pairs: boolean; without: readonly Cell[] }) => cellsOf(around, options);
  let surveys: readonly Cell[] | null = null;
  if (asked !== null) {
    await gather(engine, book, { ...question, definition: asked, name: `${name}_asked`, wanted });
    surveys = await askedCells({ ...around, name: `${name}_asked` });
  }
  return {
    dimensions: dimensions.map(({ dimension }) => dimension),
    cells: sums,
    asked: surveys,
    days: (of, as) => daysOf(around, of, as),
    served: (until) => servedUntil(around, until),
    close: () => engine.exec(`drop table if exists ${name};\ndrop table if exists ${name}_asked`),
  };
}

/** Custom fields of few enough values to be a dimension. */
async function fieldsOf(engine: Engine, book: string | null): Promise<readonly string[]> {
  const sql = `with fields as (
  select unnest(map_keys(custom_fields)) as name, unnest(map_values(custom_fields)) as value
  from tickets
)
select name from fields group by name having count(distinct value) between 2 and ${mostMembers} order by count(*) desc, name limit ${mostFields}`;
  const table = await engine.query(await asInCell(engine, sql, { book, period: null, asOf: null }));
  return Array.from({ length: table.rowCount }, (_, row) => table.columns[0]?.at(row)).flatMap((name) =>
    typeof name === 'string' ? [name] : [],
  );
}

interface Wanted {
  readonly dimension: Dimension;
  readonly key: FactKey | null;
}

function wantedDimensions(kpi: Kpi, definition: Definition, fields: readonly string[]): Wanted[] {
  const named = catalogueDimensions
    .map(({ name }) => name)
    .filter((name) => !notLookedAt.has(name) && hasDimension(kpi, definition, name));
  const ofFields = hasDimension(kpi, definition, 'channel') ? fields.map((field) => `field:${field}`) : [];
  const isOfTicket = hasDimension(kpi, definition, 'site');
  const keys = [
    ...(isOfTicket ? ticketKeys.filter(({ name }) => !repeats(definition, name)) : []),
    ...(definition.from === 'ratings' ? surveyKeys : []),
  ];
  return [
    ...[...named, ...ofFields].map((name) => ({ dimension: { name, kind: 'service' as const }, key: null })),
    ...keys.map((key) => ({ dimension: { name: key.name, kind: kindOf(key.name) }, key })),
  ];
}

/** Whether a key is what the value itself is made of: it explains nothing then. */
function repeats({ where, value, numerator, denominator, expression }: Definition, key: string): boolean {
  const column = key === 'first_response' ? /\bfirst_response_/ : key === 'reopened' ? /\breopens?\b/ : null;
  return [where, value, numerator, denominator, expression].some((sql) => column?.test(sql ?? ''));
}

function kindOf(name: string): Dimension['kind'] {
  return name === 'scale' ? 'scale' : name === 'answer_delay' ? 'delay' : 'service';
}

/** The surveys that were sent, answered or not, of the kind that a definition reads. */
function surveyOf({ from, where, ...definition }: Definition): Definition | null {
  const kind = /\bkind = '(\w+)'/.exec(where ?? '')?.[1];
  if (from !== 'ratings' || kind === undefined) return null;
  return {
    ...definition,
    from,
    shape: 'ratio',
    unit: 'percent',
    value: 'avg((score_raw is not null)::int)',
    numerator: null,
    denominator: null,
    where: `kind = '${kind}' and sent_at is not null`,
    at: 'sent_at',
  };
}

interface GatherOptions extends FactsQuestion {
  readonly name: string;
  readonly wanted: readonly Wanted[];
}

async function gather(engine: Engine, book: string | null, options: GatherOptions): Promise<void> {
  const { kpi, definition, before, after, wanted, name, signal } = options;
  const sql = compileFacts(definition, {
    kpi,
    dimensions: wanted.flatMap(({ dimension, key }) => (key === null ? [dimension.name] : [])),
    keys: [...wanted.flatMap(({ key }) => key ?? []), ...(definition.from === 'ratings' ? [served] : [])],
    periods: [before, after],
  });
  if (sql === null) throw new AppError('explain.noParts', { kpi: kpi.id });
  const kept = `create or replace temp table ${name.replace('temp.main.', '')} as\n${sql}`;
  await engine.query(await asInCell(engine, kept, { book, period: null, asOf: null }), { signal });
}

interface Column {
  readonly dimension: Dimension;
  /** `d0`. */
  readonly column: string;
  readonly members: number;
}

async function worthALook(engine: Engine, name: string, wanted: readonly Wanted[]): Promise<Column[]> {
  const counts = wanted.map(
    (_, index) => `count(distinct d${index}) + (count(*) > count(d${index}))::int as d${index}`,
  );
  const table = await engine.query(`select ${counts.join(', ')} from ${name}`);
  return wanted.flatMap(({ dimension }, index) => {
    const column = `d${index}`;
    const members = toNumber(table.columns.find((each) => each.name === column)?.at(0) ?? null) ?? 0;
    return members >= 2 && members <= mostMembers ? [{ dimension, column, members }] : [];
  });
}

interface Around {
  readonly engine: Engine;
  readonly name: string;
  readonly before: Period;
  readonly after: Period;
  readonly dimensions: readonly Column[];
  /** The instant that a row belongs to. */
  readonly day: string;
  readonly signal: AbortSignal | undefined;
}

const aggregates =
  'count(*) as rows, sum(x) as x, sum(w) as w, sum(x * x) as xx, sum(x * w) as xw, sum(w * w) as ww';

async function cellsOf(
  around: Around,
  { pairs, without }: { pairs: boolean; without: readonly Cell[] },
): Promise<readonly Cell[]> {
  const { dimensions } = around;
  const singles = dimensions.map((_, index) => [index]);
  const small = singles.filter(
    ([index = 0]) =>
      dimensions[index]?.dimension.kind === 'service' && dimensions[index].members <= mostInPairs,
  );
  const twos = small.flatMap(([a = 0]) => small.flatMap(([b = 0]) => (a < b ? [[a, b]] : [])));
  const sets = pairs ? [...singles, ...twos] : singles;
  return sets.length === 0 ? [] : await grouped(around, { sets, without });
}

async function grouped(
  { engine, name, after, dimensions, signal }: Around,
  { sets, without }: { sets: readonly (readonly number[])[]; without: readonly Cell[] },
): Promise<readonly Cell[]> {
  const columns = dimensions.map(({ column }) => column);
  const is = (index: number): string => columns[index] ?? '';
  const table = await engine.query(
    `select grouping(${columns.join(', ')}) as places, fact_at >= timestamp ${quoteLiteral(after.from ?? '-infinity')} and fact_at < timestamp ${quoteLiteral(after.to ?? 'infinity')} as is_after, ${columns.join(', ')}, ${aggregates}
from ${name}${without.length === 0 ? '' : `\nwhere ${without.map((cell) => `not (${conditionOf(cell, columns)})`).join(' and ')}`}
group by grouping sets (${sets.map((set) => `(is_after, ${set.map(is).join(', ')})`).join(', ')})`,
    { signal },
  );
  return paired(table, dimensions);
}

function conditionOf({ by, members }: Pick<Cell, 'by' | 'members'>, columns: readonly string[]): string {
  return by
    .map((place, index) => `${columns[place]} is not distinct from ${quoteLiteral(members[index] ?? null)}`)
    .join(' and ');
}

/** The rows of a grouped query as segments: what of a segment one of the periods lacks is nothing. */
function paired(table: Table, dimensions: readonly Column[]): Cell[] {
  const at = columnsOf(table);
  const [places, isAfter] = [at('places'), at('is_after')];
  const keys = dimensions.map(({ column }) => at(column));
  const sumsAt = sumsIn(table);
  const setOf = remembered((mask: number) =>
    dimensions.flatMap((_, index) => (isGroupedBy(mask, index, dimensions.length) ? [index] : [])),
  );
  const cells = new Map<string, Cell>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const by = setOf(toNumber(places?.at(row) ?? null) ?? 0);
    const members = by.map((index) => {
      const member = keys[index]?.at(row);
      return typeof member === 'string' ? member : null;
    });
    const key = keyOf({ by, members });
    const cell = cells.get(key) ?? { by, members, before: nothing, after: nothing };
    cells.set(key, { ...cell, [isAfter?.at(row) === true ? 'after' : 'before']: sumsAt(row) });
  }
  return [...cells.values()];
}

function remembered<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
}

/** `grouping()` has a bit for each column, the first the highest, that is 1 where the row is not grouped by it. */
function isGroupedBy(mask: number, index: number, count: number): boolean {
  return Math.floor(mask / 2 ** (count - 1 - index)) % 2 === 0;
}

function columnsOf(table: Table): (name: string) => Table['columns'][number] | undefined {
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  return (name) => columns.get(name);
}

function sumsIn(table: Table): (row: number) => Sums {
  const at = columnsOf(table);
  const [rows, x, w, xx, xw, ww] = [at('rows'), at('x'), at('w'), at('xx'), at('xw'), at('ww')];
  const number = (column: typeof x, row: number): number => toNumber(column?.at(row) ?? null) ?? 0;
  return (row) => ({
    rows: number(rows, row),
    x: number(x, row),
    w: number(w, row),
    xx: number(xx, row),
    xw: number(xw, row),
    ww: number(ww, row),
  });
}

/** Null where every survey that is known was answered: then nobody knows who was asked. */
async function askedCells(around: Around): Promise<readonly Cell[] | null> {
  const cells = await cellsOf(around, { pairs: false, without: [] });
  return cells.some(({ before, after }) => before.x < before.rows || after.x < after.rows) ? cells : null;
}

async function daysOf(
  { engine, name, before, dimensions, day: instant, signal }: Around,
  of: Cell | null,
  as: 'value' | 'share',
): Promise<readonly DaySums[]> {
  const columns = dimensions.map(({ column }) => column);
  const isIn = of === null ? 'true' : conditionOf(of, columns);
  const relation =
    as === 'value'
      ? `${name}\nwhere ${isIn}`
      : `(select * replace (1.0 as w, (${isIn})::int as x) from ${name})\nwhere true`;
  const table = await engine.query(
    `select (${instant})::date as day, ${aggregates}
from ${relation} and ${instant} >= timestamp ${quoteLiteral(before.from ?? '-infinity')}
group by day
order by day`,
    { signal },
  );
  const day = table.columns.find((column) => column.name === 'day');
  const sumsAt = sumsIn(table);
  return Array.from({ length: table.rowCount }, (_, row) => ({
    day: (day && toIso(day.at(row), day.kind))?.slice(0, 10) ?? '',
    sums: sumsAt(row),
  }));
}

async function servedUntil(
  { engine, name, before, after, day, signal }: Around,
  until: string,
): Promise<Pair> {
  const within = (from: string | null, to: string | null): string =>
    `${day} >= timestamp ${quoteLiteral(from ?? '-infinity')} and ${day} < timestamp ${quoteLiteral(to ?? 'infinity')}`;
  const sums = async (condition: string): Promise<Sums> =>
    sumsIn(await engine.query(`select ${aggregates} from ${name} where ${condition}`, { signal }))(0);
  return {
    before: await sums(within(before.from, before.to)),
    after: await sums(within(after.from, `${until} 00:00:00`)),
  };
}
