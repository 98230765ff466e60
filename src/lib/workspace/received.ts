import { text as textOf } from '#errors';
import { digest, fromFragment, toFragment } from '#share';
import { endingOf, freeName, nameOf, toFileName } from './path.ts';
import type { Address } from './storage/address.ts';
import type { Records } from './storage/records.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** A file of somebody else's, by a link or from the disk, that nobody here has said may run. */
export interface Stranger {
  readonly name: string;
  readonly text: string;
  readonly by: 'link' | 'file';
}

/** A link to a notebook, and how long it is. */
export interface NotebookLink {
  readonly url: string;
  readonly length: number;
}

/** Links that are longer are likely to be cut on their way. */
export const usualLink = 8_000;
/** Links that are longer are not made: some browsers do not open them. */
export const longestLink = 64_000;

const keptStrangers = 20;

/**
 * What comes from elsewhere is text until the reader trusts it; then it is one of the reader's own files. What the
 * reader trusts, and what was written here and given away, is known again by the digest of its text.
 */
export class Received {
  constructor(
    private readonly workspace: Workspace,
    private readonly records: Records,
    private readonly address: Address,
  ) {}

  /** Opens what the page's link carries, now and whenever another one is followed. */
  async start(): Promise<void> {
    this.address.listen(() => void this.#follow().catch(this.workspace.fail));
    await this.#follow();
  }

  /** Opens a file from elsewhere: as one's own where it is trusted, else as text with a question. */
  async open({ name, text, by }: Stranger): Promise<void> {
    const { t, tabs } = this.workspace;
    const fileName =
      toFileName(name.replace(/\.markdown$/i, ''), endingOf(name)) || `${t('workspace.untitled')}.md`;
    const stranger: Stranger = { name: fileName, text, by };
    const hash = await digest(text);
    if (await this.#isTrusted(text, hash)) return this.#openOwn(stranger);
    const id = hash ?? String(Date.now());
    const others = [...(await this.records.all('received')).keys()].filter((key) => key !== id);
    await this.records.write([
      ...others.slice(keptStrangers - 1).map((key) => ({ kind: 'received', key, value: undefined })),
      { kind: 'received', key: id, value: stranger },
    ]);
    tabs.open({ kind: 'received', id, name: fileName }, { pin: true });
  }

  /** Null where it is there no longer. */
  async find(id: string): Promise<Stranger | null> {
    const value = await this.records.get('received', id);
    return isStranger(value) ? value : null;
  }

  /** The reader trusts it: it becomes a file of the reader's own. */
  async trust(id: string): Promise<void> {
    const stranger = await this.find(id);
    if (!stranger) return;
    await this.remember(stranger.text);
    await this.#openOwn(stranger);
    this.workspace.tabs.close(`received:${id}`);
    await this.records.write([{ kind: 'received', key: id, value: undefined }]);
  }

  /** Whether texts from elsewhere become the reader's own: where one of them is not trusted, the reader is asked. */
  async mayAdd(from: string, texts: readonly string[]): Promise<boolean> {
    const strange: string[] = [];
    for (const text of texts) if (!(await this.#isTrusted(text, await digest(text)))) strange.push(text);
    if (strange.length === 0) return true;
    const { quickInput, t } = this.workspace;
    const title = textOf('folders.zip.trust', { name: from, count: strange.length });
    const yes = { id: 'yes', label: t('folders.zip.add'), icon: 'check' };
    const answer = await quickInput.pick(title, [
      yes,
      { id: 'no', label: t('common.cancel'), icon: 'close' },
    ]);
    return answer === 'yes';
  }

  /** A file that is not trusted any more is a stranger's when it comes back. */
  async forget(path: string): Promise<void> {
    const text = await this.workspace.files.read(path);
    const key = text === null ? null : await digest(text);
    if (key !== null) await this.records.write([{ kind: 'trusted', key, value: undefined }]);
  }

  /** A text that was written here is given away: should it come back, it is no stranger's. */
  async remember(text: string): Promise<void> {
    const key = await digest(text);
    if (key !== null) await this.records.write([{ kind: 'trusted', key, value: { at: Date.now() } }]);
  }

  /** A link that carries a file, and nothing of any data. */
  async linkTo(path: string): Promise<NotebookLink | null> {
    const { files, fileActions } = this.workspace;
    const text = fileActions.sessionOf(path)?.text ?? (await files.read(path));
    if (text === null) return null;
    const url = this.address.linkTo(await toFragment({ name: nameOf(path), text }));
    if (url.length <= longestLink) await this.remember(text);
    return { url, length: url.length };
  }

  async #follow(): Promise<void> {
    const fragment = this.address.fragment();
    if (!fragment.startsWith('notebook=')) return;
    this.address.clear();
    const linked = await fromFragment(fragment);
    if (linked) await this.open({ ...linked, by: 'link' });
  }

  async #isTrusted(text: string, hash: string | null): Promise<boolean> {
    if (hash !== null && (await this.records.get('trusted', hash)) !== undefined) return true;
    return (await this.#sameFile(text)) !== null;
  }

  /** A file that says the same already is opened again; any other becomes one of the reader's. */
  async #openOwn({ name, text }: Stranger): Promise<void> {
    const { files, fileActions, localHistory } = this.workspace;
    const same = await this.#sameFile(text);
    if (same !== null) return this.workspace.openNotebook(same, { pin: true });
    const path = await fileActions.newFile(text, freeName(name, files.names));
    await localHistory.keep({ path, text, why: 'received' });
  }

  async #sameFile(text: string): Promise<string | null> {
    const { files, trust } = this.workspace;
    for (const { path } of files.all)
      if (trust.doubtOf(path) === null && (await files.read(path)) === text) return path;
    return null;
  }
}

function isStranger(value: unknown): value is Stranger {
  if (typeof value !== 'object' || value === null) return false;
  return ['name', 'text', 'by'].every((key) => typeof Reflect.get(value, key) === 'string');
}
