import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { openPage, withSite } from './page.ts';
import { writeZendeskFile } from './zendesk-file.ts';

const patience = 30 * 60_000;
const pause = 200;

interface Sample {
  readonly seconds: number;
  readonly megabytes: number;
  readonly told: string;
}

/**
 * Imports a large file in a real page of the built site: the memory of the renderer's process (the engine's included), the tasks that
 * held the page up, how the progress moved, and what a cancelled import leaves behind. Needs `npm run build` first.
 */
export async function benchScale(rows: number, say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbook-scale-'));
  try {
    const path = join(folder, 'zendesk.csv');
    await writeZendeskFile(path, rows);
    say(`${rows.toLocaleString('en')} rows, ${(statSync(path).size / 1e6).toFixed(0)} MB, in a page`);
    await withSite(async (browser) => {
      await cancelled(browser, path, say);
      await whole(browser, path, say);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function whole(browser: Browser, path: string, say: (line: string) => void): Promise<void> {
  const page = await open(browser);
  const meter = await measure(browser, page);
  await drop(page, path);
  const button = page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
  await button.waitFor({ timeout: patience });
  say(`read and recognised    ${meter.told()}`);
  await button.click();
  await page.getByRole('heading', { name: /^[\d,]+ rows imported$/ }).waitFor({ timeout: patience });
  say(`imported               ${meter.told()}`);
  await page.waitForTimeout(3000);
  say(`stored                 ${((await stored(page)) / 1e6).toFixed(0)} MB`);
  for (const line of await meter.finish()) say(line);
  await page.context().close();
}

/** Half-way through the loading somebody presses “Cancel”: the page says so, and the database has no row. */
async function cancelled(browser: Browser, path: string, say: (line: string) => void): Promise<void> {
  const page = await open(browser);
  const before = await stored(page);
  await drop(page, path);
  const button = page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
  await button.waitFor({ timeout: patience });
  const reading = await stored(page);
  await button.click();
  await page.waitForTimeout(6000);
  const pressed = performance.now();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page
    .getByRole('button', { name: 'Cancel', exact: true })
    .waitFor({ state: 'detached', timeout: 60_000 });
  const took = (performance.now() - pressed) / 1000;
  await page.reload();
  await page.getByText('Kept in this browser').waitFor();
  const after = await stored(page);
  const megabytes = [before, reading, after].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`);
  say(
    `cancelled while loading: gone after ${took.toFixed(1)} s; stored before, with the file read, and after: ${megabytes.join(', ')}`,
  );
  await page.context().close();
}

function open(browser: Browser): Promise<Page> {
  return openPage(browser, () => {
    const tasks: { start: number; duration: number }[] = [];
    Reflect.set(globalThis, 'longTasks', tasks);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Drops a file of the disk as a person would; it is never read here. */
async function drop(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', id: 'bench-file', hidden: true });
    document.body.append(input);
  });
  await page.setInputFiles('#bench-file', path);
  await page.evaluate(() => {
    const input = document.querySelector('#bench-file');
    if (!(input instanceof HTMLInputElement) || !input.files?.[0]) throw new Error('no file');
    const data = new DataTransfer();
    data.items.add(input.files[0]);
    input.remove();
    for (const kind of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }),
      );
  });
}

async function stored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    let bytes = 0;
    for await (const handle of root.values())
      if (handle instanceof FileSystemFileHandle) bytes += (await handle.getFile()).size;
    return bytes;
  });
}

async function measure(browser: Browser, page: Page) {
  const samples: Sample[] = [];
  const start = performance.now();
  const from = await page.evaluate(() => performance.now());
  const pids = await renderers(browser);
  const timer = setInterval(() => {
    void progressOf(page).then((told) =>
      samples.push({ seconds: since(start), megabytes: memory(pids), told }),
    );
  }, pause);
  return {
    told: () => `${since(start).toFixed(1)} s, peak so far ${peak(samples).toFixed(0)} MB`,
    finish: async () => {
      clearInterval(timer);
      const tasks = await page.evaluate(() => Reflect.get(globalThis, 'longTasks'));
      return [
        `peak of the renderer    ${peak(samples).toFixed(0)} MB`,
        ...longTasks(tasks, from),
        ...steps(samples),
      ];
    },
  };
}

function longTasks(tasks: unknown, from: number): string[] {
  const found = Array.isArray(tasks) ? tasks.filter(isTask).filter(({ start }) => start >= from) : [];
  const longest = found.reduce((most, { duration }) => Math.max(most, duration), 0);
  const list = found.map(
    ({ start, duration }) => `${((start - from) / 1000).toFixed(1)} s: ${duration.toFixed(0)} ms`,
  );
  return [
    `tasks over 50 ms        ${found.length}, the longest ${longest.toFixed(0)} ms`,
    ...list.slice(0, 20),
  ];
}

function isTask(value: unknown): value is { start: number; duration: number } {
  return typeof value === 'object' && value !== null && 'start' in value && 'duration' in value;
}

/** What the page showed of its progress, each thing once. */
function steps(samples: readonly Sample[]): string[] {
  const changed = samples.filter(({ told }, index) => told !== '' && told !== samples[index - 1]?.told);
  const every = Math.max(1, Math.floor(changed.length / 40));
  return [
    `progress                ${changed.length} different states`,
    ...changed
      .filter((_, index) => index % every === 0)
      .map(
        ({ seconds, megabytes, told }) => `  ${seconds.toFixed(1)} s  ${megabytes.toFixed(0)} MB  ${told}`,
      ),
  ];
}

async function progressOf(page: Page): Promise<string> {
  return page
    .evaluate(() => {
      const bar = document.querySelector('[role=progressbar], progress');
      const value = bar?.getAttribute('aria-valuenow') ?? bar?.getAttribute('value') ?? '';
      const words = bar?.closest('section, main, div')?.parentElement?.textContent ?? '';
      return bar ? `${value} ${words.replace(/\s+/g, ' ').trim().slice(0, 140)}` : '';
    })
    .catch(() => '');
}

async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Of the renderer that holds most: the others are spare. */
function memory(pids: readonly number[]): number {
  return Math.max(0, ...pids.map((pid) => residentMegabytes(pid)));
}

function residentMegabytes(pid: number): number {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(found?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

function peak(samples: readonly Sample[]): number {
  return samples.reduce((most, { megabytes }) => Math.max(most, megabytes), 0);
}

function since(start: number): number {
  return (performance.now() - start) / 1000;
}
