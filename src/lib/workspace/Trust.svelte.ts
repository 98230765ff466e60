import { AppError, text as textOf } from '#errors';
import { conventionOf, nameOf, placeOf } from './path.ts';
import type { Records } from './storage/records.ts';
import { rootOf } from './storage/mounted.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** Why a file opens as text: its folder's authors are not trusted, or the reader has withdrawn the trust in it. */
export type Distrust = 'folder' | 'withdrawn';

/** A file that may not run opens as no session. */
export class UntrustedError extends AppError {
  constructor() {
    super('sharing.status.untrusted');
  }
}

export interface TrustOptions {
  readonly records: Records;
  /** Tells other windows that a file, or a folder, is trusted otherwise. */
  readonly announce: (name: string) => void;
}

/**
 * Which of the reader's files may run. Those in the browser may, until the trust in one is withdrawn; those in a folder
 * of the disk may once the reader has said that they trust its authors. What only holds data is never asked about.
 */
export class Trust {
  #withdrawn = $state.raw<readonly string[]>([]);
  readonly #workspace: Workspace;
  readonly #options: TrustOptions;

  constructor(workspace: Workspace, options: TrustOptions) {
    this.#workspace = workspace;
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#withdrawn = [...(await this.#options.records.all('distrusted')).keys()];
  }

  /** Takes over what another window has said: what is open here follows. */
  async follow(): Promise<void> {
    const { files, folders } = this.#workspace;
    const before = files.own.filter(({ path }) => this.doubtOf(path) !== null);
    await this.start();
    await folders.followTrust();
    await this.#end();
    if (before.some(({ path }) => this.doubtOf(path) === null)) this.#retry();
  }

  /** Null where a file may run. */
  doubtOf(path: string): Distrust | null {
    const name = nameOf(path);
    if (placeOf(path) !== 'own' || conventionOf(name) !== null) return null;
    if (this.#withdrawn.includes(name)) return 'withdrawn';
    const root = rootOf(name);
    const folder = this.#workspace.folders.list.find((other) => other.root === root);
    return root === null || folder?.isTrusted === true ? null : 'folder';
  }

  /** Throws for a file that may not run. */
  check(path: string): void {
    if (this.doubtOf(path) !== null) throw new UntrustedError();
  }

  /** The file may run no longer, with all of its folder where it lies in one: what is open of it is text from now on. */
  async withdraw(path: string): Promise<void> {
    const root = rootOf(nameOf(path));
    if (root === null) await this.#mark(nameOf(path), true);
    else await this.trustFolder(root, false);
    await this.#end();
    if (root === null) await this.#workspace.received.forget(path);
  }

  /** The file may run, with all of its folder where that was in doubt. */
  async give(path: string): Promise<void> {
    const name = nameOf(path);
    const root = rootOf(name);
    if (this.doubtOf(path) === 'withdrawn') await this.#mark(name, false);
    if (root !== null && this.doubtOf(path) === 'folder') return this.trustFolder(root, true);
    this.#retry();
  }

  /** Asks whether the authors of a folder's files are trusted, unless that was answered before. */
  async askAbout(root: string): Promise<void> {
    const { folders, quickInput, t } = this.#workspace;
    if (folders.list.find((folder) => folder.root === root)?.isTrusted !== null) return;
    const answer = await quickInput.pick(textOf('sharing.folder.question', { name: root }), [
      { id: 'yes', label: t('sharing.folder.yes'), detail: t('sharing.folder.yesMeans'), icon: 'shield' },
      { id: 'no', label: t('sharing.folder.no'), detail: t('sharing.folder.noMeans'), icon: 'book' },
    ]);
    if (answer !== null) await this.trustFolder(root, answer === 'yes');
  }

  async trustFolder(root: string, isTrusted: boolean): Promise<void> {
    await this.#workspace.folders.setTrust(root, isTrusted);
    this.#options.announce(`${root}:/`);
    if (isTrusted) this.#retry();
  }

  /** What is said of a file holds for its copy, and for the file under another name. */
  async carry(doubt: Distrust | null, path: string): Promise<void> {
    if (doubt !== null && this.doubtOf(path) === null) await this.#mark(nameOf(path), true);
  }

  async #mark(name: string, isWithdrawn: boolean): Promise<void> {
    const others = this.#withdrawn.filter((other) => other !== name);
    this.#withdrawn = isWithdrawn ? [...others, name] : others;
    const value = isWithdrawn ? { at: Date.now() } : undefined;
    await this.#options.records.write([{ kind: 'distrusted', key: name, value }]);
    this.#options.announce(name);
  }

  /** What may run no longer is saved and closed, and stands there as text. */
  async #end(): Promise<void> {
    const { documents, library } = this.#workspace;
    const open = [...documents.list, ...library.documents.list].filter(
      ({ state }) => state.status !== 'failed',
    );
    const ending = open.map(({ path }) => path).filter((path) => this.doubtOf(path) !== null);
    const isEnding = (path: string) => ending.includes(path);
    await documents.closeAll(isEnding);
    await library.documents.closeAll(isEnding);
    for (const path of ending) this.#showAgain(path);
  }

  /** A KPI that may not run is no KPI, and opens as any file does. */
  #showAgain(path: string): void {
    const { tabs, documents } = this.#workspace;
    if (tabs.list.some(({ id }) => id === `kpi:${path}`))
      tabs.replace(`kpi:${path}`, { kind: 'notebook', path });
    if (tabs.list.some(({ id }) => id === `notebook:${path}`)) documents.open(path);
  }

  /** What could not be opened for want of trust is opened. */
  #retry(): void {
    const { documents, library, tabs } = this.#workspace;
    for (const { id, content } of tabs.list)
      if (content.kind === 'notebook' && library.has(content.path)) {
        const { path } = content;
        const failed = documents.find(path);
        if (failed) void documents.close(failed).catch(this.#workspace.fail);
        tabs.replace(id, { kind: 'kpi', id: path });
      }
    documents.retry();
    library.documents.retry();
  }
}
