import { readFile } from 'node:fs/promises';
import { say, type Locale } from '#messages';
import { plantedCause } from '#sample';
import { expect, test } from './watched.ts';
import { allDone, cell, cells, openSample, runAll, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

const { segment, words, tag } = plantedCause;

test(
  'a newcomer opens the sample, follows csat-drop.md and reaches the planted cause, its sources and a page to send',
  { tag: '@walk' },
  async ({ page }) => {
    test.slow();
    await start(page);
    await openSample(page);
    await page.getByRole('button', { name: /^Why did CSAT fall\?/ }).click();
    await walk(page, 'en');
    await expect(verdict(page)).toContainText('13 Apr 2026');

    await test.step('a word opens its comments', async () => {
      const [word = ''] = words;
      await page.getByLabel('Comments with the word', { exact: true }).selectOption(word);
      await expect(cell(page, 'comments')).toContainText(/^(?=.*39 rows)/s);
    });

    await test.step('a number leads to its cell, with its SQL', async () => {
      const points = page.getByRole('link', { name: '-6.7', exact: true }).last();
      await expect(points).toHaveAttribute('title', /^change · 1 row · data [0-9a-f]{32}$/);
      await points.click();
      await expect(cell(page, 'change')).toBeFocused();
      await expect(cell(page, 'change')).toContainText('as points_low');
    });

    await test.step('the page is saved with its sources', async () => {
      const answer = brief(page, 'en');
      await answer.hover();
      await answer.getByRole('button', { name: say('en', 'notebook-editor.more') }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: say('en', 'notebook-editor.savePage') }).click();
      const file = await (await download).path();
      const saved = await readFile(file, 'utf8');
      expect(saved).toContain(`<a href="#cell-change" title="change · 1 row · data `);
      expect(saved).toContain('<a id="cell-change"></a>');
      for (const value of Object.values(segment)) expect(saved).toContain(value);
    });
  },
);

test('another period changes the sentences: where no cause is clear, none is named', async ({ page }) => {
  test.slow();
  await start(page);
  await openSample(page);
  await page.getByRole('button', { name: /^Why did CSAT fall\?/ }).click();
  await runAll(page);
  await expect(verdict(page)).toContainText(segment.site);
  await page.getByLabel('Period', { exact: true }).selectOption('last 30 days');
  await expect(verdict(page)).toContainText('no clear cause was found');
  await expect(verdict(page)).not.toContainText(segment.site);
});

test('the walk ends in the same place in Portuguese', async ({ page }) => {
  test.slow();
  await start(page);
  await openSample(page);
  await status(page).getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Português' }).click();
  await page.keyboard.press('Alt+w');
  await page.getByRole('treeitem', { name: /Por que o CSAT caiu/ }).dblclick();
  await walk(page, 'pt-BR');
  await expect(verdict(page)).toContainText('13/04/2026');
});

/** Runs the notebook from top to bottom and reads it as it is told. */
async function walk(page: Page, locale: Locale): Promise<void> {
  await runAll(page, locale);
  const failed = say(locale, 'notebook-editor.state.failed');
  await expect(cells(page, locale, failed)).toHaveCount(0);
  for (const value of Object.values(segment)) await expect(verdict(page)).toContainText(value);
  await expect(verdict(page)).toContainText(new RegExp(words.join('|')));
  await expect(page.getByRole('gridcell', { name: tag }).first()).toBeVisible();
  await allDone(page, locale);
}

/** The sentence that the notebook ends on. */
function verdict(page: Page) {
  return page.getByRole('blockquote').last();
}

/** The cell that answers on one page. */
function brief(page: Page, locale: Locale) {
  return cells(page, locale)
    .filter({ has: page.getByRole('blockquote') })
    .last();
}
