import { StorageError, text as textOf, type Text } from '#errors';
import { isKpiText } from '#notebook';
import type { Documents } from './Documents.svelte.ts';
import type { Environment } from './environment.ts';
import { FileHistory, together, type FileStep } from './FileHistory.svelte.ts';
import { copyKpi } from './kpi-making.ts';
import type { KpiSession } from './KpiSession.svelte.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';
import { holdsNotebooks, unzipTexts, zipTexts } from './notebook-zip.ts';
import {
  baseOf,
  conventionOf,
  endingOf,
  folderOf,
  foldersOver,
  freeName,
  nameOf,
  placeOf,
  rootFolder,
  titleOf,
  toFileName,
  toFilePath,
  toFolder,
  toPath,
} from './path.ts';
import { writeText, type TextChange } from './session-text.ts';
import { StorageConflictError } from './storage/storage.ts';
import { Wastebasket, type Removed } from './Wastebasket.svelte.ts';
import { rememberShipped } from './version-actions.ts';
import type { Workspace } from './Workspace.svelte.ts';

const firstCell = '```sql\nselect count(*) as tickets from tickets\n```\n';

/** What a reader does with files: notebooks, and KPIs of their own. */
export class FileActions {
  readonly history = new FileHistory();
  readonly wastebasket: Wastebasket;
  readonly #workspace: Workspace;
  readonly #environment: Environment;

  constructor(workspace: Workspace, environment: Environment) {
    this.#workspace = workspace;
    this.#environment = environment;
    this.wastebasket = new Wastebasket(environment.records);
  }

