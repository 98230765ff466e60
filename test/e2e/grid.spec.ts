import { drop, expect, test, textFile } from './watched.ts';
import { cell, pressing, start } from './workbench.ts';

const step = test.step;

const rows = textFile(
  'rows.md',
  `---
deskbook: 1
title: Rows
---

\`\`\`sql rows
select
  range as n,
  'id-' || range as code,
  (range % 3)::varchar as third,
  range / 2 as half,
  range * 60 as wait_seconds,
  if(range % 4 = 0, null, repeat('long text ', 30)) as words
from range(250000)
order by n
\`\`\`
`,
);

test('the grid: to its last row, sorted, filtered, copied', async ({ page, context }) => {
  const press = pressing(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await start(page);
  await drop(page, rows);
  await expect(cell(page, 'rows')).toBeFocused();
  await press('Control+Enter');
  const result = cell(page, 'rows');
  const grid = result.getByRole('grid');
  const first = grid.getByRole('row').nth(1).getByRole('gridcell');
  await expect(grid).toHaveAccessibleName('Result: 250,000 rows, 6 columns');

  await step(
    'numbers are written as the reader writes them, durations in words, ids as they are',
    async () => {
      await expect(grid.getByRole('row').nth(8).getByRole('gridcell').nth(4)).toHaveText('7 min');
      await expect(result).toContainText('1–12 of 250,000');
      await grid.focus();
      await press('Control+End');
      await expect(grid.getByText('id-249999', { exact: true })).toBeVisible();
      await expect(grid.getByText('249,999', { exact: true })).toBeVisible();
    },
  );

  await step('the keys go through the grid, and Enter shows a value whole', async () => {
    await expect(result).toContainText('of 250,000');
    await press('Control+Home', 'PageDown');
    await expect(result).not.toContainText('1–12 of');
    await press('Control+Home', 'ArrowDown', 'End', 'Enter');
    await expect(result.getByText('Value of words, row 2')).toBeVisible();
    await expect(result.locator('pre').last()).toHaveText('long text '.repeat(30).trim());
    await press('Escape');
    await expect(result.getByText('Value of words, row 2')).toHaveCount(0);
  });

  await step('the selected cells are copied, and all rows as text, CSV and Markdown', async () => {
    await press('Control+Home', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    await expect(result).toContainText('2 rows copied');
    await expect.poll(copied).toContain('1\tid-1\n2\tid-2');
    await press('Control+Home', 'Shift+ArrowRight');
    await result.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect.poll(copied).toContain('| id-0 |');
    await result.getByRole('button', { name: 'Copy as CSV' }).click();
    await expect.poll(copied).toContain('n,code');
  });

  await step('a click on a column sorts up, down, and not at all', async () => {
    const sort = grid.getByRole('button', { name: 'Sort by n', exact: true });
    await sort.click();
    await expect(grid.getByRole('columnheader').first()).toHaveAttribute('aria-sort', 'ascending');
    await sort.click();
    await expect(first.first()).toHaveText('249,999');
    await sort.click();
    await expect(first.first()).toHaveText('0');
  });

  await step('what is typed filters the rows, and their count follows', async () => {
    await result.getByRole('searchbox', { name: 'Filter rows' }).fill('id-24999');
    await expect(grid).toHaveAttribute('aria-rowcount', '12');
    await expect(first.nth(1)).toHaveText('id-24999');
    await result.getByRole('searchbox', { name: 'Filter rows' }).fill('');
    await expect(result).toContainText('of 250,000');
  });

  await step('the menu of a column counts what is empty and distinct, least and greatest', async () => {
    await grid.getByRole('columnheader').nth(2).hover();
    await grid.getByRole('button', { name: 'About third' }).click();
    const menu = page.locator('[popover]:popover-open');
    await expect(menu.getByRole('term')).toHaveText(['Empty', 'Distinct', 'Least', 'Greatest']);
    await expect(menu.getByRole('definition')).toHaveText(['0 (0.0%)', '3', '0', '2']);
    await press('Escape');
    await expect(menu).toHaveCount(0);
  });

  await step('a column is made wider by dragging', async () => {
    const header = grid.getByRole('columnheader').first();
    const before = (await header.boundingBox())?.width ?? 0;
    const box = await grid.getByRole('separator', { name: 'Resize n', exact: true }).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 3, (box?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 63, (box?.y ?? 0) + 10, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => Math.round((await header.boundingBox())?.width ?? 0))
      .toBe(Math.round(before) + 60);
  });

  await step('Tab leaves the grid', async () => {
    await grid.focus();
    await press('Tab');
    await expect(grid).not.toBeFocused();
  });
});
