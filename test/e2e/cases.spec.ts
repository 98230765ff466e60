import { readFileSync } from 'node:fs';
import { openNodeEngine } from '#engine/node';
import { say, type Locale } from '#messages';
import { readBack } from '../export/xlsx/read-back.ts';
import { expect, test } from './watched.ts';
import { cell, openSample, runAll, start, status } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

async function openNotebook(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(file);
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(file);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: file })).toBeVisible();
}

/** The ids in the column that a grid's rows are chosen by, as far as they are drawn. */
function ids(grid: Locator): Locator {
  return grid.getByRole('gridcell').getByRole('button');
}

test('a row of the list opens its case, by a click and by keys; an id that is typed does too', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await openSample(page);
  await openNotebook(page, 'customer-360.md');
  await runAll(page);
  const list = cell(page, 'list_of_cases').getByRole('grid');
  const field = cell(page, 'case_id').getByRole('textbox', { name: 'Case', exact: true });
  const events = cell(page, 'case_events').getByRole('grid');
  const opened = (id: string) => page.locator('strong', { hasText: `${id} ·` });
  await list.scrollIntoViewIfNeeded();
  await expect(ids(list).nth(2)).toHaveText(/\d/, { useInnerText: true });
  const [first = '', , third = ''] = await ids(list).allInnerTexts();

  await ids(list).first().click();
  await expect(field).toHaveValue(first);
  await expect(opened(first)).toBeInViewport();
  await expect(events).toBeVisible();

  await list.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(third);
  await expect(opened(third)).toBeInViewport();
  await expect(list.locator('[aria-current=true]')).toContainText(third);

  await field.fill(first);
  await field.press('Enter');
  await expect(opened(first)).toBeVisible();
});

test('in Portuguese a negative rating opens its conversation, and two clicks make a workbook of all that is shown', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await openSample(page);
  await status(page).getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Português' }).click();
  await openNotebook(page, 'chat-operation.md');
  const locale: Locale = 'pt-BR';
  await runAll(page, locale);
  const ratings = cell(page, 'negative_ratings', locale).getByRole('grid');
  await expect(page.getByText('Escolha uma linha para abri-la em “Conversa”')).toBeVisible();
  await ratings.scrollIntoViewIfNeeded();
  await expect(ids(ratings).nth(1)).toHaveText(/\d/, { useInnerText: true });
  const [, second = ''] = await ids(ratings).allInnerTexts();
  await ids(ratings).nth(1).click();
  await expect(cell(page, 'conversation', locale).getByRole('textbox', { name: 'Conversa' })).toHaveValue(
    second,
  );
  await expect(page.locator('strong', { hasText: `${second} ·` })).toBeInViewport();
  await expect(cell(page, 'messages_of_conversation', locale).getByRole('grid')).toBeVisible();

  const sitesShown = cell(page, 'all_sites', locale).getByRole('gridcell');
  await sitesShown.first().scrollIntoViewIfNeeded();
  await expect(sitesShown.first()).toHaveText(/\S/, { useInnerText: true });
  const shownSites = await sitesShown.allInnerTexts();
  const csat = cell(page, 'csat', locale);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: say(locale, 'reporting.menu') }).click();
  await page.getByRole('menuitem', { name: say(locale, 'reporting.command.xlsx') }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('chat-operation.xlsx');
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const engine = await openNodeEngine();
  const sheets = await readBack(engine, bytes, [
    'Resumo',
    'all_sites',
    'messages_of_conversation',
    'Dados',
    'SQL',
  ]);
  await engine.close();

  const [header = [], ...rows] = sheets['Resumo'] ?? [];
  const values = rows.find((row) => row[1] === 'csat') ?? [];
  const of = (name: string) => values[header.indexOf(name)];
  const shown = Number(of('Valor')).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 });
  await expect(csat).toContainText(shown);
  await expect(csat).toContainText(`n = ${Number(of('n')).toLocaleString(locale)}`);
  expect([of('KPI'), of('Unidade')]).toEqual(['Satisfação (CSAT)', 'porcentagem']);
  expect(of('Impressão digital dos dados')).toBe(sheets['Dados']?.at(-1)?.[1]);
  const sites = sheets['all_sites']?.slice(1).map((row) => [row[0], Number(row[1]).toLocaleString(locale)]);
  const width = sheets['all_sites']?.[0]?.length ?? 0;
  expect(sites).toEqual(sites?.map((_, row) => shownSites.slice(row * width, row * width + 2)));
});

test('a point of a trend, and the latest one by the chart’s menu, ask why they are other than the one before', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await openSample(page);
  await openNotebook(page, 'service-report.md');
  await runAll(page);
  const chart = cell(page, 'csat_by_week_chart');
  await chart.scrollIntoViewIfNeeded();
  const picture = chart.locator('.chart svg');
  await expect(picture).toBeVisible();
  const box = await picture.boundingBox();
  await picture.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } });
  const item = page.getByRole('menuitem', { name: /^Explain .* against .*…$/ });
  await expect(item).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(item).toBeHidden();

  await chart.getByRole('button', { name: 'About CSAT' }).focus();
  await page.keyboard.press('Enter');
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^CSAT went from/).first()).toBeVisible({ timeout: 60_000 });
});
