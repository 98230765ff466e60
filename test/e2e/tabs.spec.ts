import { expect, test } from './watched.ts';
import { cells, pressing, runCommand, start } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const step = test.step;
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });
const file = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });

/** The names of the open tabs from left to right. */
const tabNames = (page: Page) =>
  page
    .getByRole('tablist', { name: 'Open editors' })
    .getByRole('tab')
    .evaluateAll((list) => list.map((each) => each.querySelector('.name')?.textContent ?? ''));

test('tabs: previews, closing and coming back, their order', async ({ page }) => {
  const press = pressing(page);
  await start(page);

  await step('one click opens a preview in italics, and the next one takes its place', async () => {
    await file(page, 'csat-drop.md').click();
    await expect.poll(() => tabNames(page)).toEqual(['Welcome', 'csat-drop.md']);
    expect(await isItalic(tab(page, 'csat-drop.md'))).toBe(true);
    await file(page, 'every-kpi.md').click();
    await expect.poll(() => tabNames(page)).toEqual(['Welcome', 'every-kpi.md']);
  });

  await step('two clicks on its tab, and Ctrl+K Enter, keep a preview', async () => {
    await tab(page, 'every-kpi.md').dblclick();
    await file(page, 'csat-drop.md').click();
    await expect.poll(() => tabNames(page)).toEqual(['Welcome', 'every-kpi.md', 'csat-drop.md']);
    expect(await isItalic(tab(page, 'every-kpi.md'))).toBe(false);
    await press('Control+k', 'Enter');
    await expect.poll(() => isItalic(tab(page, 'csat-drop.md'))).toBe(false);
    await press('Control+k', 'Escape', 'Alt+PageUp');
    await expect(tab(page, 'every-kpi.md')).toHaveAttribute('aria-selected', 'true');
    await tab(page, 'csat-drop.md').click();
    await file(page, 'data-quality.md').dblclick();
    const all = ['Welcome', 'every-kpi.md', 'csat-drop.md', 'data-quality.md'];
    await expect.poll(() => tabNames(page)).toEqual(all);
  });

  await step('Alt+PageUp, Alt+PageDown and the arrows on a tab go to the neighbour', async () => {
    await press('Alt+PageUp');
    await expect(tab(page, 'csat-drop.md')).toHaveAttribute('aria-selected', 'true');
    await press('Alt+PageDown', 'Alt+PageDown');
    await expect(tab(page, 'Welcome')).toHaveAttribute('aria-selected', 'true');
    await tab(page, 'Welcome').focus();
    await press('ArrowRight');
    await expect(tab(page, 'every-kpi.md')).toBeFocused();
    await press('ArrowLeft');
    await expect(tab(page, 'Welcome')).toBeFocused();
  });

  await step('a middle click, the cross, Alt+W and Delete close a tab', async () => {
    await tab(page, 'every-kpi.md').click({ button: 'middle' });
    await tab(page, 'csat-drop.md').getByTitle('Close csat-drop.md').click();
    await expect.poll(() => tabNames(page)).toEqual(['Welcome', 'data-quality.md']);
    await tab(page, 'data-quality.md').click();
    await press('Alt+w');
    await expect.poll(() => tabNames(page)).toEqual(['Welcome']);
    await tab(page, 'Welcome').focus();
    await press('Delete');
    await expect.poll(() => tabNames(page)).toEqual([]);
  });

  await step('Alt+Shift+W brings the closed tabs back, the last one first', async () => {
    await press('Alt+Shift+W');
    await expect.poll(() => tabNames(page)).toEqual(['Welcome']);
    await press('Alt+Shift+W', 'Alt+Shift+W');
    await expect.poll(() => tabNames(page)).toEqual(['Welcome', 'data-quality.md', 'csat-drop.md']);
  });

  await step('a pinned tab is narrow, stands first and stays when the others are closed', async () => {
    await tab(page, 'csat-drop.md').click();
    const wide = await tab(page, 'csat-drop.md').evaluate((each) => each.clientWidth);
    await press('Control+k', 'Shift+Enter');
    await expect.poll(() => tabNames(page)).toEqual(['csat-drop.md', 'Welcome', 'data-quality.md']);
    expect(await tab(page, 'csat-drop.md Pinned').evaluate((each) => each.clientWidth)).toBeLessThan(
      wide / 2,
    );
    await press('Alt+w');
    await tab(page, 'Welcome').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Close Other Editors' }).click();
    await expect.poll(() => tabNames(page)).toEqual(['csat-drop.md', 'Welcome']);
    await press('Alt+Shift+W');
    await tab(page, 'csat-drop.md').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Unpin' }).click();
    await expect(tab(page, 'csat-drop.md Pinned')).toHaveCount(0);
  });

  await step(
    'Ctrl+E lists the tabs in the order of their use, the one before ready to go back to',
    async () => {
      for (const name of ['Welcome', 'data-quality.md', 'csat-drop.md']) await tab(page, name).click();
      await press('Control+e');
      const options = page.getByRole('listbox', { name: 'Search' }).getByRole('option');
      await expect(options).toHaveText(['csat-drop.md', 'data-quality.md', 'Welcome']);
      await expect(options.filter({ hasText: 'data-quality.md' })).toHaveAttribute('aria-selected', 'true');
      await press('Enter');
      await expect(tab(page, 'data-quality.md')).toHaveAttribute('aria-selected', 'true');
      await press('Control+e', 'ArrowDown', 'Enter');
      await expect(tab(page, 'Welcome')).toHaveAttribute('aria-selected', 'true');
    },
  );

  await step('closing the tab in front goes back to the one before', async () => {
    await tab(page, 'Welcome').click();
    await tab(page, 'csat-drop.md').click();
    await press('Alt+w');
    await expect(tab(page, 'Welcome')).toHaveAttribute('aria-selected', 'true');
    await press('Alt+Shift+W');
  });

  await step('a tab is dragged to another place', async () => {
    await expect.poll(() => tabNames(page)).toEqual(['data-quality.md', 'Welcome', 'csat-drop.md']);
    await tab(page, 'csat-drop.md').dragTo(tab(page, 'data-quality.md'));
    await expect.poll(() => tabNames(page)).toEqual(['csat-drop.md', 'data-quality.md', 'Welcome']);
  });

  await step('the menu of a tab closes it, the others or all', async () => {
    await tab(page, 'Welcome').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Close Other Editors' }).click();
    await expect.poll(() => tabNames(page)).toEqual(['Welcome']);
    await tab(page, 'Welcome').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Close All Editors' }).click();
    await expect.poll(() => tabNames(page)).toEqual([]);
  });
});

