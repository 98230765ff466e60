import { ImportError, text, type Text } from '#errors';
import type { Engine } from '#engine';
import type { InputFile, RawTable, ReadOptions } from '../raw-table.ts';
import { dropRaw } from '../store.ts';
import { unpackGzip } from './gzip.ts';
import { newBudget, type Budget } from './unpack.ts';
import { openZip, type Member } from './zip.ts';

/** Where an archive lies: how many are around it, and what may still come out of them all. */
export interface Nesting {
  readonly depth: number;
  readonly budget: Budget;
}

/** Reads a member as the file that it is. */
export type ReadMember = (file: InputFile, options: ReadOptions, nesting: Nesting) => Promise<RawTable[]>;

const deepest = 2;
const toldMembers = 5;

/** Unpacks a gzip file and reads what is in it. */
export async function readGzip(
  file: InputFile,
  options: ReadOptions,
  { nesting, readMember }: { readonly nesting: Nesting | null; readonly readMember: ReadMember },
): Promise<RawTable[]> {
  const inside = enter(file, nesting);
  const unpacked = await unpackGzip(file, inside.budget, options.signal);
  return readMember(unpacked, options, inside);
}

/** Reads every table in a zip file. A member that cannot be read is told and does not stop the others. */
export async function readZip(
  engine: Engine,
  file: InputFile,
  options: ReadOptions,
  { nesting, readMember }: { readonly nesting: Nesting | null; readonly readMember: ReadMember },
): Promise<RawTable[]> {
  const inside = enter(file, nesting);
  const { members, skipped } = await openZip(file, inside.budget);
  const reading: Reading = { raws: [], skipped: [...skipped], failures: [] };
  try {
    let packed = 0;
    for (const member of members) {
      const share = member.packed / file.size;
      const before = packed / file.size;
      const onProgress = (fraction: number) => options.onProgress?.(Math.min(1, before + share * fraction));
      await readOne(member, reading, (unpacked) => readMember(unpacked, { ...options, onProgress }, inside), {
        ...inside,
        signal: options.signal,
      });
      packed += member.packed;
    }
    return toldOf(file, reading);
  } catch (error) {
    for (const raw of reading.raws) await dropRaw(engine, raw);
    throw error;
  }
}

interface Reading {
  readonly raws: RawTable[];
  readonly skipped: string[];
  readonly failures: ImportError[];
}

function enter(file: InputFile, nesting: Nesting | null): Nesting {
  const depth = (nesting?.depth ?? 0) + 1;
  if (depth > deepest)
    throw new ImportError('import.reader.archive.nested', { file: file.name, levels: deepest });
  return { depth, budget: nesting?.budget ?? newBudget() };
}

async function readOne(
  member: Member,
  reading: Reading,
  read: (file: InputFile) => Promise<RawTable[]>,
  { budget, signal }: { readonly budget: Budget; readonly signal: AbortSignal | undefined },
): Promise<void> {
  signal?.throwIfAborted();
  try {
    reading.raws.push(...(await read(await member.unpack(budget, signal))));
  } catch (error) {
    if (!(error instanceof ImportError) || error.text.code === 'import.reader.archive.size') throw error;
    reading.failures.push(error);
    reading.skipped.push(member.name.slice(member.name.lastIndexOf('/') + 1));
  }
}

/** The tables, the first of which tells what was left out; where there are none, why. */
function toldOf(file: InputFile, { raws, skipped, failures }: Reading): RawTable[] {
  const [first, ...others] = raws;
  if (!first) {
    const [failure] = failures;
    throw failures.length === 1 && failure
      ? failure
      : new ImportError('import.reader.archive.nothing', { file: file.name });
  }
  if (skipped.length === 0) return raws;
  const notes: Text[] = [...first.decisions.notes, skippedNote(file.name, skipped)];
  return [{ ...first, decisions: { ...first.decisions, notes } }, ...others];
}

function skippedNote(archive: string, skipped: readonly string[]): Text {
  const members = skipped.slice(0, toldMembers).join(', ') + (skipped.length > toldMembers ? ', …' : '');
  return text('import.reader.note.skipped', { file: archive, count: skipped.length, members });
}
