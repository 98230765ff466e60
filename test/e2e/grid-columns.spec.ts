import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Locator, Page } from '@playwright/test';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, cells, editor, pressing, runCommand, start } from './workbench.ts';

const step = test.step;

const notebook = (name: string, source: string) =>
  textFile('rows.md', `---\ndeskbook: 1\ntitle: Rows\n---\n\n\`\`\`sql ${name}\n${source}\n\`\`\`\n`);

const asked = `select
  range as n,
  ['chat', 'email', 'phone'][1 + range % 3] as channel,
  if(range % 4 = 0, null, range % 5) as score,
  date '2026-01-01' + (range // 10)::integer as day,
  range * 60 as wait_seconds,
  '{"id": ' || range || ', "tags": ["a", {"b": null}]}' as raw
from range(300)
order by n`;

/** The names over the columns, from left to right. */
async function headings(grid: Locator): Promise<string[]> {
  const names = await grid
    .getByRole('columnheader')
    .getByRole('button', { name: /^Sort by / })
    .all();
  return Promise.all(names.map(async (each) => (await each.innerText()).trim()));
}

async function download(page: Page, result: Locator, format: string) {
  const waiting = page.waitForEvent('download');
  await result.getByRole('button', { name: 'Save the rows' }).click();
  await page.getByRole('menuitem', { name: `Save as ${format}` }).click();
  const saved = await waiting;
  return { name: saved.suggestedFilename(), path: await saved.path() };
}