test('tabs: what is not saved yet, and what is there after a reload', async ({ page }) => {
  await start(page);
  await file(page, 'csat-drop.md').click();
  await runCommand(page, 'File: New Notebook');
  await expect(cells(page)).toHaveCount(1);

  await step('a dot says that a file is not saved yet, and goes when it is', async () => {
    await page.getByRole('textbox', { name: 'Source of SQL' }).click();
    await page.keyboard.type(' -- changed');
    await expect(tab(page, 'Untitled.md Not saved yet')).toBeVisible();
    await expect(file(page, 'Untitled.md').getByLabel('Not saved yet')).toBeVisible();
    await expect(tab(page, /^Untitled\.md$/)).toBeVisible();
    await expect(file(page, 'Untitled.md').getByLabel('Not saved yet')).toHaveCount(0);
  });

  await step('a notebook is shown as it is written', async () => {
    await runCommand(page, 'File: Show Notebook as Text');
    await expect(page.getByRole('tabpanel', { name: 'Untitled.md · text' })).toContainText('deskbook: 1');
    await tab(page, /^Untitled\.md$/).click();
  });

  await step('the tabs of the last visit are there, the same one in front', async () => {
    const before = await tabNames(page);
    await page.waitForTimeout(500);
    await page.reload();
    await expect(tab(page, /^Untitled\.md$/)).toHaveAttribute('aria-selected', 'true');
    expect(await tabNames(page)).toEqual(before);
    expect(await isItalic(tab(page, 'csat-drop.md'))).toBe(true);
  });
});

function isItalic(one: Locator): Promise<boolean> {
  return one.locator('.name').evaluate((name) => getComputedStyle(name).fontStyle === 'italic');
}
