import { utcToLocalSql, type ZoneTransition } from '#time';

/** What a source's tables say about one another, once all of them are loaded. */
export interface Derivation {
  readonly sourceId: string;
  /** The quoted name of a base table. */
  readonly base: (table: string) => string;
  /** All rows of the source, where `base` holds only those that are to be completed: what is said of a whole source is asked of them. */
  readonly whole: (table: string) => string;
  readonly workspaceZone: readonly ZoneTransition[] | null;
  /** Whether the source has names for ids. */
  readonly isNamed: boolean;
  /** The tables that this import fills. */
  readonly filled: ReadonlySet<string>;
  /** Whether no row of a table has another's key. */
  readonly isUnique: (table: string) => boolean;
}

/** Sets both twins of an instant where it is not known yet. */
export function instant({ workspaceZone }: Derivation, name: string, utc: string): string {
  const wall = workspaceZone === null ? `(${utc})` : utcToLocalSql(`(${utc})`, workspaceZone);
  return `${name}_utc = coalesce(t.${name}_utc, ${utc}), ${name} = coalesce(t.${name}, ${wall})`;
}
