import { assert } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { canonicalTable } from '../canonical/index.ts';
import { seconds } from '../compile/derived.ts';
import type { Completing } from './completing-sql.ts';
import type { Place } from './place.ts';

/** Rows that come to a source, or leave it, and what has to be known of it to complete them as if all had come at once. */
export interface Merge {
  readonly sourceId: string;
  readonly base: Place;
  /** Tables that stand before the base ones until all is settled. A transaction cannot drop what it wrote: `dropStagingSql` does, after it. */
  readonly staging: Place;
  readonly schema: string;
  /** By table, the canonical columns that the files fill. */
  readonly mapped: ReadonlyMap<string, ReadonlySet<string>>;
  /** Raw columns that the files keep in `custom_fields`. */
  readonly customFields: readonly string[];
  /** Tables in which the source has rows. */
  readonly present: ReadonlySet<string>;
  /** Columns of tickets in which the source knows something. */
  readonly known: ReadonlySet<string>;
  /** Columns of tickets that a mapping of the source names. */
  readonly stated: ReadonlySet<string>;
  /** Files that gave tickets of their own: every other ticket was made from what was told of it. */
  readonly ticketFiles: readonly string[];
  /** Columns of ratings that no file gives: tickets lend them. */
  readonly borrowed: readonly string[];
  /** By table, which of the source's rows are taken out: a condition over the alias `b`. */
  readonly gone: ReadonlyMap<string, string>;
  /** Rows of the files that complete others. */
  readonly completing: readonly Completing[];
  /** Statements that write the files' rows, and the query of their answers. */
  readonly incoming: (place: Place) => { readonly rows: readonly string[]; readonly ratings: string | null };
  /** Statements that complete rows by one another. */
  readonly complete: (completion: Completion) => readonly string[];
}

export interface Completion {
  readonly place: Place;
  /** All rows of the source, whether they are completed or not: what is said of the whole source is asked of them. */
  readonly whole: Place;
  readonly filled: ReadonlySet<string>;
  /** The query of the answers to be dated; null = none. */
  readonly ratings: string | null;
}

/** Places of a merge: the base tables, and a schema that lasts as long as its transaction. */
export function placesOf(engine: Engine): Pick<Merge, 'base' | 'staging' | 'schema'> {
  const { database } = engine;
  return {
    base: (table) => quoteRelation(database, 'base', table),
    staging: (table) => quoteRelation(database, 'staging', table),
    schema: quoteRelation(database, 'staging'),
  };
}

/** What belongs to a ticket, and changes what is known of it. */
const ofTicket = ['messages', 'ticket_events', 'calls', 'ratings'] as const;
const tellers: readonly string[] = ['messages', 'ticket_events', 'calls'];
/** People: what is known of them stays until something else is known. */
const people: ReadonlySet<string> = new Set(['agents', 'customers']);

/** Columns of tickets that may have been worked out from messages, events and calls. */
const derivable = [
  ...['assigned_at', 'first_reply_at', 'first_human_reply_at', 'first_solved_at', 'last_solved_at'].flatMap(
    (name) => [name, `${name}_utc`],
  ),
  ...['started_by', 'agent_replies', 'customer_messages', 'agents_involved', 'teams_involved', 'reopens'],
  ...['first_response', 'first_resolution', 'resolution', 'wait', 'handle'].map((name) => `${name}_seconds`),
  'is_reopened',
];

/** Columns that histories tell, once they are written. */
const fromHistories: readonly string[] = [
  'agent_actions',
  'in_progress_seconds',
  'hold_seconds',
  'agent_wait_seconds',
  'requester_wait_seconds',
];

/** Durations between two instants of the ticket itself. */
const spans: Readonly<Record<string, string>> = {
  first_response_seconds: 'first_human_reply_at_utc',
  first_resolution_seconds: 'first_solved_at_utc',
  resolution_seconds: 'last_solved_at_utc',
  wait_seconds: 'assigned_at_utc',
};

/**
 * Statements that merge what files bring with what the source has. The tickets that are touched are taken out with all that belongs
 * to them, what was once worked out is forgotten, the later states are taken, and everything is worked out anew: the result
 * is what one import of all files would have given. Then they are put back.
 */
