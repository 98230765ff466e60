import { StorageError } from '#errors';
import { StorageConflictError, type Storage, type StoredFile } from './storage.ts';

/**
 * Notebooks in the browser's own file system. Every change holds one lock of the whole origin, so that the
 * comparison with what is there and the write after it are one step for all windows.
 */
export function opfsStorage(folderName = 'notebooks'): Storage {
  let opened: Promise<FileSystemDirectoryHandle> | undefined;
  const folder = () => (opened ??= openFolder(folderName));
  const exclusively = <T>(work: (folder: FileSystemDirectoryHandle) => Promise<T>) =>
    navigator.locks.request(`deskbook:${folderName}`, async () => work(await folder()));

  return {
    kind: 'opfs',
    list: async () => listFiles(await folder()),
    read: async (path) => readText(await folder(), path),
    write: (path, text, expected) =>
      exclusively(async (root) => {
        if ((await readText(root, path)) !== expected) throw new StorageConflictError(path);
        await writeText(root, path, text);
      }),
    remove: (path) => exclusively((root) => removeFile(root, path)),
    rename: (from, to) =>
      exclusively(async (root) => {
        const text = await readText(root, from);
        if (text === null || (await readText(root, to)) !== null) throw new StorageConflictError(to);
        await writeText(root, to, text);
        await removeFile(root, from);
      }),
  };
}

/** False in a browser, or on a page, that is given no file system of its own. */
export function hasOpfs(): boolean {
  return 'locks' in navigator && typeof navigator.storage?.getDirectory === 'function';
}

async function openFolder(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(name, { create: true });
}

async function listFiles(folder: FileSystemDirectoryHandle): Promise<readonly StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const handle of folder.values()) {
    if (!(handle instanceof FileSystemFileHandle) || !handle.name.endsWith('.md')) continue;
    const file = await handle.getFile();
    files.push({ path: handle.name, modified: file.lastModified });
  }
  return files.sort((a, b) => a.path.localeCompare(b.path));
}

async function readText(folder: FileSystemDirectoryHandle, path: string): Promise<string | null> {
  try {
    const handle = await folder.getFileHandle(path);
    return await (await handle.getFile()).text();
  } catch (error) {
    if (isNotFound(error)) return null;
    throw new StorageError('workspace.unreadable', { name: path }, { cause: error });
  }
}

async function writeText(folder: FileSystemDirectoryHandle, path: string, text: string): Promise<void> {
  try {
    const handle = await folder.getFileHandle(path, { create: true });
    const writable = await handle.createWritable();
    await writable.write(text);
    await writable.close();
  } catch (error) {
    throw new StorageError('workspace.unwritable', { name: path }, { cause: error });
  }
}

async function removeFile(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
  try {
    await folder.removeEntry(path);
  } catch (error) {
    if (!isNotFound(error)) throw new StorageError('workspace.unwritable', { name: path }, { cause: error });
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
