import { text as textOf } from '#errors';
import { freeName, nameOf, placeOf, toFolder, toPath } from './path.ts';
import { folderStorage, isFolder, type FolderAccess } from './storage/folder-access.ts';
import { rootOf, type MountedStorage } from './storage/mounted.ts';
import type { Records } from './storage/records.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** A folder of the disk that is, or was, open. */
export interface Folder {
  /** What its files are found under: `Reports` for `Reports:/a.md`. */
  readonly root: string;
  readonly handle: FileSystemDirectoryHandle;
  /** `locked`: open, but the browser wants the reader to allow it once more. */
  readonly status: 'open' | 'locked' | 'closed';
  /** When it was opened last, in milliseconds. */
  readonly at: number;
  /** Whether its files may run; null until the reader has said. */
  readonly isTrusted: boolean | null;
}

export interface FoldersOptions {
  readonly storage: MountedStorage;
  readonly access: FolderAccess;
  readonly records: Records;
}

const recentKept = 20;

/** Folders on the reader's disk beside the files in the browser: opened, watched, closed, and opened again. */
export class Folders {
  list = $state.raw<readonly Folder[]>([]);
  readonly shown = $derived(this.list.filter(({ status }) => status !== 'closed'));
  readonly recent = $derived(
    this.list.filter(({ status }) => status === 'closed').sort((a, b) => b.at - a.at),
  );

