import { assert } from '#errors';
import { quoteIdentifier } from '#sql';
import { canonicalTable, type CanonicalColumn } from '../canonical/index.ts';
import { tableSql } from '../compile/table-sql.ts';
import { storedName } from '../stored-name.ts';
import { keptRows } from './check.ts';
import type { Part } from './load.ts';
import type { Place } from './place.ts';

/** Rows of a file that complete those that others brought. */
export interface Completing {
  readonly table: string;
  /** The file, as it is stored. */
  readonly file: string;
  /** The columns of the key, without the source. */
  readonly key: readonly string[];
  /** The query of their keys, one for each of the rows. */
  readonly keys: string;
  /** The statement that fills what is empty in the table's rows, adds to lists, and overwrites nothing. */
  readonly statement: (place: Place) => string;
}

/** What the mappings of some files complete, in the order in which they say it: of two that know something the first counts. */
export function completingOf(parts: readonly Part[]): Completing[] {
  return parts.flatMap((part) =>
    part.plan.mapping.tables
      .filter(({ completes }) => completes)
      .map((mapping): Completing => {
        const { query, columns } = tableSql(part.plan, mapping, keptRows(part.plan.raw, part.check));
        const canonical = canonicalTable(mapping.table);
        assert(canonical && canonical.key.length > 0, 'rows that are completed have a key');
        const { key } = canonical;
        const given = canonical.columns.filter(({ name }) => columns.has(name) && !isKept(name, key));
        const names = key.map(quoteIdentifier).join(', ');
        return {
          table: mapping.table,
          file: storedName(part.plan.raw),
          key,
          keys: `select ${names} from (${query})`,
          statement: (place) => completeTable(place(mapping.table), { query, key, given }),
        };
      }),
  );
}

function isKept(name: string, key: readonly string[]): boolean {
  return key.includes(name) || ['source_id', 'source_file', 'source_row'].includes(name);
}

interface Given {
  readonly query: string;
  readonly key: readonly string[];
  readonly given: readonly CanonicalColumn[];
}

/** Several rows may complete one: each column takes its first known value, in the order of the file. */
function completeTable(table: string, { query, key, given }: Given): string {
  if (given.length === 0) return 'select 1';
  const by = ['source_id', ...key].map(quoteIdentifier);
  const first = given.map((column) => `${firstKnown(column)} as ${quoteIdentifier(column.name)}`);
  const set = given.map((column) => `${quoteIdentifier(column.name)} = ${completed(column)}`);
  const same = by.map((name) => `t.${name} = k.${name}`).join(' and ');
  return `update ${table} as t set ${set.join(', ')}
from (select ${[...by, ...first].join(', ')} from (${query}) group by ${by.join(', ')}) k where ${same}`;
}

function firstKnown({ name, type }: CanonicalColumn): string {
  const column = quoteIdentifier(name);
  const known = (order: string) =>
    `list(${column} order by source_row ${order}) filter (where ${column} is not null)`;
  if (type.endsWith('[]')) return `list_sort(list_distinct(flatten(${known('asc')})))`;
  if (type.startsWith('MAP'))
    return `list_reduce(${known('desc')}, lambda later, earlier: map_concat(later, earlier))`;
  return `arg_min(${column}, source_row)`;
}

function completed({ name, type }: CanonicalColumn): string {
  const [own, more] = [`t.${quoteIdentifier(name)}`, `k.${quoteIdentifier(name)}`];
  const both = type.endsWith('[]')
    ? `list_concat(${own}, list_filter(${more}, lambda item: not list_contains(${own}, item)))`
    : type.startsWith('MAP')
      ? `map_concat(${more}, ${own})`
      : null;
  return both === null
    ? `coalesce(${own}, ${more})`
    : `case when ${own} is null then ${more} when ${more} is null then ${own} else ${both} end`;
}
