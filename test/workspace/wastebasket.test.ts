import { expect, test } from 'vitest';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { Wastebasket } from '../../src/lib/workspace/wastebasket.ts';

test('a removed file leaves the basket only once it is elsewhere', async () => {
  const basket = new Wastebasket(memoryRecords());
  await basket.put('a.md', 'the text');
  const failed = basket.takeLast(() => Promise.reject(new Error('no room')));
  await expect(failed).rejects.toThrow('no room');
  const taken: unknown[] = [];
  const take = async (removed: unknown) => void taken.push(removed);
  await basket.takeLast(take);
  await basket.takeLast(take);
  expect(taken).toEqual([{ name: 'a.md', text: 'the text' }]);
});
