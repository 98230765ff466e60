import { ImportError } from '#errors';
import type { Engine } from '#engine';
import type { Table } from '#table';
import { isZone } from '#time';
import { countRows, prepareDatabase, workspaceZone } from './canonical/prepare.ts';
import { quoteRelation } from '#sql';
import { tableSql } from './compile/table-sql.ts';
import { checkRows } from './load/check.ts';
import { loadSource, removeSql, type Part } from './load/load.ts';
import { makePlan, type Zones } from './load/plan.ts';
import type { Mapping } from './mapping.ts';
import { signatureOf } from './mapping-store.ts';
import { applyCalendars } from './calendar/apply.ts';
import { chooseMapping } from './propose.ts';
import { dropRaw, readFile, type InputFile, type RawTable } from './readers/reader.ts';
import type { ImportReport } from './report.ts';

export interface ImportOptions {
  /** The zone of times that name none, unless the mapping says; UTC without it. */
  readonly timeZone?: string;
  /** The zone of every `x_at`; the database's own without it, and for the first import the source's. */
  readonly workspaceZone?: string;
  /**
   * The source that the files belong to: its id, `new` for another account of the vendor, or a name for a new one. Without it they
   * join the source of the same vendor that has such files (see `targetsOf`).
   */
  readonly into?: string;
  /** Loads files that the source has already, read the same way. */
  readonly again?: boolean;
  /** Keeps the mappings, so that the next files with the same headers are read the same way. */
  readonly remember?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly now?: Date;
}

/** `fraction` of the whole import, 0 to 1; `file` is the one being worked on. */
export interface ImportProgress {
  readonly phase: 'reading' | 'mapping' | 'loading';
  readonly file: string;
  readonly fraction: number;
}

export interface ImportFilesOptions extends ImportOptions {
  /** By file name, or `*` for all: what to use instead of a proposal. */
  readonly mappings?: Readonly<Record<string, Mapping>>;
  /** The vendor, if the files are not to be recognised by their headers. */
  readonly source?: string;
}

/** A raw table and how it fills the canonical ones. */
export interface MappedTable {
  readonly raw: RawTable;
  readonly mapping: Mapping;
}

/** The whole way, for files that are recognised or come with a mapping: read, propose, load, report. */
export async function importFiles(
  engine: Engine,
  files: readonly InputFile[],
  options: ImportFilesOptions = {},
): Promise<ImportReport> {
  const raws: RawTable[] = [];
  try {
    for (const [index, file] of files.entries()) {
      const onProgress = (fraction: number) =>
        options.onProgress?.({
          phase: 'reading',
          file: file.name,
          fraction: (0.5 * (index + fraction)) / files.length,
        });
      const { signal } = options;
      raws.push(...(await readFile(engine, file, { onProgress, ...(signal ? { signal } : {}) })));
    }
    const mapped: MappedTable[] = [];
    for (const raw of raws) {
      const stated = options.mappings?.[raw.file.name] ?? options.mappings?.['*'];
      const mapping =
        stated ?? (await chooseMapping(engine, raw, { vendor: options.source, among: raws })).mapping;
      if (mapping.tables.length > 0) mapped.push({ raw, mapping });
    }
    if (mapped.length === 0)
      throw new ImportError('import.nothing', { files: files.map(({ name }) => name).join(', ') });
    return await importMapped(engine, mapped, {
      ...options,
      onProgress: (progress) => options.onProgress?.({ ...progress, fraction: 0.5 + progress.fraction / 2 }),
    });
  } finally {
    for (const raw of raws) await dropRaw(engine, raw);
  }
}

