import { openAsBlob } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#errors';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  asOf,
  importFiles,
  parseMapping,
  prepareDatabase,
  type ImportReport,
  type InputFile,
  type Mapping,
} from '#import';
import { isZone } from '#time';
import { NoDataError } from './no-data-error.ts';
import type { Arguments } from './options.ts';
import { UsageError } from './usage-error.ts';

/** Exports that were read: the engine holds them, locked against everything outside. */
export interface Data {
  readonly engine: Engine;
  readonly report: ImportReport;
  /** The latest instant in the data, unless it was set. */
  readonly asOf: string | null;
  /** The latest instant in the data, whatever was set. */
  readonly latest: string | null;
}

/** Reads exports into a new engine in memory, hands it over, and closes it whatever happens. */
export async function withData<Result>(
  paths: readonly string[],
  args: Arguments,
  use: (data: Data) => Promise<Result>,
): Promise<Result> {
  const setAsOf = instantOf(args, 'as-of');
  const engine = await openNodeEngine();
  try {
    const report = await readInto(engine, paths, args);
    await engine.lock();
    const latest = await asOf(engine);
    return await use({ engine, report, asOf: setAsOf ?? latest, latest });
  } finally {
    await engine.close();
  }
}

/** Reads exports into an engine's database; `named` is their source where the arguments do not. */
export async function readInto(
  engine: Engine,
  paths: readonly string[],
  args: Arguments,
  named?: string,
): Promise<ImportReport> {
  const timeZone = zoneOf(args);
  const mapping = await mappingOf(args);
  const source = args.value('source');
  const into = args.value('into') ?? named;
  const files = await inputFiles(paths);
  await prepareDatabase(engine);
  return importFiles(engine, files, {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(source === undefined ? {} : { source }),
    ...(into === undefined ? {} : { into }),
    ...(mapping === undefined ? {} : { mappings: { '*': mapping } }),
  });
}

/** The files named; of a folder those that can be exports. */
async function inputFiles(paths: readonly string[]): Promise<readonly InputFile[]> {
  if (paths.length === 0) throw new UsageError('cli.usage.noFiles');
  const named = await Promise.all(paths.map(filesAt));
  const files = named.flat();
  if (files.length === 0) throw new NoDataError('cli.data.emptyFolder', { folder: paths.join(', ') });
  return Promise.all(
    files.map(async (path) => {
      const blob = await openAsBlob(path);
      return { name: basename(path), size: blob.size, blob, path };
    }),
  );
}

async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError('cli.data.missing', { file: path }, { cause });
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => exportName.test(name) && !hiddenName.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** What a file is its bytes tell; in a folder only those called like an export are looked at. */
const exportName = /\.(csv|tsv|tab|xlsx|json|jsonl|ndjson|parquet|pq|arrow|feather|ipc|arrows|gz|zip)$/i;
const hiddenName = /(^|[\\/])(\.|__MACOSX|node_modules[\\/])/;

function zoneOf(args: Arguments): string | undefined {
  const zone = args.value('timezone');
  if (zone !== undefined && !isZone(zone)) throw new UsageError('cli.usage.zone', { zone });
  return zone;
}

async function mappingOf(args: Arguments): Promise<Mapping | undefined> {
  const path = args.value('mapping');
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('cli.data.missing', { file: path }, { cause });
  });
  const mapping = parseMapping(text);
  if (mapping === null) throw new AppError('cli.data.notMapping', { file: path });
  return mapping;
}

/** A day or an instant as `YYYY-MM-DD[ HH:MM[:SS]]`, complete; undefined where the option was not given. */
export function instantOf(args: Arguments, name: string): string | undefined {
  const written = args.value(name);
  if (written === undefined) return undefined;
  const [, day, time = ''] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$/.exec(written) ?? [];
  const complete = `${day} ${time === '' ? '00:00:00' : time.padEnd(8, ':00')}`;
  const read = new Date(`${complete.replace(' ', 'T')}Z`);
  if (day === undefined || Number.isNaN(read.getTime()) || !read.toISOString().startsWith(day)) {
    throw new UsageError('cli.usage.instant', { option: `--${name}`, value: written });
  }
  return complete;
}
