import type { Engine } from '#engine';
import { rowsOf, toNumber } from '#table';
import { quietly } from './engine-connection.ts';

/** What the engine holds in memory, and what it may hold, in bytes. */
export interface MemoryUse {
  readonly used: number;
  readonly limit: number;
}

/** Asks when nothing else is asked; null where the engine does not say. */
export async function memoryOf(engine: Engine): Promise<MemoryUse | null> {
  const sql = `select sum(memory_usage_bytes)::bigint as used, current_setting('memory_limit') as most from duckdb_memory()`;
  const [row] = rowsOf(await quietly(engine).query(sql, { background: true }));
  const used = toNumber(row?.['used'] ?? null);
  const limit = toBytes(String(row?.['most'] ?? ''));
  return used === null || limit === null ? null : { used, limit };
}

/** `3.1 GiB`, as DuckDB writes it. */
export function toBytes(written: string): number | null {
  const [, count = '', prefix = '', binary] = /^([\d.]+) ?([KMGT]?)(i?)B?/i.exec(written) ?? [];
  if (count === '') return null;
  const power = ['', 'K', 'M', 'G', 'T'].indexOf(prefix.toUpperCase());
  return Number(count) * (binary ? 1024 : 1000) ** power;
}
