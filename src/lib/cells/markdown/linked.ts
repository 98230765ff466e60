import { say, type Locale } from '#messages';
import { noValue } from '#table';
import type { MarkdownOutput, PlacedValue } from '../output.ts';

export interface ValueLink {
  readonly href: string;
  readonly title: string;
}

/** Filled prose in which each value leads to where it comes from; one that is part of a link of the text's own stays plain. */
export function linkedValues(
  { source, values }: Pick<MarkdownOutput, 'source' | 'values'>,
  linkOf: (value: PlacedValue) => ValueLink | null,
): string {
  const links = [...source.matchAll(/\[[^\]]*\]\([^)]*\)/g)];
  const isLinked = ({ from }: PlacedValue) =>
    links.some((match) => match.index <= from && from < match.index + match[0].length);
  return values.reduceRight((text, value) => {
    const link = isLinked(value) || value.from === value.to ? null : linkOf(value);
    if (link === null) return text;
    const shown = text.slice(value.from, value.to);
    const title = link.title.replace(/["\\]/g, '\\$&');
    return `${text.slice(0, value.from)}[${shown}](<${link.href}> "${title}")${text.slice(value.to)}`;
  }, source);
}

interface Origin {
  readonly rowCount: number;
  /** Of the data; empty or null where nobody knows it. */
  readonly fingerprint: string | null;
  readonly locale: Locale;
}

/** A link to a value's cell that says how many rows that has, and of which data. */
export function cellLink(name: string, { rowCount, fingerprint, locale }: Origin): ValueLink {
  const rows = say(locale, 'common.rows', { count: rowCount });
  const title = say(locale, 'output.place', { cell: name, rows, fingerprint: fingerprint || noValue });
  return { href: cellAnchor(name), title };
}

/** Where a cell is found in a page or a report. */
export function cellAnchor(name: string): string {
  return `#cell-${encodeURIComponent(name)}`;
}

/** The name of the cell that an address leads to; null where it leads to none. */
export function anchoredCell(href: string): string | null {
  const [, name] = /^#cell-(.+)$/.exec(href) ?? [];
  return name === undefined ? null : decodeURIComponent(name);
}
