import { describe, expect, test } from 'vitest';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import type { Workspace } from '../../src/lib/workspace/Workspace.svelte.ts';
import { blankWorkspace } from './blank-workspace.ts';

async function searching(files: Readonly<Record<string, string>>, query: Partial<Workspace['search']>) {
  const storage = memoryStorage();
  for (const [name, text] of Object.entries(files)) await storage.write(name, text, null);
  const workspace = blankWorkspace({ storage });
  await workspace.start();
  Object.assign(workspace.search, query);
  const texts = () => Promise.all(Object.keys(files).map((name) => storage.read(name)));
  return { workspace, search: workspace.search, storage, texts };
}

const found = ({ results }: Workspace['search']) =>
  results.map(({ file, text, places }) => [file.name, places.map(({ from, to }) => text.slice(from, to))]);

describe('searching in all files', () => {
  test('finds words in the reader’s own files and in shipped ones, whatever their case', async () => {
    const { search } = await searching({ 'a.md': 'ready, Ready\n', 'b.md': 'no\n' }, { text: 'ready' });
    expect([found(search), search.count]).toEqual([
      [
        ['a.md', ['ready', 'Ready']],
        ['ready.md', ['Ready']],
      ],
      3,
    ]);
  });

  test('heeds case, whole words and regular expressions', async () => {
    const { search } = await searching({ 'a.md': 'csat CSAT csat_weekly 42\n' }, { text: 'csat' });
    const words = () => found(search).flatMap(([, places]) => places);
    search.matchCase = true;
    expect(words()).toEqual(['csat', 'csat']);
    search.wholeWord = true;
    expect(words()).toEqual(['csat']);
    Object.assign(search, { wholeWord: false, isRegex: true, text: '[a-z]+_\\w+|\\d+' });
    expect(words()).toEqual(['csat_weekly', '42']);
    search.text = '(';
    expect([search.isUnreadable, words()]).toEqual([true, []]);
  });

  test('finds what is being written, before it is saved', async () => {
    const { workspace, search, storage } = await searching({ 'a.md': 'old\n' }, { text: 'fresh' });
    const session = await workspace.documents.sessionOf('own/a.md');
    session?.insertText('fresh\n');
    expect([found(search), await storage.read('a.md')]).toEqual([[['a.md', ['fresh']]], 'old\n']);
  });

  test('a place leads to the cell that holds it', async () => {
    const { workspace, search } = await searching(
      { 'a.md': '# One\n\n```sql\nselect 7\n```\n' },
      { text: '7' },
    );
    await search.step(1);
    const session = await workspace.documents.sessionOf('own/a.md');
    expect(session?.selection.focused).toBe(session?.cellIds[1]);
    expect(workspace.tabs.active?.content).toEqual({ kind: 'notebook', path: 'own/a.md' });
  });
});

describe('replacing in all files', () => {
  const files = { 'a.md': 'tma and TMA\n', 'b.md': 'tma\n' };

  test('one place at a time, or all, and each of them is taken back', async () => {
    const { workspace, search, texts } = await searching(files, { text: 'tma', replacement: 'AHT' });
    const first = search.results[0]!;
    await search.replaceOne(first, first.places[1]!);
    expect(await texts()).toEqual(['tma and AHT\n', 'tma\n']);
    await search.replaceAll();
    expect(await texts()).toEqual(['AHT and AHT\n', 'AHT\n']);
    await workspace.fileActions.undo();
    expect(await texts()).toEqual(['tma and AHT\n', 'tma\n']);
    await workspace.fileActions.undo();
    expect(await texts()).toEqual(['tma and TMA\n', 'tma\n']);
    await workspace.fileActions.redo();
    expect(await texts()).toEqual(['tma and AHT\n', 'tma\n']);
  });

  test('an open notebook takes it as one step of its own', async () => {
    const { workspace, search, storage } = await searching(files, { text: 'tma', replacement: 'AHT' });
    const session = await workspace.documents.sessionOf('own/a.md');
    await search.replaceAll();
    expect([session?.text, await storage.read('b.md')]).toEqual(['AHT and AHT\n', 'AHT\n']);
    session?.undo();
    expect(session?.text).toBe('tma and TMA\n');
  });

  test('what was written since is not taken back over', async () => {
    const { workspace, search, storage } = await searching(files, { text: 'tma', replacement: 'AHT' });
    await search.replaceAll();
    await storage.write('b.md', 'somebody else\n', 'AHT\n');
    await workspace.fileActions.undo();
    expect([await storage.read('a.md'), await storage.read('b.md')]).toEqual([
      'tma and TMA\n',
      'somebody else\n',
    ]);
    expect(workspace.notifications.list.map(({ text }) => text.code)).toContain('workspace.changedSince');
  });

  test('shipped notebooks stay as they are', async () => {
    const { search, texts } = await searching(files, {
      text: 'ready|tma',
      isRegex: true,
      replacement: '<$&>',
    });
    expect(found(search).map(([name]) => name)).toEqual(['a.md', 'b.md', 'ready.md']);
    expect(search.replacementAt(search.results[0]!, search.results[0]!.places[1]!)).toBe('<TMA>');
    await search.replaceAll();
    expect(await texts()).toEqual(['<tma> and <TMA>\n', '<tma>\n']);
  });
});
