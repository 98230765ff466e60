import { AppError } from '#errors';
import { pack, unpack } from './packed.ts';

/** A notebook as a link carries it: its text and the name of its file, and nothing of any data. */
export interface LinkedNotebook {
  readonly name: string;
  readonly text: string;
}

/** A link that holds no notebook that this version can read. */
export class LinkError extends AppError {}

const key = 'notebook=';

/**
 * The first byte of what a link carries says how to read the rest: the name of the file, a line's end and the text, as
 * UTF-8. In version 1 they are deflated; in version 2, which is for short ones, squeezed.
 */
const deflated = 1;
const squeezed = 2;

/** Bytes that a notebook of a link may have: hundreds of times what anybody writes. */
const limit = 4_000_000;

/** The part of an address behind `#` that carries a notebook; it never leaves the browser that opens it. */
export async function toFragment({ name, text }: LinkedNotebook): Promise<string> {
  const content = `${name.replace(/\n/g, ' ')}\n${text}`;
  const { longestSqueezed, squeeze } = await import('./squeeze.ts');
  const bytes =
    new Blob([content]).size > longestSqueezed
      ? [deflated, ...(await pack(content))]
      : [squeezed, ...squeeze(content)];
  return key + toBase64Url(Uint8Array.from(bytes));
}

/** The notebook that the part behind `#` carries; null where it carries none. */
export async function fromFragment(fragment: string): Promise<LinkedNotebook | null> {
  const written = fragment.replace(/^#/, '');
  if (!written.startsWith(key)) return null;
  const bytes = fromBase64Url(written.slice(key.length));
  if (bytes === null || bytes.length < 2) throw new LinkError('sharing.link.damaged');
  const content = await contentOf(bytes);
  const end = content?.indexOf('\n') ?? -1;
  if (content === null || end < 0) throw new LinkError('sharing.link.damaged');
  return { name: content.slice(0, end), text: content.slice(end + 1) };
}

async function contentOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const [version = 0] = bytes;
  if (version > squeezed) throw new LinkError('sharing.link.newer');
  if (version === deflated) return unpack(bytes.slice(1), limit);
  if (version !== squeezed) return null;
  const { unsqueeze } = await import('./squeeze.ts');
  return unsqueeze(bytes.subarray(1));
}

function toBase64Url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null for what is no such text. Programs that pass a link on may have escaped or ended it. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
