import { openAsBlob, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { openNodeEngine } from '#engine/node';
import {
  importFiles,
  prepareDatabase,
  type ImportFilesOptions,
  type ImportReport,
  type InputFile,
} from '#import';
import { tell } from '#messages';
import { rowsOf, toIso, type Value } from '#table';
import type { Engine } from '#engine';

export function csv(name: string, ...lines: string[]): InputFile {
  const blob = new Blob([`${lines.join('\n')}\n`]);
  return { name, size: blob.size, blob };
}

const data = '../shared/data';

/** A real export, or null where the folder beside the project is absent. */
export async function realFile(path: string): Promise<InputFile | null> {
  const full = `${data}/${path}`;
  if (!existsSync(full)) return null;
  return { name: basename(full), size: statSync(full).size, blob: await openAsBlob(full), path: full };
}

export interface Imported {
  readonly engine: Engine;
  readonly report: ImportReport;
  /** A query's rows, instants as text. */
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
}

export async function imported(
  files: readonly InputFile[],
  options: ImportFilesOptions = {},
): Promise<Imported> {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  const report = await importFiles(engine, files, options);
  return { engine, report, rows: (sql) => rowsAsText(engine, sql) };
}

export async function rowsAsText(engine: Engine, sql: string): Promise<Record<string, unknown>[]> {
  const table = await engine.query(sql);
  const kinds = new Map(table.columns.map(({ name, kind }) => [name, kind]));
  return rowsOf(table).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value, kinds.get(name))])),
  );
}

function plain(value: Value, kind: string | undefined): unknown {
  if (value !== null && (kind === 'timestamp' || kind === 'date')) return toIso(value, kind);
  return typeof value === 'bigint' ? Number(value) : value;
}

/** A report's notes and rejections as sentences. */
export function told(report: ImportReport): {
  notes: string[];
  rejections: [string, number][];
  decisions: string[];
} {
  const [source] = report.sources;
  return {
    notes: (source?.notes ?? []).map((note) => tell('en', note)),
    rejections: (source?.rejections ?? []).map(({ reason, count }) => [tell('en', reason), count]),
    decisions: (source?.decisions ?? []).map(
      ({ label, value }) => `${tell('en', label)}: ${typeof value === 'string' ? value : tell('en', value)}`,
    ),
  };
}
