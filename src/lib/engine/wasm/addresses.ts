interface Module {
  readonly HEAPF64: Float64Array;
}

interface Runtime {
  openFile(module: Module, file: number, flags: number): number;
}

/**
 * Runs in the engine's worker, before the engine's own script; it is sent there as text and may use nothing around it.
 *
 * DuckDB-Wasm 1.32 writes the size of a file that it opens at `address >> 3`. An address beyond 2 GB is negative then,
 * the size is written nowhere, and the file reads as empty, without an error. Here the address is taken unsigned.
 */
export function mendAddresses(): void {
  const doubles = 2 ** 32 / 8;
  const unsigned = (key: string | symbol): string | symbol =>
    typeof key === 'string' && Number(key) < 0 ? String(Number(key) + doubles) : key;
  const mended = (module: Module): Module =>
    new Proxy(module, {
      get: (target, name) =>
        name === 'HEAPF64'
          ? new Proxy(target.HEAPF64, {
              get: (heap, key) => Reflect.get(heap, unsigned(key)),
              set: (heap, key, value) => Reflect.set(heap, unsigned(key), value),
            })
          : Reflect.get(target, name),
    });
  let runtime: Runtime | undefined;
  Object.defineProperty(globalThis, 'DUCKDB_RUNTIME', {
    get: () => runtime,
    set: (value: Runtime) => {
      const { openFile } = value;
      value.openFile = (module, file, flags) => openFile(mended(module), file, flags);
      runtime = value;
    },
  });
}
