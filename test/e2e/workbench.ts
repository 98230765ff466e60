import { say, type Locale } from '#messages';
import { drop, expect, type DroppedFile } from './watched.ts';
import type { Locator, Page } from '@playwright/test';

/** Opens Deskbook and waits until the engine has the data of this browser. */
export async function start(page: Page): Promise<void> {
  await page.goto('./');
  await expect(status(page)).toContainText('Kept in this browser');
}

export function status(page: Page): Locator {
  return page.getByRole('contentinfo');
}

/** Drops files that are recognised, presses the one button, and waits for the page that the import ends on. */
export async function importFiles(page: Page, ...files: readonly DroppedFile[]): Promise<void> {
  await drop(page, ...files);
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await expect(page.getByRole('heading', { name: 'Go on with a notebook' })).toBeVisible({ timeout: 45_000 });
}

/** The values under the report’s headline, by the names of their KPIs. */
export async function headlines(page: Page): Promise<Record<string, string>> {
  const cards = await page.getByTestId('headlines').getByRole('button').all();
  const lines = await Promise.all(cards.map((card) => card.getByRole('paragraph').allInnerTexts()));
  return Object.fromEntries(lines.map(([name = '', value = '']) => [name, value]));
}

/** Loads the sample shop, and waits for the page that its import ends on. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Open the sample shop/ }).click();
  await expect(page.getByRole('heading', { name: 'Go on with a notebook' })).toBeVisible({ timeout: 90_000 });
}

/** Puts a KPI's headline into a new notebook from its page, and runs it. */
export async function newHeadline(page: Page, kpi: string): Promise<void> {
  await runCommand(page, 'File: New Notebook');
  await expect(cells(page)).toHaveCount(1);
  await openKpi(page, kpi);
  await page.getByRole('button', { name: 'Insert into notebook' }).click();
  await expect(cells(page)).toHaveCount(2);
  await page.keyboard.press('Control+Enter');
  await expect(cells(page, 'en', 'done')).toContainText('n =');
}

export async function openKpi(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(name);
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export async function openOverview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Overview of this export' }).click();
  await expect(cells(page).first()).toBeVisible();
}

/** Every cell, whatever its state; their names say the state in the language of the page. */
export function cells(page: Page, locale: Locale = 'en', state = anyState(locale)): Locator {
  return page.getByRole('tabpanel').getByRole('group', { name: new RegExp(`, (?:${state})$`) });
}

export function cell(page: Page, name: string, locale: Locale = 'en'): Locator {
  return page.getByRole('group', { name: new RegExp(`^\\S+ ${name}, (?:${anyState(locale)})$`) });
}

/** The notebook's cells from top to bottom, by kind and name: `SQL tickets`; one without a name by its place. */
export function cellOrder(page: Page): Promise<string[]> {
  return page
    .locator('[data-cell]:visible')
    .evaluateAll((list) => list.map((each) => (each.ariaLabel ?? '').replace(/, [^,]*$/, '')));
}

/** Presses “Run all” and waits until each cell is done: a failed one fails the test. */
export async function runAll(page: Page, locale: Locale = 'en'): Promise<void> {
  await page.getByRole('button', { name: say(locale, 'notebook-editor.runAll'), exact: true }).click();
  await allDone(page, locale);
}

export async function allDone(page: Page, locale: Locale = 'en'): Promise<void> {
  const done = say(locale, 'notebook-editor.state.done');
  const count = await cells(page, locale).count();
  await expect(cells(page, locale, done)).toHaveCount(count, { timeout: 60_000 });
}

/** Writes into a cell’s editor what a person would type, over what is there. */
export async function rewrite(page: Page, name: string, text: string): Promise<void> {
  await editor(page, name).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

export function editor(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: `Source of ${name}` });
}

export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type(title);
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
}

/** By its name, through Quick Open. */
export async function goToCell(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(`@${name}`);
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(cell(page, name)).toBeFocused();
}

/** Presses real keys one after the other. */
export function pressing(page: Page): (...keys: readonly string[]) => Promise<void> {
  return async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
}

function anyState(locale: Locale): string {
  const states = ['idle', 'waiting', 'running', 'done', 'failed', 'stale'] as const;
  return states.map((state) => say(locale, `notebook-editor.state.${state}`)).join('|');
}
