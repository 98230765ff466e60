import { describe, expect, test, vi } from 'vitest';
import { digest } from '#share';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { memoryWindows } from '../../src/lib/workspace/storage/windows.ts';
import { blankWorkspace } from './blank-workspace.ts';

const tabIds = ({ tabs }: ReturnType<typeof blankWorkspace>) => tabs.list.map(({ id }) => id);

describe('the workspace', () => {
  test('a first start opens the welcome page', async () => {
    const workspace = blankWorkspace();
    await workspace.start();
    expect(tabIds(workspace)).toEqual(['welcome']);
  });

  test('a reload brings back the tabs, the one in front, and what was typed last', async () => {
    const shared = { storage: memoryStorage(), records: memoryRecords() };
    const first = blankWorkspace({ ...shared, windows: memoryWindows('one', () => ['one']) });
    await first.start();
    const path = await first.fileActions.newNotebook('---\ntitle: Mine\n---\n\nProse.\n');
    first.openKpi('csat', { pin: true });
    const session = await first.documents.sessionOf(path);
    session?.insertText('More prose.\n');
    await first.flush();

    const second = blankWorkspace({ ...shared, windows: memoryWindows('two', () => ['two']) });
    await second.start();
    expect(tabIds(second)).toEqual(['welcome', 'notebook:own/Mine.md', 'kpi:csat']);
    expect((await second.documents.sessionOf(path))?.text).toBe(session?.text);
    expect(session?.text).toContain('More prose.');
  });

  test('a deleted notebook comes back with its text', async () => {
    const storage = memoryStorage();
    const workspace = blankWorkspace({ storage });
    await workspace.start();
    const path = await workspace.fileActions.newNotebook('# Precious\n', 'precious.md');
    await workspace.documents.sessionOf(path);
    await workspace.fileActions.remove(path);
    expect([await storage.list(), tabIds(workspace)]).toEqual([[], ['welcome']]);
    await workspace.fileActions.restoreRemoved();
    expect(await storage.read('precious.md')).toBe('# Precious\n');
    expect(tabIds(workspace)).toContain('notebook:own/precious.md');
  });

  test('a shipped notebook is the one of the language', async () => {
    const workspace = blankWorkspace();
    expect(await workspace.files.read('shipped/ready.md')).toBe('# Ready\n');
    workspace.settings.locale = 'pt-BR';
    expect(await workspace.files.read('shipped/ready.md')).toBe('# Pronto\n');
    expect(workspace.t('common.open')).toBe('Abrir');
  });

  test('notebooks that are dropped are opened, everything else is imported', async () => {
    const workspace = blankWorkspace();
    await workspace.start();
    await workspace.openFiles([new File(['# Sent'], 'sent.md'), new File(['a;b'], 'export.csv')]);
    const hash = await digest('# Sent');
    expect(tabIds(workspace)).toEqual(['welcome', `received:${hash}`, 'import:1']);
    expect(await workspace.files.read('own/sent.md')).toBeNull();
    await workspace.received.trust(hash ?? '');
    expect(tabIds(workspace).toSorted()).toEqual(['import:1', 'notebook:own/sent.md', 'welcome']);
    expect(await workspace.files.read('own/sent.md')).toBe('# Sent');
  });

  test('cells go into the notebook that was in front last, and into a new one where there is none', async () => {
    const workspace = blankWorkspace();
    await workspace.start();
    await workspace.insertCells('```sql one\nselect 1\n```\n');
    const [path = ''] = workspace.files.own.map((file) => file.path);
    workspace.openKpi('csat');
    await workspace.insertCells('```sql two\nselect 2\n```\n');
    const session = await workspace.documents.sessionOf(path);
    const names = session?.notebook.cells.flatMap(({ name }) => name ?? []);
    expect([workspace.files.own.length, names?.toSorted()]).toEqual([1, ['one', 'two']]);
  });

  test('saving a shipped notebook asks for a place, as its original stays', async () => {
    const saved: string[] = [];
    const disk = { pick: async () => [], save: async (name: string) => saved.push(name) > 0 };
    const workspace = blankWorkspace({ disk });
    await workspace.start();
    workspace.openNotebook('shipped/ready.md');
    await vi.waitFor(() => expect(workspace.session).not.toBeNull());
    await workspace.fileActions.save();
    expect(saved).toEqual(['ready.md']);
  });
});
