import type { Encoding } from '../raw-table.ts';

/** Bytes that are taken out, and the ASCII text that stands in for them. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface RewriteOptions {
  readonly from: number;
  /** In order, none over another. */
  readonly edits: readonly Edit[];
  readonly encoding: Encoding;
  readonly signal?: AbortSignal | undefined;
}

const chunkBytes = 4 << 20;

/** A copy of a file in UTF-8 without some of its bytes, made of parts of a few MB that the browser may keep on disk. */
export async function rewrite(blob: Blob, { from, edits, encoding, signal }: RewriteOptions): Promise<Blob> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const parts: Blob[] = [];
  let next = 0;
  for (let position = from; position < blob.size; position += chunkBytes) {
    signal?.throwIfAborted();
    const end = Math.min(position + chunkBytes, blob.size);
    const bytes = new Uint8Array(await blob.slice(position, end).arrayBuffer());
    const pieces: string[] = [];
    let kept = 0;
    for (; next < edits.length && edits[next]!.start < end; next++) {
      const edit = edits[next]!;
      if (isOneForOne(edit)) {
        bytes[edit.start - position] = edit.text.charCodeAt(0);
        continue;
      }
      if (edit.start >= position) {
        pieces.push(decoder.decode(bytes.subarray(kept, edit.start - position), { stream: true }), edit.text);
      }
      kept = Math.min(edit.end, end) - position;
      if (edit.end > end) break;
    }
    pieces.push(decoder.decode(bytes.subarray(kept), { stream: true }));
    parts.push(new Blob(pieces));
  }
  return new Blob([...parts, decoder.decode()]);
}

/** One sign for another, as where a file ends its lines in a CR alone: there may be millions, and nothing need move for them. */
function isOneForOne({ start, end, text }: Edit): boolean {
  return end - start === 1 && text.length === 1;
}