export function mergeSql(merge: Merge): string[] {
  const tables = stagedTables(merge);
  return [
    `create schema ${merge.schema}`,
    ...incomingSql(merge),
    touchedSql(merge),
    ...forgottenSql(merge),
    ...['calls', ...tables.filter((table) => table !== 'calls')].flatMap((table) =>
      tables.includes(table) ? mergedSql(merge, table) : [],
    ),
    ...tables.map((table) => wholeSql(merge, table)),
    ...merge.completing.flatMap((completing) => completedSql(merge, completing)),
    ...merge.complete({
      place: (table) => (tables.includes(table) ? merge.staging(table) : merge.base(table)),
      whole: (table) => (tables.includes(table) ? merge.staging(wholeName(table)) : merge.base(table)),
      filled: new Set(tellers.filter((table) => tables.includes(table))),
      ratings: tables.includes('ratings') ? `select * from ${merge.staging('all_ratings')}` : null,
    }),
  ];
}

/** Statements that put the merged rows in the place of what the source had. */
export function putBackSql(merge: Merge): string[] {
  const { base, staging, sourceId } = merge;
  return stagedTables(merge).flatMap((table) => {
    const { key } = canonical(table);
    const gone = takenOut(merge, table);
    const keys = key.map(quoteIdentifier).join(', ');
    return [
      ...(gone ? [`delete from ${base(table)} as b where ${own(merge)} and (${gone})`] : []),
      ...(key.length === 0
        ? []
        : [
            `delete from ${base(table)} as b using (select distinct ${keys} from ${staging(table)}) k where b.source_id = ${quoteLiteral(sourceId)} and ${joined(key, 'b', 'k')}`,
          ]),
      `insert into ${base(table)} by name select * from ${staging(table)}`,
    ];
  });
}

/** Rows of a source that do not stay: a touched ticket that only calls, messages or events told of is made again from them. */
export function takenOut(merge: Merge, table: string): string | undefined {
  const gone = merge.gone.get(table);
  if (table !== 'tickets') return gone;
  const files = merge.ticketFiles.map((file) => quoteLiteral(file)).join(', ');
  const told = `(b.source_file not in (${files || "''"}) and b.ticket_id in (select ticket_id from ${merge.staging('touched')}))`;
  return gone ? `${gone} or ${told}` : told;
}

/** The tables that take part in a merge. */
export function stagedTables({ mapped, present, gone }: Merge): readonly string[] {
  const touchesTickets = [...mapped.keys(), ...gone.keys()].some(
    (table) => isOfTicket(table) || table === 'names',
  );
  const family = ['tickets', ...ofTicket].filter(
    (table) => table === 'tickets' || mapped.has(table) || present.has(table),
  );
  const others = [...new Set([...mapped.keys(), ...gone.keys()])].filter((table) => !isOfTicket(table));
  return [...(touchesTickets ? family : []), ...others];
}

export function incomingName(table: string): string {
  return `new_${table}`;
}

/** `a.k = b.k and …`; a key that is not known equals none. */
export function joined(key: readonly string[], a: string, b: string): string {
  return key.map((name) => `${a}.${quoteIdentifier(name)} = ${b}.${quoteIdentifier(name)}`).join(' and ');
}

function wholeName(table: string): string {
  return `whole_${table}`;
}

/** A source's rows as they will be: the merged ones, and those that nothing touches. */
function wholeSql(merge: Merge, table: string): string {
  const { key } = canonical(table);
  const merged = merge.staging(table === 'ratings' ? 'all_ratings' : table);
  const rest =
    key.length === 0
      ? ''
      : ` union all by name select b.* from ${merge.base(table)} b anti join ${merged} n on ${joined(key, 'b', 'n')} where ${staying(merge, table)}`;
  return `create view ${merge.staging(wholeName(table))} as select * from ${merged}${rest}`;
}

function isOfTicket(table: string): boolean {
  return table === 'tickets' || ofTicket.some((each) => each === table);
}

/** Rows that the files complete join those that they bring, wherever they were. */
function completedSql(merge: Merge, { table, key, keys, statement }: Completing): string[] {
  const staged = merge.staging(table);
  return [
    `insert into ${staged} by name select b.* from ${merge.base(table)} b semi join (${keys}) k on ${joined(key, 'b', 'k')} anti join ${staged} n on ${joined(key, 'b', 'n')} where ${staying(merge, table)}`,
    statement(merge.staging),
  ];
}

function canonical(table: string) {
  const found = canonicalTable(table);
  assert(found, 'mapped tables are canonical');
  return found;
}

function own({ sourceId }: Merge): string {
  return `b.source_id = ${quoteLiteral(sourceId)}`;
}

