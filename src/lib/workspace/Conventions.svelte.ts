import type { Engine } from '#engine';
import { StorageError, text as textOf } from '#errors';
import type { Convention, ConventionCopy, ConventionFile, ConventionName, FileProblem } from '#import';
import { quietly } from './engine-connection.ts';
import type { NotebookFile } from './Files.svelte.ts';
import { MappingFiles } from './MappingFiles.svelte.ts';
import { nameOf } from './path.ts';
import { rewriteFile } from './rewrite-file.ts';
import { SettingsFile } from './SettingsFile.ts';
import { rootOf } from './storage/mounted.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** What is settled in a file of one name. */
type SettledName = ConventionName | 'settings';

/** A file that does not count because something is wrong in it; what it said before goes on. */
export interface BrokenFile extends ConventionFile {
  readonly problems: readonly FileProblem[];
}

/**
 * What the workspace has settled is files that people can read and change, here or elsewhere. The engine's tables are a copy of
 * them: they follow whenever the files that count are others, or say something else.
 */
export class Conventions {
  readonly mappings: MappingFiles;
  readonly settings: SettingsFile;
  #broken = $state.raw<readonly (BrokenFile & { readonly name: SettledName })[]>([]);
  readonly broken = $derived.by((): readonly BrokenFile[] => [...this.#broken, ...this.mappings.broken]);
  readonly #workspace: Workspace;
  #following: Promise<void> = Promise.resolve();
  /** For broken files: takes back what the reader was told. */
  #told: Partial<Record<SettledName, () => void>> = {};
  /** By engine, the files that its tables are known to follow, or to be kept from by what is wrong in them. */
  #known = new WeakMap<Engine, Partial<Record<ConventionName, ConventionFile>>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.mappings = new MappingFiles(workspace, this.follow);
    this.settings = new SettingsFile({
      workspace,
      inForce: () => this.inForce('settings'),
      onread: (file, problems) => this.#judge('settings', problems.length > 0 ? { ...file, problems } : null),
    });
  }

  /** The file of a kind that counts: that of the folder which was opened last and is trusted, else the one in the browser. */
  inForce(name: SettledName): NotebookFile | null {
    const { files, folders } = this.#workspace;
    const found = [...folders.trustedRoots, ''].flatMap(
      (root) => files.own.find((file) => file.name === `${root}${name}.yaml`) ?? [],
    );
    return found.at(0) ?? null;
  }

  /** Makes the engine's tables say what the files say, once the files are known. */
  follow = (): Promise<void> => {
    this.#following = this.#following.then(() => this.#follow()).catch(this.#workspace.fail);
    return this.#following;
  };

  /** Files that something was wrong with may be right now that the data are others. */
  retry(): void {
    const { engine } = this.#workspace.connection;
    const known = engine && this.#known.get(quietly(engine));
    for (const { name } of this.#broken) if (name !== 'settings') delete known?.[name];
    void this.follow();
  }

  /** Changes what the file that counts says, or a new one in the browser; the tables follow. */
  async change<Value>(convention: Convention<Value>, next: (value: Value) => Value): Promise<void> {
    const { library, ready } = this.#workspace;
    const { name } = convention;
    await ready;
    await this.follow();
    this.#mustBeOpen(name);
    const file = this.inForce(name);
    const about = this.#about(name);
    const textFor = (before: string | null) => this.#textAfter(convention, { before, next, about });
    if (file) await rewriteFile(this.#workspace, file, textFor);
    else await library.documents.create(`${name}.yaml`, textFor(null));
    await this.follow();
  }

  #textAfter<Value>(
    convention: Convention<Value>,
    change: {
      readonly before: string | null;
      readonly next: (value: Value) => Value;
      readonly about: string;
    },
  ): string {
    const { value, problems } = convention.parse(change.before ?? '');
    const [problem] = problems;
    if (problem)
      throw new StorageError('conventions.broken', { name: `${convention.name}.yaml`, line: problem.line });
    const changed = change.next(value);
    convention.check(changed);
    return convention.serialize(changed, change.before, change.about);
  }

  async #follow(): Promise<void> {
    const { connection, files } = this.#workspace;
    if (!files.isRead) return;
    await this.settings.follow();
    if (!connection.engine) return;
    const engine = quietly(connection.engine);
    const { conventions } = await import('#import');
    for (const convention of conventions) await this.#followOne(engine, convention);
    await this.mappings.follow(engine);
  }

  async #followOne(engine: Engine, convention: ConventionCopy): Promise<void> {
    const { name } = convention;
    const { folders } = this.#workspace;
    const known = this.#known.get(engine) ?? {};
    this.#known.set(engine, known);
    if (isSame(known[name], this.inForce(name))) return;
    const copied = await convention.copied(engine);
    if (copied === null) await this.#rescue(engine, convention);
    else known[name] = copied;
    if (copied && folders.isLocked(nameOf(copied.path))) return;
    const file = this.inForce(name);
    if (isSame(known[name], file)) return this.#judge(name, null);
    const problems = await convention.copy(engine, file && { path: file.path, text: file.text });
    known[name] = { path: file?.path ?? '', text: file?.text ?? '' };
    const broken = file && problems.length > 0 ? { path: file.path, text: file.text, problems } : null;
    this.#judge(name, broken);
    const wasNothing = copied === null && file === null;
    if (problems.length === 0 && !wasNothing) await this.#tell(name);
  }

