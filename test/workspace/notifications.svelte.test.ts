import { expect, test } from 'vitest';
import { text } from '#errors';
import { Notifications } from '../../src/lib/workspace/Notifications.svelte.ts';

test('work is told of until it is closed: how far it is, and how it is stopped; nothing is left of it', () => {
  const notifications = new Notifications();
  let stops = 0;
  const work = notifications.work(text('reporting.writing', { file: 'a.html' }), () => stops++);
  const other = notifications.work(text('reporting.writing', { file: 'b.html' }), () => undefined);
  work.reach(0.5);
  expect(notifications.list.map(({ text: { params }, share }) => [params['file'], share])).toEqual([
    ['a.html', 0.5],
    ['b.html', 0],
  ]);
  notifications.list[0]?.actions[0]?.run();
  work.close();
  work.reach(0.7);
  expect([stops, notifications.list.length, notifications.past]).toEqual([1, 1, []]);
  other.close();
  expect(notifications.list).toEqual([]);
});
