import { RecordScanner, type Marks, type OnRecord } from './record-scanner.ts';

/** So little that a page of which this is done in the main thread answers in between. */
const chunkBytes = 1 << 20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export interface ScanOptions {
  readonly start?: number;
  readonly signal?: AbortSignal | undefined;
  /** Given each stretch of bytes once, in order: whoever wants to judge them need not read the file again. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

export interface Scanned {
  /** Bytes of the longest record. */
  readonly longest: number;
  /** Where lines end in a CR alone, which the engine's reader gets wrong next to other line ends, even quoted ones. */
  readonly loneReturns: readonly number[];
}

/** Finds the records of a whole file, a few MB at a time. */
export async function scanBlob(
  blob: Blob,
  marks: Marks,
  onRecord: OnRecord,
  { start = 0, signal, onBytes }: ScanOptions = {},
): Promise<Scanned> {
  const scanner = new RecordScanner(marks, onRecord, start);
  let seen = start;
  let position = start;
  while (position < blob.size) {
    signal?.throwIfAborted();
    const bytes = await readBytes(blob, position, position + chunkBytes);
    if (position + bytes.length > seen) {
      onBytes?.(bytes.subarray(seen - position));
      seen = position + bytes.length;
    }
    position = await scanChunk(scanner, blob, bytes, position);
    if (position >= blob.size && !scanner.finish(blob.size)) position = await skipBrokenLine(scanner, blob);
  }
  return { longest: scanner.longest, loneReturns: scanner.loneReturns };
}

/** The same over bytes in memory. */
export function scanBytes(bytes: Uint8Array, marks: Marks, onRecord: OnRecord, isWhole: boolean): void {
  const scanner = new RecordScanner(marks, onRecord);
  let position = 0;
  while (position < bytes.length) {
    const complete =
      scanner.push(bytes.subarray(position), position) && (!isWhole || scanner.finish(bytes.length));
    if (complete) return;
    position = skipLineIn(scanner, bytes, 0);
  }
}

async function scanChunk(
  scanner: RecordScanner,
  blob: Blob,
  bytes: Uint8Array,
  base: number,
): Promise<number> {
  let position = base;
  const end = base + bytes.length;
  while (!scanner.push(bytes.subarray(position - base), position)) {
    const isHere = scanner.recordStart >= base && hasLineEnd(bytes, scanner.recordStart - base);
    if (!isHere) return skipBrokenLine(scanner, blob);
    position = skipLineIn(scanner, bytes, base);
    if (position >= end) return position;
  }
  return end;
}

async function skipBrokenLine(scanner: RecordScanner, blob: Blob): Promise<number> {
  const start = scanner.recordStart;
  for (let size = chunkBytes; ; size *= 2) {
    const bytes = await readBytes(blob, start, start + size);
    if (hasLineEnd(bytes, 0) || start + size >= blob.size) return skipLineIn(scanner, bytes, start);
  }
}

/** Gives up the scanner's broken line, which lies in `bytes` as far as it goes; where the next one begins. */
function skipLineIn(scanner: RecordScanner, bytes: Uint8Array, base: number): number {
  const end = lineEndIn(bytes, scanner.recordStart - base);
  const isPair = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed;
  const next = end + (end >= bytes.length ? 0 : isPair ? 2 : 1);
  scanner.skipLine(base + end, base + next, bytes[end] === carriageReturn && !isPair);
  return base + next;
}

/** A CR as the very last byte does not count: whether an LF follows is not known yet. */
function hasLineEnd(bytes: Uint8Array, from: number): boolean {
  return lineEndIn(bytes, from) < bytes.length - 1;
}

function lineEndIn(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++;
  return end;
}

async function readBytes(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, Math.min(to, blob.size)).arrayBuffer());
}
