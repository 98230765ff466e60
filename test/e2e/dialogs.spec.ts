import { callSheet } from './call-sheet.ts';
import { expect, test } from './watched.ts';
import { cell, importFiles, newHeadline, pressing, runCommand, start } from './workbench.ts';

const step = test.step;

test('a window over the page has the keyboard until it is closed, and gives it back', async ({ page }) => {
  const press = pressing(page);
  const dialog = page.getByRole('dialog');
  const events = page.getByRole('dialog', { name: 'Events' });
  await start(page);
  await importFiles(page, callSheet());
  await newHeadline(page, 'Abandonment');
  const card = cell(page, 'abandonment_rate');
  await card.focus();

  await step('its first field has the keyboard, or its title where it has none', async () => {
    await runCommand(page, 'Mark an Event…');
    await expect(events.getByRole('textbox', { name: 'What happened' })).toBeFocused();
    await press('Escape');
    await expect(dialog).toHaveCount(0);
    await runCommand(page, 'File: Share with Data');
    await expect(dialog.getByRole('heading')).toBeFocused();
    await press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await step('Escape closes it at once, whatever a button says of itself', async () => {
    await runCommand(page, 'File: Share with Data');
    await expect(dialog.getByRole('heading')).toBeFocused();
    await press('Tab');
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await expect(dialog.locator('.hint')).toHaveText('Close');
    await press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await step('closed by Escape or by its button, it leaves the keyboard where it was', async () => {
    await expect(card).toBeFocused();
    const menu = card.getByRole('button', { name: 'About Abandonment' });
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: 'Set Target…' }).press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Target' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(menu).toBeFocused();
  });

  await step('no command acts behind it, and none becomes one of the browser’s', async () => {
    await card.focus();
    const tabs = await page.getByRole('tab').count();
    await runCommand(page, 'Mark an Event…');
    await expect(events.getByRole('textbox', { name: 'What happened' })).toBeFocused();
    await page.evaluate(() =>
      addEventListener('keydown', (event) => (document.body.title = String(event.defaultPrevented)), true),
    );
    await press('Control+Shift+P', 'Control+Alt+n', 'Control+b', 'Alt+w', 'Control+k', 't');
    await press('Control+s');
    await expect(page.locator('body')).toHaveAttribute('title', 'true');
    await page.keyboard.type('Still here');
    await expect(page.locator('body')).toHaveAttribute('title', 'false');
    await expect(events.getByRole('textbox', { name: 'What happened' })).toHaveValue('tStill here');
    await press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('tab')).toHaveCount(tabs);
    await expect(page.getByRole('complementary')).toBeVisible();
    await expect(card).toBeFocused();
  });
});
