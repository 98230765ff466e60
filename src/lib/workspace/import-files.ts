import { AppError, text, type Text } from '#errors';
import type { Engine } from '#engine';
import type { InputFile, Mapping, Proposal, RawTable } from '#import';

/** A raw table on its way in: what it seems to be, and how it will be read. */
export interface Candidate {
  readonly raw: RawTable;
  readonly proposal: Proposal;
  readonly mapping: Mapping;
  /** Files that hold nothing of interest can be left out. */
  readonly included: boolean;
}

/** A file that is no part of the import, and why. */
export interface LeftOut {
  readonly file: string;
  readonly reason: Text;
}

export interface ReadFiles {
  readonly raws: readonly RawTable[];
  readonly mappings: readonly Mapping[];
  readonly leftOut: readonly LeftOut[];
  /** What the first file that could not be read ended with. */
  readonly error: unknown;
}

interface ReadOptions {
  readonly signal: AbortSignal;
  /** `rows` of all files so far. */
  readonly onProgress: (file: InputFile, fraction: number, rows: number) => void;
}

/** Reads files one after the other; one that cannot be read does not stop the others. When it is cancelled nothing stays behind. */
export async function readFiles(
  engine: Engine,
  files: readonly InputFile[],
  { signal, onProgress }: ReadOptions,
): Promise<ReadFiles> {
  const { dropRaw, readFile } = await import('#import');
  const raws: RawTable[] = [];
  const mappings: Mapping[] = [];
  const leftOut: LeftOut[] = [];
  let failure: unknown = null;
  for (const file of files) {
    const mapping = await mappingIn(file);
    if (mapping) {
      mappings.push(mapping);
      continue;
    }
    try {
      const before = raws.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
      const report = (fraction: number, rows = 0) => onProgress(file, fraction, before + rows);
      raws.push(...(await readFile(engine, file, { signal, onProgress: report })));
    } catch (error) {
      if (signal.aborted) {
        for (const raw of raws) await dropRaw(engine, raw);
        throw error;
      }
      failure ??= error;
      leftOut.push({ file: file.name, reason: reasonOf(error) });
    }
  }
  return { raws, mappings, leftOut, error: failure };
}

/** What each table seems to be; mappings that came with the files are used where they fit. */
export async function proposeAll(
  engine: Engine,
  raws: readonly RawTable[],
  mappings: readonly Mapping[],
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  const { missingColumns, proposeMapping } = await import('#import');
  const candidates: Candidate[] = [];
  for (const raw of raws) {
    signal.throwIfAborted();
    const proposal = await proposeMapping(engine, raw, { among: raws });
    const sent = mappings.find((mapping) => missingColumns(mapping, raw).length === 0);
    const mapping = sent ?? proposal.mapping;
    candidates.push({ raw, proposal, mapping, included: mapping.tables.length > 0 || raws.length === 1 });
  }
  return candidates;
}

const largestMapping = 5_000_000;

/** The mapping that a file is; null for every other file. */
export async function mappingIn({ name, size, blob }: InputFile): Promise<Mapping | null> {
  if (!/\.json$/i.test(name) || size > largestMapping) return null;
  const { parseMapping } = await import('#import');
  return parseMapping(await blob.text());
}

function reasonOf(error: unknown): Text {
  if (error instanceof AppError) return error.text;
  return text('data.import.unreadable', { reason: error instanceof Error ? error.message : String(error) });
}
