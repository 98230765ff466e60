import { Zip, ZipPassThrough } from 'fflate';
import type { Engine } from '#engine';
import { toParquet } from '#export/parquet';
import { baseTables, datasetFingerprint, schemaVersion, workspaceZone, type CanonicalTable } from '#import';
import { maskedSelectSql, type Masking } from '#privacy';
import { quoteRelation } from '#sql';
import { rowsOf, toNumber, type Table } from '#table';
import { bundleFormat, bundleVersion, manifestName, tablePath, type Manifest } from './bundle.ts';

export interface BundleOptions {
  /** Names and texts, each to open when the bundle is. */
  readonly notebooks: readonly { readonly name: string; readonly text: string }[];
  readonly masking: Masking;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (fraction: number) => void;
}

/** Rows asked for at once: masked text is the slow part, and each piece can be cancelled. */
const pageRows = 20_000;
const noDate = new Date(1980, 0, 1);

/** Writes the notebooks and the whole of the data, personal data treated as chosen, as a ZIP archive of Parquet files. */
export async function writeBundle(
  engine: Engine,
  write: (chunk: Uint8Array<ArrayBuffer>) => void,
  { notebooks, masking, signal, onProgress }: BundleOptions,
): Promise<Manifest> {
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    write(new Uint8Array(chunk));
  });
  const tables = await filled(engine);
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const { table, rows } of tables) {
    const file = opened(zip, tablePath(table.name));
    const told = (count: number): void => onProgress?.((done += count) / Math.max(1, all));
    const pages = pagesOf(engine, { table, rows, masking, signal, told });
    const columns = table.columns.map(({ name, type }) => ({ name, type }));
    await toParquet(columns, pages, (chunk) => file.push(chunk));
    file.push(new Uint8Array(), true);
  }
  const manifest: Manifest = {
    format: bundleFormat,
    version: bundleVersion,
    schema: schemaVersion,
    fingerprint: await datasetFingerprint(engine),
    zone: await workspaceZone(engine),
    tables: tables.map(({ table: { name }, rows }) => ({ name, rows })),
    treated: Object.fromEntries(
      masking.fields.map(({ id, treatments: [advised = 'keep'] }) => [id, masking.choices[id] ?? advised]),
    ),
    notebooks: notebooks.map(({ name }) => name),
  };
  for (const { name, text } of [
    ...notebooks,
    { name: manifestName, text: `${JSON.stringify(manifest, null, 2)}\n` },
  ])
    opened(zip, name).push(new TextEncoder().encode(text), true);
  zip.end();
  return manifest;
}

interface Filled {
  readonly table: CanonicalTable;
  readonly rows: number;
}

async function filled(engine: Engine): Promise<readonly Filled[]> {
  const counts = baseTables.map(
    ({ name }) => `(select count(*) from ${quoteRelation(engine.database, 'base', name)}) as "${name}"`,
  );
  const row = rowsOf(await engine.query(`select ${counts.join(', ')}`))[0] ?? {};
  return baseTables
    .map((table) => ({ table, rows: toNumber(row[table.name] ?? null) ?? 0 }))
    .filter(({ rows }) => rows > 0);
}

interface Pages extends Filled {
  readonly masking: Masking;
  readonly signal: AbortSignal | undefined;
  readonly told: (rows: number) => void;
}

/** By the rows' places, which are as they were written: deleted rows leave gaps, so that pages may be of any size. */
async function* pagesOf(engine: Engine, { table, masking, signal, told }: Pages): AsyncGenerator<Table> {
  const select = maskedSelectSql(engine.database, table, masking);
  const last = await engine.query(
    `select max(rowid) as last from ${quoteRelation(engine.database, 'base', table.name)}`,
  );
  const end = toNumber(rowsOf(last)[0]?.['last'] ?? null) ?? -1;
  for (let from = 0; from <= end; from += pageRows) {
    const page = await engine.query(
      `${select}\nwhere rowid >= ${from} and rowid < ${from + pageRows} order by rowid`,
      { signal },
    );
    if (page.rowCount > 0) yield page;
    told(page.rowCount);
  }
}

function opened(zip: Zip, path: string): ZipPassThrough {
  const file = new ZipPassThrough(path);
  file.mtime = noDate;
  zip.add(file);
  return file;
}
