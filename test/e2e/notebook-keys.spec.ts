import { drop, expect, test, textFile } from './watched.ts';
import { cell, cellOrder, cells, editor, pressing, start } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const three = textFile(
  'keys.md',
  `---
deskbook: 1
title: Keys
---

\`\`\`sql one
select 1 as a
\`\`\`

\`\`\`sql two
select a + 1 as b from one
\`\`\`

\`\`\`sql three
select b + 1 as c from two
\`\`\`
`,
);

const step = test.step;

test.beforeEach(async ({ page }) => {
  await start(page);
  await drop(page, three);
  await expect(cell(page, 'one')).toBeFocused();
  await expect(editor(page, 'three')).toBeVisible();
});

test('the keys of command mode', { tag: '@walk' }, async ({ page }) => {
  const press = pressing(page);
  await goAround(page);

  await step('A and B insert a cell above and below, and it is edited', async () => {
    await press('Home', 'a');
    await page.keyboard.type('select 10');
    await expect(focused(page)).toHaveText('select 10');
    await press('Escape');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL 1', 'SQL one', 'SQL two', 'SQL three']);
    await press('ArrowDown', 'b');
    await page.keyboard.type('select 20');
    await press('Escape');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL 1', 'SQL one', 'SQL 3', 'SQL two', 'SQL three']);
  });

  await step('D D and Delete delete the selected cells, one D does not', async () => {
    await press('d', 'ArrowUp', 'ArrowDown');
    await expect(cells(page)).toHaveCount(5);
    await press('d', 'd');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL 1', 'SQL one', 'SQL two', 'SQL three']);
    await press('Home', 'Delete');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL one', 'SQL two', 'SQL three']);
    await expect(cell(page, 'one')).toBeFocused();
  });

  await step('Z undoes and Shift+Z does it again', async () => {
    await press('z', 'z');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL 1', 'SQL one', 'SQL 3', 'SQL two', 'SQL three']);
    await expect(editor(page, 'SQL')).toHaveText(['select 10', 'select 20']);
    await press('Shift+Z', 'Shift+Z');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL one', 'SQL two', 'SQL three']);
  });

  await step('M makes a cell text and Y makes it SQL', async () => {
    await press('End', 'm');
    await expect(cells(page).last()).toHaveAccessibleName('Text 3, not run');
    await press('y');
    await expect(cells(page).last()).toHaveAccessibleName('SQL 3, not run');
    await press('z', 'z');
    await expect(cells(page).last()).toHaveAccessibleName('SQL three, not run');
  });

  await step('C copies, X cuts and V pastes the selected cells', async () => {
    await press('Home', 'Shift+ArrowDown', 'c', 'End', 'v');
    const copied = ['SQL one', 'SQL two', 'SQL three', 'SQL one_2', 'SQL two_2'];
    await expect.poll(() => cellOrder(page)).toEqual(copied);
    await press('x');
    await expect.poll(() => cellOrder(page)).toEqual(copied.filter((name) => name !== 'SQL one_2'));
    await press('z', 'z');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL one', 'SQL two', 'SQL three']);
  });

  await step('Alt with an arrow moves the selected cells', async () => {
    await press('Home', 'Shift+ArrowDown', 'Alt+ArrowDown');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL three', 'SQL one', 'SQL two']);
    await press('Alt+ArrowUp');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL one', 'SQL two', 'SQL three']);
  });

  await step('F2 renames a cell, and Escape leaves its name', async () => {
    await press('Home', 'F2');
    await page.keyboard.type('another');
    await press('Escape');
    await expect(cell(page, 'one')).toBeFocused();
    await press('F2');
    await page.keyboard.type('first');
    await press('Enter');
    await expect(cell(page, 'first')).toBeFocused();
    await expect(editor(page, 'two')).toHaveText('select a + 1 as b from first');
    await press('z');
  });

  await step('O folds a cell and unfolds it', async () => {
    await press('o');
    await expect(editor(page, 'one')).toBeHidden();
    await press('o');
    await expect(editor(page, 'one')).toBeVisible();
  });
});

