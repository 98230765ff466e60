import type { Engine } from '#engine';
import { text as textOf, type Param, type Text } from '#errors';
import type { InputFile } from '#import';
import type { Kpi } from '#kpi';
import { describe, say, tell, type Locale, type MessageCode } from '#messages';
import type { WeekStart } from '#time';
import { builtIn } from './commands/built-in.ts';
import { Bundles } from './Bundles.svelte.ts';
import { Commands } from './commands/Commands.svelte.ts';
import { Connection } from './Connection.svelte.ts';
import { Conventions } from './Conventions.svelte.ts';
import { Data } from './Data.svelte.ts';
import { Documents } from './Documents.svelte.ts';
import type { Environment } from './environment.ts';
import { Events } from './Events.svelte.ts';
import { ExportComparison } from './ExportComparison.svelte.ts';
import { FileActions } from './file-actions.ts';
import { Files } from './Files.svelte.ts';
import { Folders } from './Folders.svelte.ts';
import { exportFiles } from './folder.ts';
import { mappingIn } from './import-files.ts';
import { openImport } from './import-tab.ts';
import { Imports } from './imports.ts';
import { KpiLibrary } from './KpiLibrary.svelte.ts';
import { KpiSession } from './KpiSession.svelte.ts';
import type { KpiAsked, KpiQuestion } from './kpi-question.ts';
import { journalNotice } from './journal-notice.ts';
import { Layout } from './Layout.svelte.ts';
import { LocalHistory } from './LocalHistory.svelte.ts';
import { Notifications } from './Notifications.svelte.ts';
import type { OpenDocument } from './OpenDocument.svelte.ts';
import { Output } from './Output.svelte.ts';
import { QuickInput } from './QuickInput.svelte.ts';
import { Results } from './Results.svelte.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';
import { Received } from './received.ts';
import { canBeKept } from './path.ts';
import { restoreWindow } from './restore-window.ts';
import { openSample } from './sample.ts';
import { Search } from './Search.svelte.ts';
import type { Problem } from './session.ts';
import { Settings, type Theme } from './Settings.svelte.ts';
import { Journal } from './storage/journal.ts';
import { mountedStorage } from './storage/mounted.ts';
import type { Tab } from './tab.ts';
import { Tabs, type OpenOptions } from './Tabs.svelte.ts';
import { Walkthrough } from './Walkthrough.svelte.ts';
import { windowStateOf } from './window-state.ts';
import { Trust } from './Trust.svelte.ts';
import { rememberShipped } from './version-actions.ts';

