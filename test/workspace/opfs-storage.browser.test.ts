import { describe, expect, test } from 'vitest';
import { StorageError } from '#errors';
import { indexedDbRecords } from '../../src/lib/workspace/storage/indexed-db.ts';
import { folderStorage } from '../../src/lib/workspace/storage/folder-access.ts';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { mountedStorage } from '../../src/lib/workspace/storage/mounted.ts';
import { opfsStorage } from '../../src/lib/workspace/storage/opfs.ts';
import { storageContract } from './storage-contract.ts';

describe("notebooks in the browser's file system", () => {
  storageContract(() => opfsStorage(`test-${crypto.randomUUID()}`));

  test('another window sees what this one wrote', async () => {
    const folder = `test-${crypto.randomUUID()}`;
    await opfsStorage(folder).write('a.md', 'text', null);
    expect(await opfsStorage(folder).read('a.md')).toBe('text');
  });
});

/** A directory of the browser's own file system stands in for one on a disk. */
async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(`disk-${crypto.randomUUID()}`, { create: true });
}

describe('notebooks in a folder on the disk', () => {
  storageContract(async () => folderStorage(await folder()));

  test('what is no notebook is neither listed nor touched', async () => {
    const handle = await folder();
    for (const name of ['.git', 'node_modules', 'data'])
      await handle.getDirectoryHandle(name, { create: true });
    const hidden = await (await handle.getDirectoryHandle('.git')).getFileHandle('a.md', { create: true });
    expect(hidden.name).toBe('a.md');
    await handle.getFileHandle('notes.txt', { create: true });
    const storage = folderStorage(handle);
    await storage.write('data/a.md', 'a', null);
    await storage.remove('data/a.md');
    const names = [];
    for await (const name of handle.keys()) names.push(name);
    expect([await storage.list(), names.sort()]).toEqual([[], ['.git', 'data', 'node_modules', 'notes.txt']]);
  });
});

describe('a folder beside the browser’s own', () => {
  storageContract(async () => {
    const storage = mountedStorage(opfsStorage(`test-${crypto.randomUUID()}`));
    storage.mount('Disk', folderStorage(await folder()));
    return storage;
  });

  test('is read and written under its root, and files move between the two', async () => {
    const storage = mountedStorage(memoryStorage());
    const disk = folderStorage(await folder());
    await expect(storage.read('Disk:/a.md')).rejects.toThrow('folders.locked');
    storage.mount('Disk', disk);
    await storage.write('a.md', 'mine', null);
    await storage.rename('a.md', 'Disk:/clients/a.md');
    expect([await storage.list(), await disk.read('clients/a.md')]).toEqual([
      [{ path: 'Disk:/clients/a.md', modified: expect.any(Number) }],
      'mine',
    ]);
    await storage.write('a.md', 'another', null);
    await expect(storage.rename('Disk:/clients/a.md', 'a.md')).rejects.toThrow('workspace.conflict');
    expect(await storage.read('Disk:/clients/a.md')).toBe('mine');
  });
});

describe('records in IndexedDB', () => {
  test('are found by kind and key, and outlive the connection', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const records = indexedDbRecords(name);
    await records.write([
      { kind: 'draft', key: 'one/own/a.md', value: { text: 'a' } },
      { kind: 'draft', key: 'two/own/b.md', value: { text: 'b' } },
      { kind: 'window', key: 'one', value: { tabs: [] } },
    ]);
    await records.write([{ kind: 'draft', key: 'two/own/b.md', value: undefined }]);
    const again = indexedDbRecords(name);
    expect(await again.all('draft')).toEqual(new Map([['one/own/a.md', { text: 'a' }]]));
    expect(await again.get('window', 'one')).toEqual({ tabs: [] });
    expect(await again.get('window', 'none')).toBeUndefined();
  });

  test('of several changes none is made where one cannot be', async () => {
    const records = indexedDbRecords(`test-${crypto.randomUUID()}`);
    const changes = [
      { kind: 'draft', key: 'one', value: 'kept' },
      { kind: 'draft', key: 'two', value: () => 'no value that can be kept' },
    ];
    await expect(records.write(changes)).rejects.toThrow(StorageError);
    expect(await records.all('draft')).toEqual(new Map());
  });
});
