import type { FileEntry } from '@zip.js/zip.js';
import { StorageError } from '#errors';
import { canBeKept } from './path.ts';

/** A file of text by its name, with the folders that it lies in: `clients/acme.md`. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

const mostFiles = 2_000;
const mostBytes = 64 * 2 ** 20;
/** What systems leave in archives without being asked. */
const litter = /(^|\/)(\.|__MACOSX\/|thumbs\.db$|desktop\.ini$)/i;

/** The files as one zip. */
export async function zipTexts(files: readonly NamedText[]): Promise<Blob> {
  const { zipFiles } = await import('#export/archive');
  const encoder = new TextEncoder();
  const entries = Object.fromEntries(files.map(({ name, text }) => [name, encoder.encode(text)]));
  return new Blob([zipFiles(entries)], { type: 'application/zip' });
}

/** Whether a file is a zip of nothing but files that Deskbook keeps: any other is an export. */
export async function holdsNotebooks(file: File): Promise<boolean> {
  if (!/\.zip$/i.test(file.name)) return false;
  const names = await entriesOf(file).then(
    (entries) => entries.map(({ filename }) => filename),
    () => [],
  );
  return names.length > 0 && names.every(canBeKept);
}

/** The files of a zip that Deskbook keeps, without the folder that all of them lie in. */
export async function unzipTexts(file: File): Promise<readonly NamedText[]> {
  const entries = (await entriesOf(file)).filter(({ filename }) => canBeKept(filename));
  if (entries.some(({ encrypted }) => encrypted))
    throw new StorageError('folders.zip.locked', { name: file.name });
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (entries.length > mostFiles || size > mostBytes)
    throw new StorageError('folders.zip.large', { name: file.name });
  const { TextWriter } = await import('@zip.js/zip.js');
  const texts: NamedText[] = [];
  for (const entry of entries) {
    const read = entry.getData(new TextWriter(), { useWebWorkers: false, checkSignature: true });
    const text = await read.catch((cause: unknown) => Promise.reject(damaged(file, cause)));
    texts.push({ name: entry.filename, text });
  }
  return texts;
}

async function entriesOf(file: File): Promise<readonly FileEntry[]> {
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js');
  try {
    const entries = await new ZipReader(new BlobReader(file), { useWebWorkers: false }).getEntries();
    return entries.filter((entry): entry is FileEntry => !entry.directory && !litter.test(entry.filename));
  } catch (cause) {
    throw damaged(file, cause);
  }
}

function damaged({ name }: File, cause: unknown): StorageError {
  return new StorageError('folders.zip.damaged', { name }, { cause });
}
