import { drop, expect, test, textFile } from './watched.ts';
import { cells, pressing, start } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;
const weekly = '# Weekly\n\n```sql handled\nselect 1 as tma\n```\n\nTMA, in words.\n';
const daily = '# Daily\n\n```sql handled_daily\nselect 2 as tma\n```\n';

const view = (page: Page) => page.getByRole('complementary', { name: 'Search' });
const field = (page: Page) => view(page).getByRole('searchbox', { name: 'Search in all files' });
const rows = (page: Page) => page.getByRole('tree', { name: 'Search results' }).getByRole('treeitem');
const places = (page: Page) => rows(page).and(page.locator('[aria-level="2"]'));
const told = (page: Page) => view(page).getByRole('status');

test('searching and replacing in all files', async ({ page }) => {
  const press = pressing(page);
  await start(page);
  await drop(page, textFile('weekly.md', weekly), textFile('daily.md', daily));
  await expect(cells(page)).toHaveCount(2);

  await step('the activity bar leads to Search, and so does its key', async () => {
    await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Search' }).click();
    await expect(told(page)).toContainText('Finds words in your notebooks');
    await press('Control+Shift+F');
    await expect(field(page)).toBeFocused();
  });

  await step('a word is found in all files, and its places lead there', async () => {
    await page.keyboard.type('select 1 as');
    await expect(told(page)).toHaveText('1 result in 1 file');
    await expect(rows(page)).toHaveText([/weekly\.md/, 'select 1 as tma']);
    await press('ArrowDown');
    await expect(rows(page).first()).toBeFocused();
    await press('ArrowDown', 'Enter');
    await expect(page.getByRole('tab', { name: 'weekly.md' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('group', { name: /^SQL handled, / })).toBeFocused();
  });

  await step('in high contrast what was found is framed', async () => {
    await page.emulateMedia({ contrast: 'more' });
    const found = page.getByRole('treeitem').locator('mark').first();
    await expect(found).toHaveCSS('outline-color', 'rgb(243, 133, 24)');
    await page.emulateMedia({ contrast: null });
  });

  await step('case, whole words and regular expressions are heeded when asked to', async () => {
    await press('Control+Shift+F');
    await page.keyboard.type('tma');
    await press('Alt+w');
    await expect(told(page)).toContainText('results in');
    const any = await places(page).count();
    await press('Alt+c');
    await expect(places(page)).not.toHaveCount(any);
    await press('Alt+w', 'Alt+c', 'Alt+r', 'Control+a');
    await page.keyboard.type('select \\d as');
    await expect(told(page)).toHaveText('2 results in 2 files');
    await press('Control+a');
    await page.keyboard.type('select (');
    await expect(told(page)).toHaveText('Not a regular expression');
    await press('Alt+r');
  });

  await replacing(page);
});

/** What is written as the answer of `tma` is replaced, and comes back. */
async function replacing(page: Page): Promise<void> {
  const press = pressing(page);
  await step('places are replaced one by one, and that is taken back', async () => {
    await press('Control+Shift+H');
    await expect(field(page)).toBeFocused();
    await press('Control+a');
    await page.keyboard.type(' as tma');
    await expect(told(page)).toHaveText('2 results in 2 files');
    await press('Tab', 'Tab', 'Tab', 'Tab');
    await expect(view(page).getByRole('textbox', { name: 'Replace with' })).toBeFocused();
    await page.keyboard.type(' as aht');
    await press('ArrowDown', 'ArrowDown', 'Control+Shift+1');
    await expect(told(page)).toHaveText('1 result in 1 file');
    await expect(rows(page).nth(1)).toBeFocused();
    await press('Control+z');
    await expect(told(page)).toHaveText('2 results in 2 files');
    await press('Control+y');
    await expect(told(page)).toHaveText('1 result in 1 file');
    await press('Control+z');
    await expect(told(page)).toHaveText('2 results in 2 files');
  });

  await step('all places in all files are replaced at once, and come back at once', async () => {
    await view(page).getByRole('button', { name: 'Replace all', exact: true }).click();
    await expect(told(page)).toHaveText('No results');
    const shown = page.getByRole('group', { name: /^SQL handled, / });
    const said = page.getByRole('region', { name: 'Notifications' }).getByRole('status');
    await expect(said.filter({ hasText: '2 places were replaced.' })).toBeVisible();
    await expect(shown).toContainText('select 1 as aht');
    await said.filter({ hasText: '2 places' }).getByRole('button', { name: 'Undo' }).click();
    await expect(told(page)).toHaveText('2 results in 2 files');
    await expect(shown).toContainText('select 1 as tma');
  });
}
