import { encodingNames, type Encoding } from '#import';
import type { MessageCode } from '#messages';

type Translate = (code: MessageCode) => string;

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
  return encoding === null ? null : encodingNames[encoding];
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
