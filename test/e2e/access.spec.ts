import { say, type Locale } from '#messages';
import { arm, axeFile, axeFinds, ownFinds } from './access.ts';
import { callSheet } from './call-sheet.ts';
import { expect, test } from './watched.ts';
import { allDone, importFiles, openOverview, pressing, runAll, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

const themes = [
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'high-contrast', media: { colorScheme: 'dark', contrast: 'more' } },
] as const;
const step = test.step;
type Look = (place: string) => Promise<void>;

test('on every page, in each theme and language, controls have names, ids are there once, and text is legible', async ({
  page,
}) => {
  test.slow();
  await arm(page);
  await walk(page, () => ownFinds(page));
});

test('axe finds nothing on any page, in each theme and language', async ({ page }) => {
  const axe = axeFile();
  test.skip(axe === null, 'axe-core is not installed, and AXE_SOURCE names no file of it');
  test.setTimeout(600_000);
  await walk(page, () => axeFinds(page, axe ?? ''));
});

/** Opens each place in both languages, and looks for what is wrong with it in each theme. */
async function walk(page: Page, find: () => Promise<string[]>): Promise<void> {
  await start(page);
  await importFiles(page, callSheet());
  await openOverview(page);
  await runAll(page);
  for (const locale of ['en', 'pt-BR'] as const) {
    if (locale !== 'en') await speak(page, 'en', locale);
    await allDone(page, locale);
    const look: Look = (place) =>
      step(`${place}, ${locale}`, async () => {
        for (const { name, media } of themes) {
          await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
          await expect(page.locator('html')).toHaveAttribute('data-theme', name);
          await twoFrames(page);
          expect.soft(await find(), `${place}, ${locale}, ${name}`).toEqual([]);
        }
      });
    await editors(page, locale, look);
    await views(page, locale, look);
    await overlays(page, locale, look);
  }
}

async function editors(page: Page, locale: Locale, look: Look): Promise<void> {
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await look('notebook');
  await tab(say(locale, 'workbench.welcome')).click();
  await look('welcome');
  await tab(say(locale, 'workbench.importOf', { file: 'calls.csv' })).click();
  await look('report');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: say(locale, 'workbench.settings') })).toBeVisible();
  await look('settings');
  await command(page, say(locale, 'workspace.command.keys'));
  await expect(page.getByRole('tab', { name: say(locale, 'workspace.command.keys') })).toBeVisible();
  await look('keyboard shortcuts');
}

async function views(page: Page, locale: Locale, look: Look): Promise<void> {
  const side = page.getByRole('complementary');
  const press = pressing(page);
  await press('Control+Shift+D');
  await side.getByRole('button', { name: say(locale, 'data.view.columns', { table: 'calls' }) }).click();
  await side.getByRole('button', { name: 'calls', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'calls' })).toBeVisible();
  await look('data and a table');
  await side.getByTitle(/calls\.csv$/).click();
  await expect(page.getByRole('heading', { name: say(locale, 'source.mapping') })).toBeVisible();
  await look('a source');
  await press('Control+Shift+K');
  await side.getByRole('treeitem', { name: 'CSAT' }).first().click();
  await expect(page.getByRole('heading', { name: say(locale, 'gallery.needs') })).toBeVisible();
  await look('gallery and a KPI');
  await press('Control+Shift+E');
  await side.getByRole('treeitem').first().click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await look('explorer and a menu');
  await press('Escape');
}

async function overlays(page: Page, locale: Locale, look: Look): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('listbox')).toBeVisible();
  await look('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: say(locale, 'explaining.ask') }).click();
  await expect(dialog).toBeVisible();
  await look('a dialog');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+D');
  await page.getByRole('button', { name: say(locale, 'source.removeOf', { source: 'calls' }) }).click();
  await expect(dialog).toBeVisible();
  await look('a question');
  await page.keyboard.press('Escape');
}

/** Until what was changed is drawn. */
async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type(title);
  await page.getByRole('listbox').getByRole('option', { name: title }).first().click();
}

async function speak(page: Page, from: Locale, to: Locale): Promise<void> {
  await status(page)
    .getByRole('button', { name: say(from, 'workspace.language'), exact: true })
    .click();
  await page.getByRole('option', { name: say(to, 'workspace.language') }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', to);
}
