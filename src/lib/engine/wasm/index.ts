export { openWasmEngine, type WasmEngine, type WasmEngineOptions } from './wasm-engine.ts';
