import { describe, expect, test, vi } from 'vitest';
import type { Environment } from '../../src/lib/workspace/environment.ts';
import { browserChannel } from '../../src/lib/workspace/storage/channel.ts';
import { folderStorage, type FolderAccess } from '../../src/lib/workspace/storage/folder-access.ts';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { blankWorkspace } from './blank-workspace.ts';

type Opened = ReturnType<typeof blankWorkspace>;

const kpi = `---
id: night_chats
name: {en: Chats at night, pt-BR: Chats à noite}
theme: volume
unit: count
shape: count
from: tickets
at: created_at
---
Chats at night.
`;

const status = ({ documents }: Opened, path: string) => documents.find(path)?.state.status ?? null;

describe('a file of the reader’s', () => {
  test('runs no longer once the trust in it is withdrawn, in this window and the next, until it is given again', async () => {
    const records = memoryRecords();
    const workspace = blankWorkspace({ records });
    const path = await workspace.fileActions.newFile('# Mine\n', 'mine.md');
    const session = await workspace.documents.sessionOf(path);
    session?.insertText('More.\n');
    await workspace.trust.withdraw(path);
    await vi.waitFor(() => expect(status(workspace, path)).toBe('failed'));
    expect([await workspace.documents.sessionOf(path), await workspace.files.read(path)]).toEqual([
      null,
      '# Mine\n\n<!-- cell -->\n\nMore.\n',
    ]);

    const next = blankWorkspace({ records });
    await next.trust.start();
    expect(next.trust.doubtOf(path)).toBe('withdrawn');
    await workspace.trust.give(path);
    await vi.waitFor(() => expect(status(workspace, path)).toBe('open'));
    await next.trust.start();
    expect(next.trust.doubtOf(path)).toBeNull();
  });

  test('runs no longer in another window either, where nothing that was typed is lost, until it is given again', async () => {
    const shared = { storage: memoryStorage(), records: memoryRecords() };
    const here = blankWorkspace({ ...shared, channel: browserChannel() });
    const there = blankWorkspace({ ...shared, channel: browserChannel() });
    await there.start();
    const path = await here.fileActions.newFile('# Mine\n', 'mine.md');
    await there.files.refresh();
    there.openNotebook(path, { pin: true });
    const session = await there.documents.sessionOf(path);
    session?.insertText('More.\n');
    await here.trust.withdraw(path);
    await vi.waitFor(() => expect(status(there, path)).toBe('failed'));
    expect([there.trust.doubtOf(path), await there.files.read(path)]).toEqual([
      'withdrawn',
      '# Mine\n\n<!-- cell -->\n\nMore.\n',
    ]);
    await here.trust.give(path);
    await vi.waitFor(() => expect(status(there, path)).toBe('open'));
    expect(there.trust.doubtOf(path)).toBeNull();
  });

  test('stays in doubt under another name and as a copy, and when it comes back by a link', async () => {
    const workspace = blankWorkspace();
    const { fileActions, trust, received, tabs } = workspace;
    const path = await fileActions.newFile('# Mine\n', 'mine.md');
    await received.remember('# Mine\n');
    await trust.withdraw(path);
    await fileActions.move(path, 'old/');
    await fileActions.duplicate('own/old/mine.md');
    const names = workspace.files.own.map(({ path: other }) => [other, trust.doubtOf(other)]);
    expect(names).toEqual([
      ['own/old/mine 2.md', 'withdrawn'],
      ['own/old/mine.md', 'withdrawn'],
    ]);
    await received.open({ name: 'mine.md', text: '# Mine\n', by: 'link' });
    expect(tabs.active?.content.kind).toBe('received');
  });

  test('that is a KPI is none while it is not trusted', async () => {
    const workspace = blankWorkspace();
    const { trust, library, tabs } = workspace;
    await library.load();
    const path = await workspace.fileActions.newFile(kpi, 'night.md');
    const ids = () => [library.own.map((own) => own.kpi?.id), tabs.list.map(({ id }) => id)];
    expect(ids()).toEqual([['night_chats'], [`kpi:${path}`]]);
    await trust.withdraw(path);
    expect(ids()).toEqual([[], [`notebook:${path}`]]);
    await trust.give(path);
    expect(ids()).toEqual([['night_chats'], [`kpi:${path}`]]);
  });

  test('that comes with the program or only holds data is in no doubt', async () => {
    const { trust } = blankWorkspace();
    expect(
      ['shipped/ready.md', 'own/targets.yaml', 'own/disk:/targets.yaml', 'own/disk:/a.md'].map((path) =>
        trust.doubtOf(path),
      ),
    ).toEqual([null, null, null, 'folder']);
  });
});

