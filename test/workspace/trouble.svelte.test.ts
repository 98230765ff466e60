import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Documents } from '../../src/lib/workspace/Documents.svelte.ts';
import { Files } from '../../src/lib/workspace/Files.svelte.ts';
import { journalNotice } from '../../src/lib/workspace/journal-notice.ts';
import { KpiSession } from '../../src/lib/workspace/KpiSession.svelte.ts';
import { Notifications } from '../../src/lib/workspace/Notifications.svelte.ts';
import { freeName, nameOf, toPath } from '../../src/lib/workspace/path.ts';
import { Journal } from '../../src/lib/workspace/storage/journal.ts';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { memoryWindows } from '../../src/lib/workspace/storage/windows.ts';
import { Random } from '../notebook/random.ts';
import { Trouble } from './trouble.ts';
import { VirtualTime } from './virtual-time.ts';

/** A browser: what it keeps, and the windows of it that are open. */
class Browser {
  readonly storage = memoryStorage();
  readonly records = memoryRecords();
  readonly windows = new Map<string, Window>();
  #opened = 0;

  async open(trouble: Trouble): Promise<Window> {
    const id = `w${(this.#opened += 1)}`;
    const window = new Window(this, id, trouble);
    this.windows.set(id, window);
    await window.start();
    return window;
  }

  async texts(): Promise<string[]> {
    const files = await this.storage.list();
    return Promise.all(files.map(async ({ path }) => (await this.storage.read(path)) ?? ''));
  }
}

/** A window with one file in front, in which words are written one after the other. */
class Window {
  readonly notifications = new Notifications();
  readonly documents: Documents<KpiSession>;
  readonly written: { readonly word: string; readonly at: number }[] = [];
  readonly #files: Files;
  readonly #journal: Journal;
  path = '';

  constructor(
    readonly browser: Browser,
    readonly id: string,
    readonly trouble: Trouble,
  ) {
    const storage = trouble.storage(browser.storage);
    const windows = memoryWindows(id, () => browser.windows.keys());
    const onhealth = journalNotice(this.notifications, () => {});
    this.#journal = new Journal(trouble.records(browser.records), windows, { onhealth });
    this.#files = new Files(storage, { en: {}, 'pt-BR': {} }, { locale: 'en', weekStart: 1 });
    this.documents = new Documents({
      storage,
      journal: this.#journal,
      files: this.#files,
      notifications: this.notifications,
      createSession: async (path, text) => new KpiSession(path, text),
      onmove: (from, to) => (this.path = this.path === from ? to : this.path),
      announce: (name) => {
        for (const other of browser.windows.values())
          if (other !== this) void other.documents.follow(name).catch(() => {});
      },
      describe: String,
      onsaved: () => {},
      onfailed: () => {},
    });
  }

