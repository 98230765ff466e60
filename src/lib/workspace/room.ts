/** What files will take, and what there is. */
export interface Room {
  /** Bytes of memory while they are read, and what the engine can have at most. */
  readonly memory: { readonly needed: number; readonly limit: number };
  /** Bytes on the disk once they are loaded, and what the browser still gives; null where it does not say. */
  readonly disk: { readonly needed: number; readonly available: number | null };
  readonly short: 'memory' | 'disk' | null;
}

/** How much bigger files become: as text in memory while they are read, and as tables on the disk. */
export interface Growth {
  readonly memory: number;
  readonly disk: number;
}

/** WebAssembly addresses four gigabytes; the engine needs some of it for its own work. */
export const memoryLimit = 3.2e9;

/** Measured in Chromium on 5 million tickets, 823 MB of CSV: the page grew by 1.25 GB and kept 639 MB on the disk. */
const textGrowth: Growth = { memory: 1.8, disk: 0.8 };
const packed = /\.(gz|zip|xlsx|parquet)$/i;
const growthOf = (name: string): Growth => (packed.test(name) ? { memory: 6, disk: 3 } : textGrowth);

/** Whether files fit, judged by their sizes. */
export function roomFor(
  files: readonly { readonly name: string; readonly size: number }[],
  available: number | null,
): Room {
  const sum = (by: (growth: Growth) => number) =>
    files.reduce((total, { name, size }) => total + size * by(growthOf(name)), 0);
  const memory = { needed: sum((growth) => growth.memory), limit: memoryLimit };
  const disk = { needed: sum((growth) => growth.disk), available };
  const short =
    memory.needed > memory.limit ? 'memory' : available !== null && disk.needed > available ? 'disk' : null;
  return { memory, disk, short };
}

/** The bytes that the browser still gives this site; null where it does not say. */
export async function availableSpace(): Promise<number | null> {
  const { quota, usage = 0 } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
  return quota === undefined ? null : Math.max(0, quota - usage);
}
