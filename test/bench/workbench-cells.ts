import type { Page } from 'playwright';
import { bring, openPage, withSite } from './page.ts';

const patience = 120_000;

/** What is typed into a cell in the middle: names to complete, strings, brackets, a comment. */
const typed = [
  `select n, count(*) as tickets, avg(n) as mean_n from c53 where n > 3 and 'open' <> 'closed'`,
  ` group by all order by tickets desc -- a cell in the middle, typed as fast as one types`,
].join('');

/**
 * A notebook of 200 cells in a real page of the built site: how long it takes to open, what each key costs until it is on the screen,
 * and the tasks that hold the page up while it is scrolled from end to end. Needs `npm run build` first.
 */
export async function benchCells(say: (line: string) => void): Promise<void> {
  // Frames come as soon as they are ready: what is measured is the page's work, not its wait for the screen.
  await withSite(
    async (browser) => {
      const page = await openPage(browser, watch);
      await bring(page, 'two-hundred.md', notebookText());
      say(`A notebook of ${await page.locator('[data-cell]').count()} cells`);
      say(`opened from the Explorer   ${ms(await openAgain(page))} from the click to the first cells`);
      await runAll(page);
      for (const line of await scroll(page)) say(line);
      for (const line of await type(page)) say(line);
      say(await typePlain(page));
      say(`with the page itself       ${ms(await reload(page))} from the address to the first cells`);
    },
    ['--disable-gpu-vsync', '--disable-frame-rate-limit'],
  );
}

/** Twenty parts of ten cells: prose, an input, queries that read one another, a chart in every second part. */
function notebookText(): string {
  const cells = Array.from({ length: 20 }, (_, part) => partOf(part)).flat();
  return ['---', 'deskbook: 1', 'title: Two hundred', '---', '', cells.join('\n\n'), ''].join('\n');
}

function partOf(part: number): string[] {
  const first = part * 10;
  const fence = (info: string, source: string) => `\`\`\`${info}\n${source}\n\`\`\``;
  const query = (at: number) => {
    const from = at === 0 ? `range(40 + cast($least_${part} as int)) as r(n)` : `c${first + at - 1}`;
    const columns = at === 0 ? `n, n % 7 as day, 'row ' || n as label` : `n + ${at} as n, day, label`;
    return fence(`sql c${first + at}`, `select ${columns}\nfrom ${from}\nwhere n >= 0`);
  };
  const encoding = `{"x": {"field": "day", "type": "ordinal"}, "y": {"aggregate": "count"}}`;
  const chart = fence(`vega-lite of=c${first}`, `{"mark": "bar", "encoding": ${encoding}}`);
  return [
    `## Part ${part + 1}\n\nWhat this part is about, in **a few words** of prose, with a [link](https://example.org).`,
    fence(`input least_${part}`, 'type: number\ndefault: 3'),
    ...[0, 1, 2].map(query),
    `The first row of the first of them is {{c${first}.n}}.`,
    ...(part % 2 === 0 ? [query(3), query(4), chart] : [query(3), query(4), query(5)]),
    `And that is the end of part ${part + 1}.\n\n<!-- cell -->`,
  ];
}

interface Seen {
  readonly tasks: { readonly start: number; readonly duration: number; readonly what: 'chart' | 'other' }[];
  /** Milliseconds from each key to the end of the frame that shows it. */
  readonly keys: number[];
  clicked: number;
  /** When the first cells were on the screen after the last click. */
  shown: number;
}

declare global {
  var seen: Seen;
}

/** Runs in the page: notes the tasks over 50 ms, what a key costs, and when cells are on the screen. */
function watch(): void {
  const seen: Seen = { tasks: [], keys: [], clicked: 0, shown: 0 };
  globalThis.seen = seen;
  const drawn: number[] = [];
  const drawing = 'canvas, svg.marks';
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  new PerformanceObserver((list) => {
    for (const { startTime: start, duration } of list.getEntries()) {
      const isChart = drawn.some((at) => at >= start && at <= start + duration);
      seen.tasks.push({ start, duration, what: isChart ? 'chart' : 'other' });
    }
  }).observe({ type: 'longtask', buffered: true });
  addEventListener('keydown', ({ timeStamp }) => painted((at) => seen.keys.push(at - timeStamp)), true);
  addEventListener(
    'pointerdown',
    ({ timeStamp }) => Object.assign(seen, { clicked: timeStamp, shown: 0 }),
    true,
  );
  new MutationObserver((changes) => {
    const isChart = ({ addedNodes }: MutationRecord) =>
      [...addedNodes].some(
        (node) => node instanceof Element && (node.matches(drawing) || node.querySelector(drawing) !== null),
      );
    if (changes.some(isChart)) drawn.push(performance.now());
    if (seen.shown === 0 && document.querySelector('[data-cell]')) {
      seen.shown = -1;
      painted((at) => (seen.shown = at));
    }
  }).observe(document, { childList: true, subtree: true });
}

