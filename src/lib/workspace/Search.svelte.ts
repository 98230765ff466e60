import { findIn, replaceIn, type Found } from '#notebook';
import type { NotebookFile } from './Files.svelte.ts';
import { FindQuery } from './FindQuery.svelte.ts';
import { cellIndexAt, type TextChange } from './session-text.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** What was found in a file, by its text as it is being written. */
export interface FileMatches {
  readonly file: NotebookFile;
  readonly text: string;
  readonly places: readonly Found[];
}

/** Searching, and replacing, in all files. */
export class Search extends FindQuery {
  /** Where one has gone to. */
  place = $state.raw<{ readonly path: string; readonly from: number } | null>(null);

  readonly results = $derived.by((): readonly FileMatches[] => this.#search());
  readonly count = $derived(this.results.reduce((sum, { places }) => sum + places.length, 0));
  /** What can be replaced: shipped notebooks stay as they are. */
  readonly replaceable = $derived(this.results.filter(({ file }) => file.place === 'own'));
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    super();
    this.#workspace = workspace;
  }

  open({ replace = false, text = '' } = {}): void {
    this.replaces ||= replace;
    if (text !== '') this.text = text;
    this.asked += 1;
    this.#workspace.layout.showSide('search');
  }

  /** Opens the file at the cell that holds the place. */
  async go({ file, text }: FileMatches, { from }: Found, { pin = false } = {}): Promise<void> {
    const { documents, library } = this.#workspace;
    this.place = { path: file.path, from };
    this.#workspace.openNotebook(file.path, { pin });
    if (library.has(file.path)) return;
    const session = await documents.sessionOf(file.path);
    const id = session?.cellIds[Math.max(0, cellIndexAt(text, from))];
    if (id !== undefined) session?.reveal(id);
  }

  /** Goes to the next place, or the one before, around the ends. */
  async step(by: 1 | -1): Promise<void> {
    const all = this.results.flatMap((matches) => matches.places.map((found) => ({ matches, found })));
    const at = all.findIndex(
      ({ matches, found }) => matches.file.path === this.place?.path && found.from === this.place.from,
    );
    const next = at < 0 ? all.at(by < 0 ? -1 : 0) : all[(at + by + all.length) % all.length];
    if (next) await this.go(next.matches, next.found);
  }

  /** What would stand in a place. */
  replacementAt({ text }: FileMatches, { from, to }: Found): string {
    const { replacement, isRegex } = this;
    if (!isRegex || !this.pattern) return replacement;
    const replaced = replaceIn(text, { pattern: this.pattern, replacement, isRegex, at: from });
    return replaced.slice(from, to + replaced.length - text.length);
  }

  replaceOne(matches: FileMatches, { from }: Found): Promise<void> {
    return this.#replace([matches], from);
  }

  replaceIn(matches: FileMatches): Promise<void> {
    return this.#replace([matches], null);
  }

  replaceAll(): Promise<void> {
    return this.#replace(this.replaceable, null);
  }

  async #replace(all: readonly FileMatches[], at: number | null): Promise<void> {
    const pattern = this.pattern;
    if (!pattern || all.length === 0) return;
    const { replacement, isRegex } = this;
    const changes = all.map(({ file, text }): TextChange => ({
      path: file.path,
      before: text,
      after: replaceIn(text, { pattern, replacement, isRegex, at }),
    }));
    const count = at === null ? all.reduce((sum, { places }) => sum + places.length, 0) : 1;
    await this.#workspace.fileActions.replaceTexts(changes, count);
  }

  #search(): readonly FileMatches[] {
    const pattern = this.pattern;
    if (!pattern) return [];
    const { files, fileActions } = this.#workspace;
    return files.all
      .map((file): FileMatches => {
        const text = fileActions.sessionOf(file.path)?.text ?? file.text;
        return { file, text, places: findIn(text, pattern) };
      })
      .filter(({ places }) => places.length > 0);
  }
}