test('the keys that run', async ({ page }) => {
  const press = pressing(page);
  const done = (name: string) => expect(cell(page, name)).toHaveAccessibleName(`SQL ${name}, done`);

  await step('Shift+Enter runs and goes on, Ctrl+Enter runs and stays', async () => {
    await press('Shift+Enter');
    await done('one');
    await expect(cell(page, 'two')).toBeFocused();
    await press('Control+Enter');
    await done('two');
    await expect(cell(page, 'two')).toBeFocused();
    await expect(cell(page, 'two').getByRole('gridcell')).toHaveText('2');
  });

  await step('Alt+Enter runs and inserts a cell below', async () => {
    await press('Alt+Enter');
    await page.keyboard.type('select 7 as seven');
    await press('Control+Enter');
    await expect(cell(page, '3').getByRole('gridcell')).toHaveText('7');
    await expect(cell(page, '3')).toHaveAccessibleName('SQL 3, done');
  });

  await step('the keys that run, run from within an editor', async () => {
    await press('Enter');
    await page.keyboard.type('7');
    await press('Shift+Enter');
    await expect(cell(page, '3').getByRole('gridcell')).toHaveText('7');
    await expect(cell(page, 'three')).toBeFocused();
    await press('Enter', 'Alt+Enter');
    await done('three');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL one', 'SQL two', 'SQL 3', 'SQL three', 'SQL 5']);
    await press('Escape', 'd', 'd');
  });

  await step('the keys that run, run all selected cells', async () => {
    await press('Home', 'Enter', 'Control+Home');
    for (let count = 0; count < 7; count++) await press('ArrowRight');
    await page.keyboard.type('10 + ');
    await press('Escape');
    await expect(cell(page, 'two')).toHaveAccessibleName('SQL two, out of date');
    await press('Home', 'Shift+ArrowDown', 'Control+Enter');
    await done('one');
    await done('two');
    await expect(cell(page, 'two').getByRole('gridcell')).toHaveText('12');
  });

  await step('G charts the rows of a cell', async () => {
    await press('Home', 'g');
    await expect.poll(() => cellOrder(page)).toContain('Chart 2');
    await expect(page.getByRole('img', { name: /^Chart/ })).toBeVisible();
  });
});

test('the keys of edit mode', async ({ page }) => {
  const press = pressing(page);

  await step('the arrows leave an editor at its first and last place', async () => {
    await press('Enter', 'Control+End', 'ArrowDown');
    await expect(editor(page, 'two')).toBeFocused();
    await press('ArrowUp');
    await expect(editor(page, 'one')).toBeFocused();
    await press('Escape');
    await expect(cell(page, 'one')).toBeFocused();
  });

  await step('Ctrl+/ makes a line a comment, and one again', async () => {
    await press('Enter', 'Control+/');
    await expect(editor(page, 'one')).toHaveText('-- select 1 as a');
    await press('Control+/');
    await expect(editor(page, 'one')).toHaveText('select 1 as a');
  });

  await step('Ctrl+Shift+- splits a cell at the cursor', async () => {
    await press('Control+Home');
    for (let count = 0; count < 8; count++) await press('ArrowRight');
    await press('Control+Shift+Minus');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL one', 'SQL 2', 'SQL two', 'SQL three']);
    await expect(editor(page, 'one')).toHaveText('select 1');
    await expect(editor(page, 'SQL')).toBeFocused();
    await press('Control+z');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL one', 'SQL two', 'SQL three']);
  });

  await step('Ctrl+Z and Ctrl+Y take typing back and do it again, wherever it was', async () => {
    await editor(page, 'three').click();
    await press('Control+End');
    await page.keyboard.type(' limit 1');
    await editor(page, 'two').click();
    await press('Control+z');
    await expect(editor(page, 'three')).toHaveText('select b + 1 as c from two');
    await press('Control+y');
    await expect(editor(page, 'three')).toHaveText('select b + 1 as c from two limit 1');
    await press('Control+z');
  });

  await step('Tab indents, and Escape then Tab goes on', async () => {
    await editor(page, 'two').click();
    await press('Control+Home', 'Tab');
    await expect(editor(page, 'two')).toHaveText('  select a + 1 as b from one', { useInnerText: false });
    await expect(editor(page, 'two')).toBeFocused();
    await press('Escape', 'Tab');
    await expect(cell(page, 'two')).not.toBeFocused();
  });
});

/** Enter, Escape, and all the ways from cell to cell. */
async function goAround(page: Page): Promise<void> {
  const press = pressing(page);
  await step('Enter edits the cell and Escape leaves it', async () => {
    await press('Enter');
    await expect(editor(page, 'one')).toBeFocused();
    await press('Escape');
    await expect(cell(page, 'one')).toBeFocused();
  });

  await step('the arrows, K and J go from cell to cell', async () => {
    await press('ArrowDown', 'j');
    await expect(cell(page, 'three')).toBeFocused();
    await press('ArrowUp', 'k');
    await expect(cell(page, 'one')).toBeFocused();
  });

  await step('Ctrl with an arrow, Home and End go to the first and the last cell', async () => {
    await press('Control+ArrowDown');
    await expect(cell(page, 'three')).toBeFocused();
    await press('Control+ArrowUp');
    await expect(cell(page, 'one')).toBeFocused();
    await press('End');
    await expect(cell(page, 'three')).toBeFocused();
    await press('Home');
    await expect(cell(page, 'one')).toBeFocused();
  });

  await step('Shift with an arrow selects several cells', async () => {
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'd', 'd');
    await expect(cells(page)).toHaveCount(0);
    await press('z');
    await expect.poll(() => cellOrder(page)).toEqual(['SQL one', 'SQL two', 'SQL three']);
  });

  await step('a cell is announced with its kind, its name and its state', async () => {
    await press('Home');
    await expect(cell(page, 'one')).toHaveAccessibleName('SQL one, not run');
    await expect(cell(page, 'one')).toHaveAttribute('aria-roledescription', 'cell');
    await expect(cell(page, 'one')).toHaveAttribute('aria-current', 'true');
  });
}

function focused(page: Page): Locator {
  return page.locator(':focus');
}
