import { drop, expect, test, textFile } from './watched.ts';
import { cell, pressing, rewrite, start, status } from './workbench.ts';

const step = test.step;

const failing = textFile(
  'failing.md',
  `---
deskbook: 1
title: Failing
period: last 8 weeks
filters:
  channel: [email]
---

\`\`\`sql good
select 1 as a
\`\`\`

\`\`\`sql bad
select
  ticket_idd
from tickets
\`\`\`

\`\`\`sql below
select * from bad
\`\`\`
`,
);

test('the panel and the status bar', async ({ page }) => {
  const press = pressing(page);
  const panel = page.getByRole('region', { name: 'Panel' });
  const problems = panel.getByRole('listitem');
  await start(page);
  await drop(page, failing);
  await expect(cell(page, 'good')).toBeFocused();

  await step('Ctrl+J opens the panel and closes it', async () => {
    await press('Control+j');
    await expect(panel).toContainText('No problems');
    await press('Control+j');
    await expect(panel).toHaveCount(0);
  });

  await step('the status bar says the engine, the cells and the zone', async () => {
    await expect(status(page)).toContainText('Kept in this browser');
    await expect(status(page)).toContainText('3 cells');
    await status(page).getByRole('button', { name: 'UTC' }).click();
    await page.keyboard.type('Sao Paulo');
    await press('Enter');
    await expect(status(page).getByRole('button', { name: 'America/Sao Paulo' })).toBeVisible();
  });

  await step('the status bar counts errors, and leads to them', async () => {
    await press('Control+Alt+Enter');
    await expect(cell(page, 'bad')).toHaveAccessibleName('SQL bad, failed');
    await expect(cell(page, 'below')).toHaveAccessibleName('SQL below, failed');
    await status(page)
      .getByRole('button', { name: /^2 errors, 0 warnings/ })
      .click();
    await expect(panel.getByRole('tab', { name: /^Problems/ })).toHaveAttribute('aria-selected', 'true');
  });

  await step('an error says what was meant, and is underlined at its place', async () => {
    await expect(cell(page, 'bad').getByRole('alert')).toContainText(
      'There is no column “ticket_idd” here. Did you mean ticket_id',
    );
    // What ran before the new zone was there is out of date, and marks nothing.
    await expect(async () => {
      await page.getByRole('button', { name: 'Run all', exact: true }).click();
      await expect(cell(page, 'bad').locator('.cm-lintRange-error')).toHaveText('ticket_idd', {
        timeout: 5_000,
      });
    }).toPass();
    await cell(page, 'below').getByRole('alert').getByRole('button', { name: 'bad', exact: true }).click();
    await expect(cell(page, 'bad')).toBeFocused();
  });

  await step('a problem names its notebook and its line, and leads to its cell', async () => {
    await expect(panel.getByRole('heading')).toContainText('failing.md');
    await expect(problems.first()).toContainText('ticket_idd');
    await expect(problems.first()).toContainText('line 2');
    await press('Home');
    await expect(cell(page, 'good')).toBeFocused();
    await problems.first().getByRole('button').click();
    await expect(cell(page, 'bad')).toBeFocused();
  });

  await step('a failing notebook is red on its tab, and its toolbar leads to the first failure', async () => {
    const name = page.getByRole('tab', { name: /^failing\.md/ }).locator('.name');
    await expect(name).toHaveClass(/failing/);
    await press('Home');
    await page.getByRole('button', { name: /cells? failed/ }).click();
    await expect(cell(page, 'bad')).toBeFocused();
  });

  await step('a problem goes when its cell is mended', async () => {
    await rewrite(page, 'bad', 'select ticket_id from tickets');
    await press('Control+Alt+Enter');
    await expect(panel).toContainText('No problems');
  });

  await step('Output lists the statements with times and rows, and is cleared', async () => {
    await press('Control+Shift+U');
    const lines = panel.getByRole('log').getByRole('listitem');
    await expect(lines.filter({ hasText: 'ticket_id' }).last()).toContainText(/\d ms/);
    await panel.getByRole('button', { name: 'Clear output' }).click();
    await expect(lines).toHaveCount(0);
  });
});

test('the status bar leads to the filters and to the notifications', async ({ page }) => {
  const press = pressing(page);
  await start(page);
  await drop(page, failing);
  await expect(cell(page, 'good')).toBeFocused();

  await step('the status bar says the filter in force, and leads to it', async () => {
    await status(page).getByRole('button', { name: 'Filter: Period, Channel' }).click();
    await expect(page.getByRole('group', { name: 'Filters of this notebook' }).locator(':focus')).toHaveCount(
      1,
    );
  });

  await step('the bell counts what is new, and lists what went until it is cleared', async () => {
    const bell = status(page).getByRole('button', { name: /otification/ });
    await expect(bell).toHaveAccessibleName('Notifications');
    await page.getByRole('treeitem', { name: /^failing\.md/ }).focus();
    await press('Delete');
    await expect(bell).toHaveAccessibleName('1 new notification');
    await page.getByRole('button', { name: 'Close notification' }).click();
    await expect(bell).toHaveAccessibleName('Notifications');
    await bell.click();
    const list = page.getByRole('dialog', { name: 'Notifications' });
    await expect(list.getByRole('listitem')).toHaveText('“failing.md” was deleted.');
    await list.getByRole('button', { name: 'Clear all' }).click();
    await bell.click();
    await expect(list.getByRole('listitem')).toHaveText('There are none.');
    await press('Escape');
    await expect(bell).toBeFocused();
  });
});
