import { describe, expect, test, vi } from 'vitest';
import { folderStorage, type FolderAccess } from '../../src/lib/workspace/storage/folder-access.ts';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { memoryWindows } from '../../src/lib/workspace/storage/windows.ts';
import { blankWorkspace } from './blank-workspace.ts';

/** A directory of the browser's own file system stands in for one on a disk, called `reports`. */
async function directory(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const parent = await root.getDirectoryHandle(`disk-${crypto.randomUUID()}`, { create: true });
  return parent.getDirectoryHandle('reports', { create: true });
}

function access(handle: FileSystemDirectoryHandle, isAllowed: FolderAccess['isAllowed']): FolderAccess {
  return { isPossible: true, pick: async () => handle, isAllowed, watch: () => () => {} };
}

async function opened() {
  const handle = await directory();
  const disk = folderStorage(handle, 'another program');
  await disk.write('a.md', '# A\n', null);
  const records = memoryRecords();
  const folders = access(handle, async () => true);
  const workspace = blankWorkspace({ records, folders });
  await workspace.start();
  await workspace.folders.pick();
  workspace.quickInput.close('yes');
  await vi.waitFor(() => expect(workspace.folders.list[0]?.isTrusted).toBe(true));
  return { handle, disk, records, workspace };
}

const names = ({ files }: ReturnType<typeof blankWorkspace>) => files.ownNames;

describe('a folder on the disk', () => {
  test('its notebooks are listed and saved where they lie', async () => {
    const { workspace, disk } = await opened();
    expect(names(workspace)).toEqual(['reports:/a.md']);
    const session = await workspace.documents.sessionOf('own/reports:/a.md');
    session?.insertText('More.\n');
    await workspace.documents.closeAll(() => true);
    expect(await disk.read('a.md')).toBe('# A\n\n<!-- cell -->\n\nMore.\n');
  });

  test('files are made in it, moved between its folders and the browser, and each move is taken back', async () => {
    const { workspace, disk } = await opened();
    const { fileActions } = workspace;
    const path = await fileActions.newFile('# B\n', 'reports:/clients/b.md');
    await fileActions.move(path, 'reports:/');
    await fileActions.move('own/reports:/a.md', 'old/');
    expect([names(workspace), await disk.read('b.md')]).toEqual([['old/a.md', 'reports:/b.md'], '# B\n']);
    await fileActions.undo();
    await fileActions.undo();
    expect(names(workspace)).toEqual(['reports:/a.md', 'reports:/clients/b.md']);
  });

  test('what another program writes is shown, and what was here is kept where that is wanted', async () => {
    const { workspace, disk } = await opened();
    const session = await workspace.documents.sessionOf('own/reports:/a.md');
    expect(session?.text).toBe('# A\n');
    await disk.write('a.md', '# Changed outside\n', '# A\n');
    await vi.waitFor(async () => {
      await workspace.folders.check();
      expect(workspace.documents.find('own/reports:/a.md')?.session?.text).toBe('# Changed outside\n');
    });
    const [told] = workspace.notifications.list;
    expect(told?.text).toEqual({ code: 'folders.changedOutside', params: { name: 'reports:/a.md' } });
    told?.actions[0]?.run();
    await vi.waitFor(async () => expect(await disk.read('a 2.md')).toBe('# A\n'));
  });

  test('what is being written while another program writes is kept beside it', async () => {
    const { workspace, disk } = await opened();
    const session = await workspace.documents.sessionOf('own/reports:/a.md');
    session?.insertText('Mine.\n');
    await disk.write('a.md', '# Theirs\n', '# A\n');
    await workspace.folders.check();
    const document = workspace.documents.find('own/reports:/a.md');
    if (document) await workspace.documents.save(document);
    expect([await disk.read('a.md'), await disk.read('a 2.md')]).toEqual([
      '# Theirs\n',
      '# A\n\n<!-- cell -->\n\nMine.\n',
    ]);
  });

  test('closed it is among the recent ones; the next window has it open, or asks for it by a click', async () => {
    const { workspace, records, handle } = await opened();
    workspace.openNotebook('own/reports:/a.md', { pin: true });
    await workspace.documents.sessionOf('own/reports:/a.md');
    await workspace.flush();
    let isGranted = false;
    const next = blankWorkspace({
      records,
      windows: memoryWindows('two', () => ['two']),
      folders: access(handle, async (_, ask) => (isGranted ||= ask)),
    });
    await next.start();
    const statuses = () => next.folders.list.map(({ root, status }) => [root, status]);
    expect([statuses(), names(next)]).toEqual([[['reports', 'locked']], []]);
    const state = () => next.documents.find('own/reports:/a.md')?.state.status;
    await vi.waitFor(() => expect(state()).toBe('failed'), 5000);
    await next.folders.allow('reports');
    expect([statuses(), names(next)]).toEqual([[['reports', 'open']], ['reports:/a.md']]);
    await vi.waitFor(() => expect(state()).toBe('open'));
    await next.folders.close('reports');
    expect([next.folders.recent.map(({ root }) => root), names(next), next.documents.list]).toEqual([
      ['reports'],
      [],
      [],
    ]);
  });
});
