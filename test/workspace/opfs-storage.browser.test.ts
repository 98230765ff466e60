import { describe, expect, test } from 'vitest';
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
    await records.put('draft', 'one/own/a.md', { text: 'a' });
    await records.put('draft', 'two/own/b.md', { text: 'b' });
    await records.put('window', 'one', { tabs: [] });
    await records.remove('draft', 'two/own/b.md');
    const again = indexedDbRecords(name);
    expect(await again.all('draft')).toEqual(new Map([['one/own/a.md', { text: 'a' }]]));
    expect(await again.get('window', 'one')).toEqual({ tabs: [] });
    expect(await again.get('window', 'none')).toBeUndefined();
  });
});
