/** Small values by kind and key that outlive the page: the journal, window states, the wastebasket. */
export interface Records {
  get(kind: string, key: string): Promise<unknown>;
  all(kind: string): Promise<ReadonlyMap<string, unknown>>;
  put(kind: string, key: string, value: unknown): Promise<void>;
  remove(kind: string, key: string): Promise<void>;
}

export function memoryRecords(): Records {
  const kinds = new Map<string, Map<string, unknown>>();
  const of = (kind: string) => {
    const found = kinds.get(kind) ?? new Map<string, unknown>();
    kinds.set(kind, found);
    return found;
  };
  return {
    get: async (kind, key) => of(kind).get(key),
    all: async (kind) => new Map(of(kind)),
    put: async (kind, key, value) => void of(kind).set(key, structuredClone(value)),
    remove: async (kind, key) => void of(kind).delete(key),
  };
}
