import { expect, test } from './watched.ts';
import { cell, newHeadline, openKpi, openSample, start, status } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

test('a target is set, changed, ended, taken back and found again after a reload; the value is judged by it', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await openSample(page);
  await openKpi(page, 'First response time');
  const section = page.getByRole('region', { name: 'Target' });
  await expect(section).toContainText('at most 1 d');
  await expect(section).toContainText('within a day, as e-mail teams usually promise');

  await section.getByRole('button', { name: 'Set Target…' }).press('Enter');
  const value = section.getByRole('textbox', { name: 'Target' });
  await expect(value).toBeFocused();
  await expect(value).toHaveValue('1d');
  await page.keyboard.type('4');
  await expect(section.getByText('Write the unit too: 4h, 90 min, 1d 12h.')).toBeVisible();
  await page.keyboard.type('h');
  await page.keyboard.press('Enter');
  await expect(row(section, 'at most 4 h, everyone, always')).toContainText('in force');
  await expect(page.getByText(/^Target of 4 h: /)).toBeVisible();

  await section.getByRole('button', { name: 'Set Target…' }).press('Enter');
  await page.keyboard.type('30 min');
  await section.getByRole('combobox', { name: 'For whom' }).selectOption('whatsapp');
  await section.getByRole('combobox', { name: 'Valid' }).selectOption({ label: 'a month' });
  await expect(section.getByRole('combobox', { name: 'Month' })).toHaveValue('2026-05');
  await section.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(row(section, 'at most 30 min, whatsapp, May 2026')).toBeVisible();

  await row(section, /whatsapp/)
    .getByRole('button', { name: 'Remove' })
    .press('Enter');
  await expect(row(section, /whatsapp/)).toBeHidden();
  await section.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(row(section, /whatsapp/)).toBeVisible();

  await row(section, /everyone/)
    .getByRole('button', { name: 'Change' })
    .press('Enter');
  await expect(value).toHaveValue('4h');
  await page.keyboard.type('6h');
  await page.keyboard.press('Enter');
  await row(section, /everyone/)
    .getByRole('button', { name: 'End' })
    .press('Enter');
  await expect(row(section, 'at most 6 h, everyone, until May 31, 2026')).toContainText('in force');

  await page.reload();
  await expect(status(page)).toContainText('Kept in this browser');
  await expect(row(section, 'at most 6 h, everyone, until May 31, 2026')).toBeVisible();
  await expect(row(section, 'at most 30 min, whatsapp, May 2026')).toBeVisible();
  await expect(page.getByText(/^Target of 6 h: /)).toBeVisible();
});

test('a card’s menu sets a target, and the card is judged by it at once; in Portuguese it is typed as one types there', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await openSample(page);
  await newHeadline(page, 'CSAT');
  const menu = page.getByRole('button', { name: 'About CSAT' });
  await setFromCard(page, menu, '85 %');
  await expect(
    page.getByRole('dialog').getByRole('listitem', { name: 'at least 85.0%, everyone, always' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await expect(cell(page, 'csat').getByText(/^Target of 85\.0%: missed/)).toBeVisible();

  await status(page).getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Português' }).click();
  await setFromCard(page, page.getByRole('button', { name: 'Sobre Satisfação (CSAT)' }), '82,5');
  const dialog = page.getByRole('dialog', { name: 'Satisfação (CSAT): meta' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('listitem', { name: 'no mínimo 82,5%, todos, sempre' })).toContainText(
    'em vigor',
  );
  await page.keyboard.press('Escape');
  await expect(cell(page, 'csat', 'pt-BR').getByText(/^Meta de 82,5%: cumprida/)).toBeVisible();
});

function row(section: Locator, name: string | RegExp): Locator {
  return section.getByRole('listitem', { name });
}

async function setFromCard(page: Page, menu: Locator, value: string): Promise<void> {
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}
