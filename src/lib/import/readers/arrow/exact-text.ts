import { TimeUnit } from 'apache-arrow';

const secondsADay = 86_400n;

export function unitsPerSecond(unit: TimeUnit): bigint {
  return 1000n ** BigInt(unit);
}

/** The little-endian words of a signed integer. */
export function integerOf(words: Int32Array): bigint {
  let value = 0n;
  for (let index = words.length - 1; index >= 0; index--)
    value = (value << 32n) | BigInt((words[index] ?? 0) >>> 0);
  return BigInt.asIntN(words.length * 32, value);
}

export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const knownDates = new Map<bigint, string>();
const mostKnown = 20_000;

/** `2024-01-31`; days since 1970. */
export function dateText(days: bigint): string {
  const known = knownDates.get(days);
  if (known !== undefined) return known;
  if (knownDates.size >= mostKnown) knownDates.clear();
  const written = writeDate(days);
  knownDates.set(days, written);
  return written;
}

function writeDate(days: bigint): string {
  const instant = new Date(Number(days) * 86_400_000);
  if (Number.isNaN(instant.getTime())) return String(days);
  return instant.toISOString().replace(/T.*/, '');
}

/** `2024-01-31T09:12:58.5`; units since 1970. */
export function instantText(units: bigint, perSecond: bigint): string {
  const perDay = secondsADay * perSecond;
  const rest = ((units % perDay) + perDay) % perDay;
  return `${dateText((units - rest) / perDay)}T${clockText(rest, perSecond, true)}`;
}

/** `09:12:58.5`, for durations `26:10:00`. */
export function clockText(units: bigint, perSecond: bigint, isTimeOfDay: boolean): string {
  const size = units < 0n ? -units : units;
  const seconds = Number(size / perSecond);
  const fraction = fractionText(size % perSecond, perSecond);
  const pair = (value: number) => String(value % 60).padStart(2, '0');
  const hours = String(Math.floor(seconds / 3600)).padStart(isTimeOfDay ? 2 : 1, '0');
  return `${units < 0n ? '-' : ''}${hours}:${pair(Math.floor(seconds / 60))}:${pair(seconds)}${fraction}`;
}

function fractionText(rest: bigint, perSecond: bigint): string {
  if (rest === 0n) return '';
  return `.${String(rest)
    .padStart(String(perSecond).length - 1, '0')
    .replace(/0+$/, '')}`;
}