  newNotebook(text = this.blankNotebook(firstCell), wanted?: string): Promise<string> {
    return this.newFile(text, wanted ?? toFileName(titleOf(text) ?? this.#workspace.t('workspace.untitled')));
  }

  /** The text of a notebook without a title of its own, around its cells. */
  blankNotebook(cells: string): string {
    return `---\ndeskbook: 1\ntitle: ${this.#workspace.t('workspace.untitled')}\n---\n\n${cells}`;
  }

  /** A notebook or a KPI of the reader's own, kept from the start; the path it got. */
  async newFile(text: string, wanted: string): Promise<string> {
    const path = await this.#create(text, wanted);
    this.#workspace.openNotebook(path, { pin: true });
    return path;
  }

  /** Opens files from the reader's disk: what was not written here is asked about first. */
  async openAll(files: readonly File[]): Promise<void> {
    for (const file of files)
      await this.#workspace.received.open({ name: file.name, text: await file.text(), by: 'file' });
  }

  async duplicate(path: string): Promise<void> {
    const { library, documents, files, trust } = this.#workspace;
    if (library.has(path) && conventionOf(path) === null) return copyKpi(this.#workspace, path);
    const text = documents.find(path)?.session?.text ?? (await files.read(path));
    if (text === null) return;
    const copy = await this.#create(text, freeName(nameOf(path), files.names));
    await trust.carry(trust.doubtOf(path), copy);
    this.#workspace.openNotebook(copy, { pin: true });
    await rememberShipped(this.#workspace, path, copy);
  }

  async rename(path: string): Promise<void> {
    const { quickInput } = this.#workspace;
    const before = nameOf(path);
    const typed = (await quickInput.prompt(textOf('workspace.renamePrompt'), baseOf(before))) ?? '';
    const inner = toFilePath(typed, endingOf(before));
    const name = (/[\\/]/.test(typed) ? rootFolder(before) : folderOf(before)) + inner;
    if (inner === '' || name === before) return;
    this.history.record(await this.#rename(path, name));
  }

  /** Takes a file into another folder: `clients/`, `Reports:/`, or none. */
  async move(path: string, folder: string): Promise<void> {
    const name = folder + baseOf(nameOf(path));
    if (placeOf(path) !== 'own' || name === nameOf(path)) return;
    this.history.record(await this.#rename(path, name));
  }

  /** Asks for the folder to take a file into, among those that there are. */
  async askToMove(path: string): Promise<void> {
    const { quickInput, files, folders, t } = this.#workspace;
    const here = folderOf(nameOf(path));
    const roots = folders.list.flatMap(({ root, status }) => (status === 'open' ? [`${root}:/`] : []));
    const known = new Set(['', ...roots, ...files.ownNames.flatMap(foldersOver)]);
    const items = [...known]
      .filter((folder) => folder !== here)
      .sort()
      .map((folder) => ({ id: folder, label: folder || t('folders.browser'), icon: 'folder' }));
    const chosen = await quickInput.pick(textOf('folders.movePrompt'), items);
    if (chosen !== null) await this.move(path, chosen);
  }

  /** Asks for the name of a folder, and begins a notebook in it. */
  async newFolder(inside = ''): Promise<void> {
    const typed = await this.#workspace.quickInput.prompt(textOf('folders.newPrompt'));
    const folder = toFolder(typed ?? '');
    if (folder !== '') await this.newIn(inside + folder);
  }

  newIn(folder: string): Promise<string> {
    const text = this.blankNotebook(firstCell);
    return this.newFile(text, `${folder}${toFileName(this.#workspace.t('workspace.untitled'))}`);
  }

  /** All files of the reader's as one zip. */
  async saveAll(): Promise<void> {
    const { files, received, t } = this.#workspace;
    const texts = files.own.map(({ path, name, text }) => ({
      name: name.replace(':/', '/'),
      text: this.sessionOf(path)?.text ?? text,
    }));
    for (const { text } of texts) await received.remember(text);
    await this.#environment.disk.save(`${t('folders.zip.name')}.zip`, await zipTexts(texts));
  }

  async pickZip(): Promise<void> {
    const [file] = await this.#environment.disk.pick({ accept: ['.zip'], multiple: false });
    if (file) await this.addZip(file);
  }

  /** Adds the files of those that are zips of notebooks; the others. */
  async addZips(files: readonly File[]): Promise<readonly File[]> {
    const others: File[] = [];
    for (const file of files)
      if (await holdsNotebooks(file)) await this.addZip(file);
      else others.push(file);
    return others;
  }

  /** Adds the files of a zip; those that are there already stay alone, and a stranger's are asked about. */
  async addZip(file: File): Promise<void> {
    const { files, received } = this.#workspace;
    const there = new Set(files.own.map(({ name, text }) => `${name}\n${text}`));
    const all = (await unzipTexts(file)).map(({ name, text }) => ({
      name: toFilePath(name, endingOf(name)),
      text,
    }));
    const wanted = all.filter(({ name, text }) => name !== '' && !there.has(`${name}\n${text}`));
    if (
      !(await received.mayAdd(
        file.name,
        wanted.map(({ text }) => text),
      ))
    )
      return;
    const steps: FileStep[] = [];
    for (const { name, text } of wanted) {
      const path = await this.#create(text, name);
      steps.push({ what: textOf('workspace.step.restored', { name }), back: () => this.#remove(path) });
    }
    await files.refresh();
    const step = together(textOf('folders.zip.added', { count: wanted.length, name: file.name }), steps);
    this.history.record(step);
    this.#offerUndo(step);
  }

  /** Into the wastebasket, with a way back. */
  async remove(path: string): Promise<void> {
    if (placeOf(path) !== 'own') return;
    const step = await this.#remove(path);
    this.history.record(step);
    this.#offerUndo(step);
  }

  /** Brings back what was removed last. */
  async restoreRemoved(): Promise<void> {
    const last = (await this.wastebasket.list()).at(0);
    if (last) await this.restore(last);
  }

  async restore({ key }: Removed): Promise<void> {
    this.history.record(await this.#restore(key));
  }

  /** Changes texts of files, open or not, in one step that can be taken back. */
  async replaceTexts(changes: readonly TextChange[], count: number): Promise<void> {
    const step = await this.#write(changes, textOf('workspace.step.replaced', { count }));
    this.history.record(step);
    this.#offerUndo(step);
  }

  /** Takes back what was done to files last, and says what that was. */
  async undo(step?: FileStep): Promise<void> {
    const undone = await this.history.undo(step);
    if (undone) this.#tell('workspace.undone', undone);
  }

  async redo(): Promise<void> {
    const redone = await this.history.redo();
    if (redone) this.#tell('workspace.redone', redone);
  }

  isDirty(path: string): boolean {
    return this.#holderOf(path).find(path)?.dirty ?? false;
  }

  /** The session of a file that is open, be it a notebook or a KPI. */
  sessionOf(path: string): NotebookSession | KpiSession | null {
    return this.#holderOf(path).find(path)?.session ?? null;
  }

  /** Saves the file in front; a shipped one asks for a place on the disk. */
  async save(): Promise<void> {
    const { file, document, documents, library } = this.#workspace;
    if (!file?.session) return;
    if (file.place === 'shipped') return this.saveAs();
    const kpi = library.documents.list.find((other) => other === file);
    if (kpi) await library.documents.save(kpi);
    else if (document) await documents.save(document);
  }

  async saveAs(): Promise<void> {
    const session = this.#workspace.file?.session;
    if (!session) return;
    await this.#environment.disk.save(nameOf(session.path), session.text);
    await this.#workspace.received.remember(session.text);
  }

  async #rename(path: string, name: string): Promise<FileStep> {
    const before = nameOf(path);
    if (endingOf(before) !== endingOf(name))
      throw new StorageError('conventions.name', { name: baseOf(name) });
    const { trust } = this.#workspace;
    const doubt = trust.doubtOf(path);
    await this.#holderOf(path).rename(path, name);
    await trust.carry(doubt, toPath('own', name));
    await this.#workspace.flush();
    await this.#workspace.localHistory.move(path, toPath('own', name));
    const isMove = baseOf(before) === baseOf(name);
    const to = isMove ? folderOf(name) || this.#workspace.t('folders.browser') : name;
    return {
      what: isMove
        ? textOf('workspace.step.moved', { name: baseOf(name), to })
        : textOf('workspace.step.renamed', { from: before, to }),
      back: () => this.#rename(toPath('own', name), before),
    };
  }

  #create(text: string, wanted: string): Promise<string> {
    const { library, documents } = this.#workspace;
    return (isKpiText(text) || conventionOf(wanted) ? library.documents : documents).create(wanted, text);
  }

  async #remove(path: string): Promise<FileStep> {
    const { files, tabs } = this.#workspace;
    const name = nameOf(path);
    const holder = this.#holderOf(path);
    const text = holder.find(path)?.session?.text ?? (await files.read(path)) ?? '';
    const key = await this.wastebasket.put(name, text);
    await holder.discard(path);
    const open = tabs.list.filter(({ id }) => ['notebook', 'kpi'].some((kind) => id === `${kind}:${path}`));
    for (const { id } of open) tabs.close(id);
    await this.#environment.storage.remove(name);
    await files.refresh();
    this.#environment.channel.post(name);
    return { what: textOf('workspace.removed', { name }), back: () => this.#restore(key, open.length > 0) };
  }

  async #restore(key: string, isShown = true): Promise<FileStep> {
    const path = await this.wastebasket.take(key, ({ name, text }) => this.#create(text, name));
    if (isShown) this.#workspace.openNotebook(path, { pin: true });
    return {
      what: textOf('workspace.step.restored', { name: nameOf(path) }),
      back: () => this.#remove(path),
    };
  }

  /** A file that says something else by now is left as it is. */
  async #write(changes: readonly TextChange[], what: Text): Promise<FileStep> {
    const done: TextChange[] = [];
    for (const change of changes) {
      const text = await this.#writeOne(change);
      if (text !== null) done.push({ path: change.path, before: text, after: change.before });
      else
        this.#workspace.notifications.show({
          severity: 'warning',
          text: textOf('workspace.changedSince', { name: nameOf(change.path) }),
        });
    }
    return { what, back: () => this.#write(done.toReversed(), what) };
  }

  async #writeOne({ path, before, after }: TextChange): Promise<string | null> {
    const { storage, channel } = this.#environment;
    const holder = this.#holderOf(path);
    if (holder.find(path)) {
      const session = await holder.sessionOf(path);
      if (session?.text !== before) return null;
      writeText(session, after);
      return session.text;
    }
    const name = nameOf(path);
    try {
      await storage.write(name, after, before);
    } catch (error) {
      if (error instanceof StorageConflictError) return null;
      throw error;
    }
    this.#workspace.files.reserve(name, after);
    channel.post(name);
    return after;
  }

  #offerUndo(step: FileStep): void {
    const { notifications, fail } = this.#workspace;
    const undo = () => void this.undo(step).catch(fail);
    notifications.show({ text: step.what, actions: [{ label: textOf('common.undo'), run: undo }] });
  }

  #tell(code: 'workspace.undone' | 'workspace.redone', { what }: FileStep): void {
    const { notifications, tell } = this.#workspace;
    notifications.show({ text: textOf(code, { what: tell(what) }) });
  }

  #holderOf(path: string): Documents<NotebookSession> | Documents<KpiSession> {
    const { library, documents } = this.#workspace;
    return library.has(path) ? library.documents : documents;
  }
}
