import { describe, expect, test } from 'vitest';
import { Journal } from '../../src/lib/workspace/storage/journal.ts';
import { memoryRecords, type Records } from '../../src/lib/workspace/storage/records.ts';
import { memoryWindows } from '../../src/lib/workspace/storage/windows.ts';

/** Windows over the same records, those in `open` being alive. */
function windowsOver(records: Records) {
  const open = new Set<string>();
  return {
    open(id: string, delay = 5): Journal {
      open.add(id);
      return new Journal(
        records,
        memoryWindows(id, () => open),
        { delay },
      );
    },
    kill: (id: string) => void open.delete(id),
  };
}

const draft = (path: string, text: string, base: string | null = null) => ({
  path,
  text,
  base,
  saving: null,
});
const besides = (path: string) => path.replace('.md', ' 2.md');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the journal', () => {
  test('what a killed window had not saved is for the next one', async () => {
    const windows = windowsOver(memoryRecords());
    const first = windows.open('first');
    first.keep(draft('own/a.md', 'half a sen', 'half'));
    first.keepWindow({ activeId: 'notebook:own/a.md' });
    await pause(30);
    windows.kill('first');
    const { drafts, window } = await windows.open('second').adopt(besides);
    expect(drafts).toMatchObject([draft('own/a.md', 'half a sen', 'half')]);
    expect(window).toEqual({ activeId: 'notebook:own/a.md' });
  });

  test('typing without a pause is still written within the delay', async () => {
    const records = memoryRecords();
    const journal = windowsOver(records).open('one', 40);
    for (let count = 0; count < 12; count++) {
      journal.keep(draft('own/a.md', 'x'.repeat(count)));
      await pause(10);
    }
    const [kept] = (await records.all('draft')).values();
    expect(kept).toMatchObject({ path: 'own/a.md' });
  });

  test('a window that lives keeps its own', async () => {
    const windows = windowsOver(memoryRecords());
    const first = windows.open('first');
    first.keep(draft('own/a.md', 'mine'));
    await first.flush();
    expect((await windows.open('second').adopt(besides)).drafts).toEqual([]);
  });

  test('what was taken over belongs to the window that took it, until that is gone too', async () => {
    const windows = windowsOver(memoryRecords());
    const first = windows.open('first');
    first.keep(draft('own/a.md', 'text'));
    await first.flush();
    windows.kill('first');
    await windows.open('second').adopt(besides);
    expect((await windows.open('third').adopt(besides)).drafts).toEqual([]);
    windows.kill('second');
    expect((await windows.open('fourth').adopt(besides)).drafts).toMatchObject([draft('own/a.md', 'text')]);
  });

  test('two dead windows with the same notebook leave both texts, the earlier as a file of its own', async () => {
    const records = memoryRecords();
    const windows = windowsOver(records);
    for (const id of ['first', 'second']) {
      const journal = windows.open(id);
      journal.keep(draft('own/a.md', `by ${id}`, 'base'));
      await journal.flush();
      await pause(5);
      windows.kill(id);
    }
    const { drafts } = await windows.open('third').adopt(besides);
    const both = [draft('own/a.md', 'by second', 'base'), draft('own/a 2.md', 'by first')];
    expect(drafts).toEqual(both);
    const kept = [...(await records.all('draft')).values()];
    expect(kept).toMatchObject(both);
  });

  test('what is safe elsewhere is forgotten', async () => {
    const records = memoryRecords();
    const journal = windowsOver(records).open('one');
    journal.keep(draft('own/a.md', 'text'));
    await journal.flush();
    journal.settle('own/a.md');
    await journal.flush();
    expect(await records.all('draft')).toEqual(new Map());
  });
});

test('what could not be written is tried again, and the journal says how it fares', async () => {
  const records = memoryRecords();
  const state = { isFull: true };
  const failing: Records = {
    ...records,
    write: async (changes) => {
      if (state.isFull) throw new Error('full');
      await records.write(changes);
    },
  };
  const health: unknown[] = [];
  const windows = memoryWindows('one', () => ['one']);
  const onhealth = (error: unknown) => health.push(error === null ? 'well' : 'failing');
  const journal = new Journal(failing, windows, { delay: 1, pause: 1, onhealth });
  journal.keep(draft('own/a.md', 'first'));
  await pause(20);
  journal.keep(draft('own/b.md', 'second'));
  state.isFull = false;
  await pause(40);
  const kept = [...(await records.all('draft')).values()];
  expect(kept).toMatchObject([draft('own/a.md', 'first'), draft('own/b.md', 'second')]);
  expect(health).toEqual(['failing', 'well']);
});
