import { drop, expect, test, textFile } from './watched.ts';
import {
  cell,
  cellOrder,
  cells,
  editor,
  goToCell,
  pressing,
  runAll,
  runCommand,
  start,
} from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const report = textFile(
  'view.md',
  `---
deskbook: 1
title: View
---

# Summary

The total comes first.

\`\`\`sql total
select 12 as n
\`\`\`

## Twice the total

\`\`\`sql twice
select n * 2 as total_twice from total
\`\`\`

\`\`\`vega-lite drawn of=twice fold
{"mark": "bar", "title": "the total"}
\`\`\`

# Aside

\`\`\`sql aside
select 5 as five
\`\`\`
`,
);

const step = test.step;

test('a notebook is searched, folded, gone through by its outline and its links, and runs by itself', async ({
  page,
}) => {
  const press = pressing(page);
  await start(page);
  await drop(page, report);
  await expect(cells(page)).toHaveCount(7);
  await findAndReplace(page);
  await outlineAndFolds(page);

  await step('a cell says what it reads and feeds, and leads there', async () => {
    await page.getByRole('button', { name: 'Run all', exact: true }).click();
    await expect(cell(page, 'aside')).toHaveAccessibleName('SQL aside, done');
    await cell(page, 'twice').getByRole('button', { name: 'total', exact: true }).click();
    await expect(cell(page, 'total')).toBeFocused();
    const filters = page.getByRole('group', { name: 'Filters of this notebook' });
    const toolbar = cell(page, 'total').getByRole('toolbar');
    await expect
      .poll(async () => (await boxOf(toolbar)).top - (await boxOf(filters)).bottom)
      .toBeGreaterThan(0);
    await press('Control+k', 'f');
    await expect(cell(page, 'twice')).toBeFocused();
  });

  await step('Shift+O folds a result alone, and a command all of them', async () => {
    const results = cells(page).getByRole('grid');
    await expect(results).toHaveCount(3);
    await press('Shift+O');
    await expect(results).toHaveCount(2);
    await expect(editor(page, 'twice')).toBeVisible();
    await runCommand(page, 'Notebook: Fold or Unfold All Results');
    await expect(results).toHaveCount(0);
    await runCommand(page, 'Notebook: Fold or Unfold All Results');
    await expect(results).toHaveCount(3);
  });

  await step('what a change makes stale waits on request, and runs by itself in automatic mode', async () => {
    await append(page, 'total', ' + 1');
    await expect(cell(page, 'twice')).toHaveAccessibleName('SQL twice, out of date');
    await page.getByRole('button', { name: 'On request' }).click();
    await expect(cell(page, 'twice').getByRole('gridcell')).toHaveText('26');
    await append(page, 'total', ' + 1');
    await expect(cell(page, 'twice').getByRole('gridcell')).toHaveText('28');
    await page.getByRole('button', { name: 'Automatic' }).click();
  });

  await step('what the keys of a cell do is in the palette, with its key', async () => {
    await cell(page, 'aside').click({ position: { x: 4, y: 4 } });
    await runCommand(page, 'Cell: Copy the cell above itself');
    await expect.poll(async () => (await cellOrder(page)).slice(-2)).toEqual(['SQL aside_2', 'SQL aside']);
    await press('d', 'd');
    await expect(cells(page)).toHaveCount(7);
  });

  await step('Ctrl+A selects all cells, Shift+M joins, Shift+Alt with an arrow copies', async () => {
    await editor(page, 'aside').click();
    await press('Escape', 'Alt+Shift+ArrowDown');
    await expect.poll(async () => (await cellOrder(page)).slice(-2)).toEqual(['SQL aside', 'SQL aside_2']);
    await press('Shift+ArrowUp', 'Shift+M');
    await expect(editor(page, 'aside')).toHaveText('select 5 as fiveselect 5 as five');
    await press('z', 'z');
    await press('Control+a', 'd', 'd');
    await expect(cells(page)).toHaveCount(0);
    await press('z');
    await expect(cells(page)).toHaveCount(7);
  });
});

