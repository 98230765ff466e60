import { expect, test } from './watched.ts';
import { pressing, runCommand, start } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const step = test.step;
const group = (page: Page, place: number) => page.getByRole('region', { name: `Editor group ${place}` });
const tab = (within: Locator, name: string) => within.getByRole('tab', { name });

/** The names of a group's tabs from left to right. */
const tabNames = (within: Locator) =>
  within
    .getByRole('tablist', { name: 'Open editors' })
    .getByRole('tab')
    .evaluateAll((list) => list.map((each) => each.querySelector('.name')?.textContent ?? ''));

test('editors side by side, and the breadcrumbs above them', async ({ page }) => {
  const press = pressing(page);
  const [left, right] = [group(page, 1), group(page, 2)];
  await start(page);

  await step('a key splits the editor, and a notebook is written on either side', async () => {
    await runCommand(page, 'File: New Notebook');
    await expect(page.locator('[data-cell]')).toBeFocused();
    await press('Control+\\');
    await expect.poll(() => tabNames(left)).toEqual(['Welcome', 'Untitled.md']);
    await expect.poll(() => tabNames(right)).toEqual(['Untitled.md']);
    await expect(right.locator('[data-cell]')).toBeFocused();
    await press('Enter');
    await expect(right.getByRole('textbox')).toBeFocused();
    await page.keyboard.type(' -- from the right');
    await expect(left.getByRole('textbox')).toContainText('-- from the right');
    await left.getByRole('textbox').click();
    await page.keyboard.type('!');
    await expect(left.getByRole('textbox')).toBeFocused();
    await expect(right.getByRole('textbox')).toContainText('!');
  });

  await step(
    'a tab is sent by keys and dragged to the other group, and keys go from group to group',
    async () => {
      await press('Escape');
      await page.getByRole('treeitem', { name: /^csat-drop/ }).dblclick();
      await expect.poll(() => tabNames(left)).toEqual(['Welcome', 'Untitled.md', 'csat-drop.md']);
      await press('Control+Alt+ArrowRight');
      await expect.poll(() => tabNames(right)).toEqual(['Untitled.md', 'csat-drop.md']);
      await tab(right, 'csat-drop.md').dragTo(tab(left, 'Untitled.md'));
      await expect.poll(() => tabNames(left)).toEqual(['Welcome', 'csat-drop.md', 'Untitled.md']);
      await tab(left, 'csat-drop.md').dragTo(right.getByRole('tablist', { name: 'Open editors' }));
      await expect.poll(() => tabNames(right)).toEqual(['Untitled.md', 'csat-drop.md']);
      await press('Control+k', 'Control+ArrowLeft');
      await expect(left.locator(':focus')).toHaveCount(1);
      await press('Control+k', 'Control+ArrowRight');
      await expect(right.locator('[data-cell]:focus')).toHaveCount(1);
    },
  );

  await step('groups and their widths are there after a reload', async () => {
    const sash = page.getByRole('separator', { name: 'Width of editor group 1' });
    const widthOf = async () => (await left.boundingBox())?.width ?? 0;
    const before = await widthOf();
    await sash.focus();
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await expect.poll(async () => Math.round(before - (await widthOf()))).toBe(100);
    const after = await widthOf();
    await page.reload();
    await expect.poll(() => tabNames(left)).toEqual(['Welcome', 'Untitled.md']);
    await expect.poll(() => tabNames(right)).toEqual(['Untitled.md', 'csat-drop.md']);
    expect(Math.abs((await widthOf()) - after)).toBeLessThan(2);
  });

  await step('breadcrumbs say the file and the cell, and lead to what stands beside them', async () => {
    await tab(right, 'csat-drop.md').click();
    const crumbs = right.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('button');
    await expect(crumbs).toHaveText(['csat-drop.md', 'Why did CSAT fall?']);
    await press('Control+Shift+.');
    await expect(crumbs.nth(1)).toBeFocused();
    await press('Enter');
    await expect(page.getByRole('dialog', { name: 'Go to a heading' })).toBeVisible();
    await press('ArrowDown', 'Enter');
    await expect(crumbs).toHaveText(['csat-drop.md', '1. Is it real?']);
    await right.locator('[data-cell]:focus').press('ArrowDown');
    await expect(crumbs).toHaveText(['csat-drop.md', '1. Is it real?', 'csat']);
    await press('Control+Shift+.', 'ArrowLeft', 'ArrowLeft', 'Enter');
    await expect(page.getByRole('dialog', { name: 'Go to a notebook' })).toBeVisible();
    await page.keyboard.type('every-kpi');
    await press('Enter');
    await expect.poll(() => tabNames(right)).toEqual(['Untitled.md', 'csat-drop.md', 'every-kpi.md']);
  });

  await step('a group goes with its last tab', async () => {
    await press('Control+k', 'w');
    await expect(
      page.getByRole('region', { name: 'Editors' }).getByRole('tablist', { name: 'Open editors' }),
    ).toHaveCount(1);
  });
});
