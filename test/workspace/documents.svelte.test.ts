import { describe, expect, test, vi } from 'vitest';
import { parse } from '#notebook';
import { Documents } from '../../src/lib/workspace/Documents.svelte.ts';
import { Files } from '../../src/lib/workspace/Files.svelte.ts';
import { Notifications } from '../../src/lib/workspace/Notifications.svelte.ts';
import type { Session } from '../../src/lib/workspace/session.ts';
import { Journal } from '../../src/lib/workspace/storage/journal.ts';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { memoryWindows } from '../../src/lib/workspace/storage/windows.ts';

/** A session in which the reader types the whole text. */
class TextSession implements Session {
  path = $state('');
  text = $state('');
  onedit: (() => void) | null = null;
  readonly problems = [];
  readonly summary = { cells: 0, running: 0 };
  readonly notebook = parse('').notebook;
  readonly title = '';
  closed = false;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  type(text: string): void {
    this.text = text;
    this.onedit?.();
  }

  close(): void {
    this.closed = true;
  }

  runAll(): void {}
  stop(): void {}
  undo(): void {}
  redo(): void {}
  insertCell(): void {}
  insertText(): void {}
  reveal(): void {}
}

/** Two windows over the same storage: what one writes the other has to meet. */
async function house(files: Readonly<Record<string, string>> = {}) {
  const storage = memoryStorage();
  const records = memoryRecords();
  for (const [name, text] of Object.entries(files)) await storage.write(name, text, null);
  const moves: string[] = [];

  async function openWindow(id: string, { autosaves = true } = {}) {
    const shipped = { en: { 'ready.md': 'shipped text' }, 'pt-BR': {} };
    const list = new Files(storage, shipped, { locale: 'en', weekStart: 1 });
    await list.refresh();
    const notifications = new Notifications();
    const documents = new Documents<TextSession>({
      storage,
      journal: new Journal(
        records,
        memoryWindows(id, () => [id]),
        { delay: 1 },
      ),
      files: list,
      notifications,
      createSession: async (path, text) => new TextSession(path, text),
      onmove: (from, to) => moves.push(`${from} → ${to}`),
      announce: () => {},
      describe: String,
      onsaved: () => {},
      onfailed: () => {},
      autosaveDelay: 5,
      autosaves: () => autosaves,
    });
    const open = async (path: string) => {
      const document = documents.open(path);
      await vi.waitFor(() => expect(document.state.status).not.toBe('opening'));
      return document;
    };
    return { documents, notifications, files: list, open };
  }

  const drafts = async () => [...(await records.all('draft')).values()];
  return { storage, drafts, moves, openWindow };
}

