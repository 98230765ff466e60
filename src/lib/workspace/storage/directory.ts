import { StorageError } from '#errors';
import { isKept } from '../path.ts';
import { StorageConflictError, type Storage, type StoredFile } from './storage.ts';

/** Where the files of a storage lie, and how a file comes to be there. */
export interface DirectoryOptions {
  readonly kind: Storage['kind'];
  /** The name of the lock that all windows hold while they touch the files. */
  readonly lock: string;
  readonly open: () => Promise<FileSystemDirectoryHandle>;
  /** The browser's own: files can be moved in it, and folders are there for as long as files are in them. */
  readonly isOwn: boolean;
}

/** So many files are listed: a folder with more is somebody's whole disk. */
const mostFiles = 2_000;
const deepest = 8;
/** Folders that hold no notebooks of anybody's. */
const passedOver = /^(\.|node_modules$)/;

/**
 * Notebooks in a directory and those below it. All that touches a file holds one lock of the whole origin, so that the
 * comparison with what is there and the write after it are one step for all windows, and none reads what is half written.
 */
export function directoryStorage({ kind, lock, open, isOwn }: DirectoryOptions): Storage {
  let opened: Promise<FileSystemDirectoryHandle> | undefined;
  const root = () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const exclusively = <T>(work: (root: FileSystemDirectoryHandle) => Promise<T>) =>
    navigator.locks.request(lock, async () => work(await root()));

  return {
    kind,
    list: () => exclusively(listFiles),
    read: (path) => exclusively((folder) => readText(folder, path)),
    write: (path, text, expected) =>
      exclusively(async (folder) => {
        if ((await readText(folder, path)) !== expected) throw new StorageConflictError(path);
        await orUnwritable(path, () => writeText(folder, path, { text, isOwn }));
      }),
    remove: (path) => exclusively((folder) => orUnwritable(path, () => removeFile(folder, path, isOwn))),
    rename: (from, to) =>
      exclusively(async (folder) => {
        const text = await readText(folder, from);
        if (text === null || (await readText(folder, to)) !== null) throw new StorageConflictError(to);
        await orUnwritable(to, () => moveFile(folder, from, { to, text, isOwn }));
      }),
  };
}

async function listFiles(root: FileSystemDirectoryHandle): Promise<readonly StoredFile[]> {
  const files: StoredFile[] = [];
  const walk = async (folder: FileSystemDirectoryHandle, prefix: string, depth: number) => {
    for await (const handle of folder.values()) {
      if (files.length >= mostFiles) return;
      if (handle instanceof FileSystemDirectoryHandle) {
        if (depth < deepest && !passedOver.test(handle.name))
          await walk(handle, `${prefix}${handle.name}/`, depth + 1);
      } else if (handle instanceof FileSystemFileHandle && isKept(prefix + handle.name)) {
        const file = await handle.getFile();
        files.push({ path: prefix + handle.name, modified: file.lastModified });
      }
    }
  };
  try {
    await walk(root, '', 0);
  } catch (error) {
    throw new StorageError('workspace.unreadable', { name: root.name }, { cause: error });
  }
  return files.sort((a, b) => a.path.localeCompare(b.path));
}

async function readText(root: FileSystemDirectoryHandle, path: string): Promise<string | null> {
  try {
    const file = await (await findFile(root, path))?.getFile();
    return file ? await file.text() : null;
  } catch (error) {
    throw new StorageError('workspace.unreadable', { name: path }, { cause: error });
  }
}

const unfinished = 'unfinished';

interface Writing {
  readonly text: string;
  readonly isOwn: boolean;
}

/**
 * A text is whole in its file or not there at all. The browser replaces a file that exists in one step when it is
 * closed, but makes a new one empty before it is written: that one is written under another name, then moved.
 */
async function writeText(
  root: FileSystemDirectoryHandle,
  path: string,
  { text, isOwn }: Writing,
): Promise<void> {
  const existing = await findFile(root, path);
  if (existing) return fill(existing, text);
  const { folder, name } = await place(root, path);
  const made = await (isOwn ? root.getFileHandle(unfinished, { create: true }) : null);
  if (!made || !isMovable(made)) return fill(await folder.getFileHandle(name, { create: true }), text);
  await fill(made, text);
  await made.move(folder, name);
}

async function findFile(root: FileSystemDirectoryHandle, path: string): Promise<FileSystemFileHandle | null> {
  const [name = '', ...folders] = path.split('/').reverse();
  try {
    let folder = root;
    for (const each of folders.reverse()) folder = await folder.getDirectoryHandle(each);
    return await folder.getFileHandle(name);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** The folder of a path, made where there is none yet. */
async function place(root: FileSystemDirectoryHandle, path: string) {
  const [name = '', ...folders] = path.split('/').reverse();
  let folder = root;
  for (const each of folders.reverse()) folder = await folder.getDirectoryHandle(each, { create: true });
  return { folder, name };
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

async function moveFile(
  root: FileSystemDirectoryHandle,
  from: string,
  { to, text, isOwn }: Writing & { readonly to: string },
): Promise<void> {
  const handle = await findFile(root, from);
  if (isOwn && handle && isMovable(handle)) {
    const { folder, name } = await place(root, to);
    await handle.move(folder, name);
  } else {
    await writeText(root, to, { text, isOwn });
    await removeFile(root, from, false);
  }
  if (isOwn) await removeEmpty(root, from);
}

async function removeFile(root: FileSystemDirectoryHandle, path: string, isOwn: boolean): Promise<void> {
  try {
    const [name = '', ...folders] = path.split('/').reverse();
    let folder = root;
    for (const each of folders.reverse()) folder = await folder.getDirectoryHandle(each);
    await folder.removeEntry(name);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  if (isOwn) await removeEmpty(root, path);
}

/** Takes away the folders that a file was the last of; those that hold anything else stay. */
async function removeEmpty(root: FileSystemDirectoryHandle, path: string): Promise<void> {
  const folders = path.split('/').slice(0, -1);
  if (folders.length === 0) return;
  const above = folders.slice(0, -1);
  try {
    let parent = root;
    for (const each of above) parent = await parent.getDirectoryHandle(each);
    await parent.removeEntry(folders.at(-1) ?? '');
  } catch {
    return;
  }
  await removeEmpty(root, folders.join('/'));
}

interface Movable {
  move(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
}

/** Not every browser can move a file, and no type of ours knows of those that can. */
function isMovable(handle: object): handle is Movable {
  return 'move' in handle && typeof handle.move === 'function';
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

async function orUnwritable<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new StorageError('workspace.unwritable', { name }, { cause });
  }
}
