import type { Text } from '#errors';

/** What a cell can be: the first word of its fence; prose between fences is `markdown`. */
export const cellKinds = ['markdown', 'sql', 'vega-lite', 'input'] as const;
export type CellKind = (typeof cellKinds)[number];

export function isCellKind(value: unknown): value is CellKind {
  return cellKinds.some((kind) => kind === value);
}

/** One attribute of a fence's info string; a flag (`hidden`) has no value. */
export interface Attribute {
  readonly key: string;
  readonly value: string | null;
}

/** What a file says of a cell. Lines of `source` end with `\n` whatever the file's own endings. */
export interface CellContent {
  readonly kind: CellKind;
  readonly name: string | null;
  readonly attributes: readonly Attribute[];
  readonly source: string;
}

/** The bytes that a cell was read from. They are written again for as long as the cell says the same. */
export interface CellOrigin {
  readonly content: CellContent;
  readonly text: string;
  readonly closed: boolean;
  /** The text between the cell before (null: the file's beginning) and this one. */
  readonly gap: { readonly after: string | null; readonly text: string };
}

export interface Cell extends CellContent {
  /** Unique in its notebook, given by the parse, never saved. */
  readonly id: string;
  /** Null for a cell that no file holds yet. */
  readonly origin: CellOrigin | null;
}

/** Dimension filters of a whole notebook: `{channel: ['email', 'chat']}`. */
export type Filters = { readonly [dimension: string]: readonly string[] };

/** The front matter's known keys, complete. */
export interface NotebookMeta {
  /** The `title:`, else the first heading, else empty. */
  readonly title: string;
  /** A period as written (`last 8 weeks`); null for all rows. */
  readonly period: string | null;
  /** The instant that relative periods count from; null for the data's latest. */
  readonly asOf: string | null;
  readonly filters: Filters;
}

/** The front matter: its bytes, and every key of it as plain data. */
export interface FrontMatter {
  /** From the first byte to the closing `---`, without the line's end; empty where there is none. */
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Notebook {
  readonly front: FrontMatter;
  readonly meta: NotebookMeta;
  readonly cells: readonly Cell[];
  /** How lines that the program writes end. */
  readonly lineEnd: '\n' | '\r\n';
  readonly tail: { readonly after: string | null; readonly text: string };
}

/** Something wrong in what the user wrote: collected, never thrown. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: Text;
  /** In the file, from 1, where it is known; a diagnostic of a cell alone counts within the cell's source. */
  readonly line: number | null;
  readonly cellId: string | null;
  /** UTF-16 offsets in the cell's source. */
  readonly span: { readonly from: number; readonly to: number } | null;
}

/** The value of an attribute; null for a flag, undefined where there is none. Of two with one key the first counts. */
export function attributeOf(cell: Pick<CellContent, 'attributes'>, key: string): string | null | undefined {
  return cell.attributes.find((attribute) => attribute.key === key)?.value;
}
