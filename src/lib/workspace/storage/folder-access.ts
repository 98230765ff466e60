import { directoryStorage } from './directory.ts';
import type { Storage } from './storage.ts';

/** Folders of the reader's own disk, as far as the browser gives them. */
export interface FolderAccess {
  /** False where the browser lets no page into the disk. */
  readonly isPossible: boolean;
  /** Lets the reader choose a folder; null when none was chosen. */
  pick(): Promise<FileSystemDirectoryHandle | null>;
  /** Whether the page may read and write there; `ask` only while a click is being handled. */
  isAllowed(handle: FileSystemDirectoryHandle, ask: boolean): Promise<boolean>;
  /** Calls back when something in the folder may have changed, until the returned function is called. */
  watch(handle: FileSystemDirectoryHandle, changed: () => void): () => void;
}

/** A folder on the disk as a storage of notebooks. */
export function folderStorage(
  handle: FileSystemDirectoryHandle,
  lock = `deskbook:disk:${handle.name}`,
): Storage {
  return directoryStorage({ kind: 'folder', lock, open: async () => handle, isOwn: false });
}

export function isFolder(value: unknown): value is FileSystemDirectoryHandle {
  return 'FileSystemDirectoryHandle' in globalThis && value instanceof FileSystemDirectoryHandle;
}

export const noFolders: FolderAccess = {
  isPossible: false,
  pick: async () => null,
  isAllowed: async () => false,
  watch: () => () => {},
};

export function browserFolders(): FolderAccess {
  if (typeof Reflect.get(globalThis, 'showDirectoryPicker') !== 'function' || !('locks' in navigator))
    return noFolders;
  return { isPossible: true, pick: pickFolder, isAllowed, watch };
}

async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const picked: unknown = await Reflect.apply(Reflect.get(globalThis, 'showDirectoryPicker'), globalThis, [
      { mode: 'readwrite', id: 'deskbook' },
    ]);
    return isFolder(picked) ? picked : null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

async function isAllowed(handle: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> {
  const question: unknown = Reflect.get(handle, ask ? 'requestPermission' : 'queryPermission');
  if (typeof question !== 'function') return true;
  const answer: unknown = await Reflect.apply(question, handle, [{ mode: 'readwrite' }]);
  return answer === 'granted';
}

interface Observer {
  observe(handle: FileSystemDirectoryHandle, options: { recursive: boolean }): Promise<void>;
  disconnect(): void;
}

/** Where the browser cannot tell of changes, and where it misses them, one looks when the window gets the focus. */
function watch(handle: FileSystemDirectoryHandle, changed: () => void): () => void {
  window.addEventListener('focus', changed);
  const observer = observe(handle, changed);
  return () => {
    window.removeEventListener('focus', changed);
    observer?.disconnect();
  };
}

function observe(handle: FileSystemDirectoryHandle, changed: () => void): Observer | null {
  const Observing: unknown = Reflect.get(globalThis, 'FileSystemObserver');
  const observer: unknown =
    typeof Observing === 'function' ? Reflect.construct(Observing, [changed]) : undefined;
  if (!isObserver(observer)) return null;
  // A disk that cannot be watched is still looked at with the focus.
  observer.observe(handle, { recursive: true }).catch(() => {});
  return observer;
}

function isObserver(value: unknown): value is Observer {
  return typeof value === 'object' && value !== null && 'observe' in value && 'disconnect' in value;
}
