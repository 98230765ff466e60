import { expect, test } from 'vitest';
import { Waits } from '../../src/lib/workspace/Waits.svelte.ts';

const never = (signal: AbortSignal) =>
  new Promise<string>((_, refuse) => signal.addEventListener('abort', () => refuse(new Error('stopped'))));

test('what is read is stopped by the reader or by its own signal; what is written is waited for', async () => {
  const waits = new Waits();
  const told = () => ({ isBusy: waits.isBusy, canStop: waits.canStop });
  const seen = [told()];
  let finish: (rows: number) => void = () => {};
  const writing = waits.writing(() => new Promise<number>((resolve) => (finish = resolve)));
  seen.push(told());
  const reading = waits.reading(undefined, never);
  const own = new AbortController();
  const watched = waits.reading(own.signal, never);
  seen.push(told());
  own.abort();
  await expect(watched).rejects.toThrow('stopped');
  seen.push(told());
  waits.stop();
  await expect(reading).rejects.toThrow('stopped');
  seen.push(told());
  finish(3);
  expect(await writing).toBe(3);
  seen.push(told());
  expect(seen).toEqual([
    { isBusy: false, canStop: false },
    { isBusy: true, canStop: false },
    { isBusy: true, canStop: true },
    { isBusy: true, canStop: true },
    { isBusy: true, canStop: false },
    { isBusy: false, canStop: false },
  ]);
});