async function openAgain(page: Page): Promise<number> {
  await page.keyboard.press('Alt+w');
  await page.locator('[data-cell]').first().waitFor({ state: 'detached' });
  await page.getByRole('treeitem', { name: /^Two hundred|^two-hundred/ }).click();
  const { clicked, shown } = await whenShown(page);
  return shown - clicked;
}

async function reload(page: Page): Promise<number> {
  await page.reload();
  return (await whenShown(page)).shown;
}

async function whenShown(page: Page): Promise<Seen> {
  await page.waitForFunction(() => seen.shown > 0);
  return page.evaluate(() => seen);
}

async function runAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run all', exact: true }).click();
  await page
    .getByText(/\d+ cells? running/)
    .first()
    .waitFor({ state: 'visible' })
    .catch(() => {});
  await page
    .getByText(/\d+ cells? running/)
    .first()
    .waitFor({ state: 'hidden', timeout: patience });
  await page.getByText('43 rows').first().waitFor({ state: 'attached', timeout: patience });
}

/** Down to the last cell and up again, as a wheel turns. */
async function scroll(page: Page): Promise<string[]> {
  await page.mouse.move(700, 400);
  const lines: string[] = [];
  for (const [way, by] of [
    ['down', 240],
    ['up', -240],
    ['down again', 240],
  ] as const) {
    await page.evaluate(() => void seen.tasks.splice(0));
    for (let turns = 0; turns < 400; turns++) {
      const before = await scrolled(page);
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(16);
      if (turns > 5 && before === (await scrolled(page))) break;
    }
    await page.waitForTimeout(500);
    const { tasks } = await page.evaluate(() => seen);
    lines.push(`scrolled ${way}`.padEnd(27) + tasksOver50(tasks));
  }
  return lines;
}

function scrolled(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('.scroller')?.scrollTop ?? 0);
}

function tasksOver50(tasks: Seen['tasks']): string {
  const longest = (list: Seen['tasks']) => ms(Math.max(0, ...list.map(({ duration }) => duration)));
  const [charts, others] = [
    tasks.filter(({ what }) => what === 'chart'),
    tasks.filter(({ what }) => what === 'other'),
  ];
  return `${others.length} tasks over 50 ms (longest ${longest(others)}), and ${charts.length} that drew a chart (${longest(charts)})`;
}

async function type(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type('@c54');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('.cm-editor.cm-focused').waitFor();
  await page.keyboard.press('Control+a');
  const { keys, tasks } = await press(page);
  return [
    `${keys.length} keys in a cell of SQL  ${spread(keys)} from the key to the screen`,
    `typing                     ${tasksOver50(tasks)}`,
  ];
}

/** The same keys in a field of an empty page: what the machine itself takes, at the moment. */
async function typePlain(page: Page): Promise<string> {
  const plain = await page.context().newPage();
  await plain.addInitScript(watch);
  await plain.goto('data:text/html,<!doctype html><textarea style="width:800px;height:200px"></textarea>');
  await plain.locator('textarea').focus();
  const { keys } = await press(plain);
  await plain.close();
  return `in an empty page           ${spread(keys)}`;
}

async function press(page: Page): Promise<Seen> {
  await page.evaluate(() => void [seen.keys.splice(0), seen.tasks.splice(0)]);
  for (const letter of typed) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(50);
  }
  return page.evaluate(() => seen);
}

function spread(keys: Seen['keys']): string {
  const sorted = keys.toSorted((a, b) => a - b);
  const at = (share: number) =>
    ms(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}
