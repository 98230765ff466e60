import type { Engine } from '#engine';
import { text as textOf, type Param, type Text } from '#errors';
import type { InputFile } from '#import';
import type { Kpi } from '#kpi';
import { describe, say, tell, type Locale, type MessageCode } from '#messages';
import { builtIn } from './commands/built-in.ts';
import { Commands } from './commands/Commands.svelte.ts';
import { Connection } from './Connection.svelte.ts';
import { Data } from './Data.svelte.ts';
import { Documents } from './Documents.svelte.ts';
import type { Environment } from './environment.ts';
import { Files } from './Files.svelte.ts';
import { exportFiles } from './folder.ts';
import { mappingIn } from './import-files.ts';
import { Imports } from './imports.ts';
import { KpiLibrary } from './KpiLibrary.svelte.ts';
import type { KpiAsked, KpiQuestion } from './kpi-question.ts';
import { Layout } from './Layout.svelte.ts';
import { Notifications } from './Notifications.svelte.ts';
import type { OpenDocument } from './OpenDocument.svelte.ts';
import { Output } from './Output.svelte.ts';
import { freeName, nameOf, placeOf, titleOf, toFileName, toPath } from './path.ts';
import { QuickInput } from './QuickInput.svelte.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';
import { availableSpace } from './room.ts';
import type { Problem, Session } from './session.ts';
import { Settings, type Theme } from './Settings.svelte.ts';
import { Journal } from './storage/journal.ts';
import type { Tab } from './tab.ts';
import { Tabs, type OpenOptions } from './Tabs.svelte.ts';
import { Wastebasket } from './wastebasket.ts';
import { toWindowState } from './window-state.ts';

/** A problem, and the notebook that it is in. */
export interface ProblemEntry extends Problem {
  readonly document: OpenDocument<NotebookSession>;
}

const firstCell = '```sql\nselect count(*) as tickets from tickets\n```\n';

/** Everything that is open in this window, and what the reader can do with it. */
export class Workspace {
  readonly settings: Settings;
  readonly layout: Layout;
  readonly notifications = new Notifications();
  readonly quickInput = new QuickInput();
  readonly output = new Output();
  readonly connection: Connection;
  readonly data: Data;
  readonly files: Files;
  readonly documents: Documents<NotebookSession>;
  readonly tabs: Tabs;
  readonly commands: Commands;
  readonly imports = new Imports();

  readonly library: KpiLibrary;
  /** What the window over the page is about. */
  question = $state.raw<KpiQuestion | null>(null);

  /** The catalogue of KPIs and the reader's own. */
  readonly kpis = $derived.by((): readonly Kpi[] => this.library.all);

