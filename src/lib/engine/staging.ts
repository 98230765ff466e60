import type { Column, Table } from '#table';
import { EngineError } from './errors.ts';

/**
 * Rows to insert go through a temporary table of these few types, and `insert into … select` casts them to the table's:
 * one way for both engines, whatever the types are. A temporary table may be written in the same transaction as the
 * main database; one in another attached database may not.
 */
export type StagingType =
  'BOOLEAN' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'DATE' | 'TIMESTAMP' | 'BLOB' | 'VARCHAR';

export const stagingTable = 'deskbook_inserted_rows';

const plain: Readonly<Record<string, StagingType>> = {
  BOOLEAN: 'BOOLEAN',
  TINYINT: 'INTEGER',
  SMALLINT: 'INTEGER',
  INTEGER: 'INTEGER',
  UTINYINT: 'INTEGER',
  USMALLINT: 'INTEGER',
  BIGINT: 'BIGINT',
  FLOAT: 'DOUBLE',
  DOUBLE: 'DOUBLE',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP',
  BLOB: 'BLOB',
};

/** The staging type of a column; whatever is not among the plain ones travels as the text that casts back into it. */
export function stagingType(column: Pick<Column, 'type'>): StagingType {
  return plain[column.type] ?? 'VARCHAR';
}

export function createStaging(batch: Table): string {
  const columns = batch.columns.map((column, index) => `c${index} ${stagingType(column)}`);
  return `create or replace temp table ${stagingTable} (${columns.join(', ')})`;
}

/** `table` is quoted by the caller, as `Engine.insert` asks. */
export function moveStaged(table: string): string {
  return `insert into ${table} select * from temp.main.${stagingTable}`;
}

export const dropStaging = `drop table if exists temp.main.${stagingTable}`;

export function checkColumns(table: string, expected: number, batch: Table): void {
  const given = batch.columns.length;
  if (expected !== given) throw new EngineError('engine.insertColumns', { table, expected, given });
}