describe('a folder of the disk', () => {
  const path = 'own/reports:/a.md';

  async function opened(surroundings: Partial<Environment> = {}) {
    const records = memoryRecords();
    const root = await navigator.storage.getDirectory();
    const parent = await root.getDirectoryHandle(`disk-${crypto.randomUUID()}`, { create: true });
    const handle = await parent.getDirectoryHandle('reports', { create: true });
    await folderStorage(handle, 'another program').write('a.md', '# A\n', null);
    const folders: FolderAccess = {
      isPossible: true,
      pick: async () => handle,
      isAllowed: async () => true,
      watch: () => () => {},
    };
    const workspace = blankWorkspace({ records, folders, ...surroundings });
    await workspace.start();
    await workspace.folders.pick();
    return { workspace, records, folders };
  }

  test('is asked about once, and opens as text until its authors are trusted', async () => {
    const { workspace, records, folders } = await opened();
    const { quickInput, trust } = workspace;
    expect(quickInput.state.kind === 'pick' && quickInput.state.title).toEqual({
      code: 'sharing.folder.question',
      params: { name: 'reports' },
    });
    workspace.openNotebook(path);
    await vi.waitFor(() => expect(status(workspace, path)).toBe('failed'));
    quickInput.close('no');
    await vi.waitFor(() => expect(workspace.folders.list[0]?.isTrusted).toBe(false));
    await workspace.folders.close('reports');
    await workspace.folders.allow('reports');
    expect([quickInput.state.kind, trust.doubtOf(path)]).toEqual(['closed', 'folder']);

    await trust.give(path);
    expect(await workspace.documents.sessionOf(path)).not.toBeNull();
    const next = blankWorkspace({ records, folders });
    await next.start();
    expect([next.quickInput.state.kind, next.trust.doubtOf(path)]).toEqual(['closed', null]);
  });

  test('is in doubt again as a whole when the trust in one of its files is withdrawn', async () => {
    const { workspace } = await opened();
    workspace.quickInput.close('yes');
    await vi.waitFor(() => expect(workspace.trust.doubtOf(path)).toBeNull());
    const other = await workspace.fileActions.newFile('# B\n', 'reports:/b.md');
    await workspace.documents.sessionOf(other);
    workspace.openNotebook(path, { pin: true });
    await workspace.documents.sessionOf(path);
    await workspace.trust.withdraw(path);
    await vi.waitFor(() =>
      expect([status(workspace, path), status(workspace, other)]).toEqual(['failed', 'failed']),
    );
    await workspace.fileActions.move(path, '');
    expect(workspace.trust.doubtOf('own/a.md')).toBe('withdrawn');
  });

  test('is in doubt in another window as it is here', async () => {
    const { workspace, records, folders } = await opened({ channel: browserChannel() });
    workspace.quickInput.close('yes');
    await vi.waitFor(() => expect(workspace.trust.doubtOf(path)).toBeNull());
    const there = blankWorkspace({ records, folders, channel: browserChannel() });
    await there.start();
    there.openNotebook(path, { pin: true });
    expect(await there.documents.sessionOf(path)).not.toBeNull();
    await workspace.trust.withdraw(path);
    await vi.waitFor(() => expect(status(there, path)).toBe('failed'));
    expect(there.folders.list.map(({ isTrusted }) => isTrusted)).toEqual([false]);
    await workspace.trust.give(path);
    await vi.waitFor(() => expect(status(there, path)).toBe('open'));
  });

  test('that is left without an answer is asked about again', async () => {
    const { workspace } = await opened();
    workspace.quickInput.close();
    await workspace.folders.close('reports');
    await workspace.folders.allow('reports');
    expect([workspace.quickInput.state.kind, workspace.trust.doubtOf(path)]).toEqual(['pick', 'folder']);
  });
});
