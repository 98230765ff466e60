import { expect, test } from 'vitest';
import { afterPaint } from '../../../src/lib/ui/editor/after-paint.ts';

const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));

test('what a key leads to is done once it is painted, and once however many keys there were', async () => {
  const done: string[] = [];
  let text = '';
  const telling = afterPaint(() => done.push(text));
  text = 'a';
  telling.soon();
  text = 'ab';
  telling.soon();
  expect(done).toEqual([]);
  await painted();
  expect(done).toEqual(['ab']);
  expect(telling.now()).toBe(false);
});

test.each(['keydown', 'pointerdown', 'click', 'blur', 'pagehide'])(
  'whatever begins with a %s finds it done',
  (kind) => {
    const done: string[] = [];
    const telling = afterPaint(() => done.push('told'));
    const button = document.body.appendChild(document.createElement('button'));
    button.addEventListener(kind, () => done.push('acted'));
    window.addEventListener(kind, () => done.push('heard'), { once: true });
    telling.soon();
    button.dispatchEvent(new Event(kind, { bubbles: kind !== 'blur' }));
    button.remove();
    expect(done.slice(0, 2)).toEqual(['told', 'acted']);
  },
);

test('the text that is asked for at once is told at once', () => {
  const done: string[] = [];
  const telling = afterPaint(() => done.push('told'));
  telling.soon();
  expect([telling.now(), telling.now(), done]).toEqual([true, false, ['told']]);
});
