import type { Text } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteRelation } from '#sql';
import { tableFrom, toNumber } from '#table';
import { serializeReason } from './reason.ts';
import type { ColumnProfile, RawTable } from './raw-table.ts';

/** A record that is kept outside its table, with why. */
export interface Rejected {
  readonly row: number;
  readonly raw: string;
  readonly reason: Text;
}

/** The names of one raw table's parts, all in a database of their own, so that the main one doesn't grow. */
export interface RawPlace {
  readonly id: string;
  /** Its cells are packed whenever a statement that writes some has ended: it takes several of them. */
  readonly isPacked: boolean;
  /** Text cells only; the row number is the engine's own. */
  readonly cells: string;
  readonly relation: string;
  readonly rejects: string;
}

/** Text takes about twice its bytes in memory; packed a third of them, for three times the time. */
const databases = {
  r: { name: 'raw', options: '' },
  p: { name: 'raw_packed', options: ' (compress)' },
} as const;
/** A page's engine has 4 GB at most, and what it once took it never gives back. */
const packedFrom = 256 << 20;
const longestRaw = 100_000;
const batchRows = 10_000;
const counters = new WeakMap<Engine, number>();

/** A place for the rows of a file of so many bytes. */
export async function openPlace(engine: Engine, bytes = 0): Promise<RawPlace> {
  const kind = engine.storage !== 'native' && bytes >= packedFrom ? 'p' : 'r';
  const { name, options } = databases[kind];
  await engine.exec(`attach if not exists ':memory:' as ${quoteIdentifier(name)}${options}`);
  const number = (counters.get(engine) ?? 0) + 1;
  counters.set(engine, number);
  return placeOf(`${kind}${number}`);
}

export function placeOf(id: string): RawPlace {
  const isPacked = id.startsWith('p');
  const database = databases[isPacked ? 'p' : 'r'].name;
  const relation = (name: string) => quoteRelation(database, 'main', name);
  return {
    id,
    isPacked,
    cells: relation(`${id}_cells`),
    relation: relation(id),
    rejects: relation(`${id}_rejects`),
  };
}

/** Numbers the rows of `cells`, hides the stand-ins of rejected ones, and keeps those. */
export async function finishPlace(
  engine: Engine,
  place: RawPlace,
  rejected: readonly Rejected[],
): Promise<void> {
  await engine.exec(`create table ${place.rejects} (source_row bigint, raw varchar, reason varchar)`);
  await addRejected(engine, place, rejected);
  const readable = rejected.length > 0 ? ` where ${isReadable(place)}` : '';
  await engine.exec(
    `create view ${place.relation} as select rowid + 1 as source_row, * from ${place.cells}${readable}`,
  );
}

/** The engine keeps rows, and packs them, in groups of so many. */
const groupRows = 122_880;
const leastGroups = 3;
/** The statement for each has to be understood anew, and all of them are taken apart before the first begins. */
const mostRanges = 8;

/**
 * The rows of a raw table in relations of so many that a statement over one is soon done. They ask for the engine's own number
 * of the row: of `source_row`, which is worked out from it, the engine would look at every row for each of them.
 */
export function rowRanges(raw: RawTable): string[] {
  const groups = Math.max(leastGroups, Math.ceil(raw.rowsRead / groupRows / mostRanges));
  const rangeRows = groups * groupRows;
  const count = Math.ceil(raw.rowsRead / rangeRows);
  if (count < 2) return [raw.relation];
  const place = placeOf(raw.id);
  const readable = raw.rejected > 0 ? ` and ${isReadable(place)}` : '';
  return Array.from({ length: count }, (_, index) => {
    const from = `rowid >= ${index * rangeRows}`;
    const range = index === count - 1 ? from : `${from} and rowid < ${(index + 1) * rangeRows}`;
    return `(select rowid + 1 as source_row, * from ${place.cells} where ${range}${readable})`;
  });
}

function isReadable({ rejects }: RawPlace): string {
  return `rowid + 1 not in (select source_row from ${rejects})`;
}

/** Where a table has rejected rows already, further ones leave its view as well. */
export async function addRejected(
  engine: Engine,
  place: RawPlace,
  rejected: readonly Rejected[],
): Promise<void> {
  if (rejected.length > 0) await engine.insert(place.rejects, rejectBatches(rejected));
}

export async function countRows(engine: Engine, place: RawPlace): Promise<number> {
  const counted = await engine.query(`select count(*) as rows from ${place.relation}`);
  return toNumber(counted.columns[0]?.at(0) ?? null) ?? 0;
}

export async function dropPlace(engine: Engine, place: RawPlace): Promise<void> {
  await engine.exec(
    `drop view if exists ${place.relation}; drop table if exists ${place.cells}; drop table if exists ${place.rejects}`,
  );
}

/** Ends a raw table's life: its rows, and those rejected. */
export async function dropRaw(engine: Engine, raw: RawTable): Promise<void> {
  await dropPlace(engine, placeOf(raw.id));
}

/** How full each column is, and values from all over the file; one query. */
export async function profileColumns(engine: Engine, raw: RawTable): Promise<ColumnProfile[]> {
  const parts = raw.columns.map(({ name }) => {
    const column = quoteIdentifier(name);
    return `count(${column}), list(distinct ${column}) filter (sampled)`;
  });
  const step = Math.max(1, Math.floor((raw.rowsRead - raw.rejected) / 20));
  const result = await engine.query(
    `select count(*), ${parts.join(', ')} from (select *, source_row % ${step} = 0 as sampled from ${raw.relation})`,
  );
  const at = (index: number) => result.columns[index]?.at(0) ?? null;
  const rows = toNumber(at(0)) ?? 0;
  return raw.columns.map(({ name, samples }, index) => {
    const filled = toNumber(at(1 + index * 2)) ?? 0;
    const later = toTexts(at(2 + index * 2)).toSorted();
    return { name, samples: [...new Set([...samples, ...later])].slice(0, 15), filled, empty: rows - filled };
  });
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function* rejectBatches(rejected: readonly Rejected[]) {
  for (let from = 0; from < rejected.length; from += batchRows) {
    const batch = rejected.slice(from, from + batchRows);
    yield tableFrom([
      { name: 'source_row', type: 'BIGINT', values: batch.map(({ row }) => BigInt(row)) },
      { name: 'raw', type: 'VARCHAR', values: batch.map(({ raw }) => shorten(raw)) },
      { name: 'reason', type: 'VARCHAR', values: batch.map(({ reason }) => serializeReason(reason)) },
    ]);
  }
}

function shorten(raw: string): string {
  return raw.length > longestRaw ? `${raw.slice(0, longestRaw)}…` : raw;
}
