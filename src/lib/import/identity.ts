import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber } from '#table';
import { canonicalTables } from './canonical/index.ts';
import { parseMapping } from './mapping-file.ts';
import type { Mapping } from './mapping.ts';

/** How a file of a source was read the last time. */
export interface FileMapping {
  /** As `source_files` names it. */
  readonly name: string;
  readonly mapping: Mapping | null;
  /** As it was written, with its decisions. */
  readonly entry: unknown;
}

export interface KnownFile {
  readonly name: string;
  readonly sha256: string | null;
  readonly headers: string;
  readonly importedAt: string;
}

/** A source that the database holds. */
export interface KnownSource {
  readonly sourceId: string;
  readonly vendor: string;
  readonly timeZone: string;
  readonly importedAt: string;
  readonly files: readonly KnownFile[];
  readonly mappings: readonly FileMapping[];
}

/** What a source has, that an import into it has to know. */
export interface Earlier {
  readonly mappings: readonly FileMapping[];
  readonly files: readonly KnownFile[];
  /** Tables in which it has rows. */
  readonly present: ReadonlySet<string>;
  /** Columns of tickets in which it knows something. */
  readonly known: ReadonlySet<string>;
  /** Columns of tickets that its mappings name. */
  readonly stated: ReadonlySet<string>;
  /** Files that gave it tickets. */
  readonly ticketFiles: readonly string[];
  /** Columns of its ratings that no file gave: their tickets lent them. */
  readonly borrowed: readonly string[];
}

/** All sources, the one that was imported last first. */
export async function knownSources(engine: Engine): Promise<KnownSource[]> {
  const base = (table: string) => quoteRelation(engine.database, 'base', table);
  const written = `strftime(imported_at, '%Y-%m-%d %H:%M:%S') as imported_at`;
  const files = rowsOf(
    await engine.query(
      `select source_id, file_name, sha256, headers, ${written} from ${base('source_files')} order by file_name`,
    ),
  );
  const sources = rowsOf(
    await engine.query(
      `select source_id, vendor, time_zone, mapping, ${written} from ${base('sources')} order by imported_at_utc desc, rowid desc`,
    ),
  );
  return sources.map((source) => ({
    sourceId: textOf(source['source_id']),
    vendor: textOf(source['vendor']),
    timeZone: textOf(source['time_zone']),
    importedAt: textOf(source['imported_at']),
    mappings: parseEntries(textOf(source['mapping'])),
    files: files
      .filter((file) => file['source_id'] === source['source_id'])
      .map((file) => ({
        name: textOf(file['file_name']),
        sha256: textOf(file['sha256']) || null,
        headers: textOf(file['headers']),
        importedAt: textOf(file['imported_at']),
      })),
  }));
}

/** What a known source has at present. */
export async function earlierOf(engine: Engine, source: KnownSource): Promise<Earlier> {
  const own = (table: string) =>
    `from ${quoteRelation(engine.database, 'base', table)} where source_id = ${quoteLiteral(source.sourceId)}`;
  const names = [...canonicalTables.map(({ name }) => name), 'names'];
  const counted = await engine.query(
    `select ${names.map((name) => `(select count(*) ${own(name)}) as ${name}`).join(', ')}`,
  );
  const present = counted.columns.filter((column) => (toNumber(column.at(0)) ?? 0) > 0);
  const columns = canonicalTables.find(({ name }) => name === 'tickets')?.columns ?? [];
  const filled = await engine.query(
    `select ${columns.map(({ name }) => `count(${name}) as ${name}`).join(', ')} ${own('tickets')}`,
  );
  const given = source.mappings.flatMap(({ mapping }) =>
    (mapping?.tables ?? []).filter(({ table }) => table === 'ratings'),
  );
  const ticketFiles = source.mappings.filter(
    ({ mapping }) => mapping?.tables.some(({ table }) => table === 'tickets') ?? true,
  );
  const stated = source.mappings.flatMap(({ mapping }) =>
    (mapping?.tables ?? []).flatMap(({ table, columns: named }) =>
      table === 'tickets' ? Object.keys(named) : [],
    ),
  );
  return {
    stated: new Set(stated),
    ticketFiles: ticketFiles.map(({ name }) => name),
    borrowed: ['agent_id', 'customer_id'].filter((name) => given.every((table) => !table.columns[name])),
    mappings: source.mappings,
    files: source.files,
    present: new Set(present.map(({ name }) => name)),
    known: new Set(
      filled.columns.filter((column) => (toNumber(column.at(0)) ?? 0) > 0).map(({ name }) => name),
    ),
  };
}

/** The program wrote it itself: one entry a file, with how it was read. */
function parseEntries(written: string): FileMapping[] {
  const list: unknown = written === '' ? [] : JSON.parse(written);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return [];
    const { file, sheet, mapping } = entry;
    if (typeof file !== 'string') return [];
    const name = typeof sheet === 'string' ? `${file} · ${sheet}` : file;
    return [{ name, mapping: parseMapping(JSON.stringify(mapping)), entry }];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
