import { callSheet } from './call-sheet.ts';
import { expect, test } from './watched.ts';
import { allDone, cell, cells, importFiles, openKpi, pressing, runCommand, start } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const step = test.step;

test('the main job by keys alone: from choosing the file to a value and its chart', async ({ page }) => {
  const press = pressing(page);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'));
  await start(page);

  await step('a file is chosen and imported', async () => {
    const choosing = page.waitForEvent('filechooser');
    await runCommand(page, 'Data: Import Files…');
    const { name, bytes } = callSheet();
    await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });
    await stepTo(page, page.getByRole('button', { name: 'Import 300 rows' }));
    await press('Enter');
    await expect(page.getByRole('heading', { name: 'Go on with a notebook' })).toBeVisible({
      timeout: 45_000,
    });
    await hasKeyboard(page);
  });

  await step('the notebook that the report offers is opened and run', async () => {
    await stepTo(page, page.getByRole('button', { name: 'Overview of this export' }));
    await press('Enter');
    await expect(cells(page).first()).toBeFocused();
    await press('Control+Alt+Enter');
    await allDone(page);
    await expect(cell(page, 'abandonment_rate')).toContainText('16.67%');
    await hasKeyboard(page);
  });

  await step('a result is charted, and the chart is left for the next cell', async () => {
    await press('Control+p');
    await page.keyboard.type('@tickets_by_status_by_status');
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(
      'tickets_by_status_by_status',
    );
    await press('Enter');
    await expect(cell(page, 'tickets_by_status_by_status')).toBeFocused();
    await press('g');
    await expect(page.getByRole('img', { name: /^Chart: .*2 rows/ })).toBeVisible();
    await hasKeyboard(page);
    await press('ArrowDown');
    await expect(page.locator('[data-cell]:focus')).toHaveCount(1);
  });

  await step('a cell is deleted and comes back, and a dialog is opened and left', async () => {
    const count = await cells(page).count();
    await press('d', 'd');
    await expect(cells(page)).toHaveCount(count - 1);
    await hasKeyboard(page);
    await press('z');
    await expect(cells(page)).toHaveCount(count);
    await hasKeyboard(page);
    await press('Control+s');
    await press('Alt+w');
    await hasKeyboard(page);
    await press('Alt+Shift+w');
    await expect(cells(page).first()).toBeVisible();
    await hasKeyboard(page);
  });
});

test('a change is explained and a cause is tested by keys alone', async ({ page }) => {
  const press = pressing(page);
  const dialog = page.getByRole('dialog');
  await start(page);
  await importFiles(page, callSheet());

  await step('a change is explained between days that are typed', async () => {
    await openKpi(page, 'CSAT');
    await runCommand(page, 'Explain This Change…');
    await expect(dialog.getByLabel('First day').first()).toBeFocused();
    for (const day of ['01012021', '01152021', '01162021', '01312021']) {
      await page.keyboard.type(day);
      await press('Tab', 'Tab');
    }
    await expect(dialog.getByRole('button', { name: 'Explain', exact: true })).toBeFocused();
    await press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 2, name: 'Why did CSAT change?' })).toBeVisible();
    await allDone(page);
    await hasKeyboard(page);
  });

  await step('a cause is tested: its day, whom it affected', async () => {
    await openKpi(page, 'CSAT');
    await runCommand(page, 'Test a Cause…');
    await expect(dialog.getByLabel('First day of the event')).toBeFocused();
    await page.keyboard.type('01162021');
    await expect(dialog.getByLabel('First day of the event')).toHaveValue('2021-01-16');
    await stepTo(page, dialog.getByRole('combobox', { name: 'Affected', exact: true }));
    await page.keyboard.type('Agent');
    await expect(dialog.getByRole('combobox', { name: 'Affected', exact: true })).toHaveValue('agent');
    await stepTo(page, dialog.getByRole('button', { name: 'None chosen' }));
    await press('Enter');
    await stepTo(page, dialog.getByRole('checkbox', { name: 'Ana' }));
    await press('Space', 'Escape');
    await expect(dialog.getByRole('checkbox')).toHaveCount(0);
    await stepTo(page, dialog.getByRole('button', { name: 'Add the test' }));
    await press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Test a cause: CSAT' })).toBeVisible();
    await allDone(page);
    await hasKeyboard(page);
  });
});

/** That a key pressed now would reach something. */
async function hasKeyboard(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
}

/** Presses Tab until something has the keyboard. */
async function stepTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}
