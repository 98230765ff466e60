import { headEncoding, Utf8Check } from './csv/encoding.ts';
import type { Encoding, ReadOptions } from './raw-table.ts';

const chunkBytes = 1 << 20;
const beginningBytes = 4 << 20;

/** The text of a file as it comes, and what was found out about it on the way. */
export class TextChunks {
  readonly encoding: Encoding;
  /** The first few MB. */
  readonly beginning: string;
  readonly isWhole: boolean;
  /** Characters that could not be read, so far. */
  damaged = 0;
  readonly #blob: Blob;

  private constructor(blob: Blob, encoding: Encoding, beginning: Uint8Array) {
    this.#blob = blob;
    this.encoding = encoding;
    this.isWhole = beginning.length === blob.size;
    this.beginning = new TextDecoder(encoding).decode(beginning, { stream: !this.isWhole });
  }

  static async open(blob: Blob, given: Encoding | undefined): Promise<TextChunks> {
    const beginning = new Uint8Array(await blob.slice(0, beginningBytes).arrayBuffer());
    return new TextChunks(blob, given ?? encodingOf(beginning), beginning);
  }

  /** Chunk by chunk; in between the page may draw and hear of a cancel. */
  async *chunks({ signal, onProgress }: Pick<ReadOptions, 'signal' | 'onProgress'>): AsyncGenerator<string> {
    const decoder = new TextDecoder(this.encoding);
    const { size } = this.#blob;
    let coming = this.#bytes(0);
    for (let from = 0; from < size; from += chunkBytes) {
      signal?.throwIfAborted();
      const isLast = from + chunkBytes >= size;
      const bytes = await coming;
      // The next chunk is read while this one is worked on.
      coming = this.#bytes(from + chunkBytes);
      const text = decoder.decode(bytes, { stream: !isLast });
      for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) this.damaged++;
      yield text;
      onProgress?.(Math.min(0.99, (from + chunkBytes) / size));
    }
  }

  #bytes(from: number): Promise<ArrayBuffer> {
    const reading = this.#blob.slice(from, from + chunkBytes).arrayBuffer();
    // Whoever waits for it hears of a failure; where nobody does any more, it is of no interest.
    reading.catch(() => undefined);
    return reading;
  }
}

function encodingOf(beginning: Uint8Array): Encoding {
  const wide = headEncoding(beginning);
  if (wide !== 'one-byte') return wide;
  const check = new Utf8Check();
  // The last bytes may be half a character.
  check.push(beginning.subarray(0, beginning.length < beginningBytes ? undefined : lastWhole(beginning)));
  return check.finish().encoding;
}

/** The length without a character that is cut off. */
function lastWhole(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return Math.max(0, end - 1);
}
