import { say } from '#messages';
import { expect, test } from './watched.ts';
import { cell, cells, newHeadline, openSample, start, status } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

test('the number of another screen is reproduced from a card, used in its cell, and inserted from the palette', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await openSample(page);
  await newHeadline(page, 'CSAT');
  const number = await valueOf(page, 'every rating of a ticket');
  const csat = cell(page, 'csat');

  await csat.getByRole('button', { name: 'About CSAT' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Set Target…' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'CSAT: reconcile with another screen' });
  await expect(dialog.getByRole('textbox', { name: 'The number on the other screen' })).toBeFocused();
  await page.keyboard.type(number);
  await expect(dialog.getByText(`Read as ${number}.`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(
    /ways? of counting comes? to .*; 40 of 40 were tried\./,
  );
  const way = dialog.getByRole('listitem', {
    name: 'by the variant “every rating of a ticket”',
    exact: true,
  });
  await expect(way).toContainText(number);
  await way.getByRole('button', { name: 'Use this variant in the cell' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(csat.getByText(number, { exact: true })).toBeVisible();
  await expect(csat).toBeFocused();
  await expect(csat.getByRole('combobox', { name: 'Variant' })).toHaveValue('every_rating');

  await speak(page, 'Português');
  await askFromPalette(page);
  await page.keyboard.type(number.replace('.', ','));
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', {
    name: say('pt-BR', 'reconcile.title', { kpi: 'Satisfação (CSAT)' }),
  });
  const found = asked.getByRole('listitem', { name: /todas as avaliações de um ticket”$/ });
  await expect(found).toContainText('como nesta célula');
  await found.getByRole('button', { name: 'Inserir como célula' }).press('Enter');
  const inserted = cell(page, 'csat_reconciled', 'pt-BR');
  await expect(inserted.getByText(number.replace('.', ','), { exact: true })).toBeVisible();
  await expect(cells(page, 'pt-BR').filter({ hasText: 'outra tela mostra' })).toContainText(
    'pela variante “todas as avaliações de um ticket”',
  );
});

test('a number that nothing comes to is said so, with what to check next; a search can be stopped', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await openSample(page);
  await newHeadline(page, 'Tickets created');
  const menu = cell(page, 'tickets_created').getByRole('button', { name: 'About Tickets created' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('many');
  await expect(dialog.getByText('This is no number yet.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(
    /^No way of counting comes to 7; (\d+) of \1 were tried\.$/,
  );
  await expect(dialog.getByRole('listitem').filter({ hasText: 'seldom shows all time' })).toBeVisible();

  await dialog.getByRole('combobox', { name: 'Period' }).selectOption('last 8 weeks');
  await dialog.getByRole('combobox', { name: 'Its time zone' }).selectOption('Asia/Tokyo');
  await dialog.getByRole('button', { name: 'Look for it' }).press('Enter');
  await dialog.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(/were tried\. You stopped before the rest\.$/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
});

/** What the KPI's page shows for a definition, as a careful person would copy it from another screen. */
async function valueOf(page: Page, definition: string): Promise<string> {
  await page.getByRole('tab', { name: /^CSAT/ }).click();
  const panel = page.getByRole('tabpanel');
  const before = await bigValue(panel).innerText();
  await panel.getByRole('combobox', { name: 'Definition' }).selectOption({ label: definition });
  await expect(bigValue(panel)).not.toHaveText(before);
  const value = await bigValue(panel).innerText();
  await page.getByRole('tab', { name: /\.md/ }).click();
  return value;
}

function bigValue(within: Locator): Locator {
  return within.getByText(/^\d+[.,]\d+%$/).first();
}

async function askFromPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Conferir com o número');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'O número da outra tela' })).toBeFocused();
}

async function speak(page: Page, language: string): Promise<void> {
  await status(page).getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: language }).click();
}