  readonly #workspace: Workspace;
  readonly #options: FoldersOptions;
  #watched: Readonly<Record<string, () => void>> = {};
  /** When each file of the disk was changed, as it was last seen. */
  #seen: Readonly<Record<string, number>> = {};
  #checking: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace, options: FoldersOptions) {
    this.#workspace = workspace;
    this.#options = options;
  }

  /** What the names of the files begin with in open folders whose authors are trusted, the folder that was opened last first. */
  get trustedRoots(): readonly string[] {
    const open = this.list
      .filter(({ status, isTrusted }) => status === 'open' && isTrusted === true)
      .toSorted((a, b) => b.at - a.at);
    return open.map(({ root }) => `${root}:/`);
  }

  /** Whether a file lies in a folder that the browser wants allowed once more. */
  isLocked(name: string): boolean {
    return this.list.some(({ root, status }) => status === 'locked' && root === rootOf(name));
  }

  get isPossible(): boolean {
    return this.#options.access.isPossible;
  }

  /** Brings back the folders of the last time; one that the browser wants allowed again is locked until a click. */
  async start(): Promise<void> {
    const { records, access } = this.#options;
    if (!access.isPossible) return;
    for (const [root, value] of await records.all('folder')) {
      const kept = toFolderRecord(root, value);
      if (kept?.status === 'closed') this.#put(kept);
      else if (kept) {
        this.#put({ ...kept, status: 'locked' });
        if (await access.isAllowed(kept.handle, false)) this.#mount(kept);
      }
    }
    await this.#look();
  }

  /** Lets the reader choose a folder; its root. */
  async pick(): Promise<string | null> {
    const handle = await this.#options.access.pick();
    if (!handle) return null;
    const known = await this.#known(handle);
    const folder: Folder = known ?? {
      root: this.#freeRoot(handle.name),
      handle,
      status: 'closed',
      at: 0,
      isTrusted: null,
    };
    await this.#open(folder);
    return folder.root;
  }

  /** Opens a folder that was open before, after the browser has asked the reader. */
  async allow(root: string): Promise<void> {
    const folder = this.list.find((other) => other.root === root);
    if (folder && (await this.#options.access.isAllowed(folder.handle, true))) await this.#open(folder);
  }

  /** Keeps whether the files of a folder may run. */
  async setTrust(root: string, isTrusted: boolean): Promise<void> {
    const folder = this.list.find((other) => other.root === root);
    if (folder) await this.#keep({ ...folder, isTrusted });
    void this.#workspace.conventions.follow();
  }

  /** Takes over what another window has said of the folders that are known here too. */
  async followTrust(): Promise<void> {
    const kept = await this.#options.records.all('folder');
    for (const { root, handle, isTrusted: before } of this.list) {
      const other = toFolderRecord(root, kept.get(root));
      if (!other || other.isTrusted === before || !(await other.handle.isSameEntry(handle))) continue;
      const { isTrusted } = other;
      // The list may be another by now.
      this.list = this.list.map((folder) => (folder.root === root ? { ...folder, isTrusted } : folder));
    }
    void this.#workspace.conventions.follow();
  }

  /** Saves and closes what is open of the folder; it stays among the recent ones. */
  async close(root: string): Promise<void> {
    const folder = this.list.find((other) => other.root === root);
    if (!folder) return;
    const { documents, library, tabs, files } = this.#workspace;
    const isInside = (path: string) => placeOf(path) === 'own' && rootOf(nameOf(path)) === root;
    await documents.closeAll(isInside);
    await library.documents.closeAll(isInside);
    for (const { id, content } of tabs.list) {
      const path = 'path' in content ? content.path : content.kind === 'kpi' ? content.id : '';
      if (isInside(path)) tabs.close(id);
    }
    this.#watched[root]?.();
    this.#options.storage.unmount(root);
    await this.#keep({ ...folder, status: 'closed' });
    await files.refresh();
  }

  /** Looks for what other programs have changed, and shows it; what is being written here meets it when it is saved. */
  check = (): Promise<void> => {
    this.#checking = this.#checking.then(() => this.#check()).catch(this.#workspace.fail);
    return this.#checking;
  };

  async #open(folder: Folder): Promise<void> {
    const { files, documents, library, trust, fail } = this.#workspace;
    this.#mount(folder);
    await this.#keep({ ...folder, status: 'open', at: Date.now() });
    await files.refresh();
    await this.#look();
    documents.retry();
    library.documents.retry();
    void trust.askAbout(folder.root).catch(fail);
  }

  #mount(folder: Folder): void {
    const { root, handle } = folder;
    const { storage, access } = this.#options;
    storage.mount(root, folderStorage(handle));
    this.#watched[root]?.();
    this.#watched = { ...this.#watched, [root]: access.watch(handle, () => void this.check()) };
    this.#put({ ...folder, status: 'open' });
  }

  #put(folder: Folder): void {
    this.list = [...this.list.filter(({ root }) => root !== folder.root), folder];
  }

  async #keep(folder: Folder): Promise<void> {
    this.#put(folder);
    const { root, handle, status, at, isTrusted } = folder;
    const old = this.recent.slice(recentKept);
    this.list = this.list.filter((other) => !old.includes(other));
    await this.#options.records.write([
      ...old.map((other) => ({ kind: 'folder', key: other.root, value: undefined })),
      { kind: 'folder', key: root, value: { handle, status, at, isTrusted } },
    ]);
  }

  async #known(handle: FileSystemDirectoryHandle): Promise<Folder | null> {
    for (const folder of this.list) if (await folder.handle.isSameEntry(handle)) return folder;
    return null;
  }

  #freeRoot(name: string): string {
    const wanted = toFolder(name).replaceAll('/', '') || 'disk';
    const taken = this.list.map(({ root }) => `${root}.md`);
    return freeName(`${wanted}.md`, taken).replace(/\.md$/, '');
  }

  async #look(): Promise<Readonly<Record<string, number>>> {
    const stored = await this.#options.storage.list();
    const onDisk = stored.filter(({ path }) => rootOf(path) !== null);
    this.#seen = Object.fromEntries(onDisk.map(({ path, modified }) => [path, modified]));
    return this.#seen;
  }

  async #check(): Promise<void> {
    const before = this.#seen;
    const now = await this.#look();
    const changed = Object.keys(now).filter((name) => before[name] !== now[name]);
    if (changed.length === 0 && Object.keys(before).length === Object.keys(now).length) return;
    await this.#workspace.files.refresh();
    for (const name of changed) await this.#follow(name);
  }

  async #follow(name: string): Promise<void> {
    const { library, documents } = this.#workspace;
    const path = toPath('own', name);
    const holder = library.has(path) ? library.documents : documents;
    const before = holder.find(path)?.session?.text;
    await holder.follow(name);
    const after = holder.find(path)?.session?.text;
    if (before !== undefined && after !== undefined && before !== after) this.#tell(name, before);
  }

  /** The text of another program is shown; the one that was here is offered as a file of its own. */
  #tell(name: string, before: string): void {
    const { notifications, fileActions, files, fail } = this.#workspace;
    const keep = () => void fileActions.newFile(before, freeName(name, files.names)).catch(fail);
    notifications.show({
      severity: 'warning',
      text: textOf('folders.changedOutside', { name }),
      actions: [{ label: textOf('folders.keepBoth'), run: keep }],
    });
  }
}

function toFolderRecord(root: string, value: unknown): Folder | null {
  if (typeof value !== 'object' || value === null) return null;
  const [handle, status, at, isTrusted]: unknown[] = ['handle', 'status', 'at', 'isTrusted'].map((key) =>
    Reflect.get(value, key),
  );
  if (!isFolder(handle)) return null;
  return {
    root,
    handle,
    status: status === 'closed' ? 'closed' : 'open',
    at: typeof at === 'number' ? at : 0,
    isTrusted: typeof isTrusted === 'boolean' ? isTrusted : null,
  };
}
