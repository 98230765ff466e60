import type { Text } from '#errors';
import type { Mapping, TableMapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';

/** One kind of export: how to know it, and how its columns fill the canonical tables. */
export interface Source {
  readonly vendor: string;
  /** The helpdesk by its own name, the same in every language; null for kinds of file that the messages name. */
  readonly title: string | null;
  /** `among`: all tables read together, this one included. A file of links is known by the company it keeps. */
  recognise(raw: RawTable, among: readonly RawTable[]): Recognition;
  /** The tables that this file fills, the one that its rows stand for first; none if it holds nothing of interest. */
  tables(raw: RawTable, among: readonly RawTable[]): readonly TableMapping[];
  /** What the vendor's words and codes mean, where the common vocabularies lack them or differ; as in `Mapping.vocabularies`. */
  readonly vocabularies?: Mapping['vocabularies'];
  /** The zone of times that name none, where the vendor always writes the same. */
  readonly timeZone?: string;
}

export interface Recognition {
  /** How sure, 0 to 1. From `certain` on the file is imported without asking. */
  readonly score: number;
  readonly why: readonly Text[];
  /** Known, and nothing of it is wanted: nobody else is to read it as something that it is not. */
  readonly leftOut?: boolean;
}

export const certain = 0.6;
