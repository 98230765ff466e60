import type { Engine } from '#engine';
import { createArchive } from '#export/archive';
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

/** Writes the notebooks and the whole of the data, personal data treated as chosen, as a ZIP archive of Parquet files. */
export async function writeBundle(
  engine: Engine,
  write: (chunk: Uint8Array<ArrayBuffer>) => void,
  { notebooks, masking, signal, onProgress }: BundleOptions,
): Promise<Manifest> {
  const archive = createArchive(write);
  const tables = await filled(engine);
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const { table, rows } of tables) {
    const file = archive.open(tablePath(table.name), { packed: true });
    const told = (count: number): void => onProgress?.((done += count) / Math.max(1, all));
    const pages = pagesOf(engine, { table, rows, masking, signal, told });
    const columns = table.columns.map(({ name, type }) => ({ name, type }));
    await toParquet(columns, pages, (chunk) => file.write(chunk));
    file.end();
    await archive.flush();
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
  const said = { name: manifestName, text: `${JSON.stringify(manifest, null, 2)}\n` };
  for (const { name, text } of [...notebooks, said]) {
    const file = archive.open(name);
    file.write(text);
    file.end();
  }
  await archive.end();
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
