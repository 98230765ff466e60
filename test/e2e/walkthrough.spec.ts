import { callSheet } from './call-sheet.ts';
import { expect, test } from './watched.ts';
import { importFiles, newHeadline, start } from './workbench.ts';

const step = test.step;

test('the first steps of a newcomer', async ({ page }) => {
  const progress = page.getByRole('tabpanel', { name: 'Get started' }).getByRole('status');
  const current = page.locator('[aria-current="step"]').getByRole('heading');
  await start(page);

  await step('the walkthrough leads from an export to a first KPI', async () => {
    await page.getByRole('button', { name: /^Get started/ }).click();
    await expect(progress).toHaveText('0 of 4 done');
    await expect(current).toHaveText('Bring an export');
    await importFiles(page, callSheet());
    await page.getByRole('tab', { name: 'Get started' }).click();
    await expect(progress).toHaveText('1 of 4 done');
    await expect(current).toHaveText('Look at a KPI');
    await page.getByRole('button', { name: 'Open the Catalogue' }).click();
    await expect(page.getByRole('complementary', { name: 'KPIs' })).toBeVisible();
    await newHeadline(page, 'Abandonment');
    await page.getByRole('tab', { name: 'Get started' }).click();
    await expect(progress).toHaveText('4 of 4 done');
  });

  await step('what is done stays done', async () => {
    await page.reload();
    await expect(progress).toHaveText('4 of 4 done');
  });
});
