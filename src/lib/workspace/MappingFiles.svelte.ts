import type { Engine } from '#engine';
import { text as textOf } from '#errors';
import type { ConventionFile, Mapping, RawTable } from '#import';
import type { BrokenFile } from './Conventions.svelte.ts';
import type { NotebookFile } from './Files.svelte.ts';
import { baseOf, conventionOf, folderOf, nameOf, toFileName } from './path.ts';
import { rewriteFile } from './rewrite-file.ts';
import { rootOf } from './storage/mounted.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** How files with certain headers are read, each a file in the folder `mappings`; the engine's table is a copy of them. */
export class MappingFiles {
  broken = $state.raw<readonly BrokenFile[]>([]);
  readonly #workspace: Workspace;
  readonly #follow: () => Promise<void>;
  #known = new WeakMap<Engine, string>();

  /** `follow` has everything follow its files, this too. */
  constructor(workspace: Workspace, follow: () => Promise<void>) {
    this.#workspace = workspace;
    this.#follow = follow;
  }

  /** The files that count: of two for the same headers the first. */
  get inForce(): readonly NotebookFile[] {
    const { files, folders } = this.#workspace;
    const found = [...folders.trustedRoots, ''].map((root) =>
      files.own.filter(
        ({ name }) => conventionOf(name) === 'mappings' && folderOf(name) === `${root}mappings/`,
      ),
    );
    // A disk may have such a folder for something else.
    return found.flat().filter(({ name, text }) => rootOf(name) === null || text.includes('"deskbook"'));
  }

  async follow(engine: Engine): Promise<void> {
    if (this.#known.get(engine) === keyOf(this.inForce)) return;
    const { copiedMappings, copyMappings, parseMappingFile } = await import('#import');
    const copied = await copiedMappings(engine);
    if (copied === null) await this.#rescue(engine);
    const files = this.inForce;
    const locked = (copied ?? []).filter(({ path }) => this.#workspace.folders.isLocked(nameOf(path)));
    await copyMappings(engine, [...locked, ...files.map(({ path, text }) => ({ path, text }))]);
    this.#known.set(engine, keyOf(files));
    this.broken = files.flatMap(({ path, text }) => {
      const { problems } = parseMappingFile(text);
      return problems.length > 0 ? [{ path, text, problems }] : [];
    });
  }

  /** Remembers how a table was read; without a mapping it is forgotten, with a way back. */
  async remember(raw: RawTable, mapping: Mapping | null): Promise<void> {
    const { headersOf, isForSame, parseMappingFile, serializeMappingFile } = await import('#import');
    const { fileActions, library } = this.#workspace;
    await this.#follow();
    const headers = headersOf(raw);
    const file = this.inForce.find(({ text }) => {
      const read = parseMappingFile(text).file;
      return read !== null && isForSame(read, { headers });
    });
    if (!mapping) await (file && fileActions.remove(file.path));
    else if (file) await rewriteFile(this.#workspace, file, () => serializeMappingFile({ headers, mapping }));
    else
      await library.documents.create(wantedName(raw.file.name), serializeMappingFile({ headers, mapping }));
    await this.#follow();
  }

  /** What an earlier version kept in the table alone becomes files. */
  async #rescue(engine: Engine): Promise<void> {
    const { isForSame, keptMappings, parseMappingFile, serializeMappingFile } = await import('#import');
    const there = this.inForce.flatMap(({ text }) => parseMappingFile(text).file ?? []);
    const kept = (await keptMappings(engine)).filter((each) => !there.some((file) => isForSame(file, each)));
    const { library, notifications } = this.#workspace;
    for (const each of kept)
      await library.documents.create(wantedName(each.mapping.vendor), serializeMappingFile(each));
    if (kept.length > 0) notifications.show({ text: textOf('conventions.kept', { name: 'mappings/' }) });
  }
}

function wantedName(name: string): string {
  const stem = baseOf(name).replace(/(\.\w{1,8})+$/, '');
  return `mappings/${toFileName(stem, '.json') || 'mapping.json'}`;
}

function keyOf(files: readonly ConventionFile[]): string {
  return JSON.stringify(files.map(({ path, text }) => [path, text]));
}
