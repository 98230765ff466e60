import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { EngineError } from '../errors.ts';
import { mendAddresses } from './addresses.ts';
import { wasmAddress, workerAddress } from './bundle.ts';

/** DuckDB in a worker of its own. */
export interface EngineWorker {
  readonly db: AsyncDuckDB;
  /** Fails when the worker breaks down: the client leaves the calls under way without an answer then. */
  readonly broken: Promise<never>;
  /** Tells how much of the statement under way is done, of 1, until the answer is called. */
  watch(listener: (fraction: number) => void): () => void;
  terminate(): void;
}

export async function startWorker(): Promise<EngineWorker> {
  assertSupported();
  const script = URL.createObjectURL(new Blob([workerScript()], { type: 'text/javascript' }));
  const worker = new Worker(script);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new EngineError('engine.crashed', { message })));
  });
  broken.catch(() => undefined);
  try {
    await Promise.race([db.instantiate(wasmAddress), broken]);
  } catch (cause) {
    worker.terminate();
    throw new EngineError('engine.notStarted', { message: messageOf(cause) }, { cause });
  } finally {
    URL.revokeObjectURL(script);
  }
  return {
    db,
    broken,
    watch: (listener) => watchProgress(worker, listener),
    terminate: () => worker.terminate(),
  };
}

/** The client passes on what the engine tells of its progress to nobody: its list of listeners cannot be added to. */
function watchProgress(worker: Worker, listener: (fraction: number) => void): () => void {
  const onMessage = ({ data }: MessageEvent<unknown>) => {
    const percentage = percentageOf(data);
    if (percentage !== null) listener(percentage / 100);
  };
  worker.addEventListener('message', onMessage);
  return () => worker.removeEventListener('message', onMessage);
}

function percentageOf(message: unknown): number | null {
  if (!isObject(message) || message['type'] !== 'PROGRESS_UPDATE' || !isObject(message['data'])) return null;
  const percentage = Number(message['data']['percentage']);
  return percentage >= 0 && percentage <= 100 ? percentage : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * A worker made from a blob inherits the page's policy, also on hosts that send no headers. DuckDB's script writes each
 * error and each missing file to the console as well as answering it: the answer is enough.
 */
function workerScript(): string {
  return `console.log = console.debug = () => {}; (${mendAddresses})(); importScripts(${JSON.stringify(workerAddress)});`;
}

/** Smallest module with a try and a catch, as the engine's build uses them. */
const exceptions = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
];

function assertSupported(): void {
  if (typeof WebAssembly !== 'object')
    throw new EngineError('engine.unsupported', { feature: 'WebAssembly' });
  if (!WebAssembly.validate(Uint8Array.from(exceptions))) {
    throw new EngineError('engine.unsupported', { feature: 'WebAssembly exception handling' });
  }
}
