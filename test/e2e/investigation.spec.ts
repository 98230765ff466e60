import { say, type Locale } from '#messages';
import { plantedCause } from '#sample';
import { expect, test } from './watched.ts';
import { cell, cells, runAll, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

const { segment, words, tag } = plantedCause;

test('on the sample, csat-drop.md leads a newcomer to the planted cause, in both languages', async ({
  page,
}) => {
  await start(page);
  await page.getByRole('button', { name: /^Open the sample shop/ }).click();
  await expect(page.getByRole('heading', { name: 'Go on with a notebook' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^[\d,]+ rows read = [\d,]+ loaded \+ 0 rejected\.$/)).toBeVisible();
  await page.getByRole('button', { name: /^Why did CSAT fall\?/ }).click();
  await walk(page, 'en');
  await expect(closing(page)).toContainText('13 Apr 2026');

  await status(page).getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Português' }).click();
  await page.keyboard.press('Alt+w');
  await page.getByRole('treeitem', { name: /Por que o CSAT caiu/ }).dblclick();
  await walk(page, 'pt-BR');
  await expect(closing(page)).toContainText('13/04/2026');
});

/** Runs the notebook from top to bottom and reads it as it is told. */
async function walk(page: Page, locale: Locale): Promise<void> {
  await runAll(page, locale);
  const failed = say(locale, 'notebook-editor.state.failed');
  await expect(cells(page, locale, failed)).toHaveCount(0);

  const beginning = cell(page, 'began', locale);
  await expect(beginning.getByRole('gridcell').first()).toHaveText(
    locale === 'en' ? '2026-04-13' : '13/04/2026',
  );
  for (const value of Object.values(segment)) await expect(closing(page)).toContainText(value);
  await expect(closing(page)).toContainText(new RegExp(words.join('|')));
  await expect(page.getByRole('gridcell', { name: tag }).first()).toBeVisible();
}

/** The sentence that the notebook ends on. */
function closing(page: Page) {
  return page.getByRole('blockquote').last();
}
