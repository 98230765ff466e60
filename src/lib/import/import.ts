import { ImportError, text } from '#errors';
import type { Engine } from '#engine';
import { isZone } from '#time';
import { countRows, prepareDatabase, workspaceZone } from './canonical/prepare.ts';
import { quoteRelation } from '#sql';
import { checkRows } from './load/check.ts';
import { loadSource, reportAlready, type Part, type SourceLoad } from './load/load.ts';
import { makePlan, type Zones } from './load/plan.ts';
import type { Mapping } from './mapping.ts';
import { saveMapping } from './mapping-store.ts';
import { earlierOf, knownSources, type KnownSource } from './identity.ts';
import { fingerprint } from './fingerprint.ts';
import type { MappedTable } from './mapped-table.ts';
import { applyCalendars } from './calendar/apply.ts';
import { chooseMapping } from './propose.ts';
import { dropRaw, readFile, refusalOf, type InputFile, type RawTable } from './readers/reader.ts';
import type { AlreadyLoaded, ImportReport, LeftOut, SourceReport } from './report.ts';
import { accountOf, freeId, sameFile, targetsOf, type Target } from './targets.ts';
import { leaves } from './survey/survey.ts';

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
      void fingerprint(file);
      raws.push(...(await readFile(engine, file, { onProgress, ...(signal ? { signal } : {}) })));
    }
    const mapped: MappedTable[] = [];
    const leftOut: LeftOut[] = [];
    for (const raw of raws) {
      const stated = options.mappings?.[raw.file.name] ?? options.mappings?.['*'];
      const chosen = stated
        ? { mapping: stated, why: [] }
        : await chooseMapping(engine, raw, { vendor: options.source, among: raws });
      const { mapping, why } = chosen;
      if (stated ? mapping.tables.length > 0 : tellsAnything(mapping)) mapped.push({ raw, mapping });
      else leftOut.push({ file: raw.file.name, sheet: raw.sheet, rows: raw.rowsRead, why });
    }
    if (mapped.length === 0)
      throw new ImportError('import.nothing', { files: files.map(({ name }) => name).join(', ') });
    const report = await importMapped(engine, mapped, {
      ...options,
      onProgress: (progress) => options.onProgress?.({ ...progress, fraction: 0.5 + progress.fraction / 2 }),
    });
    return leftOut.length === 0 ? report : { ...report, leftOut };
  } finally {
    for (const raw of raws) await dropRaw(engine, raw);
  }
}

/** A table of which not one column is known is asked about on the page: its rows are nobody's tickets without a word said. */
function tellsAnything({ tables }: Mapping): boolean {
  const fields = tables.flatMap(({ columns }) => Object.values(columns).flatMap(leaves));
  return fields.some(({ kind }) => kind !== 'row' && kind !== 'constant');
}

