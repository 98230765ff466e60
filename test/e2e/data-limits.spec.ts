import { callSheet } from './call-sheet.ts';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, importFiles, runAll, start, status } from './workbench.ts';

test('an import that would not fit says so before it loads, and is left or tried all the same', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 10_000, usage: 9_000 });
  });
  await start(page);
  await drop(page, callSheet());
  const warning = page.getByRole('alert').filter({ hasText: 'not have enough room on the disk' });
  await expect(warning.getByRole('row', { name: 'Room on the disk afterwards' })).toContainText('of 1 kB');
  await warning.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Import cancelled' })).toBeVisible();
  await expect(status(page)).not.toContainText(/\d rows/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await warning.getByRole('button', { name: 'Import anyway' }).click();
  await expect(page.getByRole('button', { name: 'Import 300 rows' })).toBeVisible();
});

const tickets = textFile(
  'tickets.csv',
  [
    'ticket_id,created_at,last_solved_at,status',
    '1,2026-03-07 23:30,2026-03-08 00:30,solved',
    '2,2026-03-08 00:10,2026-03-08 00:40,solved',
    '3,2026-03-08 01:30,2026-03-08 03:30,solved',
    '4,2026-03-08 23:50,2026-03-09 00:20,solved',
    '5,2026-03-09 00:10,2026-03-09 00:40,solved',
  ].join('\n'),
);
const days = textFile(
  'days.md',
  [
    '---\ndeskbook: 1\ntitle: Days\n---\n',
    "```sql by_day\nselect strftime(created_at, '%d') as day, count(*) as n, max(resolution_seconds) as longest_seconds from tickets group by day order by day\n```\n",
    "```sql by_week\nselect strftime(date_trunc('week', created_at), '%d') as week, count(*) as n from tickets group by week order by week\n```\n",
  ].join('\n'),
);

/** Where the clock goes forward at two on the eighth, the third ticket took an hour; elsewhere two. */
for (const [timezoneId, third] of [
  ['America/New_York', '1 h'],
  ['America/Sao_Paulo', '2 h'],
  ['Pacific/Auckland', '2 h'],
] as const) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId });

    test(`days and weeks are whole in ${timezoneId}, and the zone is visible`, async ({ page }) => {
      await start(page);
      await importFiles(page, tickets);
      await drop(page, days);
      await runAll(page);
      await expect(status(page)).toContainText(timezoneId.replace('_', ' '));
      const table = cell(page, 'by_day').getByRole('gridcell');
      await expect(table).toHaveText(['07', '1', '1 h', '08', '3', third, '09', '1', '30 min']);
      await expect(cell(page, 'by_week').getByRole('gridcell')).toHaveText(['02', '4', '09', '1']);
    });
  });
}
