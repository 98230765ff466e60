import type { Mapping } from './mapping.ts';
import type { RawTable } from './readers/reader.ts';

/** A raw table and how it fills the canonical ones. */
export interface MappedTable {
  readonly raw: RawTable;
  readonly mapping: Mapping;
}