test('the columns of a grid: seen, filtered, moved, saved', async ({ page, context }) => {
  const press = pressing(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await start(page);
  await drop(page, notebook('asked', asked));
  await expect(cell(page, 'asked')).toBeFocused();
  await press('Control+Enter');
  const result = cell(page, 'asked');
  const grid = result.getByRole('grid');
  const menu = page.locator('[popover]:popover-open');
  const openMenu = async (column: string) => {
    await grid.getByRole('columnheader').filter({ hasText: column }).hover();
    await grid.getByRole('button', { name: `About ${column}` }).click();
  };
  const condition = (sql: string) => result.locator('code').filter({ hasText: sql });
  await expect(grid).toHaveAttribute('aria-rowcount', '301');

  await step('a header shows how the values of its column lie', async () => {
    await expect(grid.getByRole('img', { name: 'From 0 to 299. Empty: 0.' })).toBeVisible();
    const channels = 'Most frequent: chat (100), email (100), phone (100). Distinct: 3. Empty: 0.';
    await expect(grid.getByRole('img', { name: channels })).toBeVisible();
    await expect(grid.getByRole('img', { name: 'From 0 to 4. Empty: 75.' })).toBeVisible();
  });

  await step(
    'a column is filtered by its values, its range and its emptiness, which is shown as SQL',
    async () => {
      await grid.focus();
      await press('ArrowRight', 'Alt+ArrowDown');
      await menu.getByRole('button', { name: 'Filter…' }).click();
      await menu.getByRole('radio', { name: 'Of chosen values' }).check();
      await menu.getByRole('checkbox', { name: /^chat/ }).check();
      await expect(grid).toHaveAttribute('aria-rowcount', '101');
      await press('Escape');
      await expect(grid).toBeFocused();
      await expect(condition("channel in ('chat')")).toBeVisible();

      await openMenu('wait_seconds');
      await menu.getByRole('button', { name: 'Filter…' }).click();
      await menu.getByRole('radio', { name: 'Between two bounds' }).check();
      await menu.getByRole('textbox', { name: 'From' }).fill('10 min');
      await press('Tab');
      await menu.getByRole('textbox', { name: 'To' }).fill('1 h');
      await press('Tab', 'Escape');
      await expect(condition('wait_seconds >= 600 and wait_seconds <= 3600')).toBeVisible();
      // Rows 10 to 60 of chat are those that 3 divides: 12 to 60.
      await expect(grid).toHaveAttribute('aria-rowcount', '18');

      await openMenu('score');
      await menu.getByRole('button', { name: 'Filter…' }).click();
      await menu.getByRole('radio', { name: 'Only empty' }).check();
      await press('Escape');
      // Of those, the ones that 4 divides too: 12, 24, 36, 48, 60.
      await expect(grid).toHaveAttribute('aria-rowcount', '6');
      await result.getByRole('button', { name: 'Take away: score is null' }).click();
      await expect(grid).toHaveAttribute('aria-rowcount', '18');
      await expect(grid).toBeFocused();
    },
  );

  await step('what is sorted and filtered becomes a cell of SQL', async () => {
    await press('ArrowRight', 'Alt+ArrowDown');
    await menu.getByRole('button', { name: 'Sort descending' }).click();
    await result.getByRole('button', { name: 'Make a cell of it' }).click();
    await expect(cells(page)).toHaveCount(2);
    const made = cells(page).nth(1);
    await expect(made.getByRole('grid')).toHaveAttribute('aria-rowcount', '18');
    await expect(made).toContainText("where channel in ('chat')");
    await expect(made).toContainText('order by score desc nulls last');
    await expect(made).toBeFocused();
    await press('z');
    await expect(cells(page)).toHaveCount(1);
    await result.getByRole('button', { name: 'Show all as it was' }).click();
    await expect(grid).toHaveAttribute('aria-rowcount', '301');
  });

  await step('a column is moved by keys and by dragging', async () => {
    await grid.focus();
    await press('Home', 'Alt+ArrowRight');
    expect(await headings(grid)).toEqual(['channel', 'n', 'score', 'day', 'wait_seconds', 'raw']);
    await expect(result).toContainText('n is column 2 of 6');
    const from = await grid.getByRole('button', { name: 'Sort by day' }).boundingBox();
    const to = await grid.getByRole('button', { name: 'Sort by channel' }).boundingBox();
    await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 4, (to?.y ?? 0) + 10, { steps: 6 });
    await page.mouse.up();
    expect(await headings(grid)).toEqual(['day', 'channel', 'n', 'score', 'wait_seconds', 'raw']);
    await expect(grid.getByRole('columnheader').first()).toHaveAttribute('aria-sort', 'none');
  });

  await step('a column is pinned to the left and stays there while the others are scrolled', async () => {
    await openMenu('score');
    await menu.getByRole('button', { name: 'Pin to the left' }).click();
    expect((await headings(grid))[0]).toBe('score');
    for (let times = 0; times < 40; times++) await press('Alt+Shift+ArrowRight');
    await press('End');
    const [inner, pinned] = [
      await grid.boundingBox(),
      await grid.getByRole('columnheader').first().boundingBox(),
    ];
    expect((await headings(grid))[0]).toBe('score');
    expect(Math.round((pinned?.x ?? 0) - (inner?.x ?? 0))).toBeLessThanOrEqual(2);
  });

  await step('two clicks on its edge fit a column to its values', async () => {
    const heading = grid.getByRole('columnheader').first();
    const before = (await heading.boundingBox())?.width ?? 0;
    await grid.getByRole('separator', { name: 'Resize score' }).dblclick();
    await expect.poll(async () => (await heading.boundingBox())?.width ?? 0).toBeLessThan(before);
  });

  await step('a column is hidden, and shown again from the list of columns', async () => {
    await openMenu('score');
    await menu.getByRole('button', { name: 'Hide', exact: true }).click();
    expect(await headings(grid)).not.toContain('score');
    await expect(result).toContainText('1 column hidden');
    await grid.focus();
    await press('Control+g');
    await menu.getByRole('searchbox', { name: 'Find a column' }).fill('SCO');
    await press('ArrowDown', 'Space', 'Escape');
    await expect(grid).toBeFocused();
    expect(await headings(grid)).toContain('score');
    await result.getByRole('button', { name: 'Show all as it was' }).click();
    expect(await headings(grid)).toEqual(['n', 'channel', 'score', 'day', 'wait_seconds', 'raw']);
  });

  await step(
    'the full value stands beside the rows, follows the selection, and JSON is laid out',
    async () => {
      await grid.focus();
      await press('Control+Home', 'End', 'Space');
      const value = result.getByRole('region', { name: 'Value in full' });
      const laidOut = (id: number) =>
        `{\n  "id": ${id},\n  "tags": [\n    "a",\n    {\n      "b": null\n    }\n  ]\n}`;
      await expect(value.locator('pre')).toHaveText(laidOut(0));
      await press('ArrowDown');
      await expect(value.locator('pre')).toHaveText(laidOut(1));
      await press('Control+ArrowLeft');
      await expect(value).toContainText('Value of n, row 2');
      await press('Escape');
      await expect(value).toHaveCount(0);
      await press('Escape');
      await expect(result).toBeFocused();
    },
  );

  await step('the rows are copied as JSON', async () => {
    await grid.focus();
    await press('Control+Home', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowDown');
    await result.getByRole('button', { name: 'Copy as JSON' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('[\n{"n":1,"channel":"email"},\n{"n":2,"channel":"phone"}\n]');
  });

  await step('the rows are saved as CSV, JSON and Parquet, which keeps their types', async () => {
    const csv = await download(page, result, 'CSV');
    expect((await readFile(csv.path, 'utf8')).split('\r\n').slice(0, 2)).toEqual([
      'n,channel,score,day,wait_seconds,raw',
      '0,chat,,2026-01-01,0,"{""id"": 0, ""tags"": [""a"", {""b"": null}]}"',
    ]);
    const json: unknown = JSON.parse(await readFile((await download(page, result, 'JSON')).path, 'utf8'));
    expect(json).toHaveLength(300);
    const parquet = await download(page, result, 'Parquet');
    const reader = await (await DuckDBInstance.create()).connect();
    const read = await reader.runAndReadAll(
      `select count(*), any_value(typeof(day)), any_value(typeof(n)), sum(n) from read_parquet('${parquet.path}')`,
    );
    reader.closeSync();
    expect([csv.name, parquet.name, ...read.getRows()]).toEqual([
      'asked.csv',
      'asked.parquet',
      [300n, 'DATE', 'BIGINT', 44_850n],
    ]);
  });

  await step('the rows are saved as a workbook', async () => {
    const workbook = await download(page, result, 'Excel');
    expect([workbook.name, (await readFile(workbook.path)).subarray(0, 2).toString()]).toEqual([
      'asked.xlsx',
      'PK',
    ]);
    await expect(result).toContainText('asked.xlsx saved.');
  });
});

test('wide results, and results beside earlier ones', async ({ page }) => {
  const press = pressing(page);
  const wide = Array.from({ length: 500 }, (_, index) => `range + ${index} as metric_${index}`).join(', ');
  await start(page);
  await drop(page, notebook('wide', `select ${wide} from range(2000)`));
  await expect(cell(page, 'wide')).toBeFocused();
  await press('Control+Enter');
  const grid = cell(page, 'wide').getByRole('grid');
  const panel = page.getByRole('region', { name: 'Panel' });

  await step(
    'of 500 columns those in sight are drawn and looked at, and one is found by its name',
    async () => {
      await expect(grid).toHaveAttribute('aria-colcount', '500');
      await expect(grid.getByRole('img', { name: 'From 0 to 1,999. Empty: 0.' })).toBeVisible();
      expect(await grid.getByRole('columnheader').count()).toBeLessThan(20);
      await grid.focus();
      await press('Control+g');
      await page.keyboard.type('metric_432');
      await press('Enter');
      await expect(grid).toBeFocused();
      await expect(grid.getByRole('columnheader').filter({ hasText: 'metric_432' })).toBeVisible();
      await expect(grid.getByRole('img', { name: 'From 432 to 2,431. Empty: 0.' })).toBeVisible();
      expect(await grid.getByRole('columnheader').count()).toBeLessThan(20);
      await runCommand(page, 'View: Show Output');
      await expect(
        panel.getByRole('log').getByRole('listitem').filter({ hasText: 'with edges' }),
      ).not.toHaveCount(0);
      expect(
        await panel.getByRole('log').getByRole('listitem').filter({ hasText: 'with edges' }).count(),
      ).toBeLessThan(40);
    },
  );

  const list = panel.getByRole('listbox');
  const compared = panel.getByRole('region', { name: 'Two results side by side' });
  const run = async (sql: string) => {
    await editor(page, 'wide').click();
    await press('Control+a');
    await page.keyboard.insertText(sql);
    await press('Control+Enter');
  };
  const rows = (values: string) => `select * from (values ${values}) t(channel, tickets)`;

  await step('the panel lists the results of earlier runs and shows them', async () => {
    await run(rows(`('chat', 120), ('email', 80), ('phone', 33)`));
    await expect(grid).toHaveAttribute('aria-rowcount', '4');
    await run(rows(`('chat', 125), ('phone', 33), ('web', 7)`));
    await expect(grid).toContainText('web');
    await runCommand(page, 'View: Show Results of Earlier Runs');
    await expect(list.getByRole('option')).toHaveCount(3);
    await list.focus();
    await press('ArrowDown', 'ArrowDown');
    await expect(panel.getByRole('grid')).toContainText('email');
  });

  await step('two results are compared side by side, and what differs is marked', async () => {
    await press('Home', 'Shift+ArrowDown');
    await expect(panel).toContainText('1 changed, 1 gone, 1 new, 1 the same');
    await expect(panel).toContainText('Rows found again by channel');
    const marked = compared.getByRole('row').filter({ has: page.getByRole('img') });
    await expect(marked).toHaveText([/120.*125/s, /email.*80/s, /web.*7/s]);
    await expect(compared.getByRole('img')).toHaveCount(3);
    await panel.getByRole('checkbox', { name: 'Only what differs' }).check();
    await expect(compared.getByRole('row').filter({ hasText: 'phone' })).toHaveCount(0);
  });
});
