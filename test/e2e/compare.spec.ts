import { readFile } from 'node:fs/promises';
import { drop, expect, test, textFile, type DroppedFile } from './watched.ts';
import { cells, importFiles, runCommand, start, status } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const step = test.step;

const header = 'ticket_id,created_at,channel';
const lastWeek = textFile(
  'tickets.csv',
  [header, '1,2026-03-02 10:00:00,chat', '2,2026-03-03 10:00:00,email', '3,2026-03-04 10:00:00,chat'].join(
    '\n',
  ),
);
/** Ticket 1 is gone, 3 came by e-mail after all, 4 and 6 are new, and 5 was opened after last week's export. */
const thisWeek = textFile(
  'tickets of this week.csv',
  [
    header,
    '2,2026-03-03 10:00:00,email',
    '3,2026-03-04 10:00:00,email',
    '4,2026-03-03 12:00:00,chat',
    '5,2026-03-09 10:00:00,chat',
    '6,2026-03-03 13:00:00,email',
  ].join('\n'),
);
const others = textFile('others.csv', [header, '901,2026-03-02 10:00:00,chat'].join('\n'));
const chats = textFile(
  'chats.md',
  '---\nfilters: {channel: [chat]}\n---\n\n```sql created kpi=tickets_created shape=headline version=1\nselect count(*) as value, count(*) as n from tickets\n```\n',
);

const side = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

async function choose(page: Page, name: string, { name: file, bytes }: DroppedFile): Promise<void> {
  await side(page, name)
    .locator('input[type=file]')
    .setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(bytes) });
}

const compare = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Compare', exact: true }).click();

/** What a KPI's card says: its readings and its change, then each part. */
async function card(page: Page, name: string): Promise<string> {
  const text = await page.getByRole('article', { name, exact: true }).innerText();
  return text.replace(/\s+/g, ' ').trim();
}

test('two exports are compared on a page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await start(page);
  await importFiles(page, lastWeek);

  await step('the Data view offers to compare a source with another export', async () => {
    await page.getByRole('button', { name: /^Data/ }).first().click();
    await page.getByRole('button', { name: 'Compare tickets with another export' }).click();
    await expect(page.getByRole('heading', { name: 'Compare two exports' })).toBeVisible();
    await expect(side(page, 'Earlier export')).toContainText('3 rows');
    await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeDisabled();
  });

  await step('the same file twice is said to be the same', async () => {
    await choose(page, 'Later export', lastWeek);
    await compare(page);
    await expect(page.getByRole('status').filter({ hasText: 'The same export twice' })).toContainText(
      'their fingerprints are identical',
    );
    await page.getByRole('button', { name: 'Change the Choice' }).click();
  });

  await step('exports that have nothing in common are refused', async () => {
    await choose(page, 'Later export', others);
    await compare(page);
    await expect(page.getByRole('alert')).toContainText('not one ticket that both exports have');
  });

  await step('what changed is said first, with parts that add up', async () => {
    await choose(page, 'Later export', thisWeek);
    await compare(page);
    await expect(page.getByRole('article', { name: 'Tickets created', exact: true })).toBeVisible();
    expect(await card(page, 'Tickets created')).toBe('Tickets created 3 n = 3 4 n = 4 +1 Gone −1 New +2');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Copy or Save' })).toBeFocused();
    await expect(page.getByRole('region', { name: 'Tickets that changed' }).getByRole('listitem')).toHaveText(
      [/1\s+Gone/, /1\s+Changed otherwise/, /2\s+New/, /1\s+Opened since/],
    );
  });

  await step('a part opens its rows', async () => {
    const created = page.getByRole('article', { name: 'Tickets created', exact: true });
    await created.getByRole('button', { name: /^New/ }).press('Enter');
    const rows = created.getByRole('grid').getByRole('row');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText(/Later\s*4/);
    await expect(rows.nth(2)).toContainText(/Later\s*6/);
  });

  await step('the comparison is copied as Markdown and saved as CSV', async () => {
    await page.getByRole('button', { name: 'Copy or Save' }).click();
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('| Tickets created | 3 | 3 | 4 | 4 | +1 | −1 |');
    await page.getByRole('button', { name: 'Copy or Save' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('comparison.csv');
    expect(await readFile(await saved.path(), 'utf8')).toContain('Tickets created,3,3,4,4,1,-1,,,,2,,');
  });

  await step('each export as it stands has what was opened since as a part', async () => {
    await page.getByRole('button', { name: 'Change the Choice' }).click();
    await page.getByRole('radio', { name: /^Each export as it stands/ }).check();
    await compare(page);
    await expect(page.getByRole('article', { name: 'Tickets created', exact: true })).toContainText(
      'Opened since',
    );
    expect(await card(page, 'Tickets created')).toBe(
      'Tickets created 3 n = 3 5 n = 5 +2 Gone −1 New +2 Opened since +1',
    );
  });

  await step('what is loaded is as it was', async () => {
    await expect(status(page)).toContainText('3 rows');
  });

  await step('a notebook is compared within its filters', async () => {
    await drop(page, chats);
    await expect(cells(page)).toHaveCount(1);
    await runCommand(page, 'Data: Compare Two Exports');
    await expect(page.getByRole('combobox', { name: 'KPIs' })).toHaveValue(/chats\.md$/);
    await page.getByRole('radio', { name: /^What both can tell of/ }).check();
    await choose(page, 'Later export', thisWeek);
    await compare(page);
    await expect(page.getByText('The KPIs of “chats.md”')).toBeVisible();
    // Of 1 and 3 the first is gone, the other no chat any more; 4 is new.
    expect(await card(page, 'Tickets created')).toBe(
      'Tickets created 2 n = 2 1 n = 1 −1 Gone −1 Changed otherwise −1 New +1',
    );
  });

  await step('an export that is dropped on a side is compared, and not imported', async () => {
    await page.getByRole('button', { name: 'Change the Choice' }).click();
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.csv'));
      return data;
    }, Buffer.from(others.bytes).toString());
    await side(page, 'Later export').dispatchEvent('drop', { dataTransfer: transfer });
    await expect(side(page, 'Later export')).toContainText('dropped.csv');
    await expect(page.getByRole('tab', { name: /^Import/ })).toHaveCount(1);
  });

  await step('it is there in Portuguese', async () => {
    await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
    await page.getByRole('option', { name: 'Português' }).click();
    await expect(page.getByRole('heading', { name: 'Comparar duas exportações' })).toBeVisible();
    await expect(side(page, 'Exportação mais nova')).toContainText('dropped.csv');
  });
});