/** What is wrong in a file. */
export interface ProblemFile {
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** Everything that is open in this window, and what the reader can do with it. */
export class Workspace {
  readonly settings: Settings;
  readonly layout: Layout;
  readonly notifications = new Notifications();
  readonly quickInput = new QuickInput();
  readonly output = new Output();
  readonly results = new Results();
  readonly connection: Connection;
  readonly data: Data;
  readonly files: Files;
  readonly documents: Documents<NotebookSession>;
  readonly fileActions: FileActions;
  readonly folders: Folders;
  readonly search = new Search(this);
  readonly localHistory: LocalHistory;
  readonly received: Received;
  readonly trust: Trust;
  readonly tabs: Tabs;
  readonly commands: Commands;
  readonly imports = new Imports();
  readonly events = new Events();
  readonly walkthrough: Walkthrough;
  readonly bundles = new Bundles(this);
  readonly comparison = new ExportComparison(this);
  readonly conventions = new Conventions(this);

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
  /** The file in front: a notebook, or a KPI of the reader's. */
  readonly file = $derived.by((): OpenDocument | null => this.fileOf(this.tabs.active));
  /** What is wrong in open notebooks, in the reader's KPIs and in what is settled: the files that have something. */
  readonly problemFiles = $derived.by((): readonly ProblemFile[] => this.#problemFiles());
  readonly problems = $derived(this.problemFiles.flatMap(({ problems }) => problems));

  readonly #environment: Environment;
  readonly #journal: Journal;

  constructor(environment: Environment) {
    const mounted = mountedStorage(environment.storage);
    this.#environment = { ...environment, storage: mounted };
    this.fileActions = new FileActions(this, this.#environment);
    const { keyValues, storage, records, windows } = this.#environment;
    this.folders = new Folders(this, { storage: mounted, access: environment.folders, records });
    this.settings = new Settings(keyValues, environment.defaults);
    this.walkthrough = new Walkthrough(keyValues);
    this.layout = new Layout(keyValues, { narrow: environment.isNarrow() });
    const log = {
      output: this.output,
      onnotice: (text: Text) => void this.notifications.show({ severity: 'warning', text }),
    };
    this.connection = new Connection((options) => environment.openEngine(options, log));
    this.data = new Data(environment.summarise);
    this.files = new Files(storage, environment.shipped, this.settings);
    this.files.onchange = () => void this.conventions.follow();
    this.localHistory = new LocalHistory(records);
    this.received = new Received(this, records, environment.address);
    const announce = (name: string): void => environment.channel.post(name);
    this.trust = new Trust(this, { records, announce });
    const notice = journalNotice(this.notifications, () => void this.fileActions.saveAs().catch(this.fail));
    const onfailed = (error: unknown) => void this.localHistory.relieve(error);
    const onhealth = (error: unknown) => {
      notice(error);
      onfailed(error);
    };
    this.#journal = new Journal(records, windows, { onhealth });
    this.tabs = new Tabs({ onclose: (tab) => this.#closed(tab), onchange: () => this.#tabsChanged() });
    const kept = {
      storage,
      journal: this.#journal,
      files: this.files,
      trust: this.trust,
      notifications: this.notifications,
      announce,
      describe: this.describe,
      autosaves: () => this.settings.autosave,
      onsaved: (path: string, text: string, before: string | null) =>
        void this.localHistory.saved(path, text, before),
      onfailed,
    };
    this.documents = new Documents({
      ...kept,
      createSession: (path, text) =>
        environment.createSession({ path, text, readOnly: false, workspace: this }),
      onmove: (from, to) => {
        this.tabs.replace(`notebook:${from}`, { kind: 'notebook', path: to });
        this.tabs.replace(`graph:${from}`, { kind: 'graph', path: to });
        void rememberShipped(this, from, to).catch(this.fail);
      },
    });
    const kpiFiles = new Documents({
      ...kept,
      createSession: async (path, text) => new KpiSession(path, text),
      onmove: (from, to) => this.tabs.replace(`kpi:${from}`, { kind: 'kpi', id: to }),
    });
    this.library = new KpiLibrary({ files: this.files, documents: kpiFiles, trust: this.trust });
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
    this.#environment.channel.listen((name) => {
      void this.trust.follow().catch(this.fail);
      for (const documents of [this.documents, this.library.documents])
        void documents.follow(name).catch(this.fail);
    });
    const engine = this.startEngine();
    await this.trust.start().catch(this.fail);
    await this.folders.start().catch(this.fail);
    await restoreWindow(this, this.#journal);
    await this.library.load();
    await this.received.start().catch(this.fail);
    await engine;
  }

  async startEngine(
    how: 'start' | 'takeOver' | 'useMemory' | 'restart' | 'setAside' | 'takeBack' = 'start',
  ): Promise<void> {
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

  refreshData = async (): Promise<void> => {
    const { engine } = this.connection;
    if (engine) await this.data.refresh(engine);
    this.conventions.retry();
  };

  /** Sets the zone of the workspace, also in its file. */
  async setTimeZone(zone: string): Promise<void> {
    await this.useTimeZone(zone);
    await this.conventions.settings.keep({ timeZone: zone });
  }

  /** Sets the day that weeks begin with, also in the file of the workspace. */
  async setWeekStart(day: WeekStart): Promise<void> {
    this.settings.weekStart = day;
    await this.conventions.settings.keep({ weekStart: day });
  }

  async useTimeZone(zone: string): Promise<void> {
    this.settings.timeZone = zone;
    const { engine } = this.connection;
    if (!engine) return;
    await this.#environment.setTimeZone(engine, zone);
    await this.refreshData();
  }

  /** Opens a file: a notebook, or one that is edited as text. */
  openNotebook = (path: string, options: OpenOptions = {}): void =>
    this.tabs.open(this.library.has(path) ? { kind: 'kpi', id: path } : { kind: 'notebook', path }, options);

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
    this.tabs.open({ kind: 'kpi', id: this.library.pathOf(id) ?? id }, options);
  }

  /** Asks something of a KPI: from a notebook's cell, or else for the notebook that was in front last. */
  ask = async (asked: KpiAsked): Promise<void> => {
    const content = this.tabs.latest('notebook');
    const session = asked.session ?? (content && (await this.documents.sessionOf(content.path)));
    this.question = { cellId: null, change: null, cause: null, ...asked, session };
  };

  /** Opens an import tab on files that were dropped or picked; `direct` loads what is recognised without asking. */
  importFiles(files: readonly InputFile[], { direct = false } = {}): void {
    if (files.length > 0) openImport(this, files, direct);
  }

  openSample = (): Promise<void> => openSample(this);

  /** What was dropped anywhere on the window: notebooks are opened, everything else is imported. */
  async openFiles(files: readonly File[]): Promise<void> {
    await this.fileActions.openAll(files.filter(({ name }) => canBeKept(name)));
    const others = await this.fileActions.addZips(files.filter(({ name }) => !canBeKept(name)));
    await this.#openData(others.map(toInputFile));
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

  /** Puts cells, written as notebook text, into the notebook that was in front last, or into a new one. */
  async insertCells(text: string): Promise<void> {
    const content = this.tabs.latest('notebook');
    if (!content) {
      await this.fileActions.newNotebook(this.fileActions.blankNotebook(text));
      return;
    }
    this.openNotebook(content.path, { pin: true });
    const session = await this.documents.sessionOf(content.path);
    session?.insertText(text);
  }

  /** Mappings alone are for the import that waits for one; with other files they are for those. A bundle comes alone. */
  async #openData(files: readonly InputFile[]): Promise<void> {
    const [first] = files;
    if (first && files.length === 1 && /\.zip$/i.test(first.name))
      if (await this.bundles.receive(first.name, first.blob)) return;
    const waiting = this.imports.deciding;
    const mappings = waiting ? await Promise.all(files.map(mappingIn)) : [];
    if (!waiting || files.length === 0 || !mappings.every((mapping) => mapping !== null))
      return this.importFiles(files);
    for (const mapping of mappings)
      if (!(await waiting.useMapping(mapping)))
        this.notifications.show({ severity: 'warning', text: textOf('mapping.file.misfit') });
  }

  #themeNow(): Theme {
    const choice = this.settings.theme;
    if (choice !== 'system') return choice;
    if (this.#environment.prefersContrast()) return 'high-contrast';
    return this.#environment.prefersDark() ? 'dark' : 'light';
  }

  /** The open file that a tab shows. */
  fileOf(tab: Tab | null): OpenDocument | null {
    if (tab?.content.kind !== 'kpi') return this.#documentOf(tab);
    return this.library.documents.find(this.library.pathOf(tab.content.id) ?? '');
  }

  #documentOf(tab: Tab | null): OpenDocument<NotebookSession> | null {
    return tab?.content.kind === 'notebook' ? this.documents.find(tab.content.path) : null;
  }

  #problemFiles(): readonly ProblemFile[] {
    const { documents, library, conventions } = this;
    const notebooks = documents.list.filter(({ path }) => !library.has(path));
    const files: readonly ProblemFile[] = [
      ...notebooks.map(({ path, session }) => ({ path, problems: session?.problems ?? [] })),
      ...library.own.map(({ path, diagnostics }) => ({ path, problems: diagnostics })),
      ...conventions.broken.map(({ path, problems }) => ({
        path,
        problems: problems.map((problem) => ({ ...problem, cellId: null })),
      })),
    ];
    return files.filter(({ problems }) => problems.length > 0);
  }

  #closed(tab: Tab): void {
    if (tab.content.kind === 'import') this.imports.release(tab.content.id);
    if (tab.content.kind === 'compare') void this.comparison.close().catch(this.fail);
    const document = this.#documentOf(tab);
    if (document) void this.documents.close(document).catch(this.fail);
    const kpi = this.library.documents.list.find((other) => other === this.fileOf(tab));
    if (kpi) void this.library.documents.close(kpi).catch(this.fail);
  }

  #tabsChanged(): void {
    if (this.#environment.isNarrow()) this.layout.hideSide();
    for (const { content } of this.tabs.fronts) {
      if (content.kind === 'notebook') this.documents.open(content.path);
      const kpi = content.kind === 'kpi' ? this.library.pathOf(content.id) : null;
      if (kpi !== null) this.library.documents.open(kpi);
    }
    this.#journal.keepWindow(windowStateOf(this.tabs.groups, this.tabs.current));
  }
}

function toInputFile(file: File): InputFile {
  return { name: file.name, size: file.size, blob: file };
}
