import type { Engine } from '#engine';
import { baseTables, type CanonicalColumn } from '#import';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber } from '#table';
import { foundField, personalFields, type ColumnName, type PersonalField } from './fields.ts';
import { hasKindSql, personalKinds, type PersonalKind } from './text-mask.ts';

/** What was seen of a field in the data. */
export interface Finding {
  readonly field: PersonalField;
  /** Rows that say something there. */
  readonly rows: number;
  /** Rows that were looked through. */
  readonly looked: number;
  /** Of those, how many have something of a kind. */
  readonly kinds: Readonly<Partial<Record<PersonalKind, number>>>;
}

const mostLookedAt = 2000;
/** Digits of ids look like phone numbers: of columns that are not meant for people only these are believed. */
const surprising: readonly PersonalKind[] = ['email', 'name'];

/** Where the data tell who somebody is: the columns meant for it, and those that were found to. */
export async function scanPersonal(engine: Engine, signal?: AbortSignal): Promise<readonly Finding[]> {
  const known = new Set(personalFields.flatMap(({ columns }) => columns.map(keyOf)));
  const others = baseTables.flatMap((table) =>
    table.columns
      .filter((column) => isWord(column) && !known.has(keyOf({ table: table.name, column: column.name })))
      .map((column) => foundField({ table: table.name, column: column.name })),
  );
  const fields = [...personalFields, ...others];
  // One query for all: what finds names takes longer to prepare than to look through a column.
  const result = await engine.query(scanSql(engine, fields), { signal });
  const seen = new Map(rowsOf(result).map((row) => [String(row['field']), row]));
  return fields.flatMap((field) => {
    const row = seen.get(field.id);
    if (!row) return [];
    const number = (name: string): number => toNumber(row[name] ?? null) ?? 0;
    const isMeant = personalFields.includes(field);
    const kinds = Object.fromEntries(
      (isMeant ? personalKinds : surprising)
        .map((kind) => [kind, number(kind)] as const)
        .filter(([, count]) => count > 0),
    );
    const finding = { field, rows: number('rows'), looked: number('looked'), kinds };
    return isMeant || Object.keys(kinds).length > 0 ? [finding] : [];
  });
}

/** By field how many rows say something, how many were looked through, and how many of these have something of each kind. */
function scanSql(engine: Engine, fields: readonly PersonalField[]): string {
  const columns = fields.flatMap(({ id, columns: own }) => own.map((column) => ({ id, ...column })));
  const said = columns.map(({ id, table, column }) => {
    const from = `${quoteRelation(engine.database, 'base', table)} where ${quoteIdentifier(column)} is not null`;
    return `select ${quoteLiteral(id)} as field, (select count(*) from ${from}) as rows, value
from (select ${quoteIdentifier(column)}::varchar as value from (from ${from}) using sample reservoir(${mostLookedAt} rows) repeatable (1))`;
  });
  const counts = personalKinds.map((kind) => `count(*) filter (${hasKindSql('value', kind)}) as ${kind}`);
  return `with said as materialized (${said.join('\nunion all\n')})
select field, max(rows) as rows, count(*) as looked, ${counts.join(', ')} from said group by field`;
}

/** Text that is neither an id, which joins rows, nor the program's own record. */
function isWord({ name, type }: CanonicalColumn): boolean {
  return type === 'VARCHAR' && !/(^|_)(id|key|file|row|zone)$/.test(name) && !recorded.has(name);
}

const recorded = new Set(['signature', 'mapping', 'condition', 'files', 'raw', 'vendor', 'file_name']);

function keyOf({ table, column }: ColumnName): string {
  return `${table}.${column}`;
}
