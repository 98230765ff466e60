import type { InputFile } from './readers/reader.ts';

const pieceBytes = 4 * 1024 * 1024;
const known = new WeakMap<Blob, Promise<string>>();

/**
 * The file's fingerprint in hexadecimal: its SHA-256 up to 4 MiB; of a larger one, which is never held whole, the SHA-256 of the
 * SHA-256s of its pieces of 4 MiB. Begun once a file, however often it is asked for.
 */
export function fingerprint({ blob }: InputFile): Promise<string> {
  const begun = known.get(blob) ?? digestOf(blob);
  known.set(blob, begun);
  return begun;
}

async function digestOf(blob: Blob): Promise<string> {
  if (blob.size <= pieceBytes) return toHex(await sha256(await blob.arrayBuffer()));
  const digests = new Uint8Array(32 * Math.ceil(blob.size / pieceBytes));
  for (let at = 0, piece = 0; at < blob.size; at += pieceBytes, piece += 1) {
    digests.set(await sha256(await blob.slice(at, at + pieceBytes).arrayBuffer()), 32 * piece);
  }
  return toHex(await sha256(digests.buffer));
}

async function sha256(bytes: ArrayBuffer): Promise<Uint8Array> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
