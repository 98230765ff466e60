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
 * The first byte of what a link carries says how to read the rest. Version 1: the name of the file, a line's end and
 * the text, as UTF-8, deflated.
 */
const version = 1;

/** Bytes that a notebook of a link may have: hundreds of times what anybody writes. */
const limit = 4_000_000;

/** The part of an address behind `#` that carries a notebook; it never leaves the browser that opens it. */
export async function toFragment({ name, text }: LinkedNotebook): Promise<string> {
  const packed = await pack(`${name.replace(/\n/g, ' ')}\n${text}`);
  return key + toBase64Url(Uint8Array.of(version, ...packed));
}

/** The notebook that the part behind `#` carries; null where it carries none. */
export async function fromFragment(fragment: string): Promise<LinkedNotebook | null> {
  const written = fragment.replace(/^#/, '');
  if (!written.startsWith(key)) return null;
  const bytes = fromBase64Url(written.slice(key.length));
  if (bytes === null || bytes.length < 2) throw new LinkError('sharing.link.damaged');
  if (bytes[0] !== version) throw new LinkError('sharing.link.newer');
  const content = await unpack(bytes.slice(1), limit);
  const end = content?.indexOf('\n') ?? -1;
  if (content === null || end < 0) throw new LinkError('sharing.link.damaged');
  return { name: content.slice(0, end), text: content.slice(end + 1) };
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