/** The source's rows of a table that stay. */
function staying(merge: Merge, table: string): string {
  const gone = takenOut(merge, table);
  return gone ? `${own(merge)} and (${gone}) is not true` : own(merge);
}

function incomingSql(merge: Merge): string[] {
  const place: Place = (table) => merge.staging(incomingName(table));
  const { rows, ratings } = merge.incoming(place);
  const tables = [...new Set([...merge.mapped.keys(), ...stagedTables(merge)])];
  return [
    ...tables.flatMap((table) => [
      `create table ${place(table)} as from ${merge.base(table)} limit 0`,
      `create table ${merge.staging(table)} as from ${merge.base(table)} limit 0`,
    ]),
    ...rows,
    ...(ratings === null ? [] : [`insert into ${place('ratings')} by name ${ratings}`]),
  ];
}

/** Tickets that rows come for, or leave, or belonged to before. */
function touchedSql(merge: Merge): string {
  const { base, staging } = merge;
  const tables = stagedTables(merge).filter(isOfTicket);
  const ticketOf = (table: string) =>
    table === 'calls' ? `coalesce(ticket_id, 'call ' || call_id)` : 'ticket_id';
  const queries = tables.flatMap((table) => {
    const { key } = canonical(table);
    const incoming = staging(incomingName(table));
    const gone = merge.gone.get(table);
    return [
      ...(merge.mapped.has(table) ? [`select ${ticketOf(table)} as ticket_id from ${incoming}`] : []),
      ...(merge.mapped.has(table) && table !== 'tickets'
        ? [
            `select b.ticket_id from ${base(table)} b semi join ${incoming} n on ${joined(key, 'b', 'n')} where ${own(merge)}`,
          ]
        : []),
      ...(gone ? [`select b.ticket_id from ${base(table)} b where ${own(merge)} and (${gone})`] : []),
    ];
  });
  for (const { table, keys } of merge.completing) if (table === 'tickets') queries.push(keys);
  if (merge.mapped.has('names') && tables.length > 0) queries.push(newlyNamed(merge));
  const all = queries.length === 0 ? 'select null::varchar as ticket_id' : queries.join(' union all ');
  return `create table ${staging('touched')} as select distinct ticket_id from (${all}) where ticket_id is not null`;
}

/** A name that was not known before may belong to any ticket. */
function newlyNamed(merge: Merge): string {
  const { key } = canonical('names');
  const news = `select 1 from ${merge.staging(incomingName('names'))} n left join ${merge.base('names')} b on ${own(merge)} and ${joined(key, 'b', 'n')} where b.name is distinct from n.name`;
  return `select b.ticket_id from ${merge.base('tickets')} b where ${own(merge)} and exists (${news})`;
}

/** The touched tickets as the files themselves gave them: a value that equals what was worked out from the rows there were is worked out again. */
function forgottenSql(merge: Merge): string[] {
  if (!stagedTables(merge).includes('tickets')) return [];
  const { base, staging } = merge;
  const told = tellers.filter((table) => merge.present.has(table));
  const old: Place = (table) => staging(`old_${table}`);
  const oldOrBase: Place = (table) =>
    table === 'tickets' || told.includes(table) ? old(table) : base(table);
  const touched = (table: string, columns: string) =>
    `create table ${old(table)} as select ${columns} from ${base(table)} b semi join ${staging('touched')} using (ticket_id) where ${own(merge)}`;
  const columns = canonical('tickets').columns.filter(({ name }) => derivable.includes(name));
  const blank = columns.map(({ name, type }) => `null::${type} as ${quoteIdentifier(name)}`).join(', ');
  const untold = fromHistories
    .filter((name) => !merge.stated.has(name))
    .map((name) => `null as ${quoteIdentifier(name)}`);
  const values = columns.map(({ name }) => {
    const column = quoteIdentifier(name);
    const span = spans[name];
    const wasSpan = span
      ? ` or b.${column} = ${seconds('b.created_at_utc', `b.${quoteIdentifier(span)}`)}`
      : '';
    const known =
      name === 'is_reopened' ? ` and (b.is_reopened or b.status not in ('solved', 'closed'))` : '';
    return `case when (b.${column} = o.${column}${wasSpan})${known} then null else b.${column} end as ${column}`;
  });
  return [
    touched('tickets', `b.* replace (${blank})`),
    ...told.map((table) => touched(table, 'b.*')),
    ...merge.complete({ place: oldOrBase, whole: base, filled: new Set(told), ratings: null }),
    `create table ${staging('kept_tickets')} as select b.* replace (${[...values, ...untold].join(', ')}) from ${base('tickets')} b
  semi join ${staging('touched')} using (ticket_id) left join ${old('tickets')} o on o.ticket_id = b.ticket_id where ${staying(merge, 'tickets')}`,
  ];
}

