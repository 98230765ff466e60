import { callSheet } from './call-sheet.ts';
import { expect, test } from './watched.ts';
import { importFiles, pressing, start, status } from './workbench.ts';

const step = test.step;

test('what is loaded, and the KPIs that it is for', async ({ page }) => {
  const press = pressing(page);
  const side = page.getByRole('complementary');
  await start(page);
  await importFiles(page, callSheet());
  await press('Control+Shift+D');
  const source = side.getByRole('listitem').filter({ hasText: 'Call-centre sheet' });

  await step('a source says its kind, its rows, its files and its last day', async () => {
    await expect(source).toContainText(/\d+ rows/);
    await expect(source).toContainText('1 file');
    await expect(source).toContainText('Jan 30, 2021');
  });

  await step('the tables say how many rows they have, and those without are named apart', async () => {
    const calls = side
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'calls', exact: true }) });
    await expect(calls).toContainText('300');
    const others = side.getByText(/^\d+ empty tables?$/);
    await others.click();
    await expect(side.getByRole('listitem').filter({ hasText: /^orders$/ })).toHaveAttribute(
      'title',
      /\w+ \w+/,
    );
  });

  await step('a table unfolds into its columns, each with its type, its share and its sentence', async () => {
    await side.getByRole('button', { name: 'Columns of calls' }).click();
    const column = side.getByRole('listitem').filter({ hasText: /^wait_seconds/ });
    await expect(column).toHaveAttribute('title', /\w+ \w+/);
    // 250 of 300 were answered.
    await expect(column).toContainText('83');
  });

  await step('a click on a table opens its rows', async () => {
    await side.getByRole('button', { name: 'calls', exact: true }).click();
    await expect(page.getByRole('grid', { name: /^Result: 300 rows/ })).toBeVisible();
  });

  await step('the KPIs are listed by theme', async () => {
    await press('Control+Shift+K');
    await expect(side.getByRole('heading', { level: 3 })).toContainText(['Speed', 'Satisfaction']);
  });

  await step('the page of a KPI says what it means, and its SQL for each cut', async () => {
    await side
      .getByRole('treeitem', { name: /^Handle time/ })
      .first()
      .click();
    const kpi = page.getByRole('tabpanel', { name: 'Handle time' }).first();
    await expect(kpi).toContainText('What it means, and how it misleads');
    const sql = kpi.getByRole('tabpanel');
    await expect(sql).toContainText('select');
    const headline = await sql.innerText();
    await kpi.getByRole('tab', { name: 'Trend' }).click();
    await expect(sql).not.toHaveText(headline);
  });

  await step('a source is taken away after a question, and what is left teaches the next step', async () => {
    await press('Control+Shift+D');
    await source.getByRole('button', { name: /^Remove/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(side.getByRole('button', { name: 'Import an export …' })).toBeVisible();
    await expect(side.getByRole('button', { name: /sample/i })).toBeVisible();
    await expect(status(page)).not.toContainText(/\d rows/);
  });
});
