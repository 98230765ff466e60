import { openBundle, loadBundle } from '#bundle';
import { attachDatabase, databaseLike, databaseOf, detachDatabases, type Sides } from '#compare';
import { AppError } from '#errors';
import type { Engine } from '#engine';
import { importFiles, knownSources, setWorkspaceZone, workspaceZone, type InputFile } from '#import';
import type { ComparedExport, Side } from './ExportComparison.svelte.ts';

/** The databases of a comparison: attached beside the main one, which is only read. */
const names = { earlier: 'compared_earlier', later: 'compared_later', mixture: 'compared_mixture' } as const;

export interface PrepareOptions {
  readonly earlier: ComparedExport;
  readonly later: ComparedExport;
  /** The zone of times that name none, where the source that they are compared with names none. */
  readonly timeZone: string;
  readonly signal: AbortSignal;
  readonly onReading: (file: string, fraction: number) => void;
}

/** Lets go of what an earlier comparison has attached. */
export async function releaseSides(engine: Engine): Promise<void> {
  const all = Object.values(names);
  await detachDatabases(engine, [...all.map((name) => `${name}_scope`), ...all]);
}

/** Reads the two exports, each where it can be asked beside the other. What is loaded is where it is. */
export async function prepareSides(engine: Engine, options: PrepareOptions): Promise<Sides> {
  await releaseSides(engine);
  // What is loaded says how files are to be read, so that it comes first.
  const isLaterFirst = options.later.kind === 'loaded' && options.earlier.kind === 'files';
  const order = isLaterFirst ? (['later', 'earlier'] as const) : (['earlier', 'later'] as const);
  let known: Known = { source: null, timeZone: options.timeZone };
  const zone = (await knownSources(engine)).length > 0 ? await workspaceZone(engine) : options.timeZone;
  const databases: Record<Side, string> = { ...names };
  for (const side of order) {
    const opened = await open(engine, options[side], { name: names[side], known, zone, options });
    databases[side] = opened.database;
    known = (await soleSource(opened)) ?? known;
  }
  const mixture = await attachDatabase(engine, names.mixture);
  return { ...databases, mixture: mixture.database };
}

/** The source that the other export is to be one with; null where that is not one. */
interface Known {
  readonly source: string | null;
  readonly timeZone: string;
}

interface Opening {
  readonly name: string;
  readonly known: Known;
  /** The zone of every clock. */
  readonly zone: string;
  readonly options: PrepareOptions;
}

async function open(engine: Engine, compared: ComparedExport, opening: Opening): Promise<Engine> {
  const { name, known } = opening;
  if (compared.kind === 'files') return read(engine, compared.files, opening);
  const sources = await knownSources(engine);
  const { source } = compared;
  if (source === null || (sources.length === 1 && known.source === null)) return engine;
  return databaseOf(engine, name, { source, as: known.source ?? source });
}

/** A bundle brings its data as they were; anything else is read as the workspace would read it. */
async function read(
  engine: Engine,
  files: readonly InputFile[],
  { name, known, zone, options: { signal, onReading } }: Opening,
): Promise<Engine> {
  const [first] = files;
  const bundle =
    first && files.length === 1 && /\.zip$/i.test(first.name) ? await openBundle(first.blob) : null;
  if (bundle) {
    const aside = await attachDatabase(engine, name);
    await loadBundle(aside, bundle, {
      signal,
      onProgress: (fraction) => onReading(first?.name ?? '', fraction),
    });
    await setWorkspaceZone(aside, zone);
    return aside;
  }
  const aside = await databaseLike(engine, name);
  await importFiles(aside, files, {
    timeZone: known.timeZone,
    workspaceZone: zone,
    ...(known.source === null ? {} : { into: known.source }),
    signal,
    onProgress: ({ file, fraction }) => onReading(file, fraction),
  });
  return aside;
}

async function soleSource(database: Engine): Promise<Known | null> {
  const [source, ...others] = await knownSources(database);
  if (!source) throw new AppError('compare.nothingLoaded');
  return others.length > 0 ? null : { source: source.sourceId, timeZone: source.timeZone };
}
