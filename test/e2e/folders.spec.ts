import { readOutside, standIn, writeOutside } from './disk.ts';
import { expect, test } from './watched.ts';
import { cells, editor, pressing, runCommand, start } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const step = test.step;
const tree = (page: Page, name: string) => page.getByRole('tree', { name });
const row = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });
const names = (list: Locator) => list.getByRole('treeitem').locator('.name').allInnerTexts();

test('a folder on the disk beside the notebooks in the browser', async ({ page }) => {
  const press = pressing(page);
  const reports = tree(page, 'reports');
  await standIn(page);
  await start(page);
  await writeOutside(page, 'weekly.md', '# Weekly\n');
  await writeOutside(page, 'clients/acme.md', '# Acme\n');

  await step(
    'a folder’s authors are asked about once; till they are trusted its files are text',
    async () => {
      await press('Control+k', 'Control+o');
      await expect(page.getByRole('dialog', { name: /files in the folder “reports”/ })).toBeVisible();
      await press('ArrowDown', 'Enter');
      await row(page, /^weekly\.md/).dblclick();
      await expect(page.getByRole('group', { name: 'Do you trust this notebook?' })).toBeVisible();
      await expect(cells(page)).toHaveCount(0);
      await page.getByRole('button', { name: 'Trust the Whole Folder and Open' }).click();
      await expect(cells(page)).toHaveCount(1);
      await expect(page.getByRole('button', { name: 'Trust the Authors' })).toHaveCount(0);
    },
  );

  await step(
    'a folder on the disk is opened, listed, and its notebooks are saved where they lie',
    async () => {
      await expect.poll(() => names(reports)).toEqual(['clients', 'acme.md', 'weekly.md']);
      await row(page, /^weekly\.md/).dblclick();
      await expect(page.getByRole('tab', { name: 'weekly.md' })).toHaveAttribute('aria-selected', 'true');
      await expect(cells(page)).toHaveCount(1);
      await cells(page).first().click();
      await press('b');
      await expect(editor(page, 'SQL')).toBeFocused();
      await page.keyboard.type('select 1');
      await press('Control+s');
      await expect.poll(() => readOutside(page, 'weekly.md')).toBe('# Weekly\n\n```sql\nselect 1\n```\n');
    },
  );

  await step('a file is dragged between folders, and Ctrl+Z takes it back', async () => {
    await row(page, /^acme\.md/).dragTo(row(page, /^weekly\.md/));
    await expect.poll(() => names(reports)).toEqual(['acme.md', 'weekly.md']);
    await row(page, /^acme\.md/).focus();
    await press('Control+z');
    await expect.poll(() => names(reports)).toEqual(['clients', 'acme.md', 'weekly.md']);
  });

  await step('a file that is dragged out carries its name and its text', async () => {
    const dragged = await row(page, /^acme\.md/).evaluate((element) => {
      const dataTransfer = new DataTransfer();
      element.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
      return [dataTransfer.getData('text/plain'), dataTransfer.getData('DownloadURL').replace(/blob:.*/, '')];
    });
    expect(dragged).toEqual(['# Acme\n', 'text/markdown:acme.md:']);
  });

  await step('the keys fold and unfold a folder, and take a file into one', async () => {
    await row(page, /^clients/).focus();
    await press('ArrowLeft');
    await expect.poll(() => names(reports)).toEqual(['clients', 'weekly.md']);
    await press('ArrowRight');
    await expect.poll(() => names(reports)).toEqual(['clients', 'acme.md', 'weekly.md']);
    await row(page, /^weekly\.md/).focus();
    await press('F2');
    await page.keyboard.type('old/weekly');
    await press('Enter');
    await expect.poll(() => names(reports)).toEqual(['clients', 'acme.md', 'old', 'weekly.md']);
    await row(page, /^weekly\.md/).focus();
    await press('Control+z');
    await expect.poll(() => names(reports)).toEqual(['clients', 'acme.md', 'weekly.md']);
  });

  await outside(page);
});

/** What changes behind the program's back, and when it starts anew. */
async function outside(page: Page): Promise<void> {
  await step('what another program writes is shown, and both are kept when that is wanted', async () => {
    await writeOutside(page, 'weekly.md', '# Written outside\n');
    await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
    await expect(page.getByRole('heading', { name: 'Written outside' })).toBeVisible();
    const told = page.getByRole('region', { name: 'Notifications' });
    await told.getByRole('button', { name: 'Keep Both' }).click();
    await expect.poll(() => names(tree(page, 'reports'))).toContain('weekly 2.md');
    await expect.poll(() => readOutside(page, 'weekly 2.md')).toContain('select 1');
  });

  await step('the folder is there after a reload; closed, it is among the recent ones', async () => {
    await page.reload();
    await expect.poll(() => names(tree(page, 'reports'))).toContain('weekly 2.md');
    await page.getByRole('heading', { name: 'reports' }).hover();
    await page.getByRole('button', { name: 'Close the folder “reports”' }).click();
    await expect(tree(page, 'reports')).toHaveCount(0);
    await runCommand(page, 'File: Open Recent Folder…');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(tree(page, 'reports'))).toContain('weekly 2.md');
  });
}
