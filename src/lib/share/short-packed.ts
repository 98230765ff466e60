import { deflateSync, Inflate } from 'fflate';
import { dictionary } from './dictionary.ts';
import { joined, toText } from './packed.ts';

const learnt = new TextEncoder().encode(dictionary);
const level = 9;
const checksumBytes = 4;
/** Bytes that are inflated at a time: at a thousandth of what they can hold, still little. */
const step = 1024;

/** A text in fewer bytes than `pack` makes of it: deflated by a reader of the dictionary, behind a checksum. */
export function packShort(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  const deflated = deflateSync(bytes, { level, dictionary: learnt });
  return Uint8Array.from([...checksum(bytes), ...deflated]);
}

/** The text of such bytes; null where they are none, or are more than `limit` bytes once they are inflated. */
export function unpackShort(packed: Uint8Array, limit: number): string | null {
  const bytes = inflated(packed.subarray(checksumBytes), limit);
  if (bytes === null || checksum(bytes).some((byte, at) => byte !== packed[at])) return null;
  return toText(bytes);
}

/** In steps, so that a few bytes that hold gigabytes are left alone where the limit is passed. */
function inflated(packed: Uint8Array, limit: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate({ dictionary: learnt }, (part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length && size <= limit; at += step)
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    return null;
  }
  return size > limit ? null : joined(parts, size);
}

/** FNV-1a, of 32 bits. */
function checksum(bytes: Uint8Array): number[] {
  const sum = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5);
  return [24, 16, 8, 0].map((place) => (sum >>> place) & 255);
}