  /** What the interface reads: the language and the effective theme, live. */
  readonly locale = $derived.by((): Locale => this.settings.locale);
  readonly theme = $derived.by((): Theme => this.#themeNow());
  readonly document = $derived.by((): OpenDocument<NotebookSession> | null =>
    this.#documentOf(this.tabs.active),
  );
  readonly session = $derived.by((): NotebookSession | null => this.document?.session ?? null);
  readonly problems = $derived.by((): readonly ProblemEntry[] => this.#allProblems());

  readonly #environment: Environment;
  readonly #journal: Journal;
  readonly #wastebasket: Wastebasket;

  constructor(environment: Environment) {
    this.#environment = environment;
    const { keyValues, storage, records, windows } = environment;
    this.settings = new Settings(keyValues, environment.defaults);
    this.layout = new Layout(keyValues, { narrow: environment.isNarrow() });
    const log = {
      output: this.output,
      onnotice: (text: Text) => void this.notifications.show({ severity: 'warning', text }),
    };
    this.connection = new Connection((options) => environment.openEngine(options, log));
    this.data = new Data(environment.summarise);
    this.files = new Files(storage, environment.shipped, () => this.settings.locale);
    this.library = new KpiLibrary({
      storage,
      files: this.files,
      announce: (name) => environment.channel.post(name),
      fail: this.fail,
    });
    this.#journal = new Journal(records, windows);
    this.#wastebasket = new Wastebasket(records);
    this.tabs = new Tabs({ onclose: (tab) => this.#closed(tab), onchange: () => this.#tabsChanged() });
    this.documents = new Documents({
      storage,
      journal: this.#journal,
      files: this.files,
      notifications: this.notifications,
      createSession: (path, text) =>
        environment.createSession({ path, text, readOnly: false, workspace: this }),
      onmove: (from, to) => this.tabs.replace(`notebook:${from}`, { kind: 'notebook', path: to }),
      announce: (name) => environment.channel.post(name),
    });
    this.commands = new Commands(this, builtIn, { mac: environment.mac });
  }

  /** The engine, once it is there; one promise for all who wait. */
  get ready(): Promise<Engine> {
    return this.connection.ready;
  }

  get engine(): Connection['state'] {
    return this.connection.state;
  }

  /** Restores what the last window left, then opens the engine; the shell is on the screen already. */
  async start(): Promise<void> {
    this.#environment.channel.listen((name) => void this.documents.follow(name));
    const engine = this.startEngine();
    await this.#restore();
    await this.library.load();
    await engine;
  }

  async startEngine(how: 'start' | 'takeOver' | 'useMemory' | 'restart' = 'start'): Promise<void> {
    await this.connection[how]();
    await this.refreshData();
  }

  /** Writes the journal now: the page may be about to go. */
  flush = (): Promise<void> => this.#journal.flush();

  t = (code: MessageCode, params: Readonly<Record<string, Param>> = {}): string =>
    say(this.locale, code, params);

  tell = (text: Text): string => tell(this.locale, text);

  describe = (error: unknown): string => describe(this.locale, error);

  /** Tells the reader that something failed. */
  fail = (error: unknown): void => {
    this.notifications.show({
      severity: 'error',
      text: textOf('workspace.failed', { reason: this.describe(error) }),
    });
  };

  async refreshData(): Promise<void> {
    const { engine } = this.connection;
    if (engine) await this.data.refresh(engine);
  }

  async setTimeZone(zone: string): Promise<void> {
    this.settings.timeZone = zone;
    const { engine } = this.connection;
    if (!engine) return;
    await this.#environment.setTimeZone(engine, zone);
    await this.refreshData();
  }

  /** Opens a file: a notebook, or a KPI of the reader's. */
  openNotebook(path: string, options: OpenOptions = {}): void {
    const isKpi = this.files.own.some((file) => file.path === path && file.kpiText !== null);
    this.tabs.open(isKpi ? { kind: 'kpi', id: path } : { kind: 'notebook', path }, options);
  }

  openTable(name: string, options: OpenOptions = {}): void {
    this.tabs.open({ kind: 'table', name }, options);
  }

  openSource(id: string, options: OpenOptions = {}): void {
    this.tabs.open({ kind: 'source', id }, options);
  }

  openCalendars(): void {
    this.tabs.open({ kind: 'calendars' }, { pin: true });
  }

  openKpi(id: string, options: OpenOptions = {}): void {
    this.tabs.open({ kind: 'kpi', id }, options);
  }

  /** Asks something of a KPI: from a notebook's cell, or else for the notebook that was in front last. */
  ask = async (asked: KpiAsked): Promise<void> => {
    const content = this.tabs.latest('notebook');
    const session = asked.session ?? (content && (await this.documents.sessionOf(content.path)));
    this.question = { cellId: null, ...asked, session };
  };

  /** Opens an import tab on files that were dropped or picked; `direct` loads what is recognised without asking. */
  importFiles(files: readonly InputFile[], { direct = false } = {}): void {
    if (files.length === 0) return;
    const id = this.imports.begin(files, {
      engine: this.ready,
      timeZone: this.settings.timeZone,
      direct,
      available: availableSpace,
      onloaded: () => this.refreshData(),
    });
    const ended = this.#endedImport();
    if (ended) this.imports.release(ended.content.id);
    if (ended) this.tabs.replace(ended.id, { kind: 'import', id });
    else this.tabs.open({ kind: 'import', id }, { pin: true });
  }

  /** Makes the sample shop's export files and brings them to the import, as if they had been dropped. */
  async openSample(): Promise<void> {
    const stop = new AbortController();
    const done = this.notifications.show({
      text: textOf('workspace.sampleMaking'),
      actions: [{ label: textOf('common.cancel'), run: () => stop.abort() }],
    });
    try {
      const { sampleFiles } = await import('#sample');
      this.importFiles(await sampleFiles({ signal: stop.signal }), { direct: true });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      done();
    }
  }

  /** What was dropped anywhere on the window: notebooks are opened, everything else is imported. */
  async openFiles(files: readonly File[]): Promise<void> {
    const isNotebook = (file: File) => /\.(md|markdown)$/i.test(file.name);
    for (const file of files.filter(isNotebook)) {
      await this.newNotebook(await file.text(), toFileName(file.name.replace(/\.markdown$/i, '')));
    }
    await this.#openData(files.filter((file) => !isNotebook(file)).map(toInputFile));
  }

  async pickNotebooks(): Promise<void> {
    await this.openFiles(await this.#environment.disk.pick({ accept: ['.md', '.markdown'], multiple: true }));
  }

  async pickData(): Promise<void> {
    const files = await this.#environment.disk.pick({ accept: [], multiple: true });
    await this.#openData(files.map(toInputFile));
  }

  /** A whole folder and what lies in it: an export of several files. */
  async pickDataFolder(): Promise<void> {
    const files = await this.#environment.disk.pick({ accept: [], multiple: true, folder: true });
    await this.#openData(exportFiles(files).map(toInputFile));
  }

  /** A mapping that was saved, or was sent by somebody; the import decides what it does with it. */
  pickMapping(): Promise<readonly File[]> {
    return this.#environment.disk.pick({ accept: ['.json'], multiple: false });
  }

  /** A notebook of the reader's own, kept from the start; the path it got. */
  async newNotebook(text = this.#blankNotebook(firstCell), wanted?: string): Promise<string> {
    const title = titleOf(text) ?? this.t('workspace.untitled');
    const name = freeName(wanted ?? toFileName(title), this.files.ownNames);
    this.files.reserve(name, text);
    await this.#environment.storage.write(name, text, null);
    this.#environment.channel.post(name);
    const path = toPath('own', name);
    this.openNotebook(path, { pin: true });
    return path;
  }

  async duplicate(path: string): Promise<void> {
    const text = this.documents.find(path)?.session?.text ?? (await this.files.read(path));
    if (text !== null) await this.newNotebook(text, freeName(nameOf(path), this.files.names));
  }

  async rename(path: string): Promise<void> {
    const typed = await this.quickInput.prompt(textOf('workspace.renamePrompt'), nameOf(path));
    const name = toFileName(typed ?? '');
    if (name === '' || name === nameOf(path)) return;
    await this.documents.rename(path, name);
  }

  /** Into the wastebasket, with a way back. */
  async remove(path: string): Promise<void> {
    if (placeOf(path) !== 'own') return;
    const name = nameOf(path);
    const text = this.documents.find(path)?.session?.text ?? (await this.files.read(path)) ?? '';
    await this.#wastebasket.put(name, text);
    await this.documents.discard(path);
    this.tabs.close(`notebook:${path}`);
    await this.#environment.storage.remove(name);
    await this.files.refresh();
    this.#environment.channel.post(name);
    this.notifications.show({
      text: textOf('workspace.removed', { name }),
      actions: [{ label: textOf('common.undo'), run: () => void this.restoreRemoved().catch(this.fail) }],
    });
  }

  async restoreRemoved(): Promise<void> {
    const removed = await this.#wastebasket.take();
    if (removed) await this.newNotebook(removed.text, removed.name);
  }

  /** Saves the notebook in front, or the one of a session; a shipped one asks for a place on the disk. */
  async save(session: Session | null = this.session): Promise<void> {
    const document = this.documents.list.find((other) => other.session === session);
    if (!document || !session) return;
    if (document.place === 'shipped') return this.saveAs(session);
    await this.documents.save(document);
  }

  async saveAs(session: Session | null = this.session): Promise<void> {
    if (session) await this.#environment.disk.save(nameOf(session.path), session.text);
  }

  /** Puts cells, written as notebook text, into the notebook that was in front last, or into a new one. */
  async insertCells(text: string): Promise<void> {
    const content = this.tabs.latest('notebook');
    if (!content) {
      await this.newNotebook(this.#blankNotebook(text));
      return;
    }
    this.openNotebook(content.path, { pin: true });
    const session = await this.documents.sessionOf(content.path);
    session?.insertText(text);
  }

  /** Mappings alone are for the import that waits for one; with other files they are for those. */
  async #openData(files: readonly InputFile[]): Promise<void> {
    const waiting = this.imports.deciding;
    const mappings = waiting ? await Promise.all(files.map(mappingIn)) : [];
    if (!waiting || files.length === 0 || !mappings.every((mapping) => mapping !== null))
      return this.importFiles(files);
    for (const mapping of mappings)
      if (!(await waiting.useMapping(mapping)))
        this.notifications.show({ severity: 'warning', text: textOf('mapping.file.misfit') });
  }

  #blankNotebook(cells: string): string {
    return `---\ndeskbook: 1\ntitle: ${this.t('workspace.untitled')}\n---\n\n${cells}`;
  }

  #themeNow(): Theme {
    const choice = this.settings.theme;
    if (choice !== 'system') return choice;
    if (this.#environment.prefersContrast()) return 'high-contrast';
    return this.#environment.prefersDark() ? 'dark' : 'light';
  }

  #documentOf(tab: Tab | null): OpenDocument<NotebookSession> | null {
    return tab?.content.kind === 'notebook' ? this.documents.find(tab.content.path) : null;
  }

  #allProblems(): readonly ProblemEntry[] {
    return this.documents.list.flatMap((document) =>
      (document.session?.problems ?? []).map((problem) => ({ ...problem, document })),
    );
  }

  /** The import in front that came to nothing: the next one takes its tab. */
  #endedImport(): { readonly id: string; readonly content: { readonly id: string } } | null {
    const { active } = this.tabs;
    if (active?.content.kind !== 'import') return null;
    const { content, id } = active;
    const status = this.imports.find(content.id)?.state.status;
    return status === 'failed' || status === 'cancelled' ? { id, content } : null;
  }

  #closed(tab: Tab): void {
    if (tab.content.kind === 'import') this.imports.release(tab.content.id);
    const document = this.#documentOf(tab);
    if (document) void this.documents.close(document).catch(this.fail);
  }

  #tabsChanged(): void {
    const content = this.tabs.active?.content;
    if (this.#environment.isNarrow()) this.layout.hideSide();
    if (content?.kind === 'notebook') this.documents.open(content.path);
    const tabs = this.tabs.list.filter((tab) => tab.content.kind !== 'import');
    this.#journal.keepWindow({ tabs, activeId: this.tabs.activeId });
  }

  async #restore(): Promise<void> {
    const legacy = await this.#journal.adopt();
    await this.files.refresh();
    for (const draft of this.documents.restore(legacy.drafts)) {
      await this.newNotebook(draft.text, freeName(nameOf(draft.path), this.files.ownNames));
    }
    const { tabs, activeId } = toWindowState(legacy.window);
    this.tabs.restore(tabs, activeId);
    for (const { path } of legacy.drafts) this.openNotebook(path, { pin: true });
    if (this.tabs.list.length === 0) this.tabs.open({ kind: 'welcome' }, { pin: true });
    else if (activeId) this.tabs.activate(activeId);
  }
}

function toInputFile(file: File): InputFile {
  return { name: file.name, size: file.size, blob: file };
}
