import { text as textOf } from '#errors';
import { isKpiText } from '#notebook';
import type { Documents } from './Documents.svelte.ts';
import type { Environment } from './environment.ts';
import { copyKpi } from './kpi-making.ts';
import type { KpiSession } from './KpiSession.svelte.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';
import { freeName, nameOf, placeOf, titleOf, toFileName } from './path.ts';
import { Wastebasket } from './wastebasket.ts';
import type { Workspace } from './Workspace.svelte.ts';

const firstCell = '```sql\nselect count(*) as tickets from tickets\n```\n';

/** What a reader does with files: notebooks, and KPIs of their own. */
export class FileActions {
  readonly #workspace: Workspace;
  readonly #environment: Environment;
  readonly #wastebasket: Wastebasket;

  constructor(workspace: Workspace, environment: Environment) {
    this.#workspace = workspace;
    this.#environment = environment;
    this.#wastebasket = new Wastebasket(environment.records);
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
    const { library, documents } = this.#workspace;
    const path = await (isKpiText(text) ? library.documents : documents).create(wanted, text);
    this.#workspace.openNotebook(path, { pin: true });
    return path;
  }

  /** Opens copies of files from the reader's disk among their own. */
  async openAll(files: readonly File[]): Promise<void> {
    for (const file of files)
      await this.newFile(await file.text(), toFileName(file.name.replace(/\.markdown$/i, '')));
  }

  async duplicate(path: string): Promise<void> {
    const { library, documents, files } = this.#workspace;
    if (library.has(path)) return copyKpi(this.#workspace, path);
    const text = documents.find(path)?.session?.text ?? (await files.read(path));
    if (text !== null) await this.newFile(text, freeName(nameOf(path), files.names));
  }

  async rename(path: string): Promise<void> {
    const { quickInput } = this.#workspace;
    const typed = await quickInput.prompt(textOf('workspace.renamePrompt'), nameOf(path));
    const name = toFileName(typed ?? '');
    if (name === '' || name === nameOf(path)) return;
    await this.#holderOf(path).rename(path, name);
  }

  /** Into the wastebasket, with a way back. */
  async remove(path: string): Promise<void> {
    if (placeOf(path) !== 'own') return;
    const { files, tabs, notifications, fail } = this.#workspace;
    const name = nameOf(path);
    const holder = this.#holderOf(path);
    const text = holder.find(path)?.session?.text ?? (await files.read(path)) ?? '';
    await this.#wastebasket.put(name, text);
    await holder.discard(path);
    for (const kind of ['notebook', 'kpi']) tabs.close(`${kind}:${path}`);
    await this.#environment.storage.remove(name);
    await files.refresh();
    this.#environment.channel.post(name);
    notifications.show({
      text: textOf('workspace.removed', { name }),
      actions: [{ label: textOf('common.undo'), run: () => void this.restoreRemoved().catch(fail) }],
    });
  }

  async restoreRemoved(): Promise<void> {
    await this.#wastebasket.takeLast(({ name, text }) => this.newFile(text, name));
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
    if (session) await this.#environment.disk.save(nameOf(session.path), session.text);
  }

  #holderOf(path: string): Documents<NotebookSession> | Documents<KpiSession> {
    const { library, documents } = this.#workspace;
    return library.has(path) ? library.documents : documents;
  }
}
