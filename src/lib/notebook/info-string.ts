import type { Attribute } from './notebook.ts';

/** What follows the kind in a fence's first line. */
export interface InfoString {
  readonly name: string | null;
  readonly attributes: readonly Attribute[];
}

const item = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]*)))?/gy;

/**
 * Reads `csat_weekly kpi=csat note="a b" hidden` by HTML's attribute rules: values bare or in either quotes, character
 * references decoded. The first item is the name if it has no value; it may be in double quotes. `""` stands for no name
 * before a flag.
 */
export function parseInfo(text: string): InfoString {
  const named = /^\s*(?:"([^"]*)"|([^\s="']+))(?=\s+[^\s=]|\s*$)/.exec(text);
  const attributes: Attribute[] = [];
  item.lastIndex = named?.[0].length ?? 0;
  for (;;) {
    item.lastIndex += /^\s*/.exec(text.slice(item.lastIndex))![0].length;
    const match = item.exec(text);
    if (!match) break;
    const value = match[2] ?? match[3] ?? match[4];
    attributes.push({ key: match[1]!, value: value === undefined ? null : decode(value) });
  }
  const name = decode(named?.[1] ?? named?.[2] ?? '');
  return { name: name === '' ? null : name, attributes };
}

/** The same, written: quotes only where they are needed. */
export function writeInfo({ name, attributes }: InfoString): string {
  const named =
    name === null ? noName(attributes) : [/^[^\s="'`&<>]+$/.test(name) ? name : `"${encode(name)}"`];
  return [...named, ...attributes.map(writeAttribute)].join(' ');
}

function noName([first]: readonly Attribute[]): string[] {
  return first?.value === null ? ['""'] : [];
}

function writeAttribute({ key, value }: Attribute): string {
  if (value === null) return key;
  return /^[^\s"'=<>`&]+$/.test(value) ? `${key}=${value}` : `${key}="${encode(value)}"`;
}

const characters: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

/** Backticks would end a fence, and a line's end the info string. */
function encode(text: string): string {
  return text.replace(/[&"`\n\r]/g, (character) =>
    character === '&' ? '&amp;' : character === '"' ? '&quot;' : `&#${character.charCodeAt(0)};`,
  );
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return characters[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
