import { expect, test } from 'vitest';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { Wastebasket } from '../../src/lib/workspace/Wastebasket.svelte.ts';

/** A clock that goes on by a second each time it is looked at. */
function clock(): () => number {
  let now = 0;
  return () => (now += 1000);
}

test('a removed file leaves the basket only once it is elsewhere', async () => {
  const basket = new Wastebasket(memoryRecords(), clock());
  const key = await basket.put('a.md', 'the text');
  await expect(basket.take(key, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(await basket.take(key, async ({ name, text }) => [name, text])).toEqual(['a.md', 'the text']);
  await expect(basket.take(key, async () => {})).rejects.toThrow('workspace.notInBasket');
});

test('the basket lists the last first, keeps fifty, and forgets for good what it is told to', async () => {
  const records = memoryRecords();
  const basket = new Wastebasket(records, clock());
  for (let count = 1; count <= 51; count++) await basket.put(`${count}.md`, '');
  expect([basket.files.length, basket.files[0]?.name, basket.files.at(-1)?.name]).toEqual([
    50,
    '51.md',
    '2.md',
  ]);
  expect(basket.files[0]?.at).toBe(51_000);
  await basket.forget(basket.files.slice(1));
  expect((await new Wastebasket(records).list()).map(({ name }) => name)).toEqual(['51.md']);
});
