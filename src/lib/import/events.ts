import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf } from '#table';
import { msToWallClock, wallClockToMs, wallClockToUtc, type WallClock } from '#time';
import { workspaceSource } from './calendar/calendar.ts';
import { workspaceZone } from './canonical/prepare.ts';
import { transact } from './load/transaction.ts';

export const eventKinds = ['release', 'outage', 'policy', 'staffing', 'campaign', 'other'] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happened and may explain a number, as a screen edits it. */
export interface EventSpec {
  readonly label: string;
  /** One of ours, or whatever word a source has for it. */
  readonly kind: string | null;
  /** When it began, by the workspace's clock. */
  readonly from: WallClock;
  /** When it was over, that instant no part of it; null for what has one day alone, or goes on. */
  readonly to: WallClock | null;
}

export interface MarkedEvent extends EventSpec {
  /** `workspace` for events marked here; a source may bring its own. */
  readonly sourceId: string;
}

interface EventsOptions {
  /** The notebook's scope; null for all. */
  readonly book?: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** The events that were marked, the earliest first. */
export async function markedEvents(
  engine: Engine,
  { book = null, signal }: EventsOptions = {},
): Promise<MarkedEvent[]> {
  const result = await engine.query(
    `select ${columns} from ${quoteRelation(book ?? engine.database, 'main', 'annotations')}
where "at" is not null and trim(label) <> '' order by "at", label, source_id`,
    { signal },
  );
  return rowsOf(result).map(eventOf);
}

/** Replaces the workspace's events; those that sources brought stay. */
export async function setMarkedEvents(engine: Engine, specs: readonly EventSpec[]): Promise<void> {
  for (const spec of specs) check(spec);
  const zone = await workspaceZone(engine);
  await transact(engine, [
    `delete from ${annotations(engine)} where ${own}`,
    ...specs.map((spec) => insertSql(engine, spec, zone)),
  ]);
}

/** Statements that keep the workspace's events on their days when its zone becomes another. */
export async function rezonedEvents(engine: Engine, zone: string): Promise<string[]> {
  const result = await engine.query(
    `select ${columns} from ${annotations(engine)} where ${own} order by rowid`,
  );
  const inserts = rowsOf(result).map((row) => insertSql(engine, eventOf(row), zone));
  return inserts.length === 0 ? [] : [`delete from ${annotations(engine)} where ${own}`, ...inserts];
}

const own = `source_id = ${quoteLiteral(workspaceSource)}`;
const written = "'%Y-%m-%d %H:%M:%S'";
/** The last second of a day is the end of that day. */
const columns = `source_id, trim(label) as label, kind, strftime("at", ${written}) as from_at,
  strftime(case when strftime(to_at, '%H:%M:%S') = '23:59:59' then to_at + interval 1 second else to_at end, ${written}) as to_at`;

function check({ label, from, to }: EventSpec): void {
  if (label.trim() === '') throw new ImportError('import.event.noName');
  if (wallClockToMs(from) === null) throw new ImportError('import.event.noDay');
  if (to !== null && from >= to) throw new ImportError('import.event.span');
}

function insertSql(engine: Engine, { label, kind, from, to }: EventSpec, zone: string): string {
  const last = to === null ? null : msToWallClock((wallClockToMs(to) ?? 0) - 1000);
  const instants = Object.entries({ at: from, to_at: last }).flatMap(([name, at]) => [
    `${timestamp(at)} as "${name}"`,
    `${timestamp(at && wallClockToUtc(at, zone))} as ${name}_utc`,
  ]);
  return `insert into ${annotations(engine)} by name select ${quoteLiteral(workspaceSource)} as source_id, ${quoteLiteral(label.trim())} as label, ${quoteLiteral(kind)}::varchar as kind, ${instants.join(', ')}`;
}

function timestamp(at: WallClock | null): string {
  return at === null ? 'null::timestamp' : `timestamp ${quoteLiteral(at)}`;
}

function annotations(engine: Engine): string {
  return quoteRelation(engine.database, 'base', 'annotations');
}

function eventOf(row: Readonly<Record<string, unknown>>): MarkedEvent {
  return {
    sourceId: word(row['source_id']) ?? '',
    label: word(row['label']) ?? '',
    kind: word(row['kind']),
    from: word(row['from_at']) ?? '',
    to: word(row['to_at']),
  };
}

function word(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
