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
 * UTF-8. In version 1 they are deflated; in version 2, which is for short ones, with a dictionary, behind a checksum.
 */
const plain = 1;
const short = 2;

/** Bytes of the longest text that is packed while the page waits; a link as long is of no use to anybody. */
const longestShort = 262_144;

/** Bytes that a notebook of a link may have: hundreds of times what anybody writes. */
const limit = 4_000_000;

/** The part of an address behind `#` that carries a notebook; it never leaves the browser that opens it. */
export async function toFragment({ name, text }: LinkedNotebook): Promise<string> {
  const content = `${name.replace(/\n/g, ' ')}\n${text}`;
  const bytes =
    new Blob([content]).size > longestShort
      ? [plain, ...(await pack(content))]
      : [short, ...(await import('./short-packed.ts')).packShort(content)];
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
  if (version > short) throw new LinkError('sharing.link.newer');
  if (version === plain) return unpack(bytes.slice(1), limit);
  if (version !== short) return null;
  return (await import('./short-packed.ts')).unpackShort(bytes.subarray(1), longestShort);
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
