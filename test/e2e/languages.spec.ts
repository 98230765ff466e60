import { messagesEn, say, type Locale } from '#messages';
import { plantedCause } from '#sample';
import { callSheet } from './call-sheet.ts';
import { expect, test } from './watched.ts';
import {
  allDone,
  cell,
  cells,
  importFiles,
  openOverview,
  runAll,
  runCommand,
  start,
  status,
} from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const codes = Object.keys(messagesEn);
/** A laptop, a large screen, a telephone, and a laptop at 200 %. */
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
  { width: 640, height: 360 },
];

test(
  'every page speaks the language and wears the theme that is chosen, and fits its window',
  { tag: '@walk' },
  async ({ page }) => {
    await start(page);
    const look = async (locale: Locale, what: string) => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        const found = await page.evaluate(flaws, codes);
        expect.soft({ what, locale, width: size.width, ...found }).toEqual({
          what,
          locale,
          width: size.width,
          lang: locale,
          codes: [],
          outside: [],
          cut: [],
        });
      }
      await page.setViewportSize({ width: 1280, height: 720 });
    };
    const lookInBoth = async (what: string) => {
      await look('en', what);
      await speak(page, 'en', 'pt-BR');
      await look('pt-BR', what);
      await speak(page, 'pt-BR', 'en');
    };

    await lookInBoth('welcome');
    await importFiles(page, callSheet());
    await lookInBoth('report');
    await openOverview(page);
    await runAll(page);
    await lookInBoth('notebook');
    await page.keyboard.press('Control+Shift+K');
    await page.getByRole('treeitem', { name: /^CSAT/ }).first().click();
    await lookInBoth('gallery');
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await lookInBoth('settings');

    const shade = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    await page.getByRole('combobox', { name: 'Colour theme' }).selectOption('dark');
    await expect.poll(shade).toBe('dark');
    await page.getByRole('combobox', { name: 'Colour theme' }).selectOption('light');
    await expect.poll(shade).toBe('light');
    await page.getByRole('combobox', { name: 'Display language' }).selectOption('pt-BR');
    await expect(page.getByRole('heading', { name: say('pt-BR', 'workbench.settings') })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: say('pt-BR', 'workbench.settings') })).toBeVisible();
    await expect.poll(shade).toBe('light');
  },
);

test('the palette finds each command by its name in either language', { tag: '@walk' }, async ({ page }) => {
  await start(page);
  const first = page.getByRole('listbox').getByRole('option').first();
  for (const [locale, other] of [
    ['en', 'pt-BR'],
    ['pt-BR', 'en'],
  ] as const) {
    for (const code of ['workspace.command.restartEngine', 'workspace.command.newNotebook'] as const) {
      for (const spoken of [locale, other]) {
        await page.keyboard.press('Control+Shift+P');
        await page.keyboard.type(say(spoken, code));
        await expect(first).toContainText(say(locale, code));
        await page.keyboard.press('Escape');
      }
    }
    if (locale === 'en') await speak(page, 'en', 'pt-BR');
  }
});

