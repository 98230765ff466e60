import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { SampleFile } from '#sample';

export interface SampleTables {
  /** The rows of a query over the sample's files, one table a file, in DuckDB's JSON values. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

/** The sample's files as DuckDB itself reads them, without our import between. */
export async function openSampleTables(files: readonly SampleFile[]): Promise<SampleTables> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbook-sample-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const { name, blob } of files) {
    const path = join(folder, name);
    await writeFile(path, Buffer.from(await blob.arrayBuffer()));
    await connection.run(`create table ${name.replace('.csv', '')} as from read_csv('${path}')`);
  }
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true });
    },
  };
}
