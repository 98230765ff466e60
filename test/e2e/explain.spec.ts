import { say } from '#messages';
import { plantedCause } from '#sample';
import { expect, test } from './watched.ts';
import { allDone, cell, cells, openKpi, openSample, start, status } from './workbench.ts';

const { segment } = plantedCause;

test(
  'from the CSAT headline to the sentence that names the planted segment, then its SQL, days and comments',
  { tag: '@walk' },
  async ({ page }) => {
    test.slow();
    await start(page);
    await openSample(page);
    await page.getByRole('button', { name: /^Why did CSAT fall\?/ }).click();
    const csat = cell(page, 'csat');
    await csat.focus();
    await page.keyboard.press('Control+Enter');
    await test.step('a headline shows a line of the periods before', async () => {
      await expect(csat.getByRole('img', { name: /2026: \d+\.\d+%; .*2026: \d+\.\d+%$/ })).toBeVisible();
    });
    await csat.getByRole('button', { name: 'About CSAT' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Explain This Change…' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();

    const sentence = page.getByRole('listitem').filter({ hasText: 'moved otherwise than the rest' });
    await expect(sentence.first()).toContainText(segment.channel);
    await expect(sentence.first()).toContainText(segment.site);
    await expect(cell(page, 'why_channel_site', 'en')).toContainText(`${segment.channel} × ${segment.site}`);
    await expect(cell(page, 'why_rows')).toContainText(segment.channel);
    await expect(cell(page, 'before')).toBeVisible();
    await expect(page.getByText('A segment that moved is not yet a cause.')).toBeVisible();
  },
);

test('from a KPI’s page to a notebook of its own, and in Portuguese from the palette; a wait can be ended', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await openSample(page);
  await openKpi(page, 'CSAT');
  await page.getByRole('button', { name: 'Explain This Change…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Why did CSAT change?' });
  await expect(dialog.getByLabel('First day').first()).toBeFocused();
  await dialog.getByRole('button', { name: 'Explain', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('tab', { name: /Why did CSAT change/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Why did CSAT change?' })).toBeVisible();
  await allDone(page);

  await status(page).getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Português' }).click();
  await page.getByRole('tab', { name: /^Satisfação/ }).click();
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Explicar esta');
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', {
    name: say('pt-BR', 'explaining.title', { kpi: 'Satisfação (CSAT)' }),
  });
  await asked.getByRole('button', { name: 'Explicar', exact: true }).press('Enter');
  await asked.getByRole('button', { name: 'Cancelar' }).press('Enter');
  await expect(asked).toBeHidden();
  await expect(cells(page, 'pt-BR')).toHaveCount(0);
});
