import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drop, expect, test, textFile } from './watched.ts';
import { runCommand, start } from './workbench.ts';
import type { Page } from '@playwright/test';

/** Forty contacts of a vendor that nobody knows: two words of its own, one time that is none, one row without an id. */
const contacts = (month: string, from: number) =>
  textFile(
    `contatos-${month}.csv`,
    [
      'Protocolo;Situação;Aberto em;Canal;Atendente',
      ...Array.from({ length: 40 }, (_, row) =>
        [
          row === 7 ? '' : `A${from + row}`,
          ['Aberto', 'Na gaveta', 'Fechado', 'Com o Zé'][row % 4],
          row === 9 ? 'ontem' : `${String((row % 28) + 1).padStart(2, '0')}/${month}/2024 10:00`,
          'WhatsApp',
          ['Ana', 'Bia'][row % 2],
        ].join(';'),
      ),
    ].join('\r\n'),
  );

const importButton = (page: Page) => page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
const done = (page: Page) => page.getByRole('heading', { name: 'Go on with a notebook' });

test(
  'an export of nobody’s is mapped by hand, loaded once its words are settled, and read the same way the next time',
  { tag: '@walk' },
  async ({ page }) => {
    await start(page);
    await drop(page, contacts('03', 100));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tell Deskbook what the columns are');
    const settle = page.getByRole('region', { name: '1 thing to settle before the import' });
    await expect(settle).toContainText(
      '2 words of “Situação” have no meaning yet: “Com o Zé”, “Na gaveta”. Give them one, or leave them unknown on purpose.',
    );
    await expect(importButton(page)).toBeDisabled();

    await settle.getByRole('button', { name: 'Go to “Situação”' }).click();
    await expect(page.getByRole('combobox', { name: 'What “Com o Zé” means' })).toBeFocused();
    await page.getByLabel('What “Com o Zé” means').selectOption({ label: 'in progress' });
    await page.getByLabel('What “Na gaveta” means').selectOption({ label: 'unknown (leave empty)' });
    await expect(importButton(page)).toBeEnabled();
    await page.keyboard.press('Control+z');
    await expect(importButton(page)).toBeDisabled();
    await page.getByRole('button', { name: 'Redo' }).click();

    await page.getByRole('button', { name: 'What else “Atendente” becomes' }).click();
    await page.getByRole('combobox', { name: 'What else “Atendente” becomes' }).fill('team equipe');
    const places = page.getByRole('listbox', { name: 'What it can become' });
    await expect(places.getByRole('option').first()).toContainText('tickets.team');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('button', { name: '“Atendente” no longer becomes tickets.team' }),
    ).toBeVisible();

    await page.getByRole('button', { name: 'How “Aberto em” is read' }).click();
    await expect(page.getByRole('row', { name: /^1 first/ })).toContainText('March 1, 2024 at 10:00 AM');
    await expect(page.getByText('38 of 40 rows load, 2 are rejected.')).toBeVisible();
    await importButton(page).click();
    await expect(done(page)).toBeVisible();

    await drop(page, contacts('04', 200));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ready to import');
    await expect(page.getByText('Read as last time')).toBeVisible();
    await importButton(page).click();
    await expect(
      page.getByRole('tabpanel').getByText('40 rows read = 38 loaded + 2 rejected.'),
    ).toBeVisible();
    expect(
      await valuesOf(
        page,
        `select concat_ws('/', count(*), count(*) filter (where status = 'in_progress'), count(*) filter (where status is null), count(distinct team)) as found from tickets`,
      ),
    ).toEqual(['76/18/18/2']);
  },
);

test('rejected rows are looked through by their reason and saved', async ({ page }) => {
  await start(page);
  await drop(page, contacts('03', 100));
  await page.getByRole('button', { name: 'Leave all 2 unknown words empty' }).click();
  await importButton(page).click();
  await expect(done(page)).toBeVisible();
  await expect(page.getByText('1–2 of 2')).toBeVisible();
  await page.getByLabel('Reason').selectOption({ label: 'The date in “Aberto em” cannot be read. (1)' });
  await expect(page.getByText('1–1 of 1')).toBeVisible();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV…' }).click();
  const download = await coming;
  expect(readFileSync(await download.path(), 'utf8')).toBe(
    '\uFEFFFile,Row,Reason,As it is written\r\ncontatos-03.csv,10,The date in “Aberto em” cannot be read.,A109;Na gaveta;ontem;WhatsApp;Bia\r\n',
  );
});

test('a folder is one import: its exports are joined, what is no export is left out and says why', async ({
  page,
}, info) => {
  const folder = info.outputPath('freshdesk');
  mkdirSync(join(folder, 'more'), { recursive: true });
  const head =
    'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time,Agent interactions';
  const line = (id: number, day: string) =>
    `${id},Help,Closed,Low,Email,Rui,2024-03-${day} 10:00:00,2024-03-${day} 12:00:00,2024-03-${day} 12:00:00,1`;
  writeFileSync(join(folder, 'march-1.csv'), `${head}\n${line(1, '01')}\n${line(2, '02')}\n`);
  writeFileSync(join(folder, 'more', 'march-2.csv'), `${head}\n${line(3, '03')}\n`);
  writeFileSync(
    join(folder, 'picture.png'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]),
  );
  writeFileSync(join(folder, '.DS_Store'), 'litter');
  await start(page);
  const choosing = page.waitForEvent('filechooser');
  await runCommand(page, 'Data: Import a Folder…');
  await (await choosing).setFiles(folder);
  await expect(page.getByText('1 file is left out')).toBeVisible();
  await expect(page.getByText('These 2 files are one export: Freshdesk')).toBeVisible();
  await importButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 rows imported');
  await page.getByText('1 file is left out').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'picture.png' })).toBeVisible();
});

test('a cancelled import leaves no trace', async ({ page }) => {
  await start(page);
  const row = (id: number) => `A${id};Aberto;03/04/2024 10:00;WhatsApp;${'muito texto '.repeat(12)}\n`;
  const text = `Protocolo;Situação;Aberto em;Canal;Assunto\n${Array.from({ length: 120_000 }, (_, id) => row(id)).join('')}`;
  await drop(page, textFile('grande.csv', text));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import cancelled');
  expect(
    await valuesOf(
      page,
      `select concat_ws('/', (select count(*) from tickets), (select count(*) from duckdb_tables() where database_name = 'raw')) as found`,
    ),
  ).toEqual(['0/0']);
});

/** What a query of one's own says, in a new notebook. */
async function valuesOf(page: Page, sql: string): Promise<string[]> {
  await runCommand(page, 'File: New Notebook');
  const editor = page.getByRole('textbox').filter({ hasText: 'as tickets from tickets' });
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(sql);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  return page.getByRole('gridcell').allInnerTexts();
}
