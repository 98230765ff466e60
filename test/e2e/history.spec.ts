import { expect, test } from './watched.ts';
import { cells, editor, pressing, rewrite, runCommand, start } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;
const versions = (page: Page) => page.getByRole('tree', { name: /^Versions of / }).getByRole('treeitem');
const changes = (page: Page) => page.getByRole('region', { name: 'Changes since the version, cell by cell' });
const own = (page: Page) => page.getByRole('tree', { name: 'My notebooks' });

test('earlier versions of a notebook: listed, compared cell by cell, restored', async ({ page }) => {
  const press = pressing(page);
  await start(page);

  await step('the activity bar leads to the history of the notebook in front', async () => {
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.getByText('Open a notebook of your own')).toBeVisible();
    await runCommand(page, 'File: New Notebook');
    await expect(page.getByText('No versions yet')).toBeVisible();
    await press('Control+Shift+E', 'Control+k', 'h');
    await expect(page.getByRole('complementary', { name: 'History' })).toBeVisible();
  });

  await step('each notebook keeps earlier versions, listed with their times', async () => {
    await rewrite(page, 'SQL', 'select 42 as precious');
    await press('Control+s');
    await expect(versions(page)).toHaveText([/Saved$/, /Before the first change$/]);
    await expect(versions(page).first()).toContainText(/\d{1,2}:\d{2}/);
  });

  await step('a version is shown beside the text of today, cell by cell', async () => {
    await press('Escape', 'b');
    await expect(page.locator('.cm-content:focus')).toHaveText(/^select …/);
    await page.keyboard.type('select 2 as later');
    await press('Control+s');
    await versions(page).last().focus();
    await press('Enter');
    await expect(page.getByRole('heading', { name: /^Untitled\.md, .* and now$/ })).toBeVisible();
    await expect(changes(page).getByRole('status')).toHaveText('2 cells changed');
    await expect(changes(page).getByRole('article')).toHaveText([/SQL changed/, /Added/]);
    await expect(changes(page).locator('.removed')).toContainText([
      'select count(*) as tickets from tickets',
    ]);
    await expect(changes(page).locator('.added').filter({ hasText: 'precious' })).toHaveText(
      '+ select 42 as precious',
    );
  });

  await step('F7 goes from change to change, and one alone is taken back', async () => {
    await changes(page).focus();
    await press('F7');
    await expect(changes(page).getByRole('article').first()).toBeFocused();
    await press('F7');
    await expect(changes(page).getByRole('article').last()).toBeFocused();
    await press('Tab', 'Enter');
    await expect(changes(page).getByRole('article')).toHaveCount(1);
    await expect(changes(page).getByRole('article')).toBeFocused();
    await expect(changes(page).locator('.added')).toHaveText('+ select 42 as precious');
  });

  await step('a version is restored, and that can be taken back', async () => {
    await page.getByRole('button', { name: 'Restore This Version' }).click();
    await expect(editor(page, 'SQL')).toHaveText('select count(*) as tickets from tickets');
    await expect(versions(page)).toContainText(['Before a restore']);
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click();
    await expect(editor(page, 'SQL')).toHaveText('select 42 as precious');
    await press('Control+z');
    await expect(editor(page, 'SQL')).toHaveText('select count(*) as tickets from tickets');
  });

  await step('versions are there after a reload, and go along with a renamed file', async () => {
    await press('Control+s');
    await runCommand(page, 'File: Rename File');
    await page.keyboard.type('weekly');
    await press('Enter');
    const ofWeekly = page.getByRole('tree', { name: 'Versions of weekly.md' }).getByRole('treeitem');
    await expect(ofWeekly.last()).toContainText('Before the first change');
    await page.reload();
    await expect(ofWeekly.last()).toContainText('Before the first change');
  });
});

test('a copy of a shipped notebook is compared with what it is a copy of', async ({ page }) => {
  const press = pressing(page);
  await start(page);
  await page.getByRole('treeitem', { name: /^getting-started\.md/ }).dblclick();
  await expect(cells(page).first()).toBeVisible();
  await cells(page).first().focus();
  await press('b');
  await expect(page.locator('.cm-content:focus')).toBeVisible();
  await page.keyboard.type('select 1 as mine');
  await expect(own(page).getByRole('treeitem')).toHaveCount(1);
  await runCommand(page, 'File: Compare with the Shipped Notebook');
  await expect(changes(page).getByRole('status')).toHaveText('1 cell changed');
  await expect(changes(page).getByRole('article')).toContainText('select 1 as mine');
  await page.getByRole('button', { name: 'Open the Notebook' }).click();
  await expect(editor(page, 'SQL').filter({ hasText: 'mine' })).toBeVisible();
});
