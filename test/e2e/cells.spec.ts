import { drop, expect, test, textFile } from './watched.ts';
import { cell, cellOrder, cells, editor, pressing, rewrite, start } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;

const notebook = textFile(
  'cells.md',
  `---
deskbook: 1
title: Cells
---

# There are {{two.b}} of them

\`\`\`sql one
select 1 as a
\`\`\`

\`\`\`sql two
select a + 1 as b from one
\`\`\`

\`\`\`sql csat kpi=csat shape=headline
select 1 as value
\`\`\`
`,
);

const inOrder = ['Text 1', 'SQL one', 'SQL two', 'SQL csat'];

test.beforeEach(async ({ page }) => {
  await start(page);
  await drop(page, notebook);
  await expect(cells(page)).toHaveCount(4);
});

test('cells by mouse: inserted, dragged, folded, selected, changed, and all of it undone', async ({
  page,
}) => {
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  const redo = page.getByRole('button', { name: 'Redo' });
  const isLike = (names: readonly string[]) => expect.poll(() => cellOrder(page)).toEqual(names);

  await step('between two cells there are buttons for each kind', async () => {
    const place = page.getByRole('group', { name: 'Insert a cell here' }).nth(1);
    await place.hover();
    await place.getByRole('button', { name: 'Input' }).click();
    await isLike(['Text 1', 'Input input_1', ...inOrder.slice(1)]);
    await undo.click();
    await isLike(inOrder);
  });

  await step('a cell is dragged by its handle', async () => {
    await cell(page, 'two').hover();
    const handle = cell(page, 'two').getByTitle('Drag to move');
    await handle.dragTo(page.getByRole('group', { name: 'Insert a cell here' }).nth(1));
    await isLike(['Text 1', 'SQL two', 'SQL one', 'SQL csat']);
    await undo.click();
    await isLike(inOrder);
  });

  await step('Shift and a click select several cells', async () => {
    await cell(page, 'one').getByText('SQL', { exact: true }).click();
    await cell(page, 'two')
      .getByText('SQL', { exact: true })
      .click({ modifiers: ['Shift'] });
    await page.keyboard.press('Delete');
    await isLike(['Text 1', 'SQL csat']);
    await undo.click();
    await isLike(inOrder);
  });

  await step('a cell is folded at its gutter, and stays so in the file when asked', async () => {
    await cell(page, 'one').hover();
    await cell(page, 'one').getByRole('button', { name: 'Fold', exact: true }).click();
    await expect(editor(page, 'one')).toBeHidden();
    await cell(page, 'one').getByRole('button', { name: 'Unfold', exact: true }).click();
    await expect(editor(page, 'one')).toBeVisible();
    await chooseOf(page, 'one', 'Start folded: keep it in the file');
    await expect(editor(page, 'one')).toBeHidden();
    await undo.click();
    await expect(editor(page, 'one')).toBeVisible();
  });

  await step('the code of all cells is hidden, their results stay', async () => {
    await page.getByRole('button', { name: 'Run all', exact: true }).click();
    await expect(cell(page, 'two').getByRole('gridcell')).toHaveText('2');
    await page.getByRole('button', { name: 'Hide the code' }).click();
    await expect(editor(page, 'two')).toBeHidden();
    await expect(cell(page, 'two').getByRole('gridcell')).toBeVisible();
    await page.getByRole('button', { name: 'Hide the code' }).click();
    await expect(editor(page, 'two')).toBeVisible();
  });

  await step('a cell’s menu duplicates it, joins it with the next, makes it another kind', async () => {
    await chooseOf(page, 'one', 'Duplicate');
    await isLike(['Text 1', 'SQL one', 'SQL one_2', 'SQL two', 'SQL csat']);
    await chooseOf(page, 'one', 'Join with the cell below');
    await isLike(inOrder);
    await expect(editor(page, 'one')).toContainText('select 1 as aselect 1 as a');
    await chooseOf(page, 'two', 'Turn into Text');
    await isLike(['Text 1', 'SQL one', 'Text 3', 'SQL csat']);
    for (let count = 0; count < 3; count++) await undo.click();
    await isLike(inOrder);
    await redo.click();
    await isLike(['Text 1', 'SQL one', 'SQL one_2', 'SQL two', 'SQL csat']);
    await undo.click();
  });

  await step('the toolbar inserts SQL and text below', async () => {
    await cell(page, 'one').getByText('SQL', { exact: true }).click();
    await page
      .getByRole('toolbar', { name: 'Notebook actions' })
      .getByRole('button', { name: 'Text' })
      .click();
    await isLike(['Text 1', 'SQL one', 'Text 3', 'SQL two', 'SQL csat']);
    await undo.click();
  });
});

