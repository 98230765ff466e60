import type { Engine } from '#engine';
import { text, type Param, type Text } from '#errors';
import { quoteLiteral, quoteRelation } from '#sql';
import type { Finding, Severity } from './finding.ts';

/** What a check may ask, and of which sources. */
export interface Ask {
  readonly engine: Engine;
  readonly signal: AbortSignal | undefined;
  /** Null = all. */
  readonly sources: readonly string[] | null;
}

/** What a check found; who is affected and whether its remedy is in force is worked out for all alike. */
export interface Found extends Omit<Finding, 'affects' | 'applied'> {
  /** Tables (`tickets`) and columns (`tickets.created_at`) that it makes doubtful. */
  readonly touches: readonly string[];
}

/** One thing to look for that takes a query of its own. */
export interface Check {
  readonly id: string;
  readonly look: (ask: Ask) => Promise<readonly Found[]>;
}

/** Rows of one table that satisfy a condition; the checks of a table share one scan. */
export interface RowCheck {
  readonly id: string;
  readonly severity: Severity;
  readonly table: string;
  /** SQL over the table's columns; other tables are read as `base.name`. */
  readonly where: string;
  /** Columns that show what is odd, besides the key. */
  readonly shows: readonly string[];
  readonly touches: readonly string[];
  readonly canExclude?: boolean;
  /** Found only where they are no more than this share of the table: beyond it, that is how the data are. */
  readonly mostOf?: number;
}

/** The sentences of a finding, by its kind. */
export function sentences(
  kind: string,
  params: Readonly<Record<string, Param>>,
): { readonly what: Text; readonly why: Text } {
  return { what: text(`preflight.what.${kind}`, params), why: text(`preflight.why.${kind}`) };
}

/** What is told of a check that could not be made. */
export function failed(check: string): Found {
  return {
    id: `failed:${check}`,
    severity: 'note',
    ...sentences('failed', { check }),
    count: 0,
    of: null,
    rows: null,
    touches: [],
    remedy: null,
  };
}

/** `source_id in (…)`; true for all sources. */
export function ofSources({ sources }: Pick<Ask, 'sources'>, alias = ''): string {
  if (sources === null) return 'true';
  const ids = sources.map((id) => quoteLiteral(id)).join(', ');
  return `${alias}source_id in (${ids === '' ? 'null' : ids})`;
}

/** The table itself, with rows that are left out. */
export function base({ engine }: Pick<Ask, 'engine'>, table: string): string {
  return quoteRelation(engine.database, 'base', table);
}

/** A condition as a notebook reads it: over the views. */
export function inViews(where: string): string {
  return where.replace(/\bbase\.(\w+)/g, '$1');
}
