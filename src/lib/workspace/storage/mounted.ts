import { StorageError } from '#errors';
import { StorageConflictError, type Storage, type StoredFile } from './storage.ts';

/** `Reports:/clients/acme.md` lies in the folder that is open as `Reports`; a name of no such root in the browser. */
export function rootOf(path: string): string | null {
  return /^([^/:]+):\//.exec(path)?.[1] ?? null;
}

/** A storage with folders of the disk beside it, each under a root of its own. */
export interface MountedStorage extends Storage {
  mount(root: string, storage: Storage): void;
  unmount(root: string): void;
}

export function mountedStorage(base: Storage): MountedStorage {
  const roots = new Map<string, Storage>();
  const at = (path: string) => {
    const root = rootOf(path);
    if (root === null) return { storage: base, inner: path };
    const storage = roots.get(root);
    if (!storage) throw new StorageError('folders.locked', { name: root });
    return { storage, inner: path.slice(root.length + 2) };
  };
  return {
    kind: base.kind,
    mount: (root, storage) => void roots.set(root, storage),
    unmount: (root) => void roots.delete(root),
    list: async () => {
      const lists = await Promise.all([...roots].map(([root, storage]) => listUnder(root, storage)));
      return [...(await base.list()), ...lists.flat()];
    },
    read: async (path) => at(path).storage.read(at(path).inner),
    write: async (path, text, expected) => {
      const { storage, inner } = at(path);
      await named(path, () => storage.write(inner, text, expected));
    },
    remove: async (path) => at(path).storage.remove(at(path).inner),
    rename: async (from, to) => {
      const [source, target] = [at(from), at(to)];
      if (source.storage === target.storage)
        return named(to, () => source.storage.rename(source.inner, target.inner));
      const text = await source.storage.read(source.inner);
      if (text === null) throw new StorageConflictError(to);
      await named(to, () => target.storage.write(target.inner, text, null));
      await source.storage.remove(source.inner);
    },
  };
}

/** A folder that can be read no longer, of a disk that was taken out, hides no other file. */
async function listUnder(root: string, storage: Storage): Promise<readonly StoredFile[]> {
  const files = await storage.list().catch(() => []);
  return files.map(({ path, modified }) => ({ path: `${root}:/${path}`, modified }));
}

async function named<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StorageConflictError ? new StorageConflictError(path) : error;
  }
}
