import type { Choices } from '#privacy';

/** The file in the archive that says what it is. */
export const manifestName = 'bundle.json';
export const bundleFormat = 'deskbook-bundle';
export const bundleVersion = 1;

/** Where a table lies in the archive. */
export function tablePath(table: string): string {
  return `data/${table}.parquet`;
}

export interface Manifest {
  readonly format: typeof bundleFormat;
  readonly version: number;
  /** Of the tables; a later one is refused. */
  readonly schema: number;
  /** Of the data it was made of: what is computed on the same fingerprint is the same. */
  readonly fingerprint: string | null;
  /** In whose wall clock every `x_at` is written. */
  readonly zone: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** What was done to personal data, by field. */
  readonly treated: Choices;
  /** The notebooks in it, in the order in which they are to be opened. */
  readonly notebooks: readonly string[];
}
