import type { FileEntry } from '@zip.js/zip.js';
import { AppError, ImportError } from '#errors';
import type { InputFile } from '../raw-table.ts';
import { checkSizes, collect, type Budget } from './unpack.ts';

/** A member of a zip file that can be a table. */
export interface Member {
  /** With the archive's: `export.zip/tickets.csv`. */
  readonly name: string;
  readonly packed: number;
  unpack(budget: Budget, signal: AbortSignal | undefined): Promise<InputFile>;
}

export interface Contents {
  readonly members: readonly Member[];
  /** The names of those that are no tables: pictures, notes, programs. */
  readonly skipped: readonly string[];
}

const mostMembers = 1_000;
/** What systems leave in archives without being asked. */
const litter = /(^|\/)(\.|__MACOSX\/|thumbs\.db$|desktop\.ini$)/i;
const noTable =
  /\.(png|jpe?g|gif|webp|svg|ico|pdf|docx?|pptx?|md|html?|css|js|ts|py|sql|sh|exe|dll|mp[34]|wav|mov|eml|log)$|(^|\/)(readme|license|licence|changelog|leia-?me)[^/]*$/i;

/** Opens a zip file; fails before anything is unpacked if it is locked, damaged, or would fill the memory. */
export async function openZip(file: InputFile, budget: Budget): Promise<Contents> {
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js');
  const entries = await orDamaged(file.name, async () => {
    const zip = new ZipReader(new BlobReader(file.blob), { useWebWorkers: false });
    return (await zip.getEntries()).filter((entry) => !entry.directory && !litter.test(entry.filename));
  });
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  const wanted = files.filter(({ filename }) => !noTable.test(filename));
  if (wanted.some(({ encrypted }) => encrypted))
    throw new ImportError('import.reader.archive.password', { file: file.name });
  if (wanted.length > mostMembers)
    throw new ImportError('import.reader.archive.members', { file: file.name, limit: mostMembers });
  checkSizes(file.name, file.size, sum(wanted.map(({ uncompressedSize }) => uncompressedSize)), budget);
  return {
    members: wanted.map((entry) => memberOf(file.name, entry)),
    skipped: files.filter((entry) => !wanted.includes(entry)).map(({ filename }) => filename),
  };
}

/** How many bytes a zip file says that it unpacks to. */
export async function unpackedSize(file: InputFile): Promise<number> {
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js');
  const zip = new ZipReader(new BlobReader(file.blob), { useWebWorkers: false });
  return sum((await zip.getEntries()).map(({ uncompressedSize }) => uncompressedSize));
}

function memberOf(archive: string, entry: FileEntry): Member {
  const name = `${archive}/${entry.filename}`;
  const packed = entry.compressedSize;
  return {
    name,
    packed,
    unpack: (budget, signal) =>
      orDamaged(name, async () => {
        const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
        const writing = entry.getData(writable, {
          useWebWorkers: false,
          checkSignature: true,
          ...(signal ? { signal } : {}),
        });
        const [blob] = await Promise.all([collect(readable, { name, packed, budget }, signal), writing]);
        return { name, size: blob.size, blob };
      }),
  };
}

async function orDamaged<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof AppError || (cause instanceof DOMException && cause.name === 'AbortError'))
      throw cause;
    throw new ImportError('import.reader.archive.damaged', { file: name }, { cause });
  }
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
