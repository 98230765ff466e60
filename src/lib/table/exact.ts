import { isoTime, pad } from './convert.ts';

/** The digits of a decimal, all of them: `-1.50` of -150 with two places. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = unscaled < 0n ? '-' : '';
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** A time of day with its offset from UTC, which a plain number of microseconds would lose. */
export function timeZoneText(micros: bigint, offsetSeconds: number): string {
  const offset = Math.abs(offsetSeconds);
  const parts = [Math.floor(offset / 3600), Math.floor(offset / 60) % 60, offset % 60].map((part) =>
    pad(part),
  );
  const shown = parts[2] === '00' ? (parts[1] === '00' ? 1 : 2) : 3;
  return `${isoTime(micros)}${offsetSeconds < 0 ? '-' : '+'}${parts.slice(0, shown).join(':')}`;
}

/** Sixteen bytes, most significant first. */
export function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** DuckDB's BIT as it stores it: the first byte says how many leading bits of the second are padding. */
export function bitText(bytes: Uint8Array): string {
  const bits = Array.from(bytes.subarray(1), (byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.slice(bytes[0] ?? 0);
}

/** Little-endian, two's complement. */
export function bigintOf(bytes: Uint8Array, signed: boolean): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return signed ? BigInt.asIntN(bytes.length * 8, value) : value;
}

const infinite = 9_223_372_036_854_775_807n;
const microsPer = { second: 1_000_000n, millisecond: 1_000n, microsecond: 1n } as const;

/** Microseconds of a timestamp in its own unit; infinity stays infinity, nanoseconds are cut off downwards. */
export function timestampMicros(raw: bigint, unit: keyof typeof microsPer | 'nanosecond'): bigint {
  if (raw >= infinite || raw <= -infinite) return raw;
  if (unit !== 'nanosecond') return raw * microsPer[unit];
  return raw / 1000n - (raw < 0n && raw % 1000n !== 0n ? 1n : 0n);
}
