import { encodingNames, vendorTitle, type Encoding } from '#import';
import type { Locale, MessageCode } from '#messages';
import { formatNumber } from '#table';

type Translate = (code: MessageCode) => string;

const delimiters: Readonly<Record<string, MessageCode>> = {
  ',': 'data.delimiter.comma',
  ';': 'data.delimiter.semicolon',
  '\t': 'data.delimiter.tab',
  '|': 'data.delimiter.bar',
};

/** Kinds of file that are nobody's in particular. */
const kinds: Readonly<Record<string, MessageCode>> = {
  calls: 'data.vendor.calls',
  canonical: 'data.vendor.canonical',
  customer360: 'data.vendor.customer360',
  eventlog: 'data.vendor.eventlog',
  generic: 'data.vendor.generic',
  orders: 'data.vendor.orders',
  social: 'data.vendor.social',
};

export function encodingName(encoding: Encoding | null): string | null {
  return encoding === null ? null : encodingNames[encoding];
}

export function delimiterName(delimiter: string, t: Translate): string {
  const code = delimiters[delimiter];
  return code ? t(code) : delimiter;
}

/** A helpdesk by its own name; the other kinds of file in the reader's language. */
export function vendorName(vendor: string, t: Translate): string {
  const code = kinds[vendor];
  return vendorTitle(vendor) ?? (code ? t(code) : vendor);
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `12.3 MB`, by thousands. */
export function writtenBytes(bytes: number, locale: Locale): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  const digits = value < 10 && step > 0 ? 1 : 0;
  return `${formatNumber(Number(value.toFixed(digits)), locale)} ${units[step] ?? ''}`;
}
