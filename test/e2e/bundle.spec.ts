import { readFile } from 'node:fs/promises';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, cells, importFiles, runAll, runCommand, start } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;

/** Tickets of people who are made up, as Deskbook's own columns name them. */
const tickets = textFile(
  'tickets.csv',
  [
    'ticket_id,created_at,customer_id,subject,channel',
    '1,2026-03-02 10:00:00,ana@x.com,"Ligue (11) 98765-4321, por favor",email',
    '2,2026-03-03 11:00:00,ana@x.com,Meu nome é João da Silva,chat',
    '3,2026-03-04 12:00:00,bia@x.com,Pedido atrasado,chat',
  ].join('\n'),
);
const notebook = textFile(
  'people.md',
  "# People\n\n```sql people\nselect customer_id, count(*) as tickets, string_agg(subject, ' · ' order by ticket_id) as subjects\nfrom tickets group by customer_id order by tickets desc\n```\n",
);

test('a notebook with its data: personal data found and treated, saved, and opened elsewhere', async ({
  page,
  browser,
}) => {
  // Three browsers are opened one after the other.
  test.slow();
  await start(page);
  await importFiles(page, tickets);
  await drop(page, notebook);
  await expect(cells(page)).toHaveCount(2);
  const dialog = (where: Page) => where.getByRole('dialog');
  let bytes = Buffer.alloc(0);

  await step('what tells who somebody is is found, with what is advised for it', async () => {
    await runCommand(page, 'File: Share with Data');
    await expect(dialog(page)).toContainText('Customers: ids, keys, names, companies');
    await expect(dialog(page).getByRole('combobox', { name: /“Customers/ })).toHaveValue('pseudonym');
    await expect(dialog(page).getByRole('combobox', { name: /“Subjects of tickets”/ })).toHaveValue('mask');
    await expect(dialog(page)).toContainText('phone 1');
  });

  await step('the bundle is saved as one file', async () => {
    const download = page.waitForEvent('download');
    await dialog(page).getByRole('button', { name: 'Save the Bundle' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('people.zip');
    bytes = await readFile(await saved.path());
  });

  await step('where the same data are, it offers its notebooks alone', async () => {
    await drop(page, { name: 'people.zip', bytes });
    await expect(dialog(page)).toContainText('These are the data that you have already.');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
  });

  await step('elsewhere its data are loaded, and the notebook tells of nobody', async () => {
    const other = await browser.newContext();
    const there = await other.newPage();
    await start(there);
    await drop(there, { name: 'people.zip', bytes });
    await expect(dialog(there)).toContainText(
      'Hidden: Customers: ids, keys, names, companies and Subjects of tickets.',
    );
    await dialog(there).getByRole('button', { name: 'Load the Data' }).click();
    await there.getByRole('button', { name: 'Trust and Open' }).click();
    await expect(cells(there)).toHaveCount(2);
    await runAll(there);
    const rows = cell(there, 'people').getByRole('row');
    await expect(rows.nth(1)).toContainText(
      /p[0-9a-f]{16}\s*2\s*Ligue \[phone\], por favor · Meu nome é \[name\]/,
    );
    await other.close();
  });

  await step('over other data it is opened in memory, and these are back at one click', async () => {
    const other = await browser.newContext();
    const there = await other.newPage();
    await start(there);
    await importFiles(
      there,
      textFile('tickets.csv', 'ticket_id,created_at,channel\n9,2026-01-01 00:00:00,phone\n'),
    );
    await drop(there, { name: 'people.zip', bytes });
    await dialog(there).getByRole('button', { name: 'Open in memory' }).click();
    await expect(there.getByRole('region', { name: 'Notifications' })).toContainText(
      'The bundle’s data are loaded',
    );
    await expect(there.getByRole('contentinfo')).toContainText('In memory');
    const notice = there.getByRole('region', { name: 'Data of a bundle' });
    await expect(notice).toContainText('These are the data of “people.zip”, in memory.');
    await notice.getByRole('button', { name: 'Back to My Data' }).click();
    await expect(there.getByRole('contentinfo')).toContainText('Kept in this browser');
    await expect(notice).toHaveCount(0);
    await expect(there.getByRole('contentinfo')).toContainText('1 row');
    await other.close();
  });
});
