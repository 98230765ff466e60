import { deflateSync, gzipSync } from 'fflate';

export type Bytes = Uint8Array<ArrayBuffer>;

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** One byte a character: what `é` is in Windows-1252, and whatever bytes a test needs. */
export function latin1(text: string): Bytes {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function utf16(text: string, order: 'le' | 'be', mark: boolean): Bytes {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  if (mark) view.setUint16(0, 0xfeff, order === 'le');
  for (let i = 0; i < text.length; i++)
    view.setUint16((i + (mark ? 1 : 0)) * 2, text.charCodeAt(i), order === 'le');
  return bytes;
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function fromBase64(text: string): Bytes {
  return latin1(atob(text));
}

export function gzip(bytes: Uint8Array): Bytes {
  return concat(gzipSync(bytes, { mtime: 0 }));
}

/** Bytes that no format knows, the same every time. */
export function noise(length: number, seed = 1): Bytes {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  });
}

/** A member of a zip as it is written, true or not. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 0 = stored, 8 = deflated, others as the number says. */
  readonly method?: number;
  /** Already packed: `bytes` is what was packed, or a lie about it. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  /** The upper half of the external attributes: a Unix mode (0o120777 is a symbolic link). */
  readonly mode?: number;
}

/** A zip written member by member, without asking whether it makes sense. */
export function zip(...members: readonly ZipMember[]): Bytes {
  const locals: Bytes[] = [];
  const entries: Bytes[] = [];
  let offset = 0;
  for (const member of members) {
    const { bytes, method = 8, flags = 0x800, mode = 0o100644 } = member;
    const packed = member.packed ?? (method === 8 ? deflateSync(bytes) : bytes);
    const name = utf8(member.name);
    const shared = [
      ...[20, flags, method, 0, 0x5821],
      [member.crc ?? crc32(bytes)],
      [packed.length],
      [member.size ?? bytes.length],
      name.length,
      0,
    ];
    const local = concat(fields([0x04034b50], ...shared), name, packed);
    const rest = [0, 0, 0, [(mode << 16) >>> 0], [offset]];
    entries.push(concat(fields([0x02014b50], 0x0314, ...shared, ...rest), name));
    locals.push(local);
    offset += local.length;
  }
  const directory = concat(...entries);
  const end = fields([0x06054b50], 0, 0, members.length, members.length, [directory.length], [offset], 0);
  return concat(...locals, directory, end);
}

/** Little-endian fields: a number is two bytes, a number in a list four. */
function fields(...values: readonly (number | readonly [number] | readonly number[])[]): Bytes {
  return concat(
    ...values.map((value) => {
      const isShort = typeof value === 'number';
      const bytes = new Uint8Array(isShort ? 2 : 4);
      const view = new DataView(bytes.buffer);
      if (isShort) view.setUint16(0, value, true);
      else view.setUint32(0, (value[0] ?? 0) >>> 0, true);
      return bytes;
    }),
  );
}

let crcTable: Uint32Array | null = null;

export function crc32(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
