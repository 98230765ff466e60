import { existsSync, readFileSync } from 'node:fs';
import { callSheet, callSheetWithSemicolons, callWorkbook } from './call-sheet.ts';
import { expect, test, type DroppedFile } from './watched.ts';
import {
  cell,
  cells,
  editor,
  headlines,
  importFiles,
  openOverview,
  runAll,
  runCommand,
  start,
  status,
} from './workbench.ts';
import type { Page } from '@playwright/test';

/** What the made-up calls come to, by hand; see call-sheet.ts. */
const byHand = {
  'Tickets created': '300',
  CSAT: '60.0%',
  'Wait time': '1 min',
  Abandonment: '16.67%',
  'Handle time': '3 min',
};

for (const [at, file] of [callSheet(), callSheetWithSemicolons(), callWorkbook()].entries()) {
  test(
    `${file.name}, dropped, ends on a page whose values are those computed by hand`,
    { tag: at < 2 ? '@walk' : [] },
    async ({ page }) => {
      await start(page);
      await importFiles(page, file);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('300 rows imported');
      await expect(page.getByText('300 rows read = 300 loaded + 0 rejected.')).toBeVisible();
      expect(await headlines(page)).toMatchObject(byHand);
      const agents = page.getByRole('table', { name: 'Tables filled' }).getByRole('row', { name: /^agents/ });
      await expect(agents.getByRole('cell')).toHaveText('4');
    },
  );
}

test(
  'a KPI is run, edited, restored, charted, renamed, saved and found again',
  { tag: '@walk' },
  async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
    await start(page);
    await importFiles(page, callSheet());
    await openOverview(page);
    await runAll(page);
    await expect(cell(page, 'abandonment_rate')).toContainText('16.67%');

    const created = cell(page, 'tickets_created');
    await expect(created).toContainText('as in the catalogue');
    await editor(page, 'tickets_created').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(" and agent_id = 'Ana'");
    await page.keyboard.press('Shift+Enter');
    await expect(created.getByText('75', { exact: true })).toBeVisible();
    await expect(created.getByText('edited', { exact: true })).toBeVisible();
    await created.getByRole('button', { name: 'Restore' }).click();
    await expect(created.getByText('300', { exact: true })).toBeVisible();
    await expect(created).toContainText('as in the catalogue');

    await chartAndRename(page);

    await page.keyboard.press('Control+s');
    await expect(page.getByRole('tab', { name: 'Overview.md', exact: true })).toBeVisible();
    const saved = await saveCopy(page);
    expect(saved.name).toBe('Overview.md');
    expect(saved.text).toContain('# Overview');
    expect(saved.text).toMatch(/^```sql by_status kpi=tickets_by_status shape=breakdown .*\nselect\n/m);
    expect(saved.text).toMatch(/^```vega-lite of=by_status\n\{/m);
    expect(saved.text).toMatch(/^```sql\nselect max\(value\) as most from by_status\n```$/m);

    await page.reload();
    await expect(status(page)).toContainText('Data up to Jan 30, 2021');
    await expect(page.getByRole('tab', { name: 'Overview.md', exact: true, selected: true })).toBeVisible();
    await runAll(page);
    await expect(cell(page, 'abandonment_rate')).toContainText('16.67%');
    await expect(cell(page, 'by_status').getByRole('gridcell', { name: '175' }).first()).toBeVisible();
    expect((await saveCopy(page)).text).toBe(saved.text);
  },
);

/** Charts the tickets by status, reads them from a cell of its own, and renames what both read. */
async function chartAndRename(page: Page): Promise<void> {
  const before = 'tickets_by_status_by_status';
  await cell(page, before).hover();
  await cell(page, before).getByRole('button', { name: 'Chart it' }).click();
  await expect(page.getByRole('img', { name: /^Chart: .*2 rows/ })).toBeVisible();

  await page.keyboard.press('b');
  await page.keyboard.type(`select max(value) as most from ${before}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, before)).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('by_status');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'by_status')).toBeFocused();
  await expect(page.getByRole('button', { name: 'chart of by_status' })).toBeVisible();
  await expect(cells(page).filter({ hasText: 'as most from by_status' }).last()).toBeVisible();
}

/** Saves a copy to disk by its key, and reads the file as another program would. */
async function saveCopy(page: Page): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+s');
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const exports = [
  'pwc-call-center/Call-Center-Dataset.csv',
  'pwc-call-center-semicolon-broken-locale/Call-Center-Dataset.csv',
  'pwc-call-center-xlsx/01 Call-Center-Dataset (Cleaned).xlsx',
];
for (const [at, path] of exports.entries()) {
  const full = `../shared/data/${path}`;
  test(
    `the real export ${path} gives the published figures`,
    { tag: at === 0 ? '@walk' : [] },
    async ({ page }) => {
      test.skip(!existsSync(full), `${full} is not on this machine`);
      const file: DroppedFile = { name: path.split('/').at(-1) ?? '', bytes: readFileSync(full) };
      await start(page);
      await importFiles(page, file);
      await expect(page.getByText('5,000 rows read = 5,000 loaded + 0 rejected.')).toBeVisible();
      expect(await headlines(page)).toMatchObject({
        CSAT: '49.9%',
        'Wait time': '1 min 8 s',
        Abandonment: '18.92%',
        'Handle time': '3 min 45 s',
      });
      const cannot = page.getByRole('listitem').filter({ hasText: /^\s*Service level/ });
      await expect(cannot).toContainText('wait_seconds of abandoned contacts');
      await expect(page.getByRole('listitem').filter({ hasText: /^\s*Handle time/ })).toContainText(
        /hold_seconds.*wrap_seconds/s,
      );
      await exactFigures(page);
    },
  );
}

/** A notebook of one’s own asks for more digits than the cards show, and the gallery for the other definitions. */
async function exactFigures(page: Page): Promise<void> {
  await runCommand(page, 'File: New Notebook');
  const sql = page.getByRole('textbox').filter({ hasText: 'as tickets from tickets' });
  await sql.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(
    `select avg(wait_seconds)::decimal(9, 2) as wait, count(wait_seconds) as n, avg(handle_seconds)::decimal(9, 2) as handle, (select avg(score)::decimal(9, 4) from ratings) as score from contacts where outcome = 'attended'`,
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('gridcell')).toHaveText(['67.52', '4,054', '224.92', '3.4036']);

  await page.keyboard.press('Control+p');
  await page.keyboard.type('service level');
  await page.keyboard.press('Enter');
  for (const [definition, value] of [
    ['B', '7.48%'],
    ['D', '9.23%'],
  ] as const) {
    await page.getByRole('combobox', { name: 'Definition' }).selectOption(definition);
    await expect(page.getByRole('tabpanel').getByText(value, { exact: true })).toBeVisible();
  }
}
