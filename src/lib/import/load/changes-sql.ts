import { quoteIdentifier, quoteLiteral } from '#sql';
import { assert } from '#errors';
import { canonicalTable } from '../canonical/index.ts';
import { incomingName, joined, stagedTables, takenOut, type Merge } from './merge-sql.ts';

/** Columns whose changes are counted and kept value by value. */
const followed: Readonly<Record<string, readonly string[]>> = {
  tickets: [
    ...['status', 'priority', 'type', 'channel', 'team', 'agent_id', 'reopens'],
    ...['first_human_reply_at', 'first_solved_at', 'last_solved_at', 'closed_at'],
  ],
  ratings: ['score_raw', 'comment'],
};
/** Of one column at most so many changes are kept; they are counted all. */
const mostKept = 100_000;

/** Statements that count what a merge changes, before it is put back. */
export function changesSql(merge: Merge): string[] {
  const { staging } = merge;
  const kept = merge.base('import_changes');
  return [
    `create table ${staging('changed')} (place integer, table_name varchar, added bigint, updated bigint, unchanged bigint, removed bigint)`,
    ...stagedTables(merge).map((table, place) => countSql(merge, table, place)),
    `create table ${staging('changed_columns')} (table_name varchar, column_name varchar, changed bigint)`,
    `delete from ${kept} where source_id = ${quoteLiteral(merge.sourceId)}`,
    ...stagedTables(merge).flatMap((table) =>
      (followed[table] ?? []).flatMap((column) => columnSql(merge, table, column)),
    ),
  ];
}

/** Counts for a source that was not there before: every row is new. */
export function addedSql(sourceId: string, tables: readonly string[], base: Merge['base']): string {
  const counts = tables.map(
    (table, place) =>
      `select ${place} as place, ${quoteLiteral(table)} as table_name, count(*) as added, 0 as updated, 0 as unchanged, 0 as removed from ${base(table)} where source_id = ${quoteLiteral(sourceId)}`,
  );
  return `(${counts.join(' union all ')})`;
}

/** The counts of all tables as JSON text: DuckDB in the browser has no JSON functions. */
export function changesJson(changed: string): string {
  return `(select coalesce('[' || string_agg('["' || table_name || '",' || added || ',' || updated || ',' || unchanged || ',' || removed || ']', ',' order by place) || ']', '[]') from ${changed} where added + updated + unchanged + removed > 0)`;
}

export function changedColumnsJson(changed: string): string {
  return `(select coalesce('[' || string_agg('["' || table_name || '","' || column_name || '",' || changed || ']', ',' order by changed desc, column_name) || ']', '[]') from ${changed})`;
}

/** The query that lists what the latest import changed in a column. */
export function changeQuery(sourceId: string, table: string, column: string): string {
  return `select ticket_id, "before", "after"
from import_changes
where source_id = ${quoteLiteral(sourceId)} and table_name = ${quoteLiteral(table)} and column_name = ${quoteLiteral(column)}
order by ticket_id`;
}

function countSql(merge: Merge, table: string, place: number): string {
  const { staging, base, sourceId } = merge;
  const canonical = canonicalTable(table);
  assert(canonical, 'staged tables are canonical');
  const counts = canonical.key.length === 0 ? keylessCounts(merge, table) : keyedCounts(merge, table);
  return `insert into ${staging('changed')} select ${place}, ${quoteLiteral(table)}, ${counts.join(', ')}`;

  function keyedCounts(own: Merge, name: string): string[] {
    const key = canonical?.key ?? [];
    const before = `(select * from ${base(name)} where source_id = ${quoteLiteral(sourceId)})`;
    const on = joined(key, 'm', 'b');
    const isDifferent = differs(name);
    const merged = staging(name);
    const removed = takenOut(own, name);
    return [
      `(select count(*) from ${merged} m anti join ${before} b on ${on})`,
      `(select count(*) from ${merged} m join ${before} b on ${on} where ${isDifferent})`,
      `(select count(*) from (select m.* from ${merged} m semi join ${staging(incomingName(name))} n on ${joined(key, 'm', 'n')}) m join ${before} b on ${on} where not (${isDifferent}))`,
      removed
        ? `(select count(*) from (select b.* from ${before} b where ${removed}) b anti join ${merged} m on ${on})`
        : '0',
    ];
  }

  function keylessCounts({ gone }: Merge, name: string): string[] {
    const columns = ownColumns(name).map(quoteIdentifier).join(', ');
    const removed = `select ${columns} from ${base(name)} b where b.source_id = ${quoteLiteral(sourceId)} and (${gone.get(name) ?? 'false'})`;
    const arrived = `select ${columns} from ${staging(name)}`;
    const count = (query: string) => `(select count(*) from (${query}))`;
    return [
      count(`${arrived} except all ${removed}`),
      '0',
      count(`${arrived} intersect all ${removed}`),
      count(`${removed} except all ${arrived}`),
    ];
  }
}

function differs(table: string): string {
  const types = new Map((canonicalTable(table)?.columns ?? []).map(({ name, type }) => [name, type]));
  const value = (alias: string, name: string) =>
    `${alias}.${quoteIdentifier(name)}${types.get(name)?.startsWith('MAP') ? '::varchar' : ''}`;
  const unequal = ownColumns(table).map((name) => `${value('m', name)} is distinct from ${value('b', name)}`);
  return unequal.join(' or ');
}

/** What a row says, without whose it is and where it came from. */
function ownColumns(table: string): string[] {
  const { columns = [], key = [] } = canonicalTable(table) ?? {};
  const outer = new Set(['source_id', 'source_file', 'source_row', ...key]);
  return columns
    .map(({ name }) => name)
    .filter((name) => !outer.has(name) && !/^(?!reported_).*_business_(?:seconds|hours)$/.test(name));
}

function columnSql(merge: Merge, table: string, column: string): string[] {
  const key = canonicalTable(table)?.key ?? [];
  const name = quoteIdentifier(column);
  const changed = `from ${merge.staging(table)} m join ${merge.base(table)} b on b.source_id = ${quoteLiteral(merge.sourceId)} and ${joined(key, 'm', 'b')} where m.${name} is distinct from b.${name}`;
  const names = `${quoteLiteral(table)}, ${quoteLiteral(column)}`;
  return [
    `insert into ${merge.staging('changed_columns')} select ${names}, count(*) ${changed} having count(*) > 0`,
    `insert into ${merge.base('import_changes')} by name select ${quoteLiteral(merge.sourceId)} as source_id, ${quoteLiteral(table)} as table_name, m.ticket_id, ${quoteLiteral(column)} as column_name, b.${name}::varchar as "before", m.${name}::varchar as "after" ${changed} order by m.ticket_id limit ${mostKept}`,
  ];
}
