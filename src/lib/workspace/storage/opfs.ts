import { StorageError } from '#errors';
import { StorageConflictError, type Storage, type StoredFile } from './storage.ts';

/**
 * Notebooks in the browser's own file system. All that touches a file holds one lock of the whole origin, so that the
 * comparison with what is there and the write after it are one step for all windows, and none reads what is half written.
 */
export function opfsStorage(folderName = 'notebooks'): Storage {
  let opened: Promise<FileSystemDirectoryHandle> | undefined;
  const folder = () => {
    opened ??= openFolder(folderName).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const exclusively = <T>(work: (folder: FileSystemDirectoryHandle) => Promise<T>) =>
    navigator.locks.request(`deskbook:${folderName}`, async () => work(await folder()));

  return {
    kind: 'opfs',
    list: () => exclusively(listFiles),
    read: (path) => exclusively((root) => readText(root, path)),
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
        await renameFile(root, from, { to, text });
      }),
  };
}

/** False in a browser, or on a page, that is given no file system of its own. */
export function hasOpfs(): boolean {
  return 'locks' in navigator && typeof navigator.storage?.getDirectory === 'function';
}

async function openFolder(name: string): Promise<FileSystemDirectoryHandle> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(name, { create: true });
  } catch (error) {
    throw new StorageError('workspace.unreadable', { name }, { cause: error });
  }
}

async function listFiles(folder: FileSystemDirectoryHandle): Promise<readonly StoredFile[]> {
  const files: StoredFile[] = [];
  try {
    for await (const handle of folder.values()) {
      if (!(handle instanceof FileSystemFileHandle) || !handle.name.endsWith('.md')) continue;
      const file = await handle.getFile();
      files.push({ path: handle.name, modified: file.lastModified });
    }
  } catch (error) {
    throw new StorageError('workspace.unreadable', { name: folder.name }, { cause: error });
  }
  return files.sort((a, b) => a.path.localeCompare(b.path));
}

async function readText(folder: FileSystemDirectoryHandle, path: string): Promise<string | null> {
  try {
    const file = await (await findFile(folder, path))?.getFile();
    return file ? await file.text() : null;
  } catch (error) {
    throw new StorageError('workspace.unreadable', { name: path }, { cause: error });
  }
}

const unfinished = 'unfinished';

/**
 * A text is whole in its file or not there at all. The browser replaces a file that exists in one step when it is
 * closed, but makes a new one empty before it is written: that one is written under another name, then moved.
 */
async function writeText(folder: FileSystemDirectoryHandle, path: string, text: string): Promise<void> {
  try {
    const existing = await findFile(folder, path);
    if (existing) return await fill(existing, text);
    const made = await folder.getFileHandle(unfinished, { create: true });
    if (!isMovable(made)) return await fill(await folder.getFileHandle(path, { create: true }), text);
    await fill(made, text);
    await made.move(path);
  } catch (error) {
    throw new StorageError('workspace.unwritable', { name: path }, { cause: error });
  }
}

async function findFile(
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<FileSystemFileHandle | null> {
  try {
    return await folder.getFileHandle(path);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

async function fill(handle: FileSystemFileHandle, text: string): Promise<void> {
  const writable = await handle.createWritable();
  try {
    await writable.write(text);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
}

async function renameFile(
  folder: FileSystemDirectoryHandle,
  from: string,
  { to, text }: { readonly to: string; readonly text: string },
): Promise<void> {
  const handle = await folder.getFileHandle(from);
  if (!isMovable(handle)) {
    await writeText(folder, to, text);
    return removeFile(folder, from);
  }
  try {
    await handle.move(to);
  } catch (error) {
    throw new StorageError('workspace.unwritable', { name: to }, { cause: error });
  }
}

interface Movable {
  move(name: string): Promise<void>;
}

/** Not every browser can rename a file, and no type of ours knows of those that can. */
function isMovable(handle: object): handle is Movable {
  return 'move' in handle && typeof handle.move === 'function';
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
