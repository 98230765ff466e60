import { expect, test } from './watched.ts';
import { cells, editor, pressing, runCommand, start } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;
const file = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
const own = (page: Page) => page.getByRole('tree', { name: 'My notebooks' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

/** The names of the reader's own files from top to bottom. */
const ownNames = (page: Page) => own(page).getByRole('treeitem').locator('.name').allInnerTexts();

test(
  'the Explorer: new, open, rename, duplicate, delete and bring back',
  { tag: '@walk' },
  async ({ page }) => {
    const press = pressing(page);
    await start(page);

    await step('an Explorer without notebooks of one’s own teaches the next step', async () => {
      await expect(page.getByText('Notebooks that you write, or change, are kept here')).toBeVisible();
      await page.getByRole('complementary').getByRole('button', { name: 'New Notebook' }).last().click();
      await expect(tab(page, 'Untitled.md')).toBeVisible();
    });

    await step('a notebook is made by the button, its key and the palette', async () => {
      await press('Control+Alt+n');
      await runCommand(page, 'File: New Notebook');
      await expect.poll(() => ownNames(page)).toEqual(['Untitled 2.md', 'Untitled 3.md', 'Untitled.md']);
      await expect(file(page, 'Untitled.md')).toContainText('Untitled');
      await expect(tab(page, 'Untitled 3.md')).toHaveAttribute('aria-selected', 'true');
      await expect(cells(page)).toHaveCount(1);
    });

    await step('the keys go through the files and open them', async () => {
      await press('Control+Shift+E');
      await expect(file(page, 'Untitled 3.md')).toBeFocused();
      await press('Home');
      await expect(file(page, 'Untitled 2.md')).toBeFocused();
      await press('End', 'ArrowUp', ' ');
      await expect(tab(page, 'Untitled 3.md')).toHaveAttribute('aria-selected', 'true');
      await file(page, 'Untitled.md').focus();
      await press('Enter');
      await expect(tab(page, 'Untitled.md')).toHaveAttribute('aria-selected', 'true');
    });

    await step('F2 renames a file, and its tab follows', async () => {
      await file(page, 'Untitled.md').focus();
      await press('F2');
      await page.keyboard.type('weekly');
      await press('Enter');
      await expect(tab(page, 'weekly.md')).toBeVisible();
      await expect.poll(() => ownNames(page)).toEqual(['Untitled 2.md', 'Untitled 3.md', 'weekly.md']);
      await press('F2', 'Escape');
      await expect.poll(() => ownNames(page)).toEqual(['Untitled 2.md', 'Untitled 3.md', 'weekly.md']);
    });

    await step('a rename takes no other file’s name', async () => {
      await file(page, 'weekly.md').focus();
      await press('F2');
      await page.keyboard.type('Untitled 2');
      await press('Enter');
      const told = page.getByRole('region', { name: 'Notifications' }).getByRole('alert');
      await expect(told).toContainText('Untitled 2.md');
      await told.getByRole('button', { name: 'Close notification' }).click();
      await expect(told).toHaveCount(0);
      expect(await ownNames(page)).toEqual(['Untitled 2.md', 'Untitled 3.md', 'weekly.md']);
    });

    await step('the menu of a file duplicates it, and names the keys', async () => {
      await file(page, 'weekly.md').click({ button: 'right' });
      await expect(page.getByRole('menuitem')).toHaveText([
        'Open',
        'Duplicate',
        'Copy Link',
        'Rename…F2',
        'Move to Folder…',
        'DeleteDel',
      ]);
      await page.getByRole('menuitem', { name: 'Duplicate' }).click();
      await expect(tab(page, 'weekly 2.md')).toHaveAttribute('aria-selected', 'true');
    });

    await bringBack(page);
    await takeBack(page);
  },
);

test('the Explorer: a shipped notebook becomes a copy with the first change', async ({ page }) => {
  const press = pressing(page);
  await start(page);

  await step('the welcome page leads to the notebooks', async () => {
    await expect(page.getByRole('button', { name: /^Drop an export here/ })).toBeVisible();
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: /csat-drop\.md$/ })
      .click();
    await expect(page.getByRole('heading', { name: 'Why did CSAT fall?', exact: true })).toBeVisible();
  });

  await step('the first change copies a shipped notebook under a name of its own', async () => {
    const count = await cells(page).count();
    await press('b');
    await page.keyboard.type('select 1 as mine');
    await expect(tab(page, 'csat-drop 2.md')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'shipped notebook' })).toBeVisible();
    await expect(own(page).getByRole('treeitem')).toHaveCount(1);
    await file(page, 'csat-drop.md').dblclick();
    await expect(tab(page, 'csat-drop.md')).toHaveAttribute('aria-selected', 'true');
    await expect(cells(page)).toHaveCount(count);
  });

  await step('a notification that only informs goes by itself', async () => {
    await expect(page.getByRole('region', { name: 'Notifications' }).getByRole('status')).toHaveCount(0);
  });
});

