import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { applyCalendars } from './calendar/apply.ts';
import { sourceTables } from './canonical/index.ts';
import { dropStagingSql, workspaceZone as zoneOf } from './canonical/prepare.ts';
import { excludedSql, exclusionsOf } from './exclusion.ts';
import { earlierOf, knownSources, type Earlier, type KnownSource } from './identity.ts';
import type { Derivation } from './load/derive-sql.ts';
import { historiesSql } from './load/histories-sql.ts';
import { completeSql } from './load/insert-sql.ts';
import { mergeSql, placesOf, putBackSql, type Merge } from './load/merge-sql.ts';
import { changes } from './load/plan.ts';
import { asOfSql } from './load/record-sql.ts';
import { transact } from './load/transaction.ts';

/** Takes a source out again, with all its files. */
export async function removeSource(engine: Engine, sourceId: string): Promise<void> {
  await transact(engine, removeSql(engine, sourceId));
  await applyCalendars(engine);
}

/**
 * Takes one file of a source out again, by its name in `source_files`: the rows that were last read from it. Of a ticket that an
 * earlier file held too no earlier state is left; loading that file again brings it back. The last file takes the source with it.
 */
export async function removeFile(engine: Engine, sourceId: string, fileName: string): Promise<void> {
  const source = (await knownSources(engine)).find((each) => each.sourceId === sourceId);
  if (!source?.files.some(({ name }) => name === fileName))
    throw new ImportError('import.file.unknown', { file: fileName, source: sourceId });
  if (source.files.length === 1) return removeSource(engine, sourceId);
  await transact(engine, await removeFileSql(engine, source, fileName));
  await engine.exec(dropStagingSql(engine.database));
  await applyCalendars(engine, sourceId);
}

/** Statements that take a source out of every table. */
function removeSql(engine: Engine, sourceId: string): string[] {
  const names = [
    ...sourceTables.map(({ name }) => name),
    ...['sources', 'source_files', 'rejected_rows', 'imports', 'import_changes', 'excluded_rows'],
  ];
  return names.map(
    (name) =>
      `delete from ${quoteRelation(engine.database, 'base', name)} where source_id = ${quoteLiteral(sourceId)}`,
  );
}

async function removeFileSql(engine: Engine, source: KnownSource, fileName: string): Promise<string[]> {
  const { sourceId } = source;
  const earlier = await earlierOf(engine, source);
  const workspaceZone = changes(await zoneOf(engine), Date.UTC(2000, 0, 1), Date.UTC(2040, 0, 1));
  const merge = removalOf(engine, { sourceId, workspaceZone, ...earlier }, fileName);
  const where = `where source_id = ${quoteLiteral(sourceId)}`;
  const file = quoteLiteral(fileName);
  const entries = source.mappings.filter(({ name }) => name !== fileName).map(({ entry }) => entry);
  return [
    ...mergeSql(merge),
    ...putBackSql(merge),
    `delete from ${merge.base('source_files')} ${where} and file_name = ${file}`,
    `delete from ${merge.base('rejected_rows')} ${where} and source_file = ${file}`,
    `delete from ${merge.base('import_changes')} ${where}`,
    `update ${merge.base('sources')} set as_of = ${asOfSql(merge.base, sourceId, '')}, as_of_utc = ${asOfSql(merge.base, sourceId, '_utc')}, mapping = ${quoteLiteral(JSON.stringify(entries))} ${where}`,
    ...historiesSql({ sourceId, base: merge.base, workspaceZone }),
    ...excludedSql(engine, await exclusionsOf(engine)),
  ];
}

interface Removal extends Earlier {
  readonly sourceId: string;
  readonly workspaceZone: Derivation['workspaceZone'];
}

function removalOf(
  engine: Engine,
  { sourceId, workspaceZone, present, known, stated, ticketFiles, borrowed }: Removal,
  fileName: string,
): Merge {
  const ofFile = `b.source_file = ${quoteLiteral(fileName)}`;
  const tables = sourceTables.filter(({ name, isDerived }) => present.has(name) && !isDerived);
  return {
    ...placesOf(engine),
    sourceId,
    mapped: new Map<string, ReadonlySet<string>>(),
    customFields: [],
    present,
    known,
    stated,
    ticketFiles,
    borrowed,
    gone: new Map(tables.map(({ name }) => [name, ofFile])),
    completing: [],
    incoming: () => ({ rows: [], ratings: null }),
    complete: ({ place, whole, filled, ratings }) =>
      completeSql(
        {
          sourceId,
          base: place,
          whole,
          workspaceZone,
          isNamed: present.has('names'),
          filled,
          isUnique: () => true,
        },
        ratings,
      ),
  };
}
