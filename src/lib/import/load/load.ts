import { assert, text, type Text } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { toNumber } from '#table';
import { canonicalTables } from '../canonical/index.ts';
import { countRows, dropStagingSql } from '../canonical/prepare.ts';
import type { Plan } from '../compile/table-sql.ts';
import { excludedSql, exclusionsOf } from '../exclusion.ts';
import { history } from '../history.ts';
import type { Earlier } from '../identity.ts';
import type { AlreadyLoaded, SourceReport } from '../report.ts';
import { answersInTickets } from './answers-sql.ts';
import { addedSql } from './changes-sql.ts';
import type { Check } from './check.ts';
import { completingOf } from './completing-sql.ts';
import { decisionsOf } from './decisions.ts';
import { historiesSql } from './histories-sql.ts';
import {
  completeSql,
  derivationOf,
  derivationZone,
  filledTables,
  ratingRows,
  rowsSql,
} from './insert-sql.ts';
import { mergeLoad } from './merge.ts';
import { notesOf, rejectionsOf } from './notes.ts';
import type { Zones } from './plan.ts';
import { recordSql } from './record-sql.ts';
import { transact } from './transaction.ts';

/** One raw table, ready to be loaded. */
export interface Part {
  readonly plan: Plan;
  readonly check: Check;
}

export interface SourceLoad {
  readonly sourceId: string;
  readonly vendor: string;
  readonly parts: readonly Part[];
  /** Of each part's file. */
  readonly fingerprints: readonly string[];
  /** What the source has already; null for a new one. */
  readonly earlier: Earlier | null;
  /** Files that were left out because the source has them. */
  readonly already: readonly AlreadyLoaded[];
  /** What was found out before the rows were loaded. */
  readonly notes: readonly Text[];
  /** Whether large tables are written range by range: in the page a single statement tells nothing of its progress. */
  readonly inRanges: boolean;
  readonly zones: Zones;
  readonly now: Date;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (fraction: number) => void;
}

/** Writes files into a source in one transaction, adding to what it has and bringing it up to date, and says what came of it. */
export async function loadSource(engine: Engine, load: SourceLoad): Promise<SourceReport> {
  const statements =
    load.earlier === null ? newSourceSql(engine, load) : mergeLoad(engine, load, load.earlier);
  const rules = await exclusionsOf(engine);
  const histories = hasHistories(load)
    ? historiesSql({
        sourceId: load.sourceId,
        base: (table) => base(engine, table),
        workspaceZone: derivationZone(load),
      })
    : [];
  await transact(engine, [...statements, ...histories, ...excludedSql(engine, rules)], {
    signal: load.signal,
    onProgress: load.onProgress,
  });
  if (load.earlier !== null) await engine.exec(dropStagingSql(engine.database));
  return report(engine, load);
}

/** Tickets alone have none, and to write them once more would cost as much as their import. */
function hasHistories(load: SourceLoad): boolean {
  return ['messages', 'ticket_events'].some(
    (table) => filledTables(load).has(table) || (load.earlier?.present.has(table) ?? false),
  );
}

/** Nothing was there before: rows go straight to their tables. */
function newSourceSql(engine: Engine, load: SourceLoad): string[] {
  const place = (table: string) => base(engine, table);
  const tables = [...new Set(['tickets', ...filledTables(load)])];
  const answers = answersInTickets(load, place);
  return [
    ...rowsSql(load, place),
    ...completingOf(load.parts).map(({ statement }) => statement(place)),
    ...completeSql(derivationOf(load, place), answers === null ? ratingRows(load, place) : null),
    ...(answers ?? []),
    ...recordSql(engine, load, { tables: addedSql(load.sourceId, tables, place), columns: null }),
  ];
}

function base(engine: Engine, table: string): string {
  return quoteRelation(engine.database, 'base', table);
}

async function report(engine: Engine, load: SourceLoad): Promise<SourceReport> {
  const { parts } = load;
  const sum = (count: (part: Part) => number) => parts.reduce((total, part) => total + count(part), 0);
  const files = parts.map(({ plan: { raw }, check }) => ({
    file: raw.file.name,
    sheet: raw.sheet,
    rowsRead: raw.rowsRead,
    rowsLoaded: check.loaded,
    rowsRejected: check.rejected,
    rowsDuplicate: check.duplicate,
  }));
  const rowsRead = sum(({ plan }) => plan.raw.rowsRead);
  const [rowsLoaded, rowsRejected] = [sum(({ check }) => check.loaded), sum(({ check }) => check.rejected)];
  assert(rowsRead === rowsLoaded + rowsRejected, 'every row of a file is loaded or rejected');
  const [latest] = await history(engine, load.sourceId);
  return {
    sourceId: load.sourceId,
    vendor: load.vendor,
    file: [...new Set(files.map(({ file }) => file))].join(', '),
    files,
    rowsRead,
    rowsLoaded,
    rowsRejected,
    rowsDuplicate: sum(({ check }) => check.duplicate),
    rejections: await rejectionsOf(engine, load),
    decisions: decisionsOf(load),
    tables: await rowsByTable(engine, load.sourceId),
    joined: load.earlier !== null,
    changes: latest?.changes ?? [],
    columnChanges: latest?.columnChanges ?? [],
    already: load.already,
    notes: [
      ...load.notes,
      ...alreadyNotes(load.already),
      ...(await leftOutNotes(engine, load.sourceId)),
      ...(await notesOf(engine, load)),
    ],
  };
}

/** What there is to say of files that were all there before. */
export async function reportAlready(
  engine: Engine,
  { sourceId, vendor }: Pick<SourceLoad, 'sourceId' | 'vendor'>,
  already: readonly AlreadyLoaded[],
): Promise<SourceReport> {
  return {
    sourceId,
    vendor,
    file: [...new Set(already.map(({ file }) => file))].join(', '),
    files: [],
    rowsRead: 0,
    rowsLoaded: 0,
    rowsRejected: 0,
    rowsDuplicate: 0,
    rejections: [],
    decisions: [],
    tables: await rowsByTable(engine, sourceId),
    joined: true,
    changes: [],
    columnChanges: [],
    already,
    notes: alreadyNotes(already),
  };
}

/** Rows of the source that the user left out, by the rules that hold for each import. */
async function leftOutNotes(engine: Engine, sourceId: string): Promise<Text[]> {
  const excluded = `(select 1 from ${base(engine, 'excluded_rows')} where source_id = ${quoteLiteral(sourceId)})`;
  const count = await countRows(engine, excluded);
  return count > 0 ? [text('import.note.excluded', { count })] : [];
}

function alreadyNotes(already: readonly AlreadyLoaded[]): Text[] {
  return already.map(({ file, importedAt }) => text('import.note.already', { file, date: importedAt }));
}

async function rowsByTable(engine: Engine, sourceId: string): Promise<SourceReport['tables']> {
  const counts = canonicalTables.map(
    ({ name }) =>
      `(select count(*) from ${base(engine, name)} where source_id = ${quoteLiteral(sourceId)}) as ${quoteIdentifier(name)}`,
  );
  const result = await engine.query(`select ${counts.join(', ')}`);
  return result.columns.flatMap((column) => {
    const rows = toNumber(column.at(0)) ?? 0;
    return rows > 0 ? [{ name: column.name, rows }] : [];
  });
}
