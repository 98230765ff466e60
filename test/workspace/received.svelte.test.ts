import { describe, expect, test } from 'vitest';
import { digest, fromFragment, toFragment } from '#share';
import { noAddress } from '../../src/lib/workspace/storage/address.ts';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { blankWorkspace } from './blank-workspace.ts';

const stranger = { name: 'theirs.md', text: '# Theirs\n', by: 'file' } as const;

const tabIds = ({ tabs }: ReturnType<typeof blankWorkspace>) => tabs.list.map(({ id }) => id);

describe('a file from elsewhere', () => {
  test('is none of the reader’s until they trust it, and is known again then', async () => {
    const records = memoryRecords();
    const workspace = blankWorkspace({ records });
    const id = (await digest(stranger.text)) ?? '';
    await workspace.received.open(stranger);
    expect([tabIds(workspace), workspace.files.own, await workspace.received.find(id)]).toEqual([
      [`received:${id}`],
      [],
      stranger,
    ]);
    await workspace.received.trust(id);
    expect(tabIds(workspace)).toEqual(['notebook:own/theirs.md']);
    expect((await workspace.localHistory.versions('own/theirs.md')).map(({ why }) => why)).toEqual([
      'received',
    ]);

    const later = blankWorkspace({ records });
    await later.received.open(stranger);
    expect(tabIds(later)).toEqual(['notebook:own/theirs.md']);
    const changed = { ...stranger, text: '# Theirs, changed\n' };
    await later.received.open(changed);
    expect(tabIds(later)).toContain(`received:${await digest(changed.text)}`);
  });

  test('that says what a file here says is that file', async () => {
    const workspace = blankWorkspace();
    await workspace.fileActions.newFile(stranger.text, 'mine.md');
    await workspace.received.open(stranger);
    await workspace.received.open({ ...stranger, text: '# Ready\n' });
    expect(tabIds(workspace)).toEqual(['notebook:own/mine.md', 'notebook:shipped/ready.md']);
  });

  test('that was saved to the disk here is no stranger when it comes back', async () => {
    const workspace = blankWorkspace();
    const path = await workspace.fileActions.newFile(stranger.text, 'mine.md');
    await workspace.documents.sessionOf(path);
    await workspace.fileActions.saveAs();
    await workspace.fileActions.remove(path);
    await workspace.received.open(stranger);
    expect(tabIds(workspace)).toEqual(['notebook:own/theirs.md']);
  });
});

describe('a link', () => {
  test('carries the text of a file as it is now, and opens elsewhere as a stranger’s', async () => {
    const workspace = blankWorkspace();
    const path = await workspace.fileActions.newFile(stranger.text, 'mine.md');
    const session = await workspace.documents.sessionOf(path);
    session?.setSource(session.notebook.cells[0]?.id ?? '', '# Mine');
    const link = await workspace.received.linkTo(path);
    const fragment = link?.url.slice(1) ?? '';
    expect([await fromFragment(fragment), link?.length]).toEqual([
      { name: 'mine.md', text: '# Mine\n' },
      link?.url.length,
    ]);

    const cleared: string[] = [];
    const address = { ...noAddress, fragment: () => fragment, clear: () => void cleared.push(fragment) };
    const other = blankWorkspace({ address });
    await other.start();
    expect([tabIds(other), cleared]).toEqual([
      ['welcome', `received:${await digest('# Mine\n')}`],
      [fragment],
    ]);
  });

  test('that was cut says so, and opens nothing', async () => {
    const fragment = (await toFragment(stranger)).slice(0, -6);
    const workspace = blankWorkspace({ address: { ...noAddress, fragment: () => fragment } });
    await workspace.start();
    expect([tabIds(workspace), workspace.notifications.list.map(({ text }) => workspace.tell(text))]).toEqual(
      [['welcome'], [workspace.t('sharing.link.damaged')]],
    );
  });
});
