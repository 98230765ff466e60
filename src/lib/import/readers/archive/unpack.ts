import { ImportError } from '#errors';

/** What may come out of one file that was opened, however many archives lie in each other. */
export interface Budget {
  /** Bytes that may still come out. */
  left: number;
}

const gigabyte = 1 << 30;
const mostUnpacked = 4 * gigabyte;
/** Real exports shrink to a fiftieth at best; a bomb goes to the limit of what packing can do. */
const mostRatio = 250;
/** Below this nothing is suspicious. */
const harmless = 256 << 20;
const partBytes = 8 << 20;

export function newBudget(): Budget {
  return { left: mostUnpacked };
}

/** Fails if so much would come out that the memory fills up, before it does. */
export function checkSizes(name: string, packed: number, unpacked: number, budget: Budget): void {
  const limits = { limit: mostUnpacked / gigabyte, ratio: mostRatio };
  if (unpacked > budget.left || isBomb(packed, unpacked))
    throw new ImportError('import.reader.archive.size', { file: name, ...limits });
}

/** Grows as no export does. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > mostUnpacked || (unpacked > harmless && unpacked > packed * mostRatio);
}

/** Everything that a stream gives, in parts that the browser may keep on disk, unless it is too much. */
export async function collect(
  stream: ReadableStream<Uint8Array>,
  { name, packed, budget }: { readonly name: string; readonly packed: number; readonly budget: Budget },
  signal: AbortSignal | undefined,
): Promise<Blob> {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  let unpacked = 0;
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      signal?.throwIfAborted();
      unpacked += next.value.length;
      waiting += next.value.length;
      checkSizes(name, packed, unpacked, budget);
      chunks.push(new Uint8Array(next.value));
      if (waiting < partBytes) continue;
      parts.push(new Blob(chunks));
      chunks = [];
      waiting = 0;
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
  budget.left -= unpacked;
  return new Blob([...parts, ...chunks]);
}
