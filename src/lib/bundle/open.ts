import { Table as ArrowTable } from 'apache-arrow';
import { AppError } from '#errors';
import type { Engine } from '#engine';
import { baseTables, openParquet, prepareDatabase, schemaVersion, setSettingSql } from '#import';
import { quoteRelation } from '#sql';
import { rowsOf, tableFromArrow, type Table } from '#table';
import { isZone } from '#time';
import { bundleFormat, bundleVersion, manifestName, tablePath, type Manifest } from './bundle.ts';

/** A bundle that was looked into: what it says of itself, and its notebooks. Its data are read by `loadBundle`. */
export interface Bundle {
  readonly manifest: Manifest;
  /** Of the tables that are loaded, together. */
  readonly rows: number;
  readonly notebooks: readonly { readonly name: string; readonly text: string }[];
  /** One of its tables as a Parquet file. */
  readonly table: (name: string) => Promise<Blob>;
}

export interface LoadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (fraction: number) => void;
}

/** A notebook is no book: what claims to be larger is refused. */
const largestText = 16 * 1024 * 1024;
const batchRows = 4096;

/** What the archive holds, if it is a bundle; null for another archive, and for what is none. */
export async function openBundle(archive: Blob): Promise<Bundle | null> {
  const { BlobReader, BlobWriter, TextWriter, ZipReader } = await import('@zip.js/zip.js');
  const zip = new ZipReader(new BlobReader(archive), { useWebWorkers: false });
  const entries = await zip.getEntries().catch(() => []);
  const textOf = async (name: string): Promise<string | null> => {
    const entry = entries.find(({ filename }) => filename === name);
    if (!entry || entry.directory || entry.uncompressedSize > largestText) return null;
    return entry.getData(new TextWriter());
  };
  const written = await textOf(manifestName);
  if (written === null) return null;
  const manifest = readManifest(written);
  const notebooks = await Promise.all(
    manifest.notebooks.map(async (name) => ({ name, text: (await textOf(name)) ?? '' })),
  );
  return {
    manifest,
    rows: knownIn(manifest).reduce((sum, { rows }) => sum + rows, 0),
    notebooks: notebooks.filter(({ text }) => text !== ''),
    async table(name) {
      const entry = entries.find(({ filename }) => filename === tablePath(name));
      if (!entry || entry.directory || entry.uncompressedSize > archive.size)
        throw new AppError('bundle.missing', { table: name });
      return entry.getData(new BlobWriter());
    },
  };
}

/** Fills an empty database with a bundle's data, all or nothing; refused where there are data already. */
export async function loadBundle(
  engine: Engine,
  { manifest, rows: all, table }: Bundle,
  { signal, onProgress }: LoadOptions = {},
): Promise<void> {
  await prepareDatabase(engine);
  const base = (name: string): string => quoteRelation(engine.database, 'base', name);
  const [there] = rowsOf(await engine.query(`select count(*) > 0 as is_there from ${base('sources')}`));
  if (there?.['is_there'] === true) throw new AppError('bundle.notEmpty');
  let done = 0;
  try {
    for (const { name, rows, columns } of knownIn(manifest)) {
      const batches = batchesOf(await table(name), columns, (count) =>
        onProgress?.((done += count) / Math.max(1, all)),
      );
      if ((await engine.insert(base(name), batches, { signal })) !== rows)
        throw new AppError('bundle.damaged', { table: name });
    }
    await engine.exec(setSettingSql(engine.database, 'workspace_zone', manifest.zone));
    await prepareDatabase(engine);
  } catch (error) {
    await engine.exec(baseTables.map(({ name }) => `delete from ${base(name)}`).join(';\n'));
    throw error;
  }
}

/** The tables that this version has, with the names of its columns: of another nothing is read. */
function knownIn({ tables }: Manifest) {
  return baseTables.flatMap(({ name, columns }) => {
    const written = tables.find((table) => table.name === name);
    return written ? [{ ...written, columns: columns.map((column) => column.name) }] : [];
  });
}

/** In the order of the table's columns; one that the file lacks is unknown. */
async function* batchesOf(
  file: Blob,
  columns: readonly string[],
  told: (rows: number) => void,
): AsyncGenerator<Table> {
  const parquet = await openParquet(file, batchRows);
  for await (const batch of parquet.batches) {
    const read = tableFromArrow(new ArrowTable([batch]));
    yield {
      rowCount: read.rowCount,
      columns: columns.map(
        (name) =>
          read.columns.find((column) => column.name === name) ?? {
            name,
            type: 'VARCHAR',
            kind: 'text' as const,
            at: () => null,
          },
      ),
    };
    told(read.rowCount);
  }
}

function readManifest(text: string): Manifest {
  const read: unknown = JSON.parse(text);
  if (!isManifest(read)) throw new AppError('bundle.unknown');
  if (read.version > bundleVersion || read.schema > schemaVersion) throw new AppError('bundle.newer');
  if (!isZone(read.zone)) throw new AppError('bundle.unknown');
  return read;
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, schema, zone, tables, notebooks, treated }: Record<string, unknown> = { ...value };
  return (
    format === bundleFormat &&
    [version, schema].every((each) => typeof each === 'number') &&
    typeof zone === 'string' &&
    [tables, notebooks].every((each) => Array.isArray(each)) &&
    typeof treated === 'object'
  );
}
