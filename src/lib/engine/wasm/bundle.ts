import worker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

/**
 * Where the engine's two files are: served by the app itself, at addresses that hold under any path. Only the build
 * with wasm exceptions: the one without loses every error's text.
 */
export const workerAddress = new URL(worker, document.baseURI).href;
export const wasmAddress = new URL(wasm, document.baseURI).href;