/** What Delete took, by its notification and by the command after a reload. */
async function bringBack(page: Page): Promise<void> {
  const press = pressing(page);
  await step('a deleted file comes back by Undo, and by a command after a reload', async () => {
    await page.getByRole('textbox', { name: 'Source of SQL' }).click();
    await press('Control+a');
    await page.keyboard.type('select 42 as precious');
    await file(page, 'weekly 2.md').focus();
    await press('Delete');
    await expect(tab(page, 'weekly 2.md')).toHaveCount(0);
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click();
    await expect(editor(page, 'SQL')).toHaveText('select 42 as precious');
    await file(page, 'weekly 2.md').focus();
    await press('Delete');
    await expect(tab(page, 'weekly 2.md')).toHaveCount(0);
    await page.reload();
    await expect(file(page, 'weekly.md')).toBeVisible();
    await runCommand(page, 'File: Restore Last Deleted File');
    await expect(editor(page, 'SQL').filter({ hasText: 'precious' })).toBeVisible();
  });
}

/** Ctrl+Z in the Explorer, and the wastebasket as a list. */
async function takeBack(page: Page): Promise<void> {
  const press = pressing(page);
  const basket = page.getByRole('tree', { name: 'Wastebasket' });

  await step(
    'Ctrl+Z in the Explorer takes back a deletion and a rename, Ctrl+Y does them again',
    async () => {
      await file(page, 'weekly.md').focus();
      await press('F2');
      await page.keyboard.type('monthly');
      await press('Enter');
      await expect.poll(() => ownNames(page)).toContain('monthly.md');
      await file(page, 'Untitled 3.md').focus();
      await press('Delete');
      await expect.poll(() => ownNames(page)).toEqual(['monthly.md', 'Untitled 2.md', 'weekly 2.md']);
      const focused = own(page).getByRole('treeitem').and(page.locator(':focus'));
      await expect(focused).toHaveCount(1);
      await press('Control+z');
      await expect.poll(() => ownNames(page)).toContain('Untitled 3.md');
      await file(page, 'monthly.md').focus();
      await press('Control+z');
      await expect.poll(() => ownNames(page)).toContain('weekly.md');
      await expect(focused).toHaveCount(1);
      await press('Control+y');
      await expect.poll(() => ownNames(page)).toContain('monthly.md');
      await expect(page.getByText('Done again: “weekly.md” was renamed to “monthly.md”.')).toBeVisible();
    },
  );

  await step(
    'the wastebasket lists what was deleted, gives it back, and is emptied when that is meant',
    async () => {
      for (const name of ['Untitled 2.md', 'Untitled 3.md']) {
        await file(page, name).focus();
        await press('Delete');
        await expect.poll(() => ownNames(page)).not.toContain(name);
      }
      await page.getByRole('button', { name: 'Wastebasket', exact: true }).click();
      await expect(basket.getByRole('treeitem')).toHaveCount(2);
      const first = basket.getByRole('treeitem', { name: /^Untitled 2/ });
      await expect(first).toHaveAttribute('title', /^Untitled 2\.md · .*\d:\d\d/);
      await first.focus();
      await press('Enter');
      await expect.poll(() => ownNames(page)).toContain('Untitled 2.md');
      await page.getByRole('button', { name: 'Empty the wastebasket' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByRole('button', { name: 'Wastebasket', exact: true })).toHaveCount(0);
    },
  );
}