/** Loads raw tables, those that belong together as one source, each source all or nothing. The raw tables stay; the caller drops them. */
export async function importMapped(
  engine: Engine,
  tables: readonly MappedTable[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  await prepareDatabase(engine);
  const targets = await targetsOf(engine, tables, options);
  const sources = [];
  for (const [index, target] of targets.entries()) {
    const share = (fraction: number) => (index + fraction) / targets.length;
    sources.push(
      await importTarget(engine, target, {
        ...options,
        onProgress: (progress) => options.onProgress?.({ ...progress, fraction: share(progress.fraction) }),
      }),
    );
  }
  for (const { sourceId } of sources) await applyCalendars(engine, sourceId);
  if (options.remember) for (const { raw, mapping } of tables) await saveMapping(engine, raw, mapping);
  return { sources };
}

async function importTarget(engine: Engine, target: Target, options: ImportOptions): Promise<SourceReport> {
  try {
    return await importTables(engine, target, options);
  } catch (error) {
    const files = [...new Set(target.tables.map(({ raw }) => raw.file.name))];
    throw refusalOf(error, files.join(', '), options.signal);
  }
}

async function importTables(engine: Engine, target: Target, options: ImportOptions): Promise<SourceReport> {
  const zones = await zonesOf(engine, target, options);
  const already: AlreadyLoaded[] = [];
  const tables: MappedTable[] = [];
  for (const table of target.tables) {
    const same = await alreadyThere(table, target, zones, options);
    if (same) already.push(same);
    else tables.push(table);
  }
  if (tables.length === 0) return reportAlready(engine, target, already);
  const { signal, now = new Date() } = options;
  const progress = (phase: ImportProgress['phase'], fraction: number, file: string) =>
    options.onProgress?.({ phase, file, fraction });
  const parts: Part[] = [];
  try {
    for (const [index, { raw, mapping }] of tables.entries()) {
      signal?.throwIfAborted();
      progress('mapping', (0.4 * index) / tables.length, raw.file.name);
      const plan = await makePlan(engine, raw, mapping, { sourceId: target.sourceId, zones, signal });
      parts.push({ plan, check: await checkRows(engine, plan, signal) });
    }
    const file = tables[0]?.raw.file.name ?? '';
    signal?.throwIfAborted();
    progress('loading', 0.4, file);
    const onProgress = (fraction: number) => progress('loading', 0.4 + 0.6 * fraction, file);
    const fingerprints = await Promise.all(tables.map(({ raw }) => fingerprint(raw.file)));
    const place = await settle(engine, target, parts, options);
    const { vendor } = target;
    const inRanges = engine.storage !== 'native';
    const load = { ...place, vendor, fingerprints, already, inRanges, zones, now, signal, onProgress };
    return await loadSource(engine, load);
  } finally {
    for (const { check } of parts) await check.release();
  }
}

/** A file that the source has, read the same way, unless it is to be loaded again. */
async function alreadyThere(
  table: MappedTable,
  { joins }: Target,
  zones: Zones,
  { again }: ImportOptions,
): Promise<AlreadyLoaded | null> {
  if (again || !joins || joins.timeZone !== zones.source) return null;
  const same = await sameFile(table, joins);
  const { file, sheet } = table.raw;
  return same && { file: file.name, sheet, importedAt: same.importedAt };
}

/** Settles which source the rows go to, once they can be looked at: another account of the vendor is a source of its own. */
async function settle(
  engine: Engine,
  { sourceId, joins, candidates }: Target,
  parts: readonly Part[],
  { into }: ImportOptions,
): Promise<Pick<SourceLoad, 'sourceId' | 'parts' | 'earlier' | 'notes'>> {
  if (!joins) return { sourceId, parts, earlier: null, notes: [] };
  const plans = parts.map(({ plan }) => plan);
  const accounts = [];
  for (const source of into === undefined ? candidates : [])
    accounts.push({ source, account: await accountOf(engine, plans, source.sourceId) });
  const own = accounts.find(({ account }) => account === 'same')?.source;
  const isOther = accounts.some(({ source, account }) => source === joins && account === 'other');
  if (own || !isOther) return joining(engine, own ?? joins, parts);
  const ids = (await knownSources(engine)).map((source) => source.sourceId);
  const fresh = freeId(sourceId, new Set(ids));
  return {
    sourceId: fresh,
    parts: renamed(parts, fresh),
    earlier: null,
    notes: [text('import.note.otherAccount', { source: sourceId })],
  };
}

async function joining(engine: Engine, source: KnownSource, parts: readonly Part[]) {
  const { sourceId } = source;
  return { sourceId, parts: renamed(parts, sourceId), earlier: await earlierOf(engine, source), notes: [] };
}

function renamed(parts: readonly Part[], sourceId: string): Part[] {
  return parts.map(({ plan, check }) => ({ plan: { ...plan, sourceId }, check }));
}

async function zonesOf(engine: Engine, { tables, joins }: Target, options: ImportOptions): Promise<Zones> {
  const stated = tables.find(({ mapping }) => mapping.timeZone !== null)?.mapping.timeZone;
  const source = stated ?? options.timeZone ?? joins?.timeZone ?? 'UTC';
  const isFirst = (await countRows(engine, quoteRelation(engine.database, 'base', 'sources'))) === 0;
  const workspace = options.workspaceZone ?? (isFirst ? source : await workspaceZone(engine));
  for (const zone of [source, workspace])
    if (!isZone(zone)) throw new ImportError('import.zone.unknown', { zone });
  return { source, workspace };
}
