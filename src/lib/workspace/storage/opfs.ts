import { StorageError } from '#errors';
import { directoryStorage } from './directory.ts';
import type { Storage } from './storage.ts';

/** Notebooks in the browser's own file system. */
export function opfsStorage(folderName = 'notebooks'): Storage {
  return directoryStorage({
    kind: 'opfs',
    lock: `deskbook:${folderName}`,
    open: () => openFolder(folderName),
    isOwn: true,
  });
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
