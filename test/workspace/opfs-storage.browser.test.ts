import { describe, expect, test } from 'vitest';
import { StorageError } from '#errors';
import { indexedDbRecords } from '../../src/lib/workspace/storage/indexed-db.ts';
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