test(
  'the keyboard alone opens the sample and a notebook, runs it and changes it',
  { tag: '@walk' },
  async ({ page }) => {
    test.slow();
    await start(page);
    await runCommand(page, 'Data: Open the Sample Shop');
    await expect(page.getByRole('heading', { name: 'Go on with a notebook' })).toBeVisible({
      timeout: 90_000,
    });
    await page.keyboard.press('Control+p');
    await page.keyboard.type('csat-drop');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Why did CSAT fall?', exact: true })).toBeVisible();
    await page.keyboard.press('Control+Alt+Enter');
    await expect(cells(page, 'en', 'waiting|running').first()).toBeVisible();
    await allDone(page);

    await test.step('the keyboard alone asks why a value moved, reads the parts, and saves the answer as a page', async () => {
      await toCell(page, 'csat');
      await stepTo(page, page.getByRole('button', { name: 'About CSAT', exact: true }), 'Tab');
      await page.keyboard.press('Enter');
      await stepTo(page, page.getByRole('menuitem', { name: 'Explain This Change…' }), 'ArrowDown');
      await page.keyboard.press('Enter');
      const part = cell(page, 'why_channel_site');
      await expect(part).toContainText(plantedCause.segment.site, { timeout: 45_000 });
      await toCell(page, 'why_channel_site');
      await page.keyboard.press('ArrowDown');
      await expect(part).not.toBeFocused();
      await expect(page.locator('[data-cell]:focus')).toHaveCount(1);
      await page.keyboard.press('Control+Shift+P');
      await page.keyboard.type(say('en', 'reporting.command.html'));
      const download = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      expect((await download).suggestedFilename()).toMatch(/\.html$/);
    });

    await page.keyboard.press('Control+Shift+P');
    await page.keyboard.type('Insert SQL Cell');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'shipped notebook' })).toBeVisible();
    await page.keyboard.type('select count(*) as counted_by_keys from ratings');
    await page.keyboard.press('Shift+Enter');
    const written = cells(page, 'en', 'done').filter({ hasText: 'as counted_by_keys from ratings' });
    await expect(written.getByRole('gridcell')).toHaveText(/^[\d,]{5,}$/);
  },
);

/** Goes to a cell by its name, as a reader does who knows it. */
async function toCell(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(`@${name}`);
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(cell(page, name)).toBeFocused();
}

/** Presses a key until something has the focus. */
async function stepTo(page: Page, wanted: Locator, key: string): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 30; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

async function speak(page: Page, from: Locale, to: Locale): Promise<void> {
  await status(page)
    .getByRole('button', { name: say(from, 'workspace.language'), exact: true })
    .click();
  await page
    .getByRole('listbox')
    .getByRole('option', { name: say(to, 'workspace.language') })
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', to);
}

/** What a reader would stumble over: names of messages where sentences should be, and what lies outside the window. */
function flaws(known: readonly string[]) {
  const codes = new Set(known);
  const suspicious = (text: string) => codes.has(text.trim()) || /\{[a-z]+\}/i.test(text);
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const isCode = (element: Element) => element.closest('[role=textbox], pre, code') !== null;
  const elements = [...document.body.querySelectorAll('*')].filter((element) => isShown(element));
  const texts = elements
    .filter((element) => !isCode(element))
    .flatMap((element) => [
      ...[...element.childNodes].flatMap((node) => (node instanceof Text ? node.data : [])),
      ...['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
    ]);
  const canScroll = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || canScroll(element.parentElement));
  const outside = elements
    .filter((element) => element.matches('main :is(button, input, select, h1, h2, h3, p, [role=tab])'))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > innerWidth + 1) && !canScroll(element.parentElement);
    })
    .map((element) => (element.textContent || element.outerHTML).trim().slice(0, 60));
  const cut = elements
    .filter((element) =>
      element.matches('button, a, h1, h2, h3, p, label, li, dt, dd, summary, th, td, [role=tab]'),
    )
    .filter((element) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const isWide =
        overflowX === 'hidden' &&
        textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1;
      const isHigh = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2;
      return isWide || isHigh;
    })
    .map((element) => element.outerHTML.slice(0, 120));
  const untold = elements
    .filter((element) => getComputedStyle(element).textOverflow === 'ellipsis')
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
    .filter((element) => !(element instanceof HTMLInputElement) && element.closest('[title]') === null)
    .map((element) => element.outerHTML.slice(0, 120));
  const { scrollWidth, clientWidth } = document.documentElement;
  for (const view of elements.filter((element) => element.matches('[role=tabpanel]')))
    if (view.scrollWidth > view.clientWidth + 1)
      outside.push(`${view.textContent?.trim().slice(0, 40)}: ${view.scrollWidth} > ${view.clientWidth}`);
  if (scrollWidth > clientWidth) outside.push(`the page: ${scrollWidth} > ${clientWidth}`);
  return {
    lang: document.documentElement.lang,
    codes: texts.filter(suspicious),
    outside,
    cut: [...cut, ...untold],
  };
}