  async start(): Promise<void> {
    const free = (path: string, taken: readonly string[]) =>
      toPath('own', freeName(nameOf(path), [...this.#files.names, ...taken.map(nameOf)]));
    await this.#files.refresh();
    const { drafts } = await this.#journal.adopt(free);
    this.documents.restore(drafts);
    for (const { path } of drafts) this.documents.open(path);
  }

  async show(path: string): Promise<void> {
    this.path = path;
    await this.documents.sessionOf(path);
  }

  write(word: string): void {
    const session = this.documents.find(this.path)?.session;
    if (!session) return;
    session.write(`${session.text}${word} `);
    this.written.push({ word, at: Date.now() });
  }

  kill(): void {
    this.trouble.isDead = true;
    this.browser.windows.delete(this.id);
  }

  /** Whether the reader has been told that something is not safe. */
  get isWarned(): boolean {
    return this.notifications.list.some(({ severity }) => severity === 'error');
  }
}

let time: VirtualTime;
beforeEach(() => void (time = new VirtualTime()));
afterEach(() => time.end());

/** Two windows, in which a reader writes, saves, renames and makes files; sometimes in the same file. */
async function livelyBrowser(random: Random) {
  const browser = new Browser();
  const windows = [
    await time.during(browser.open(new Trouble(random))),
    await time.during(browser.open(new Trouble(random))),
  ];
  const isShared = random.next() < 0.4;
  const first = await time.during(browser.windows.get('w1')!.documents.create('first.md', ''));
  for (const [at, window] of windows.entries()) {
    const path = at === 0 || isShared ? first : await time.during(window.documents.create('second.md', ''));
    await time.during(window.show(path));
  }
  let count = 0;

  function act(): void {
    const window = random.pick(windows);
    const { documents, path } = window;
    const choice = random.next();
    const document = documents.find(path);
    if (choice < 0.75 || !document) return window.write(`word${(count += 1)}`);
    const ignore = () => {};
    if (choice < 0.88) return void documents.save(document).catch(ignore);
    if (choice < 0.95) return void documents.rename(path, `name${(count += 1)}.md`).catch(ignore);
    void documents
      .create('more.md', '')
      .then((made) => window.show(made))
      .catch(ignore);
  }

  return {
    browser,
    windows,
    /** Until the time has passed. */
    live: async (ms: number) => {
      for (let passed = 0; passed < ms;) {
        const pause = random.below(300);
        act();
        await time.pass(pause);
        passed += pause;
      }
    },
  };
}

/** Kills all windows and opens one that nothing befalls; what the files say once it has settled. */
async function reopened(browser: Browser, windows: readonly Window[]): Promise<readonly string[]> {
  for (const window of windows) window.kill();
  const next = await time.during(browser.open(new Trouble(new Random(0))));
  await time.pass(10_000);
  expect(next.isWarned).toBe(false);
  expect(await browser.records.all('draft')).toEqual(new Map());
  return browser.texts();
}

function missing(texts: readonly string[], words: readonly { readonly word: string }[]): string[] {
  return words
    .map(({ word }) => word)
    .filter((word) => !texts.some((text) => text.split(' ').includes(word)));
}

const cases = Array.from({ length: 60 }, (_, seed) => seed);

describe('whatever befalls the storage', () => {
  test('killed windows lose the last second at most', async () => {
    for (const seed of cases) {
      const random = new Random(seed);
      const { browser, windows, live } = await livelyBrowser(random);
      await live(random.below(5000));
      const safe = windows.flatMap(({ written }) => written.filter(({ at }) => at <= Date.now() - 1000));
      expect({ seed, missing: missing(await reopened(browser, windows), safe) }).toEqual({
        seed,
        missing: [],
      });
    }
  });

  test.each([
    ['calls fail now and then', { failing: 20 }],
    ['most calls fail', { failing: 70 }],
    ['the disk is full', { isFull: true }],
  ])('when %s, what is lost with the window was warned of, and nothing from before', async (_, trouble) => {
    for (const seed of cases) {
      const random = new Random(1000 + seed);
      const { browser, windows, live } = await livelyBrowser(random);
      await live(random.below(3000));
      const before = windows.flatMap(({ written }) => written.filter(({ at }) => at <= Date.now() - 1000));
      for (const window of windows) Object.assign(window.trouble, trouble);
      await live(random.below(4000));
      const unwarned = windows
        .filter(({ isWarned }) => !isWarned)
        .flatMap(({ written }) => written.filter(({ at }) => at <= Date.now() - 1000));
      const texts = await reopened(browser, windows);
      expect({ seed, missing: missing(texts, [...before, ...unwarned]) }).toEqual({ seed, missing: [] });
    }
  });

  test.each([
    ['calls failed now and then', { failing: 20 }],
    ['most calls failed', { failing: 70 }],
    ['the disk was full', { isFull: true }],
  ])('once it is over that %s, everything is saved with no help, and the warnings go', async (_, trouble) => {
    for (const seed of cases) {
      const random = new Random(2000 + seed);
      const { browser, windows, live } = await livelyBrowser(random);
      for (const window of windows) Object.assign(window.trouble, trouble);
      await live(random.below(4000));
      for (const window of windows) Object.assign(window.trouble, { failing: 0, isFull: false });
      await time.pass(20_000);
      const written = windows.flatMap((window) => window.written);
      const warnings = windows.filter(({ isWarned }) => isWarned).map(({ id }) => id);
      expect({ seed, missing: missing(await browser.texts(), written), warnings }).toEqual({
        seed,
        missing: [],
        warnings: [],
      });
    }
  });
});
