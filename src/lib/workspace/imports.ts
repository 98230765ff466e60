import type { InputFile } from '#import';
import { ImportSession, type ImportSessionOptions } from './ImportSession.svelte.ts';

/** The imports that have a tab; they live as long as the page. */
export class Imports {
  #sessions = new Map<string, ImportSession>();
  readonly #seen = new Map<string, InputFile>();
  #next = 1;

  /** Begins an import; the id that its tab asks for it by. */
  begin(files: readonly InputFile[], options: ImportSessionOptions): string {
    const id = String(this.#next++);
    for (const file of files) this.#seen.set(file.name, file);
    const session = new ImportSession(files, options);
    this.#sessions.set(id, session);
    void session.start();
    return id;
  }

  find(id: string): ImportSession | null {
    return this.#sessions.get(id) ?? null;
  }

  /** A file that was imported since the page was opened: it can be read once more without being asked for. */
  seen(name: string): InputFile | null {
    return this.#seen.get(name) ?? null;
  }

  /** The import whose mapping can be changed at the moment, the latest first. */
  get deciding(): ImportSession | null {
    const all = [...this.#sessions.values()].toReversed();
    return all.find(({ state }) => state.status === 'deciding') ?? null;
  }

  release(id: string): void {
    void this.#sessions.get(id)?.close();
    this.#sessions.delete(id);
  }
}
