import type { Text } from '#errors';
import type { TableMapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';

/** One kind of export: how to know it, and how its columns fill the canonical tables. */
export interface Source {
  readonly vendor: string;
  recognise(raw: RawTable): Recognition;
  /** The tables that this file fills, the one that its rows stand for first. */
  tables(raw: RawTable): readonly TableMapping[];
}

export interface Recognition {
  /** How sure, 0 to 1. From `certain` on the file is imported without asking. */
  readonly score: number;
  readonly why: readonly Text[];
}

export const certain = 0.6;
