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

  await step('a column unfolds into its distribution, its ends and its distinct values', async () => {
    const column = side.getByRole('listitem').filter({ hasText: /^wait_seconds/ });
    await column.getByRole('button', { name: /^wait_seconds/ }).click();
    await expect(column.getByRole('img')).toHaveAccessibleName(/5 s.*3 min/);
    // Waits of 5, 20, 35, 60 and 180 seconds; the fifty that gave up have none.
    await expect(column.getByRole('definition')).toHaveText(['50', '5', '5 s', '3 min']);
    await column.getByRole('button', { name: /^wait_seconds/ }).click();
    await expect(column.getByRole('definition')).toHaveCount(0);
  });

  await step('the data say which KPIs they can give, and what is missing for the others', async () => {
    await side.getByText(/^\d+ KPIs can be computed$/).click();
    await expect(side.getByRole('button', { name: 'CSAT', exact: true })).toBeVisible();
    await side.getByText(/^\d+ cannot: what is missing$/).click();
    await expect(side.getByRole('listitem').filter({ hasText: /^NPS/ })).toContainText(
      'Needs ratings of kind nps',
    );
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

  await step('how a file is read is seen on the page of its source, and changed', async () => {
    await press('Control+Shift+D');
    await source.getByRole('button', { name: /^calls/ }).click();
    const panel = page.getByRole('tabpanel', { name: 'calls', exact: true });
    await panel.getByRole('group').getByText('calls.csv', { exact: true }).click();
    const types = page.getByRole('definition').filter({ hasText: '“Topic”' });
    await expect(types.first()).toBeVisible();
    await page.getByRole('button', { name: 'Read it in another way…' }).click();
    await page.getByRole('button', { name: '“Topic” no longer becomes calls.type' }).click();
    await page.getByRole('button', { name: 'Import 300 rows' }).click();
    await expect(page.getByRole('heading', { name: '300 rows imported' }).last()).toBeVisible();
    await side.getByRole('button', { name: 'Columns of calls' }).click();
    const type = side.getByRole('listitem').filter({ hasText: /^type/ });
    await expect(type).toContainText('—');
  });

  await step('a source is taken away after a question, and what is left teaches the next step', async () => {
    await press('Control+Shift+D');
    await source.getByRole('button', { name: /^Remove/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(side.getByRole('button', { name: 'Import an export…' })).toBeVisible();
    await expect(side.getByRole('button', { name: /sample/i })).toBeVisible();
    await expect(status(page)).not.toContainText(/\d rows/);
  });
});
