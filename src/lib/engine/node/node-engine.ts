import type { Engine } from '../engine.ts';

export interface NodeEngineOptions {
  /** A database file; in memory without it. */
  readonly path?: string;
  readonly threads?: number;
}

/** Native DuckDB, for the command line and the tests. */
export function openNodeEngine(_options: NodeEngineOptions = {}): Promise<Engine> {
  return Promise.reject(new Error('not written yet'));
}
