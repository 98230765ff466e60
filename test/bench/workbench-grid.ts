import type { Page } from 'playwright';
import { bring, openPage, withSite } from './page.ts';

const patience = 300_000;
const columns = 20;

/**
 * A result of many rows by 20 columns in a real page of the built site, scrolled from its first row to its last and back: the tasks that
 * hold the page up, and the memory of the page's own heap. Needs `npm run build` first.
 */
export async function benchGrid(rows: number, say: (line: string) => void): Promise<void> {
  await withSite(async (browser) => {
    const page = await openPage(browser, watchTasks);
    await bring(page, 'long.md', notebookText(rows));
    await page.locator('[data-cell]').first().focus();
    await page.keyboard.press('Control+Enter');
    const grid = page.getByRole('grid');
    await grid.waitFor({ timeout: patience });
    say(`${rows.toLocaleString('en')} rows by ${columns} columns`);
    say(`heap before scrolling     ${megabytes(await heap(page))}`);
    for (const way of ['down', 'up'] as const) {
      const found = await scroll(page, way);
      say(`scrolled ${way}`.padEnd(26) + tasksOver50(found.tasks));
      say(`heap while scrolling      at most ${megabytes(found.heap)}`);
    }
    say(`heap after scrolling      ${megabytes(await heap(page))}`);
  });
}

function notebookText(rows: number): string {
  const kinds = [
    (at: number) => `range + ${at} as n_${at}`,
    (at: number) => `'ticket ' || (range * ${at + 1}) as words_${at}`,
    (at: number) => `range / ${at + 3} as share_${at}`,
    (at: number) => `timestamp '2026-01-01' + to_seconds(range * ${at + 1}) as at_${at}`,
  ];
  const list = Array.from({ length: columns }, (_, at) => kinds[at % kinds.length]?.(at)).join(', ');
  return `---\ndeskbook: 1\ntitle: Long\n---\n\n\`\`\`sql long\nselect ${list} from range(${rows})\n\`\`\`\n`;
}

interface Task {
  readonly duration: number;
}

declare global {
  var longTasks: Task[];
}

function watchTasks(): void {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push({ duration });
  }).observe({ type: 'longtask' });
}

/** From one end to the other in 300 steps, as fast as frames come, with a rest now and then, in which pages come and are drawn. */
async function scroll(page: Page, way: 'down' | 'up') {
  await page.evaluate(() => void longTasks.splice(0));
  let most = 0;
  for (let part = 0; part < 30; part++) {
    await page.evaluate(
      async ([from, direction]) => {
        const grid = document.querySelector('[role=grid]');
        const end = (grid?.scrollHeight ?? 0) - (grid?.clientHeight ?? 0);
        for (let at = 1; at <= 10; at++) {
          const share = (from * 10 + at) / 300;
          grid?.scrollTo({ top: end * (direction === 'down' ? share : 1 - share) });
          await new Promise((drawn) => requestAnimationFrame(drawn));
        }
      },
      [part, way] as const,
    );
    await page.waitForFunction(() => !document.querySelector('[role=grid] .pending'), null, {
      timeout: patience,
    });
    most = Math.max(most, await usedHeap(page));
  }
  return { tasks: await page.evaluate(() => longTasks), heap: most };
}

/** What the heap holds once what nobody needs is gone. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return usedHeap(page);
}

async function usedHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function tasksOver50(tasks: readonly Task[]): string {
  const longest = tasks.reduce((most, { duration }) => Math.max(most, duration), 0);
  return tasks.length === 0
    ? 'no task over 50 ms'
    : `${tasks.length} tasks over 50 ms, the longest ${longest.toFixed(0)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