  /** What an earlier version kept in tables alone becomes a file. */
  async #rescue(engine: Engine, convention: ConventionCopy): Promise<void> {
    const { name } = convention;
    const text = await convention.textOf(engine, this.#about(name));
    if (text === null) return;
    const path = await this.#workspace.library.documents.create(`${name}.yaml`, text);
    this.#workspace.notifications.show({ text: textOf('conventions.kept', { name: nameOf(path) }) });
  }

  /** A folder that the browser wants allowed once more still says what the tables say. */
  #mustBeOpen(name: ConventionName): void {
    const { folders, connection } = this.#workspace;
    const known = connection.engine && this.#known.get(quietly(connection.engine))?.[name];
    if (known && folders.isLocked(nameOf(known.path)))
      throw new StorageError('folders.locked', { name: rootOf(nameOf(known.path)) ?? '' });
  }

  /** A file that is broken is told of once, unless the reader is at work on it. */
  #judge(name: SettledName, broken: BrokenFile | null): void {
    const { notifications, library, openNotebook } = this.#workspace;
    const wasBroken = this.#broken.some(({ path }) => path === broken?.path);
    const others = this.#broken.filter((other) => other.name !== name);
    this.#broken = broken ? [...others, { ...broken, name }] : others;
    if (!broken) this.#told[name]?.();
    const [problem] = broken?.problems ?? [];
    if (!broken || !problem || wasBroken || library.documents.find(broken.path)) return;
    this.#told[name]?.();
    this.#told[name] = notifications.show({
      severity: 'warning',
      text: textOf('conventions.wrong', {
        name: nameOf(broken.path),
        line: problem.line,
        problem: this.#workspace.tell(problem.text),
      }),
      actions: [{ label: textOf('common.open'), run: () => openNotebook(broken.path, { pin: true }) }],
    });
  }

  async #tell(name: ConventionName): Promise<void> {
    const { data, refreshData } = this.#workspace;
    switch (name) {
      case 'targets':
        data.targetRevision += 1;
        return;
      case 'events':
        data.eventRevision += 1;
        return;
      case 'calendars':
        return refreshData();
    }
  }

  #about(name: ConventionName): string {
    return this.#workspace.t(`conventions.about.${name}`);
  }
}

function isSame(known: ConventionFile | undefined, file: ConventionFile | null): boolean {
  return known !== undefined && known.path === (file?.path ?? '') && known.text === (file?.text ?? '');
}
