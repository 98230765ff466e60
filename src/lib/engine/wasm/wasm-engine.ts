import type { Text } from '#errors';
import type { Engine } from '../engine.ts';

export interface WasmEngineOptions {
  /** `opfs` falls back to memory where the browser gives no storage, and says so in `notice`. */
  readonly storage: 'opfs' | 'memory';
  /** The database's name; `deskbook` unless told. */
  readonly name?: string;
  /** Asks the tab that has the database to let go, instead of failing with `EngineBusyError`. */
  readonly takeOver?: boolean;
  /** Called once if another tab takes over; the engine has been closed by then. */
  readonly onTakenOver?: () => void;
}

export interface WasmEngine extends Engine {
  /** Something the reader should know about how the engine was opened; null if all is as asked. */
  readonly notice: Text | null;
}

/** DuckDB-Wasm in a worker, served by the app itself. */
export function openWasmEngine(_options: WasmEngineOptions): Promise<WasmEngine> {
  return Promise.reject(new Error('not written yet'));
}
