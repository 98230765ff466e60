import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf } from '#table';
import { wallClockToMs, type WallClock } from '#time';
import { workspaceSource } from './calendar/calendar.ts';
import { workspaceZone } from './canonical/prepare.ts';
import { transact } from './load/transaction.ts';
import { isOwnSql, spanReadSql, spanWrittenSql, word } from './own-rows.ts';

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
  specs.forEach(checkEvent);
  const zone = await workspaceZone(engine);
  await transact(engine, [
    `delete from ${annotations(engine)} where ${isOwnSql}`,
    ...specs.map((spec) => insertSql(engine, spec, zone)),
  ]);
}

/** The workspace's events, in the order in which they were marked. */
export async function ownEvents(engine: Engine): Promise<EventSpec[]> {
  const result = await engine.query(
    `select ${columns} from ${annotations(engine)} where ${isOwnSql} order by rowid`,
  );
  return rowsOf(result).map((row) => {
    const { label, kind, from, to } = eventOf(row);
    return { label, kind, from, to };
  });
}

/** Statements that keep the workspace's events on their days when its zone becomes another. */
export async function rezonedEvents(engine: Engine, zone: string): Promise<string[]> {
  const inserts = (await ownEvents(engine)).map((event) => insertSql(engine, event, zone));
  return inserts.length === 0 ? [] : [`delete from ${annotations(engine)} where ${isOwnSql}`, ...inserts];
}

const span = { from: 'at', to: 'to_at' };
const columns = `source_id, trim(label) as label, kind, ${spanReadSql(span)}`;

export function checkEvent({ label, from, to }: EventSpec): void {
  if (label.trim() === '') throw new ImportError('import.event.noName');
  if (wallClockToMs(from) === null) throw new ImportError('import.event.noDay');
  if (to !== null && from >= to) throw new ImportError('import.event.span');
}

function insertSql(engine: Engine, spec: EventSpec, zone: string): string {
  const { label, kind } = spec;
  return `insert into ${annotations(engine)} by name select ${quoteLiteral(workspaceSource)} as source_id, ${quoteLiteral(label.trim())} as label, ${quoteLiteral(kind)}::varchar as kind, ${spanWrittenSql(span, spec, zone)}`;
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
