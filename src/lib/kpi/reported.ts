import type { Locale } from '#messages';
import type { Unit } from '#table';

/** One way to read a number that a screen shows, in the KPI's own unit: any value within a step of it is shown so. */
export interface Reading {
  readonly value: number;
  /** What the last digit is worth. */
  readonly step: number;
}

const durationSeconds = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const durationParts = Object.entries(durationSeconds).toReversed();
/** Words for thousands and millions. */
const large: Readonly<Record<string, number>> = { k: 1e3, mil: 1e3, m: 1e6, mi: 1e6 };

/**
 * Reads a number as a screen shows it: `1,234`, `1.2k`, `R$ 99,90`, `87.3%`, `4.2/5`, `4h 12min`, `02:35:10`. A bare number of a duration may be seconds,
 * minutes, hours or days; one of a share, percent or a fraction; a count is whole. Empty for what is no number.
 */
export function readReported(text: string, unit: Unit): readonly Reading[] {
  const written = text
    .trim()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace('−', '-');
  if (unit === 'duration') {
    const parts = clockOf(written) ?? partsOf(written);
    if (parts !== null) return parts;
  }
  const isPercent = /%$/.test(written);
  const [, digits = written, word = ''] = /^(.*\d)\s*(k|mil|mi?)$/i.exec(written) ?? [];
  const factor = large[word.toLowerCase()] ?? 1;
  const readings = plainNumbers(bare(digits)).flatMap(({ value, step }) =>
    scaled({ value: value * factor, step: step * factor }, unit, isPercent),
  );
  const whole = unit === 'count' ? readings.filter(({ value }) => Number.isInteger(value)) : [];
  return whole.length > 0 ? whole : readings;
}

/** Without a sign of currency or percent, and without the scale that a score is out of. */
function bare(written: string): string {
  return written
    .replace(/^([A-Z]{0,2}\p{Sc}|[A-Z]{3}\b)\s*/u, '')
    .replace(/\s*(%|p\.?p\.?|[A-Z]{0,2}\p{Sc}|\/\s*\d+)$/iu, '');
}

/** The number that somebody means who types it in their language; null for none, and for a duration that may be several. */
export function readTyped(text: string, unit: Unit, locale: Locale): number | null {
  const english = locale === 'en' ? text : text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
  const readings = readReported(english, unit);
  const isClear = unit !== 'duration' || readings.length === 1;
  return isClear ? (readings[0]?.value ?? null) : null;
}

/** A number as somebody would type it, in full, so that it reads back as the same. */
export function writeTyped(value: number, unit: Unit, locale: Locale): string {
  const number = (of: number): string =>
    of.toLocaleString(locale, { useGrouping: false, maximumSignificantDigits: 15 });
  if (unit === 'percent') return `${number(value * 100)}%`;
  if (unit !== 'duration') return number(value);
  const parts = durationParts.reduce<{ rest: number; written: readonly string[] }>(
    ({ rest, written }, [letter, size]) => {
      const count = letter === 's' ? rest : Math.floor(rest / size);
      return {
        rest: rest - count * size,
        written: count === 0 ? written : [...written, `${number(count)}${letter}`],
      };
    },
    { rest: value, written: [] },
  );
  return parts.written.length === 0 ? '0s' : parts.written.join(' ');
}

/** Whether a screen would show a value so, rounded to the digits given or cut off after them. */
export function isShownAs(value: number, { value: shown, step }: Reading): boolean {
  const slack = step * 1e-9 + Math.abs(shown) * 1e-12;
  const rounded = Math.abs(value - shown) <= step / 2 + slack;
  const cut = shown >= 0 ? value - shown : shown - value;
  return rounded || (cut >= -slack && cut < step - slack);
}

function scaled(number: Reading, unit: Unit, isPercent: boolean): Reading[] {
  const by = (factor: number): Reading => ({ value: number.value * factor, step: number.step * factor });
  if (unit === 'percent') {
    return isPercent || Math.abs(number.value) > 1 ? [by(0.01)] : [by(1), by(0.01)];
  }
  return unit === 'duration' ? Object.values(durationSeconds).map(by) : [by(1)];
}

/** `2:35` is minutes and seconds or hours and minutes; `1:02:35` leaves no doubt. */
function clockOf(text: string): Reading[] | null {
  const [, first, second, third] = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const [a, b] = [Number(first), Number(second)];
  if (third !== undefined) return [{ value: a * 3600 + b * 60 + Number(third), step: 1 }];
  return [
    { value: a * 60 + b, step: 1 },
    { value: a * 3600 + b * 60, step: 60 },
  ];
}

/** `1 d 4 h`, `4h12m`, `3.5 hours`, `252 min`: the last part says how fine it is. */
function partsOf(text: string): Reading[] | null {
  const part = /(\d+(?:[.,]\d+)?)\s*(d|h|m|s)[a-zà-ú]*\.?\s*/giy;
  let total = 0;
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    const [, digits = '', letter = ''] = match;
    const size = Object.entries(durationSeconds).find(([name]) => name === letter.toLowerCase())?.[1] ?? 1;
    const [number] = plainNumbers(digits);
    if (number === undefined) return null;
    total += number.value * size;
    if (part.lastIndex >= text.length) return [{ value: total, step: number.step * size }];
  }
  return null;
}

/** `1,234` is a thousand with a comma or one with decimals: both are tried. */
function plainNumbers(text: string): Reading[] {
  const compact = text.replace(/ (?=\d{3}(\D|$))/g, '');
  if (!/^[+-]?\d[\d.,]*$/.test(compact)) return [];
  const readings = [withMarks(compact, ',', '.'), withMarks(compact, '.', ',')].filter(
    (reading) => reading !== null,
  );
  return readings.filter(
    (reading, index) =>
      readings.findIndex(({ value, step }) => value === reading.value && step === reading.step) === index,
  );
}

function withMarks(text: string, thousands: string, decimal: string): Reading | null {
  const [whole = '', fraction, ...more] = text.split(decimal);
  if (more.length > 0 || fraction?.includes(thousands)) return null;
  const groups = whole.replace(/^[+-]/, '').split(thousands);
  if (groups.length > 1 && !groups.slice(1).every((group) => group.length === 3)) return null;
  const value = Number(`${whole.replaceAll(thousands, '')}${fraction ? `.${fraction}` : ''}`);
  return Number.isFinite(value) ? { value, step: 10 ** -(fraction?.length ?? 0) } : null;
}