async function findAndReplace(page: Page): Promise<void> {
  const press = pressing(page);
  const bar = page.getByRole('search');

  await step('Ctrl+F finds in text, SQL and folded charts, F3 and Shift+F3 go on', async () => {
    await press('Control+f');
    await page.keyboard.type('TOTAL');
    await press('Enter');
    await expect(bar).toContainText('1 of 5');
    await press('Alt+w');
    await press('F3', 'F3');
    await expect(bar).toContainText('3 of 4');
    await expect(page.locator('.deskbook-found-now')).toHaveText('total');
    await press('F3');
    await expect(editor(page, 'drawn').locator('.deskbook-found-now')).toHaveText('total');
    await press('Shift+F3');
    await expect(editor(page, 'twice').locator('.deskbook-found-now')).toHaveText('total');
    await press('Alt+c');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('THE total');
    await expect(bar).toContainText('No results');
  });

  await step('Ctrl+H replaces one or all, and one undo takes it back', async () => {
    await press('Alt+c', 'Control+h', 'Control+a');
    await page.keyboard.type('select (\\d+) as');
    await press('Alt+w', 'Alt+r', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    await page.keyboard.type('select 1 + $1 as');
    await press('Enter', 'Enter');
    await expect(editor(page, 'aside')).toHaveText('select 1 + 5 as five');
    await press('Control+Alt+Enter');
    await expect(editor(page, 'total')).toHaveText('select 1 + 12 as n');
    await press('Escape', 'z', 'z');
    await expect(editor(page, 'total')).toHaveText('select 12 as n');
    await expect(editor(page, 'aside')).toHaveText('select 5 as five');
  });
}

test('in a long notebook a cell that one goes to stays in sight while those around it are drawn', async ({
  page,
}) => {
  const press = pressing(page);
  const query = (at: number) => `\`\`\`sql c${at}\nselect range + ${at} as n from range(40)\n\`\`\`\n`;
  const text = Array.from({ length: 60 }, (_, at) => query(at)).join('\n');
  await start(page);
  await drop(
    page,
    textFile('long.md', `---\ndeskbook: 1\ntitle: Long\n---\n\nWords to be copied.\n\n${text}`),
  );
  await expect(cells(page)).toHaveCount(61);
  await runAll(page);
  const scroller = await boxOf(page.getByRole('tabpanel'));
  for (const name of ['c40', 'c12', 'c59', 'c25']) {
    await goToCell(page, name);
    await expect(cell(page, name).getByRole('gridcell').first()).toBeVisible();
    await page.waitForTimeout(700);
    const { top, bottom } = await boxOf(cell(page, name));
    expect([name, top > scroller.top, bottom < scroller.bottom]).toEqual([name, true, true]);
  }
  await press('Enter');
  await expect(editor(page, 'c25')).toBeFocused();
  const before = await heightOf(page);
  await page.keyboard.type(' ');
  expect(await heightOf(page)).toBe(before);
  await press('Escape');

  await step('a press of the mouse does not move the page', async () => {
    await goToCell(page, 'c33');
    await page.waitForTimeout(700);
    const scrolled = () => cell(page, 'c30').evaluate((one) => one.closest('.scroller')?.scrollTop ?? 0);
    // Its first lines alone are on the screen.
    await cell(page, 'c30').evaluate((one) => {
      const around = one.closest('.scroller');
      around?.scrollBy(0, one.getBoundingClientRect().top - around.getBoundingClientRect().bottom + 60);
    });
    await expect(cell(page, 'c30').getByRole('toolbar')).toBeAttached();
    const { top, left } = await boxOf(cell(page, 'c30'));
    const before = await scrolled();
    await page.mouse.move(left + 500, top + 10);
    await page.mouse.down();
    await expect(cell(page, 'c30')).toHaveAttribute('aria-current', 'true');
    await page.waitForTimeout(100);
    expect(await scrolled()).toBe(before);
    await page.mouse.up();
  });

  await step('Ctrl+C takes the text that is marked', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const words = cells(page).first().getByText('Words to be copied.');
    await words.scrollIntoViewIfNeeded();
    await words.click();
    await words.evaluate((one) => getSelection()?.selectAllChildren(one));
    await press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Words to be copied.');
    await press('Escape');
  });

  await step('a click into code takes the keyboard there while the page is still scrolling', async () => {
    await page.evaluate(() => setInterval(() => document.dispatchEvent(new Event('scroll')), 20));
    await cell(page, 'c50').getByText('select range + 50').click();
    await expect(editor(page, 'c50')).toBeFocused();
    await page.keyboard.type('-- mine');
    await expect(editor(page, 'c50')).toContainText('-- mine');
    await expect(editor(page, 'c49')).toHaveCount(0);
  });
});

/** Of all cells together. */
function heightOf(page: Page): Promise<number> {
  return page
    .locator('[data-cell]')
    .evaluateAll((list) => list.reduce((sum, { clientHeight }) => sum + clientHeight, 0));
}

async function outlineAndFolds(page: Page): Promise<void> {
  const press = pressing(page);
  const outline = page.getByRole('tree', { name: 'Outline' });

  await step('the outline lists headings and cells, follows the reader and leads there by keys', async () => {
    await expect(outline.getByRole('treeitem')).toHaveText([
      'Summary',
      'total',
      'Twice the total',
      'twice',
      'drawn',
      'Aside',
      'aside',
    ]);
    await press('End');
    await expect(selected(outline)).toHaveText('aside');
    await selected(outline).focus();
    await press('ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter');
    await expect(cell(page, 'twice')).toBeFocused();
    await expect(selected(outline)).toHaveText('twice');
  });

  await step('O on a heading folds all up to the next, and going there opens it', async () => {
    await press('Home', 'o');
    await expect.poll(() => cellOrder(page)).toEqual(['Text 1', 'Text 6', 'SQL aside']);
    await expect(cells(page).first()).toContainText('4 cells folded away');
    await press('ArrowDown');
    await expect(cells(page).nth(1)).toBeFocused();
    await outline.getByRole('treeitem', { name: 'twice', exact: true }).click();
    await expect(cells(page)).toHaveCount(7);
  });
}

function boxOf(element: Locator): Promise<{ top: number; bottom: number; left: number }> {
  return element.evaluate((one) => one.getBoundingClientRect());
}

function selected(tree: Locator): Locator {
  return tree.getByRole('treeitem', { selected: true });
}

async function append(page: Page, name: string, text: string): Promise<void> {
  const press = pressing(page);
  await editor(page, name).click();
  await press('Control+Home');
  for (let count = 0; count < 'select 12'.length; count++) await press('ArrowRight');
  await page.keyboard.type(text);
  await press('Escape');
}
