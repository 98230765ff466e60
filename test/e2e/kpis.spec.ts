import { callSheet } from './call-sheet.ts';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, cellOrder, cells, importFiles, pressing, runAll, runCommand, start } from './workbench.ts';

const step = test.step;

test('KPIs go from their list into a notebook, and say what they need', async ({ page }) => {
  const press = pressing(page);
  const side = page.getByRole('complementary');
  const search = side.getByRole('searchbox', { name: 'Search KPIs' });
  const row = (name: string) => side.getByRole('treeitem', { name, exact: true });
  const findKpi = async (name: string) => {
    await press('Control+Shift+K');
    await expect(search).toBeFocused();
    await search.fill(name);
    await press('ArrowDown');
    await expect(row(name)).toBeFocused();
  };
  await start(page);
  await importFiles(page, callSheet());
  await runCommand(page, 'File: New Notebook');
  await expect(cells(page)).toHaveCount(1);

  await step('Enter on a KPI of the list puts it into the notebook in front', async () => {
    await findKpi('CSAT');
    await press('Enter');
    await expect(cell(page, 'csat')).toBeFocused();
    await press('Control+Enter');
    // 150 of the 250 answers are satisfied.
    await expect(cell(page, 'csat')).toContainText('60.0%');
  });

  await step('Space opens the page of a KPI, its menu inserts any of its cuts', async () => {
    await findKpi('Handle time');
    await press(' ');
    await expect(page.getByRole('heading', { level: 1, name: 'Handle time' })).toBeVisible();
    await expect(row('Handle time')).toHaveAttribute('aria-selected', 'true');
    await row('Handle time').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Insert: Breakdown' }).click();
    await expect(cell(page, 'handle_time_by_channel')).toBeFocused();
  });

  await step('a KPI is dragged to its place, and Ctrl+Z takes it back', async () => {
    const before = await cellOrder(page);
    await findKpi('Abandonment');
    await row('Abandonment').dragTo(cell(page, 'csat'), { targetPosition: { x: 60, y: 3 } });
    await expect(cell(page, 'abandonment_rate')).toBeFocused();
    expect(await cellOrder(page)).toEqual(before.toSpliced(1, 0, 'SQL abandonment_rate'));
    await press('Control+z');
    await expect(cell(page, 'abandonment_rate')).toHaveCount(0);
  });

  await step('the page of a KPI says what it needs, and whether the data have it', async () => {
    await findKpi('CSAT');
    await press(' ');
    const needed = page.getByRole('region', { name: 'What it needs' }).getByRole('listitem');
    await expect(needed.filter({ hasText: 'ratings.bucket' })).toContainText('250 rows');
    await expect(needed.getByRole('img', { name: 'missing' })).toHaveCount(0);
    await expect(row('NPS')).toHaveCount(0);
    await findKpi('NPS');
    await press(' ');
    await expect(page.getByRole('heading', { level: 1, name: 'NPS' })).toBeVisible();
    const lacking = page.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'missing' }) });
    await expect(lacking.filter({ visible: true })).toContainText([
      'Needs ratings of kind nps on a scale from 0 to 10',
    ]);
  });
});

const places = [
  'ticket_id,customer_id,site,created_at',
  '1,ana,Loja Norte,2026-03-02 10:00',
  '2,ana,Loja Norte,2026-03-03 10:00',
  '3,rui,Loja Norte,2026-03-04 10:00',
  '4,rui,Loja Sul,2026-03-05 10:00',
  '5,eva,Loja Sul,2026-03-06 10:00',
].join('\n');
const names = 'customer_id,name\nana,Ana Prado\nrui,Rui Lima\neva,Eva Reis';
const notebook =
  '---\ndeskbook: 1\ntitle: Places\n---\n\n```sql asked\nselect count(*) as n from tickets\n```\n';

test('a notebook looks at one site, and at one customer', async ({ page }) => {
  const count = cell(page, 'asked').getByRole('gridcell');
  await start(page);
  await importFiles(page, textFile('tickets.csv', places), textFile('customers.csv', names));
  await drop(page, textFile('places.md', notebook));
  await runAll(page);
  await expect(count).toHaveText('5');

  await step('the filter bar scopes by site and customer', async () => {
    await page.getByRole('button', { name: 'Site: All' }).click();
    await page.getByRole('checkbox', { name: 'Loja Sul' }).check();
    await page.keyboard.press('Escape');
    await expect(count).toHaveText('2');
    await page.getByRole('button', { name: 'Customer: All' }).click();
    await page.getByRole('checkbox', { name: 'Rui Lima (rui)' }).check();
    await expect(count).toHaveText('1');
  });

  await step('a customer who is not in the list is typed', async () => {
    await page.getByRole('checkbox', { name: 'Rui Lima (rui)' }).uncheck();
    await page.getByRole('searchbox', { name: 'Find' }).fill('somebody');
    await page.getByRole('button', { name: 'Use “somebody”' }).click();
    await expect(count).toHaveText('0');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Customer: somebody' })).toBeFocused();
  });
});
