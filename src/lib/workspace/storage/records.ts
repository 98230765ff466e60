export interface RecordChange {
  readonly kind: string;
  readonly key: string;
  /** Undefined removes the record. */
  readonly value: unknown;
}

/** Small values by kind and key that outlive the page: the journal, window states, the wastebasket. */
export interface Records {
  get(kind: string, key: string): Promise<unknown>;
  all(kind: string): Promise<ReadonlyMap<string, unknown>>;
  /** Makes all of the changes, or none. */
  write(changes: readonly RecordChange[]): Promise<void>;
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
    write: async (changes) => {
      for (const { kind, key, value } of structuredClone(changes)) {
        if (value === undefined) of(kind).delete(key);
        else of(kind).set(key, value);
      }
    },
  };
}
