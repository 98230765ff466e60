/** Small settings that must be there before the first paint: read and written at once. */
export interface KeyValues {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

export function memoryKeyValues(): KeyValues {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
  };
}

/** `localStorage` where the browser allows it: a private window may refuse even to be asked. */
export function browserKeyValues(prefix = 'deskbook.'): KeyValues {
  try {
    const store = globalThis.localStorage;
    store.getItem(prefix);
    return {
      get: (key) => store.getItem(prefix + key),
      set: (key, value) => store.setItem(prefix + key, value),
    };
  } catch (error) {
    if (error instanceof DOMException) return memoryKeyValues();
    throw error;
  }
}