/** Loads raw tables, those that belong together as one source, each source all or nothing. The raw tables stay; the caller drops them. */
export async function importMapped(
  engine: Engine,
  tables: readonly MappedTable[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  await prepareDatabase(engine);
  const groups = groupsOf(tables);
  const sources = [];
  for (const [index, group] of groups.entries()) {
    const share = (fraction: number) => (index + fraction) / groups.length;
    sources.push(
      await importGroup(engine, group, {
        ...options,
        onProgress: (progress) => options.onProgress?.({ ...progress, fraction: share(progress.fraction) }),
      }),
    );
  }
  for (const { sourceId } of sources) await applyCalendars(engine, sourceId);
  return { sources };
}

/** Takes one import out again. */
export async function removeSource(engine: Engine, sourceId: string): Promise<void> {
  await engine.exec(['begin transaction', ...removeSql(engine, sourceId), 'commit'].join(';\n'));
  await applyCalendars(engine);
}

export interface PreviewOptions {
  readonly timeZone?: string;
  readonly limit?: number;
}

/** The first canonical rows that a mapping makes, by table. */
export interface PreviewTable {
  readonly table: string;
  readonly rows: Table;
}

/** What a mapping would load, without loading it. */
export async function previewMapping(
  engine: Engine,
  raw: RawTable,
  mapping: Mapping,
  { timeZone = 'UTC', limit = 50 }: PreviewOptions = {},
): Promise<PreviewTable[]> {
  const zones = { source: mapping.timeZone ?? timeZone, workspace: timeZone };
  const plan = await makePlan(engine, raw, mapping, { sourceId: 'preview', zones, signal: undefined });
  const previews: PreviewTable[] = [];
  for (const table of mapping.tables) {
    const { query } = tableSql(plan, table, `(from ${raw.relation} limit ${limit * 4})`);
    const rows = await engine.query(
      `select * exclude (source_id, source_file) from (${query}) order by source_row limit ${limit}`,
    );
    previews.push({ table: table.table, rows });
  }
  return previews;
}

async function importGroup(engine: Engine, group: readonly MappedTable[], options: ImportOptions) {
  const { signal, now = new Date() } = options;
  const zones = await zonesOf(engine, group, options);
  const sourceId = sourceIdOf(group);
  const progress = (phase: ImportProgress['phase'], fraction: number, file: string) =>
    options.onProgress?.({ phase, file, fraction });
  const parts: Part[] = [];
  try {
    for (const [index, { raw, mapping }] of group.entries()) {
      signal?.throwIfAborted();
      progress('mapping', (0.4 * index) / group.length, raw.file.name);
      const plan = await makePlan(engine, raw, mapping, { sourceId, zones, signal });
      parts.push({ plan, check: await checkRows(engine, plan, signal) });
    }
    const [first] = group;
    const file = first?.raw.file.name ?? '';
    signal?.throwIfAborted();
    progress('loading', 0.4, file);
    const onProgress = (fraction: number) => progress('loading', 0.4 + 0.6 * fraction, file);
    return await loadSource(engine, {
      sourceId,
      vendor: first?.mapping.vendor ?? '',
      parts,
      zones,
      now,
      signal,
      onProgress,
    });
  } finally {
    for (const { check } of parts) await check.release();
  }
}

async function zonesOf(
  engine: Engine,
  group: readonly MappedTable[],
  options: ImportOptions,
): Promise<Zones> {
  const source =
    group.find(({ mapping }) => mapping.timeZone !== null)?.mapping.timeZone ?? options.timeZone ?? 'UTC';
  const isFirst = (await countRows(engine, quoteRelation(engine.database, 'base', 'sources'))) === 0;
  const workspace = options.workspaceZone ?? (isFirst ? source : await workspaceZone(engine));
  for (const zone of [source, workspace])
    if (!isZone(zone)) throw new ImportError('import.zone.unknown', { zone });
  return { source, workspace };
}

/** Files belong to one source if one vendor made them and they are either parts of the same table or different tables. */
function groupsOf(tables: readonly MappedTable[]): MappedTable[][] {
  const groups: MappedTable[][] = [];
  for (const table of tables) {
    const group = groups.find((members) => members.every((member) => belongTogether(member, table)));
    if (group) group.push(table);
    else groups.push([table]);
  }
  return groups;
}

function belongTogether(a: MappedTable, b: MappedTable): boolean {
  if (a.mapping.vendor !== b.mapping.vendor || a.mapping.timeZone !== b.mapping.timeZone) return false;
  const [one, other] = [a.mapping.tables[0]?.table, b.mapping.tables[0]?.table];
  if (one !== other || signatureOf(a.raw) === signatureOf(b.raw)) return true;
  return one !== undefined && manySided.has(one);
}

/** Tables that one export fills from lists of different columns: what ids of every kind mean, and sums whose grain tells them apart. */
const manySided: ReadonlySet<string> = new Set(['names', 'period_facts']);

/** The same files give the same id, so that importing a newer copy of an export replaces the older one. */
function sourceIdOf(group: readonly MappedTable[]): string {
  const [first] = group;
  const name = (first?.raw.file.name ?? '')
    .replace(/\.[a-z]+$/i, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .toLowerCase();
  const identity = group
    .map(({ raw }) => `${raw.file.name}/${raw.sheet ?? ''}/${signatureOf(raw)}`)
    .sort()
    .join('\n');
  return `${first?.mapping.vendor ?? ''}-${name.replace(/^-|-$/g, '').slice(0, 40)}-${hash(identity)}`;
}

/** A short fingerprint of a text (FNV-1a). */
function hash(value: string): string {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(value)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  return state.toString(36);
}
