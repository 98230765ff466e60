import type { Encoding } from '#import';
import type { MessageCode } from '#messages';

type Translate = (code: MessageCode) => string;

const encodings: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};

const delimiters: Readonly<Record<string, MessageCode>> = {
  ',': 'data.delimiter.comma',
  ';': 'data.delimiter.semicolon',
  '\t': 'data.delimiter.tab',
  '|': 'data.delimiter.bar',
};

const vendors: Readonly<Record<string, string>> = { zendesk: 'Zendesk', freshdesk: 'Freshdesk' };
const kinds: Readonly<Record<string, MessageCode>> = {
  calls: 'data.vendor.calls',
  canonical: 'data.vendor.canonical',
  generic: 'data.vendor.generic',
};

export function encodingName(encoding: Encoding | null): string | null {
  return encoding === null ? null : encodings[encoding];
}

export function delimiterName(delimiter: string, t: Translate): string {
  const code = delimiters[delimiter];
  return code ? t(code) : delimiter;
}

/** A helpdesk by its own name; the other kinds of file in the reader's language. */
export function vendorName(vendor: string, t: Translate): string {
  const code = kinds[vendor];
  return code ? t(code) : (vendors[vendor] ?? vendor);
}
