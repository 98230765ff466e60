import { expect, test } from './watched.ts';
import { pressing, runCommand, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;

/** The background of the editor, which tells the themes apart. */
const background = (page: Page) =>
  page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background'),
  );

test('the page of keys lists every key, and a chord says that it waits', async ({ page }) => {
  const press = pressing(page);
  const rows = page.getByRole('tabpanel', { name: 'Keyboard Shortcuts' }).getByRole('row');
  await start(page);

  await step('the first key of a chord is shown while the second is awaited', async () => {
    await press('Control+k');
    await expect(status(page)).toContainText('Ctrl+K was pressed. Waiting for the second key…');
    await press('Control+s');
    await expect(page.getByRole('heading', { name: 'Keyboard Shortcuts' })).toBeVisible();
    await expect(status(page)).not.toContainText('was pressed');
  });

  await step('every command and every key of a cell is on the page, found by its name', async () => {
    await page.keyboard.type('Cell: delete');
    await expect(rows).toHaveText([/^Command/, /^Cell: Delete cell\s*Delete\s*DD\s*On a cell’s frame$/]);
    await page.getByRole('searchbox').fill('toggle panel');
    await expect(rows.nth(1)).toHaveText(/^View: Toggle Panel\s*CtrlJ\s*Everywhere$/);
  });

  await step('a command is found by pressing its keys', async () => {
    await page.getByRole('button', { name: 'Search by pressing the keys' }).click();
    await press('Control+k', 'Control+s');
    await expect(rows).toHaveText([/^Command/, /^Preferences: Keyboard Shortcuts/]);
    await press('Escape');
    await expect(page.getByRole('searchbox')).toHaveValue('');
  });
});

test('settings are chosen on their page and in the status bar, and hold at once', async ({ page }) => {
  const press = pressing(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await start(page);

  await step('the settings page has each setting with its sentence', async () => {
    await press('Control+,');
    for (const name of ['Display language', 'Colour theme', 'Time zone', 'First day of the week'])
      await expect(page.getByRole('combobox', { name })).toBeVisible();
    await expect(page.getByText('Days, weeks and hours are counted by this clock.')).toBeVisible();
  });

  await step('a setting is found by words, in either language', async () => {
    const search = page.getByRole('searchbox', { name: 'Search settings' });
    const names = page.getByRole('tabpanel', { name: 'Settings' }).locator('label');
    await search.fill('crash');
    await expect(names).toHaveText(['Autosave']);
    await search.fill('fuso horário');
    await expect(names).toHaveText(['Time zone']);
    await search.fill('nothing of the kind');
    await expect(page.getByText('0 settings found')).toBeVisible();
    await search.fill('');
    await expect(names).toHaveCount(9);
  });

  await step('font size, word wrap, line numbers, autosave and automatic running hold at once', async () => {
    await page.getByRole('spinbutton', { name: 'Font size of code' }).fill('18');
    await page.getByRole('checkbox', { name: 'Word wrap' }).check();
    await page.getByRole('checkbox', { name: 'Line numbers' }).check();
    await page.getByRole('checkbox', { name: 'Run automatically' }).check();
    await page.getByRole('checkbox', { name: 'Autosave' }).uncheck();
    await runCommand(page, 'File: New Notebook');
    const code = page.getByRole('textbox', { name: /^Source of/ });
    await code.click();
    await page.keyboard.insertText(
      ' -- now with a line that is a good deal longer than any editor is wide'.repeat(4),
    );
    await expect(code).toHaveCSS('font-size', '18px');
    await expect(code).toHaveClass(/cm-lineWrapping/);
    await expect(page.locator('.cm-lineNumbers')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Automatic' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Untitled.md Not saved yet' })).toBeVisible();
    await press('Control+s');
    await expect(page.getByRole('tab', { name: 'Untitled.md', exact: true })).toBeVisible();
    await press('Escape', 'Alt+w');
  });

  await step('the theme follows the system unless one is chosen', async () => {
    const light = await background(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => background(page)).not.toBe(light);
    const dark = await background(page);
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(() => background(page)).not.toBe(dark);
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await expect.poll(() => background(page)).toBe(light);
  });

  await step('a theme is chosen in the status bar, high contrast too', async () => {
    const light = await background(page);
    await status(page).getByRole('button', { name: 'Colour Theme…' }).click();
    await page.keyboard.type('high contrast');
    await press('Enter');
    await expect(page.getByRole('combobox', { name: 'Colour theme' })).toHaveValue('high-contrast');
    await expect.poll(() => background(page)).not.toBe(light);
    await press('Control+k', 't');
    await page.keyboard.type('dark');
    await press('Enter');
    await expect(page.getByRole('combobox', { name: 'Colour theme' })).toHaveValue('dark');
  });

  await step('the week begins with the chosen day, which is kept', async () => {
    await page.getByRole('combobox', { name: 'First day of the week' }).selectOption({ label: 'Sunday' });
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'First day of the week' })).toHaveValue('7');
    await expect(page.getByRole('combobox', { name: 'Colour theme' })).toHaveValue('dark');
  });
});
