import { describe, expect, test } from 'vitest';
import { holdsNotebooks, unzipTexts, zipTexts } from '../../src/lib/workspace/notebook-zip.ts';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { blankWorkspace } from './blank-workspace.ts';

const texts = [
  { name: 'clients/ação.md', text: '# Ação\r\n' },
  { name: 'weekly.md', text: '# Weekly\n' },
];

const fileOf = (blob: Blob, name = 'all.zip') => new File([blob], name);

describe('a workspace as a zip', () => {
  test('what is packed is unpacked, byte for byte, folders and all', async () => {
    expect(await unzipTexts(fileOf(await zipTexts(texts)))).toEqual(texts);
  });

  test('the same files give the same bytes', async () => {
    const [one, other] = await Promise.all([zipTexts(texts), zipTexts(texts)]);
    expect(new Uint8Array(await one.arrayBuffer())).toEqual(new Uint8Array(await other.arrayBuffer()));
  });

  test('a zip of notebooks is told from an export, and from what is no zip', async () => {
    const data = fileOf(await zipTexts([...texts, { name: 'tickets.csv', text: 'id\n1\n' }]));
    const broken = new File(['no zip'], 'all.zip');
    const held = await Promise.all([fileOf(await zipTexts(texts)), data, broken].map(holdsNotebooks));
    expect(held).toEqual([true, false, false]);
    await expect(unzipTexts(broken)).rejects.toThrow('folders.zip.damaged');
  });

  test('saved in one browser and added in another all files are there; once more adds nothing', async () => {
    const saved: File[] = [];
    const storage = memoryStorage();
    for (const { name, text } of texts) await storage.write(name, text, null);
    const save = async (name: string, content: string | Blob) => saved.push(new File([content], name)) > 0;
    const from = blankWorkspace({ storage, disk: { pick: async () => [], save } });
    await from.start();
    await from.fileActions.saveAll();

    const to = blankWorkspace();
    await to.start();
    const adding = to.fileActions.addZip(saved[0]!);
    await expect.poll(() => to.quickInput.state.kind).toBe('pick');
    to.quickInput.close('yes');
    await adding;
    expect([saved[0]?.name, to.files.own.map(({ name, text }) => ({ name, text }))]).toEqual([
      'Deskbook files.zip',
      texts,
    ]);
    await to.fileActions.addZip(saved[0]!);
    expect(to.files.ownNames).toEqual(['clients/ação.md', 'weekly.md']);
    await to.fileActions.undo();
    await to.fileActions.undo();
    expect(to.files.ownNames).toEqual([]);
  });

  test('dropped on the window it is added, and what is no zip of notebooks is imported', async () => {
    const workspace = blankWorkspace();
    await workspace.start();
    for (const { text } of texts) await workspace.received.remember(text);
    await workspace.openFiles([fileOf(await zipTexts(texts)), new File(['a;b'], 'export.csv')]);
    expect([workspace.files.ownNames, workspace.tabs.list.map(({ id }) => id)]).toEqual([
      ['clients/ação.md', 'weekly.md'],
      ['welcome', 'import:1'],
    ]);
  });

  test('a stranger’s files are not added unless the reader says so', async () => {
    const workspace = blankWorkspace();
    await workspace.start();
    const adding = workspace.fileActions.addZip(fileOf(await zipTexts(texts)));
    await expect.poll(() => workspace.quickInput.state.kind).toBe('pick');
    workspace.quickInput.close('no');
    await adding;
    expect(workspace.files.ownNames).toEqual([]);
  });
});
