import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { utcToLocalSql } from '#time';
import { canonicalTables } from '../canonical/index.ts';
import { setSettingSql } from '../canonical/prepare.ts';
import { signatureOf } from '../mapping-store.ts';
import { storedName } from '../stored-name.ts';
import { changedColumnsJson, changesJson } from './changes-sql.ts';
import type { Part, SourceLoad } from './load.ts';
import type { Place } from './place.ts';
import { changes } from './plan.ts';

/** Relations that hold the counts of what changed. */
export interface Changed {
  readonly tables: string;
  /** Null where nothing was there before. */
  readonly columns: string | null;
}

/** What the program remembers of an import: the source, its files, their refused rows, what came of it. */
export function recordSql(engine: Engine, load: SourceLoad, changed: Changed): string[] {
  const base: Place = (table) => quoteRelation(engine.database, 'base', table);
  const source = quoteLiteral(load.sourceId);
  const names = load.parts.map(({ plan }) => quoteLiteral(storedName(plan.raw)));
  const replaced = load.parts.flatMap((part) => replacedFiles(load, part));
  const kept = (load.earlier?.mappings ?? []).filter(({ name }) => !replaced.includes(name));
  const all = [...kept.map(({ entry }) => entry), ...load.parts.map(mappingEntry)];
  const sum = (count: (part: Part) => number) => load.parts.reduce((total, part) => total + count(part), 0);
  return [
    ...replaced.flatMap((name) => [
      `delete from ${base('source_files')} where source_id = ${source} and file_name = ${quoteLiteral(name)}`,
      `delete from ${base('rejected_rows')} where source_id = ${source} and source_file = ${quoteLiteral(name)}`,
    ]),
    ...load.parts.flatMap((part, index) =>
      fileSql(base, load, { part, sha256: load.fingerprints[index] ?? null }),
    ),
    ...sourceSql(base, load, JSON.stringify(all)),
    `insert into ${base('imports')} by name select ${source} as source_id, (select coalesce(max(number), 0) + 1 from ${base('imports')} where source_id = ${source}) as number,
  ${importedAt(load)}, [${names.join(', ')}] as files,
  ${sum(({ plan }) => plan.raw.rowsRead)} as rows_read, ${sum(({ check }) => check.loaded)} as rows_loaded, ${sum(({ check }) => check.rejected)} as rows_rejected,
  ${changesJson(changed.tables)} as changes, ${changed.columns === null ? "'[]'" : changedColumnsJson(changed.columns)} as changed_columns`,
    setSettingSql(engine.database, 'workspace_zone', load.zones.workspace),
  ];
}

/** How far the rows of a source reach, as assignments of its own row: `suffix` empty for the wall clock, `_utc` for the instant. */
export function asOfSql(base: Place, sourceId: string, suffix: '' | '_utc'): string {
  const latest = canonicalTables.flatMap(({ name, columns, isDerived }) => {
    if (isDerived) return [];
    const instants = columns.filter((column) => column.clock === 'wall' && isPast(name, column.name));
    const greatest = instants.map((column) => `max(${quoteIdentifier(`${column.name}${suffix}`)})`);
    return greatest.length === 0
      ? []
      : [
          `(select greatest(${greatest.join(', ')}) from ${base(name)} where source_id = ${quoteLiteral(sourceId)})`,
        ];
  });
  return `greatest(${latest.join(', ')})`;
}

/** Statements that come after the rows are in their tables. */
function sourceSql(base: Place, load: SourceLoad, mapping: string): string[] {
  const source = quoteLiteral(load.sourceId);
  const reach = (suffix: '' | '_utc') => asOfSql(base, load.sourceId, suffix);
  return [
    `delete from ${base('sources')} where source_id = ${source}`,
    `insert into ${base('sources')} by name select ${source} as source_id, ${quoteLiteral(load.vendor)} as vendor, ${quoteLiteral(load.zones.source)} as time_zone,
  ${importedAt(load)}, ${reach('')} as as_of, ${reach('_utc')} as as_of_utc, ${quoteLiteral(mapping)} as mapping`,
  ];
}

function importedAt({ now, zones }: SourceLoad): string {
  const utc = `timestamp '${now.toISOString().slice(0, 19).replace('T', ' ')}'`;
  const zone = changes(zones.workspace, now.getTime() - dayMs, now.getTime() + dayMs);
  const wall = zone === null ? utc : utcToLocalSql(utc, zone);
  return `${wall} as imported_at, ${utc} as imported_at_utc`;
}

const dayMs = 86_400_000;

/** Files of the source, by their stored names, that a file takes the place of: of the same name, or the very same under another. */
export function replacedFiles({ earlier, parts, fingerprints }: SourceLoad, part: Part): string[] {
  const name = storedName(part.plan.raw);
  const sha256 = fingerprints[parts.indexOf(part)];
  const sheet = part.plan.raw.sheet === null ? '' : ` · ${part.plan.raw.sheet}`;
  const files = earlier?.files ?? [];
  return files
    .filter((file) => file.name === name || (file.sha256 === sha256 && file.name.endsWith(sheet)))
    .map((file) => file.name);
}

function mappingEntry({ plan }: Part) {
  return {
    file: plan.raw.file.name,
    sheet: plan.raw.sheet,
    mapping: plan.mapping,
    dates: plan.survey.dates,
  };
}

/** Promises and targets lie ahead; the clock of a customer's birth or of a session says nothing about how far the data reach. */
function isPast(table: string, column: string): boolean {
  return !column.includes('due') && table !== 'targets' && table !== 'annotations';
}

interface RecordedFile {
  readonly part: Part;
  readonly sha256: string | null;
}

function fileSql(base: Place, load: SourceLoad, { part: { plan, check }, sha256 }: RecordedFile): string[] {
  const { raw } = plan;
  const name = quoteLiteral(storedName(raw));
  const { encoding, delimiter } = raw.decisions;
  const source = quoteLiteral(load.sourceId);
  const cells = raw.columns.map((column) => `coalesce(r.${quoteIdentifier(column.name)}, '')`).join(', ');
  return [
    `insert into ${base('source_files')} by name select ${source} as source_id, ${name} as file_name, ${quoteLiteral(sha256)} as sha256, ${importedAt(load)},
  ${quoteLiteral(signatureOf(raw))} as headers, ${quoteLiteral(encoding)} as encoding, ${quoteLiteral(delimiter)} as delimiter,
  ${raw.rowsRead} as rows_read, ${check.loaded} as rows_loaded, ${check.rejected} as rows_rejected, ${check.duplicate} as rows_duplicate`,
    `insert into ${base('rejected_rows')} select ${source}, ${name}, source_row, raw, reason from ${raw.rejects}`,
    ...(check.dropped === null
      ? []
      : [
          `insert into ${base('rejected_rows')} select ${source}, ${name}, source_row, concat_ws(${quoteLiteral(delimiter ?? '\t')}, ${cells}), d.reason
  from ${raw.relation} r join ${check.dropped} d using (source_row) where d.kind = 'rejected'`,
        ]),
  ];
}
