import type { InputFile } from './raw-table.ts';

/** What a file is by its first and last bytes; its name is not asked, because it is often wrong. */
export type FileFormat =
  | 'text'
  | 'xlsx'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'json'
  | 'parquet'
  | 'arrow'
  | 'gzip'
  | 'zip'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'image'
  | 'binary'
  | 'empty';

const headBytes = 4096;
const tailBytes = 65_536;

/** The formats told by how they begin. */
const signatures: readonly (readonly [FileFormat, string])[] = [
  ['gzip', '\x1f\x8b'],
  ['parquet', 'PAR1'],
  ['arrow', 'ARROW1'],
  ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['pdf', '%PDF-'],
  ['binary', 'SQLite format 3\0'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
];

export async function detect(file: InputFile): Promise<FileFormat> {
  if (file.blob.size === 0) return 'empty';
  const head = await bytesOf(file.blob.slice(0, headBytes));
  const start = toBinaryText(head);
  if (isArrowStream(head)) return 'arrow';
  const known = signatures.find(([, signature]) => start.startsWith(signature));
  if (known) return known[0];
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06'))
    return detectArchive(file.blob, start);
  const wide = utf16Of(head);
  if (wide !== null) return detectText(new TextDecoder(wide).decode(head));
  return looksBinary(head) ? 'binary' : detectText(start);
}

/** How UTF-16 shows: by its mark, or by a zero in every other byte of mostly Latin text. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(head.length, headBytes) & ~1;
  for (let i = 0; i < length; i++) if (head[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (length < 4 || Math.max(even, odd) < length * 0.2 || Math.min(even, odd) > length * 0.02) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The mark of a message, then the length of what describes it, which is small and a multiple of eight. */
function isArrowStream(head: Uint8Array): boolean {
  const isMarked = head.length > 8 && head.slice(0, 4).every((byte) => byte === 0xff);
  return isMarked && head[7] === 0 && head[6] === 0 && (head[4] ?? 1) % 8 === 0;
}

async function detectArchive(blob: Blob, start: string): Promise<FileFormat> {
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  const directory = toBinaryText(await bytesOf(blob.slice(Math.max(0, blob.size - tailBytes))));
  if (/xl\/workbook\.bin/i.test(directory + start)) return 'xlsb';
  return /xl\/workbook\.xml/i.test(directory + start) ? 'xlsx' : 'zip';
}

function detectText(start: string): FileFormat {
  const text = start.replace(/^(\xef\xbb\xbf|\ufeff)/, '').trimStart();
  if (/^<(!doctype\s+html|html|table|head|body|meta|style)\b/i.test(text)) return 'html';
  if (/^<\?xml|^<\w+(\s+[\w:]+="[^"]*")*\s*\/?>/i.test(text)) {
    return /<(html|table)\b/i.test(text) ? 'html' : 'xml';
  }
  if (/^\{\s*("|\})/.test(text) || /^\[\s*(\{|\[|\]|"|-?\d)/.test(text)) return 'json';
  return 'text';
}

function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  return control > head.length * 0.01;
}

function toBinaryText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
