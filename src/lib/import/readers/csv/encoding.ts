import { utf16Of } from '../detect.ts';
import type { Encoding } from '../raw-table.ts';

const replacement = 0xfffd;

/** Judges bytes as they pass: whether they are UTF-8, and if not, whether they are damaged UTF-8 or a one-byte code page. */
export class Utf8Check {
  /** Sequences of several bytes that are right. */
  valid = 0;
  /** Characters that are not. */
  invalid = 0;
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  readonly #lenient = new TextDecoder('utf-8');
  #isValid = true;
  /** The last letter may not be complete. */
  #isOpen = false;
  #past: Uint8Array[] = [];

  push(bytes: Uint8Array): void {
    if (this.#isValid && !this.#isOpen && isAscii(bytes)) {
      this.#remember(bytes);
      return;
    }
    this.#isOpen = (bytes[bytes.length - 1] ?? 0) >= 0x80;
    if (this.#isValid && this.#accepts(bytes)) {
      this.#remember(bytes);
      return;
    }
    if (this.#isValid) {
      this.#isValid = false;
      for (const past of this.#past) this.#count(past);
      this.#past = [];
    }
    this.#count(bytes);
  }

  finish(): { readonly encoding: 'utf-8' | 'windows-1252'; readonly invalid: number } {
    if (this.#isValid && this.#accepts(new Uint8Array(), false)) return { encoding: 'utf-8', invalid: 0 };
    const invalid = Math.max(1, this.invalid);
    return { encoding: this.valid > 2 * invalid ? 'utf-8' : 'windows-1252', invalid };
  }

  #accepts(bytes: Uint8Array, stream = true): boolean {
    try {
      this.#strict.decode(bytes, { stream });
      return true;
    } catch {
      return false;
    }
  }

  /** The first stretch and the last one tell enough of what was right before the first fault. */
  #remember(bytes: Uint8Array): void {
    this.#past = [this.#past[0] ?? bytes, bytes];
  }

  #count(bytes: Uint8Array): void {
    const text = this.#lenient.decode(bytes, { stream: true });
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === replacement) this.invalid++;
      else if (code >= 0x80) this.valid++;
    }
  }
}

/** Four bytes at a time: decoding takes five times as long. */
function isAscii(bytes: Uint8Array): boolean {
  const from = (4 - (bytes.byteOffset & 3)) & 3;
  const words = Math.max(0, (bytes.length - from) >> 2);
  let seen = 0;
  for (const byte of bytes.subarray(0, from)) seen |= byte;
  for (const byte of bytes.subarray(from + 4 * words)) seen |= byte;
  const aligned = words === 0 ? [] : new Uint32Array(bytes.buffer, bytes.byteOffset + from, words);
  for (let i = 0; i < words; i++) seen |= aligned[i] ?? 0;
  return (seen & 0x80808080) === 0;
}

/** What the first bytes alone say: UTF-16 is told by them, the rest by the whole file. */
export function headEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | 'one-byte' {
  return utf16Of(head) ?? 'one-byte';
}

/** Decodes one stretch of a file whose encoding is known; a mark at its beginning is left out. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A UTF-8 copy of a UTF-16 file, in parts that the browser may keep on disk. */
export async function toUtf8(blob: Blob, encoding: Encoding, signal: AbortSignal | undefined): Promise<Blob> {
  const decoder = new TextDecoder(encoding);
  const parts: Blob[] = [];
  const reader = blob.stream().getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (signal?.aborted) await reader.cancel();
    signal?.throwIfAborted();
    parts.push(new Blob([decoder.decode(chunk.value, { stream: true })]));
  }
  return new Blob([...parts, decoder.decode()]);
}
