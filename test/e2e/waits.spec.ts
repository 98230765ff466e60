import { callSheet } from './call-sheet.ts';
import { expect, test } from './watched.ts';
import { importFiles, pressing, runCommand, start, status } from './workbench.ts';

const step = test.step;

/** One that would be counted for minutes. */
const endless = `---
id: endless
name: {en: Endless, pt-BR: Sem fim}
theme: volume
unit: count
shape: count
from: contacts
where: (select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3) > 0
at: started_at
---
Takes for ever.
`;

test('what is waited for says so, and can be ended', async ({ page }) => {
  const press = pressing(page);
  const working = status(page).getByText('Working…');
  const cancel = status(page).getByRole('button', { name: 'Cancel' });
  await start(page);
  await importFiles(page, callSheet());
  await runCommand(page, 'KPI: New KPI…');
  await page.keyboard.type('Endless');
  await press('Enter');
  const editor = page.getByRole('textbox', { name: /a KPI of yours$/ });
  await editor.press('Control+a');
  await page.keyboard.insertText(endless);

  await step('a wait of the engine is told in the status bar, and is ended there', async () => {
    await expect(working).toBeVisible();
    await cancel.press('Enter');
    await expect(page.getByText('Stopped.').first()).toBeVisible({ timeout: 30_000 });
  });

  await step('a key ends it as well', async () => {
    // What else is asked of the KPI comes one after the other.
    await expect(async () => {
      await press('Control+Alt+Backspace');
      await expect(working).toHaveCount(0, { timeout: 500 });
    }).toPass({ timeout: 60_000 });
  });
});
