import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Engine } from '#engine';
import { tableFrom, type Value } from '#table';

export async function openNative(): Promise<Engine> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const query: Engine['query'] = async (sql) => {
    const statements = await connection.extractStatements(sql);
    for (let index = 0; index < statements.count - 1; index += 1)
      await (await statements.prepare(index)).run();
    const reader = await (await statements.prepare(statements.count - 1)).runAndReadAll();
    const columns = reader.getColumnsJS === undefined ? [] : reader.getColumns();
    return tableFrom(
      reader.columnNames().map((name, index) => ({
        name,
        type: String(reader.columnType(index)),
        values: (columns[index] ?? []).map(toValue),
      })),
    );
  };
  return {
    database: 'memory',
    storage: 'native',
    query,
    exec: async (sql) => void (await connection.run(sql)),
    insert: () => Promise.reject(new Error('not here')),
    register: () => Promise.reject(new Error('not here')),
    lock: () => Promise.resolve(),
    close: () => Promise.resolve(connection.closeSync()),
  };
}

function toValue(value: DuckDBValue): Value {
  if (value instanceof DuckDBTimestampValue) return value.micros;
  if (value instanceof DuckDBDateValue) return value.days;
  if (value instanceof DuckDBDecimalValue) return value.toString();
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    typeof value === 'boolean'
    ? value
    : null;
}
