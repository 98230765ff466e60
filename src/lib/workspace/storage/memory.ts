import { StorageConflictError, type Storage } from './storage.ts';

interface Entry {
  readonly text: string;
  readonly modified: number;
}

/** Keeps notebooks until the page goes: for browsers without a file system of their own, and for tests. */
export function memoryStorage({ now = Date.now } = {}): Storage {
  const files = new Map<string, Entry>();
  return {
    kind: 'memory',
    list: async () => [...files].map(([path, { modified }]) => ({ path, modified })).sort(byPath),
    read: async (path) => files.get(path)?.text ?? null,
    write: async (path, text, expected) => {
      if ((files.get(path)?.text ?? null) !== expected) throw new StorageConflictError(path);
      files.set(path, { text, modified: now() });
    },
    remove: async (path) => void files.delete(path),
    rename: async (from, to) => {
      const entry = files.get(from);
      if (!entry || files.has(to)) throw new StorageConflictError(to);
      files.set(to, entry);
      files.delete(from);
    },
  };
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path.localeCompare(b.path);
}