describe('open notebooks', () => {
  test('a change is journalled, then saved by itself, then the journal forgets it', async () => {
    const { storage, drafts, openWindow } = await house({ 'a.md': 'one' });
    const { open } = await openWindow('left');
    const document = await open('own/a.md');
    document.session?.type('two');
    expect(document.dirty).toBe(true);
    await vi.waitFor(async () => expect(await storage.read('a.md')).toBe('two'));
    await vi.waitFor(async () => expect(await drafts()).toEqual([]));
    expect(document.dirty).toBe(false);
  });

  test('a change that is not to be saved by itself is journalled, and saved when it is asked for', async () => {
    const { storage, drafts, openWindow } = await house({ 'a.md': 'one' });
    const { open, documents } = await openWindow('left', { autosaves: false });
    const document = await open('own/a.md');
    document.session?.type('two');
    await vi.waitFor(async () => expect(await drafts()).toHaveLength(1));
    expect([await storage.read('a.md'), document.dirty]).toEqual(['one', true]);
    await documents.save(document);
    expect([await storage.read('a.md'), document.dirty]).toEqual(['two', false]);
  });

  test('what is opened again while it is still being saved stays open', async () => {
    const { storage, openWindow } = await house({ 'a.md': 'one' });
    const { open, documents } = await openWindow('left');
    const document = await open('own/a.md');
    document.session?.type('two');
    const closing = documents.close(document);
    expect(documents.open('own/a.md')).toBe(document);
    await closing;
    expect([documents.find('own/a.md'), document.session?.closed]).toEqual([document, false]);
    await documents.close(document);
    expect([documents.find('own/a.md'), document.session?.closed]).toEqual([null, true]);
    expect(await storage.read('a.md')).toBe('two');
  });

  test('a change of a shipped notebook goes into a copy, in the same tab', async () => {
    const { storage, moves, openWindow } = await house({ 'ready.md': 'my own' });
    const { open, files, notifications } = await openWindow('left');
    const document = await open('shipped/ready.md');
    const session = document.session;
    session?.type('my version');
    expect([document.path, session?.path]).toEqual(['own/ready 2.md', 'own/ready 2.md']);
    await vi.waitFor(async () => expect(await storage.read('ready 2.md')).toBe('my version'));
    expect(await files.read('shipped/ready.md')).toBe('shipped text');
    expect(await storage.read('ready.md')).toBe('my own');
    expect(moves).toEqual(['shipped/ready.md → own/ready 2.md']);
    expect(notifications.list.map(({ text }) => text.code)).toEqual(['workspace.copied']);
  });

  test('two windows that change the same notebook end with both texts', async () => {
    const { storage, openWindow } = await house({ 'a.md': 'base' });
    const left = await openWindow('left');
    const right = await openWindow('right');
    const [one, other] = [await left.open('own/a.md'), await right.open('own/a.md')];
    one.session?.type('left');
    await vi.waitFor(async () => expect(await storage.read('a.md')).toBe('left'));
    other.session?.type('right');
    await vi.waitFor(async () => expect(await storage.read('a 2.md')).toBe('right'));
    expect(await storage.read('a.md')).toBe('left');
    expect([other.path, other.dirty]).toEqual(['own/a 2.md', false]);
    expect(right.notifications.list.map(({ text }) => text.code)).toEqual(['workspace.keptBoth']);
  });

  test('a window with no changes shows what another one wrote', async () => {
    const { storage, openWindow } = await house({ 'a.md': 'base' });
    const { open, documents } = await openWindow('left');
    const document = await open('own/a.md');
    const before = document.session;
    await storage.write('a.md', 'theirs', 'base');
    await documents.follow('a.md');
    expect([document.session?.text, document.dirty, before?.closed]).toEqual(['theirs', false, true]);
  });

  test('a draft that a killed window left is taken up where it was', async () => {
    const { storage, openWindow } = await house({ 'a.md': 'one' });
    const { open, documents } = await openWindow('left');
    documents.restore([{ path: 'own/a.md', text: 'one and a ha', base: 'one', saving: null }]);
    const document = await open('own/a.md');
    expect(document.session?.text).toBe('one and a ha');
    await vi.waitFor(async () => expect(await storage.read('a.md')).toBe('one and a ha'));
  });

  test('a draft whose file has changed since does not cover it', async () => {
    const { storage, openWindow } = await house({ 'a.md': 'theirs' });
    const { open, documents } = await openWindow('left');
    documents.restore([{ path: 'own/a.md', text: 'mine', base: 'before', saving: null }]);
    await open('own/a.md');
    await vi.waitFor(async () => expect(await storage.read('a 2.md')).toBe('mine'));
    expect(await storage.read('a.md')).toBe('theirs');
  });

  test('a draft whose save was cut short goes on in the same file', async () => {
    const { storage, openWindow } = await house({ 'a.md': 'saved in between' });
    const { open, documents } = await openWindow('left');
    documents.restore([{ path: 'own/a.md', text: 'the latest', base: 'before', saving: 'saved in between' }]);
    await open('own/a.md');
    await vi.waitFor(async () => expect(await storage.read('a.md')).toBe('the latest'));
    expect((await storage.list()).map(({ path }) => path)).toEqual(['a.md']);
  });

  test('a file that says the same already is no conflict', async () => {
    const { storage, openWindow } = await house({ 'a.md': 'one' });
    const { open } = await openWindow('left');
    const document = await open('own/a.md');
    await storage.write('a.md', 'two', 'one');
    document.session?.type('two');
    await vi.waitFor(() => expect(document.dirty).toBe(false));
    expect((await storage.list()).map(({ path }) => path)).toEqual(['a.md']);
  });

  test('a new file takes the next name where another window was quicker', async () => {
    const { storage, openWindow } = await house();
    const { documents } = await openWindow('left');
    await storage.write('a.md', 'theirs', null);
    expect(await documents.create('a.md', 'mine')).toBe('own/a 2.md');
    expect([await storage.read('a.md'), await storage.read('a 2.md')]).toEqual(['theirs', 'mine']);
  });

  test('closing saves what was typed last', async () => {
    const { storage, openWindow } = await house({ 'a.md': 'one' });
    const { open, documents } = await openWindow('left');
    const document = await open('own/a.md');
    document.session?.type('two');
    await documents.close(document);
    expect(await storage.read('a.md')).toBe('two');
    expect([documents.list, document.session?.closed]).toEqual([[], true]);
  });

  test('a renamed notebook is the same document under another path', async () => {
    const { storage, moves, openWindow } = await house({ 'a.md': 'one' });
    const { open, documents } = await openWindow('left');
    const document = await open('own/a.md');
    document.session?.type('two');
    await documents.rename('own/a.md', 'b.md');
    expect([await storage.read('a.md'), await storage.read('b.md')]).toEqual([null, 'two']);
    expect([document.path, document.dirty, moves]).toEqual(['own/b.md', false, ['own/a.md → own/b.md']]);
  });

  test('a notebook that is no longer there says so', async () => {
    const { openWindow } = await house();
    const { open } = await openWindow('left');
    const { state } = await open('own/gone.md');
    expect(state.status === 'failed' && state.error).toMatchObject({ text: { code: 'workspace.missing' } });
  });
});
