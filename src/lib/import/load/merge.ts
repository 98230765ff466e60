import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral } from '#sql';
import { canonicalTable, sourceTables } from '../canonical/index.ts';
import { customNames } from '../compile/custom-fields.ts';
import { tableSql } from '../compile/table-sql.ts';
import type { Earlier } from '../identity.ts';
import { parseMapping, serializeMapping } from '../mapping-file.ts';
import type { Field, TableMapping } from '../mapping.ts';
import { changesSql } from './changes-sql.ts';
import { completingOf } from './completing-sql.ts';
import { completeSql, derivationZone, ratingRows, rowsSql } from './insert-sql.ts';
import type { Part, SourceLoad } from './load.ts';
import { mergeSql, placesOf, putBackSql, type Merge } from './merge-sql.ts';
import { recordSql, replacedFiles } from './record-sql.ts';

/** Statements that load files into a source that has rows already. */
export function mergeLoad(engine: Engine, load: SourceLoad, earlier: Earlier): string[] {
  const merge = mergeOf(engine, load, earlier);
  return [
    ...mergeSql(merge),
    ...changesSql(merge),
    ...putBackSql(merge),
    ...recordSql(engine, load, {
      tables: merge.staging('changed'),
      columns: merge.staging('changed_columns'),
    }),
  ];
}

function mergeOf(engine: Engine, load: SourceLoad, earlier: Earlier): Merge {
  const tables = load.parts.flatMap(({ plan }) => plan.mapping.tables);
  const workspaceZone = derivationZone(load);
  const isNamed = earlier.present.has('names') || tables.some(({ table }) => table === 'names');
  return {
    ...placesOf(engine),
    sourceId: load.sourceId,
    mapped: mappedColumns(load),
    customFields: tables.flatMap(({ customFields = [] }) => [...customNames(customFields).values()]),
    present: earlier.present,
    known: earlier.known,
    stated: earlier.stated,
    ticketFiles: earlier.ticketFiles,
    borrowed: earlier.borrowed,
    gone: replacedRows(load),
    completing: completingOf(load.parts),
    incoming: (place) => ({ rows: rowsSql(load, place), ratings: ratingRows(load, place) }),
    complete: ({ place, whole, filled, ratings }) =>
      completeSql(
        { sourceId: load.sourceId, base: place, whole, workspaceZone, isNamed, filled, isUnique: () => true },
        ratings,
      ),
  };
}

function mappedColumns({ parts }: SourceLoad): Map<string, Set<string>> {
  const mapped = new Map<string, Set<string>>();
  for (const { plan } of parts) {
    for (const mapping of plan.mapping.tables) {
      const columns = mapped.get(mapping.table) ?? new Set<string>();
      const given = mapping.completes ? [] : tableSql(plan, mapping, plan.raw.relation).columns;
      for (const name of given) columns.add(name);
      mapped.set(mapping.table, columns);
    }
  }
  return mapped;
}

/**
 * A file that comes again replaces those of its rows that have no id of their own; the others are found by theirs. The very same file,
 * read in another way, takes the place of all that it said before.
 */
function replacedRows(load: SourceLoad): Map<string, string> {
  const gone = new Map<string, string>();
  const add = (table: string, condition: string) => {
    const before = gone.get(table);
    gone.set(table, before ? `${before} or ${condition}` : condition);
  };
  for (const part of load.parts) {
    const anew = filesReadAnew(load, part);
    for (const file of replacedFiles(load, part)) {
      if (anew.includes(file)) for (const table of tablesOf(load)) add(table, rowsOfFile(file));
      else
        for (const mapping of part.plan.mapping.tables) {
          const condition = namelessRows(mapping, file);
          if (condition !== null) add(mapping.table, condition);
        }
    }
  }
  return gone;
}

/** The files with the very same bytes that were read by another mapping. */
function filesReadAnew({ earlier, parts, fingerprints }: SourceLoad, part: Part): string[] {
  const sha256 = fingerprints[parts.indexOf(part)];
  const now = parseMapping(JSON.stringify(part.plan.mapping));
  const same = earlier?.files.filter((file) => file.sha256 === sha256) ?? [];
  return same.flatMap(({ name }) => {
    const before = earlier?.mappings.find((each) => each.name === name)?.mapping ?? null;
    const isAsBefore = before && now && serializeMapping(before) === serializeMapping(now);
    return isAsBefore ? [] : [name];
  });
}

/** The tables in which the source has rows that files brought. */
function tablesOf({ earlier }: SourceLoad): string[] {
  return sourceTables
    .filter(({ name, isDerived }) => !isDerived && earlier?.present.has(name))
    .map(({ name }) => name);
}

function rowsOfFile(file: string): string {
  return `b.source_file = ${quoteLiteral(file)}`;
}

function namelessRows(mapping: TableMapping, file: string): string | null {
  const key = canonicalTable(mapping.table)?.key ?? [];
  const ofFile = rowsOfFile(file);
  if (key.length === 0) return ofFile;
  const numbered = key.flatMap((name) => {
    const prefix = rowPrefix(mapping, mapping.columns[name]);
    return prefix === null ? [] : [`starts_with(b.${quoteIdentifier(name)}, ${quoteLiteral(prefix)})`];
  });
  return numbered.length === 0 ? null : `(${ofFile} and ${numbered.join(' and ')})`;
}

/** What the ids begin with that are numbers of rows; null where a column has ids of its own. */
function rowPrefix(mapping: TableMapping, field: Field | undefined): string | null {
  if (field?.kind === 'row') return field.prefix;
  if (field?.kind === 'copy') return rowPrefix(mapping, mapping.columns[field.of]);
  if (field?.kind === 'first') {
    const prefixes = field.of.flatMap((each) => rowPrefix(mapping, each) ?? []);
    return prefixes[0] ?? null;
  }
  return null;
}