function mergedSql(merge: Merge, table: string): string[] {
  const { staging } = merge;
  const { key, columns } = canonical(table);
  const target = table === 'ratings' ? staging('all_ratings') : staging(table);
  const create =
    table === 'ratings' ? [`create table ${target} as from ${merge.base('ratings')} limit 0`] : [];
  const incoming = staging(incomingName(table));
  if (key.length === 0) return [`insert into ${target} by name select * from ${incoming}`];
  const kept = keptRows(merge, table);
  const values = columns.map(({ name }) => `${mergedColumn(merge, table, name)} as ${quoteIdentifier(name)}`);
  const unique = `(select * from ${incoming} qualify row_number() over (partition by ${key.map(quoteIdentifier).join(', ')} order by source_row desc) = 1)`;
  const pulled = isOfTicket(table)
    ? [
        `insert into ${target} by name select b.* from (${kept}) b anti join ${incoming} n on ${joined(key, 'b', 'n')} where ${pulledCondition(merge, table)}`,
      ]
    : [];
  return [
    ...create,
    `insert into ${target} by name select ${values.join(', ')} from ${unique} n left join (${kept}) b on ${joined(key, 'b', 'n')}`,
    ...pulled,
  ];
}

/** What stays of a source's table, before its tickets are completed. */
function keptRows(merge: Merge, table: string): string {
  if (table === 'tickets') return `select * from ${merge.staging('kept_tickets')}`;
  const rows = `select b.* from ${merge.base(table)} b where ${staying(merge, table)}`;
  if (table !== 'ratings') return rows;
  const borrowed = [
    ...['rated_at', 'rated_at_utc', 'rated_at_basis'].map(
      (name) => `case when rated_at_basis = 'rated' then ${name} end as ${name}`,
    ),
    ...merge.borrowed.map((name) => `null as ${quoteIdentifier(name)}`),
  ];
  return `select * replace (${borrowed.join(', ')}) from (${rows})`;
}

function pulledCondition(merge: Merge, table: string): string {
  if (table === 'tickets') return 'true';
  const touched = `b.ticket_id in (select ticket_id from ${merge.staging('touched')})`;
  return table === 'ratings' && stagedTables(merge).includes('calls')
    ? `(${touched} or b.call_id in (select call_id from ${merge.staging('calls')}))`
    : touched;
}

/** Whose value a merged row takes: the later state's, and of columns that only one of both has, that one's. */
function mergedColumn(merge: Merge, table: string, name: string): string {
  const column = quoteIdentifier(name);
  const isOlder = table === 'tickets' ? 'coalesce(b.updated_at_utc > n.updated_at_utc, false)' : null;
  const later =
    isOlder === null ? `n.${column}` : `case when ${isOlder} then b.${column} else n.${column} end`;
  if (name === 'source_id' || canonical(table).key.includes(name)) return `n.${column}`;
  if (name === 'source_file' || name === 'source_row') return later;
  const isMapped = (each: string) => merge.mapped.get(table)?.has(each) ?? false;
  if (name === 'rated_at_basis' && isMapped('rated_at_utc') && !isMapped(name)) return 'null';
  if (name === 'is_reopened' && isMapped('status') && !isMapped(name)) return 'null';
  if (!isMapped(name)) return `b.${column}`;
  if (people.has(table)) return `coalesce(n.${column}, b.${column})`;
  if (name === 'custom_fields') return customFieldsSql(merge, isOlder ?? 'false');
  return table === 'tickets' && !merge.known.has(name) ? `n.${column}` : later;
}

/** Fields that the files do not have stay; of the others the later state counts. */
function customFieldsSql({ customFields }: Merge, isOlder: string): string {
  const named = customFields.map((field) => quoteLiteral(field)).join(', ');
  const others = named === '' ? 'true' : `entry.key not in (${named})`;
  const entries = (alias: string) => `coalesce(map_entries(${alias}.custom_fields), [])`;
  const kept = `list_filter(${entries('b')}, lambda entry: ${others})`;
  const newer = `case when b.custom_fields is null then n.custom_fields else map_from_entries(list_concat(${kept}, ${entries('n')})) end`;
  return `case when ${isOlder} then coalesce(b.custom_fields, n.custom_fields) else ${newer} end`;
}
