import { expect, test } from 'vitest';
import { StorageConflictError, type Storage } from '../../src/lib/workspace/storage/storage.ts';

/** What every storage of notebooks promises. */
export function storageContract(open: () => Promise<Storage> | Storage): void {
  test('what was written is read, byte for byte', async () => {
    const storage = await open();
    const text = "---\ntitle: Satisfação\r\n---\n\n```sql\nselect 'ção'\n```\n";
    await storage.write('a.md', text, null);
    expect(await storage.read('a.md')).toBe(text);
    expect((await storage.list()).map(({ path }) => path)).toEqual(['a.md']);
  });

  test('a file that is not there reads as nothing', async () => {
    expect(await (await open()).read('none.md')).toBeNull();
  });

  test('a write that has not seen the last text is refused and changes nothing', async () => {
    const storage = await open();
    await storage.write('a.md', 'one', null);
    await storage.write('a.md', 'two', 'one');
    await expect(storage.write('a.md', 'three', 'one')).rejects.toThrow(StorageConflictError);
    await expect(storage.write('a.md', 'three', null)).rejects.toThrow(StorageConflictError);
    expect(await storage.read('a.md')).toBe('two');
  });

  test('of two writes that have seen the same text, one is refused', async () => {
    const storage = await open();
    await storage.write('a.md', 'base', null);
    const outcomes = await Promise.allSettled([
      storage.write('a.md', 'left', 'base'),
      storage.write('a.md', 'right', 'base'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a new name never covers a file', async () => {
    const storage = await open();
    await storage.write('a.md', 'a', null);
    await storage.write('b.md', 'b', null);
    await expect(storage.rename('a.md', 'b.md')).rejects.toThrow(StorageConflictError);
    await storage.rename('a.md', 'c.md');
    expect([await storage.read('a.md'), await storage.read('b.md'), await storage.read('c.md')]).toEqual([
      null,
      'b',
      'a',
    ]);
  });

  test('what was removed is gone, and removing it again is no failure', async () => {
    const storage = await open();
    await storage.write('a.md', 'a', null);
    await storage.remove('a.md');
    await storage.remove('a.md');
    expect(await storage.list()).toEqual([]);
  });

  test('files lie in folders, and are moved between them', async () => {
    const storage = await open();
    const paths = async () => (await storage.list()).map(({ path }) => path);
    await storage.write('clients/acme.md', 'acme', null);
    await storage.write('clients/old/beta.md', 'beta', null);
    expect(await paths()).toEqual(['clients/acme.md', 'clients/old/beta.md']);
    await storage.rename('clients/old/beta.md', 'beta.md');
    await storage.rename('clients/acme.md', 'new/place/acme.md');
    expect([await paths(), await storage.read('beta.md'), await storage.read('new/place/acme.md')]).toEqual([
      ['beta.md', 'new/place/acme.md'],
      'beta',
      'acme',
    ]);
    await storage.remove('new/place/acme.md');
    expect([await paths(), await storage.read('new/place/acme.md')]).toEqual([['beta.md'], null]);
  });
}
