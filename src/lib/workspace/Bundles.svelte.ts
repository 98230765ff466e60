import type { Bundle } from '#bundle';
import { text } from '#errors';
import type { Choices, PersonalField } from '#privacy';
import { nameOf } from './path.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** A bundle that waits until the reader says where its data go. */
export interface ReceivedBundle {
  readonly name: string;
  readonly blob: Blob;
  readonly bundle: Bundle;
}

/** Notebooks that travel with their data: written here, or brought by somebody. */
export class Bundles {
  /** The notebook whose window for sharing is open. */
  sharing = $state.raw<NotebookSession | null>(null);
  received = $state.raw<ReceivedBundle | null>(null);
  /** The bundle whose data are looked at in memory, in the place of one's own. */
  aside = $state.raw<string | null>(null);

  constructor(private readonly workspace: Workspace) {}

  /** Asks what is to become of a bundle; false for a file that is none. */
  async receive(name: string, file: Blob): Promise<boolean> {
    const { openBundle } = await import('#bundle');
    const bundle = await openBundle(file);
    if (!bundle) return false;
    this.received = { name, blob: file, bundle };
    return true;
  }

  /** Loads the data, unless only the notebooks are wanted or the data are here already, then opens the notebooks. */
  async accept({ name: file, bundle }: ReceivedBundle, where: 'here' | 'memory' | null): Promise<void> {
    this.received = null;
    if (where !== null) await this.#load(bundle, where);
    if (where === 'memory') this.aside = file;
    for (const { name, text: content } of bundle.notebooks)
      await this.workspace.received.open({ name, text: content, by: 'file' });
  }

  /** Gives back one's own data, and lets those of the bundle go. */
  leave = async (): Promise<void> => {
    this.aside = null;
    await this.workspace.startEngine('takeBack');
  };

  /** The archive of a notebook and all data; null when it was stopped. */
  async write(
    session: NotebookSession,
    fields: readonly PersonalField[],
    choices: Choices,
  ): Promise<{ readonly blob: Blob; readonly name: string } | null> {
    const { notifications, ready } = this.workspace;
    const notebook = nameOf(session.path);
    const name = notebook.replace(/\.md$/i, '.zip');
    const controller = new AbortController();
    const work = notifications.work(text('bundle.writing', { file: name }), () => controller.abort());
    try {
      const { writeBundle } = await import('#bundle');
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      await writeBundle(await ready, (chunk) => chunks.push(chunk), {
        notebooks: [{ name: notebook, text: session.text }],
        masking: { fields, choices, salt: crypto.randomUUID() },
        signal: controller.signal,
        onProgress: work.reach,
      });
      return { blob: new Blob(chunks, { type: 'application/zip' }), name };
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      notifications.show({ text: text('bundle.stopped', { file: name }) });
      return null;
    } finally {
      work.close();
    }
  }

  async #load(bundle: Bundle, where: 'here' | 'memory'): Promise<void> {
    const { workspace } = this;
    const { loadBundle } = await import('#bundle');
    const controller = new AbortController();
    const work = workspace.notifications.work(text('bundle.loading'), () => controller.abort());
    try {
      if (where === 'memory') await workspace.startEngine('setAside');
      await loadBundle(await workspace.ready, bundle, { signal: controller.signal, onProgress: work.reach });
      workspace.notifications.show({ text: text('bundle.loaded', { rows: bundle.rows }) });
    } catch (error) {
      if (where === 'memory') await this.leave();
      throw error;
    } finally {
      work.close();
      await workspace.refreshData();
    }
  }
}
