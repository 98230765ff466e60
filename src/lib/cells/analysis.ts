import type { Diagnostic } from '#notebook';

/** What a cell says without being run. Names compare without case, as in DuckDB; parameters are written `$name`. */
export interface Analysis {
  /** The relation it gives rows under, or the `$parameters` that an input sets. */
  readonly defines: readonly string[];
  /** The relations and `$parameters` it reads. */
  readonly uses: readonly string[];
  /** The parameters among `uses`, without `$`. */
  readonly parameters: readonly string[];
  /** Whether every statement of it only reads; what a reader of a stranger's notebook wants to know. */
  readonly readsOnly: boolean;
  readonly diagnostics: readonly Diagnostic[];
}