test('cells as they run: values in text, what is stale, what is stopped', async ({ page }) => {
  const press = pressing(page);

  await step('a KPI cell shows its definition and the variant in force', async () => {
    const kpi = cell(page, 'csat');
    await expect(kpi).toContainText('edited');
    await kpi.getByTitle('What it means').click();
    await expect(kpi).toContainText('Variant in force:');
    await expect(kpi.getByRole('paragraph').first()).toContainText(/\w+ \w+ \w+/);
    await kpi.getByTitle('What it means').click();
  });

  await step('run above and run below run just those', async () => {
    await chooseOf(page, 'two', 'Run the cells above');
    await expect(cell(page, 'one')).toHaveAccessibleName('SQL one, done');
    await expect(cell(page, 'csat')).toHaveAccessibleName('SQL csat, not run');
    await chooseOf(page, 'csat', 'Run this cell and those below');
    await expect(cell(page, 'csat')).toHaveAccessibleName('SQL csat, done');
  });

  await step('a cell’s foot says its state, its time and its rows', async () => {
    const foot = cell(page, 'one').getByRole('status', { name: 'done' });
    await expect(foot).toContainText(/\d+ ms.*1 row/);
  });

  await step('text shows the values of cells', async () => {
    await page.getByRole('button', { name: 'Run all', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'There are 2 of them' })).toBeVisible();
  });

  await step('a change makes what reads it stale, and just that is run again', async () => {
    await rewrite(page, 'one', 'select 5 as a');
    await press('Escape');
    await expect(cell(page, 'two')).toHaveAccessibleName('SQL two, out of date');
    await expect(cell(page, 'csat')).toHaveAccessibleName('SQL csat, done');
    await page.getByRole('button', { name: /^Run \d stale cells/ }).click();
    await expect(page.getByRole('heading', { name: 'There are 6 of them' })).toBeVisible();
    await expect(page.getByRole('button', { name: /stale/ })).toHaveCount(0);
  });

  await step('what takes long says so, and is stopped by its button and by a key', async () => {
    const long = 'select count(*) as a from range(100000) x, range(100000) y where x.range * y.range % 7 = 3';
    await rewrite(page, 'one', long);
    await press('Control+Enter');
    await expect(cell(page, 'one')).toHaveAccessibleName('SQL one, running');
    await cell(page, 'one').getByRole('button', { name: 'Stop' }).click();
    await expect(cell(page, 'one')).toHaveAccessibleName('SQL one, out of date', { timeout: 30_000 });
    await expect(cell(page, 'one').getByRole('gridcell')).toHaveText('5');
    await press('Control+Enter');
    await expect(cell(page, 'one')).toHaveAccessibleName('SQL one, running');
    await press('Control+Alt+Backspace');
    await expect(cell(page, 'one')).toHaveAccessibleName('SQL one, out of date', { timeout: 30_000 });
  });

  await step('what is being typed leaves the rows below it alone', async () => {
    await rewrite(page, 'one', 'select range as a from range(20)');
    await press('Control+Enter');
    const spread = cell(page, 'one').getByRole('img', { name: 'From 0 to 19' });
    await spread
      .locator('i')
      .first()
      .evaluate((bar: HTMLElement) => bar.classList.add('kept'));
    await press('Enter', 'End', ' ', 'w');
    await expect(cell(page, 'one')).toHaveAccessibleName('SQL one, out of date');
    await expect(spread.locator('.kept')).toHaveCount(1);
  });
});

async function chooseOf(page: Page, name: string, label: string): Promise<void> {
  await cell(page, name).getByText('SQL', { exact: true }).click();
  await cell(page, name).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: label }).click();
}
