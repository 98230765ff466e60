import { plantedCause } from '#sample';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, cells, openSample, pressing, runCommand, start } from './workbench.ts';
import type { Page } from '@playwright/test';

const { from, segment } = plantedCause;

const notebook = textFile(
  'causes.md',
  `---
deskbook: 1
title: Causes
---

\`\`\`sql weekly kpi=csat shape=trend grain=week version=1
select date_trunc('week', rated_at)::date as week, avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
group by week
order by week
\`\`\`

\`\`\`vega-lite chart of=weekly
{"mark": "line", "encoding": {"x": {"field": "week", "type": "temporal"}, "y": {"field": "value", "type": "quantitative"}}}
\`\`\`
`,
);

test('an event is marked from a chart, drawn on it, tested as a cause, and its removal taken back', async ({
  page,
}) => {
  const press = pressing(page);
  const events = page.getByRole('dialog', { name: 'Events' });
  const marked = cell(page, 'chart').getByText('New carrier (Apr 13, 2026)');
  await start(page);
  await openSample(page);
  await drop(page, notebook);
  await expect(cell(page, 'weekly')).toBeFocused();
  await press('Control+Alt+Enter');

  await test.step('an event is marked from the menu of a chart', async () => {
    await ask(page, 'Mark an event…');
    await expect(events.getByLabel('What happened')).toBeFocused();
    await page.keyboard.type('New carrier');
    await events.getByLabel('First day').fill(from.slice(0, 10));
    await press('Enter');
    await expect(events.getByRole('listitem')).toContainText(/Apr 13, 2026.*New carrier.*release/s);
    await press('Escape');
    await expect(events).toBeHidden();
    await expect(marked).toBeVisible();
  });

  await test.step('it is there after the page is loaded again', async () => {
    await page.reload();
    await expect(cell(page, 'weekly')).toBeVisible();
    await cell(page, 'weekly').focus();
    await press('Control+Alt+Enter');
    await expect(marked).toBeVisible();
  });

  await test.step('a removal is taken back', async () => {
    await runCommand(page, 'Mark an event…');
    await events.getByRole('button', { name: 'Remove' }).press('Enter');
    await expect(events.getByRole('status')).toContainText('The event is removed.');
    await expect(events.getByRole('listitem')).toHaveText('No event is marked.');
    await expect(marked).toBeHidden();
    await events.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(events.getByRole('listitem')).toContainText('New carrier');
    await press('Escape');
    await expect(marked).toBeVisible();
  });

  await test.step('it is tested as a cause; Escape closes the list of members alone', async () => {
    await ask(page, 'Test a cause…');
    const dialog = page.getByRole('dialog', { name: /cause/ });
    await dialog.getByRole('combobox', { name: 'Event', exact: true }).selectOption({ index: 1 });
    await expect(dialog.getByLabel('First day of the event')).toHaveValue(from.slice(0, 10));
    await dialog.getByRole('combobox', { name: 'Affected', exact: true }).selectOption('site');
    await dialog.getByRole('button', { name: 'None chosen' }).press('Enter');
    await dialog.getByRole('checkbox', { name: segment.site }).press('Space');
    await expect(dialog.getByRole('checkbox', { name: segment.site })).toBeChecked();
    await press('Escape');
    await expect(dialog.getByRole('checkbox')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Add the test' }).press('Enter');
    await expect(dialog).toBeHidden();
    const verdict = cells(page).getByText('Those affected fell against all others.', { exact: false });
    await expect(verdict.first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Test a cause: New carrier' })).toBeVisible();
  });
});

/** Asks something of the chart by its menu. */
async function ask(page: Page, item: string): Promise<void> {
  const chart = cell(page, 'chart');
  await expect(chart.getByRole('img', { name: /^Chart/ })).toBeVisible();
  await chart.getByRole('button', { name: 'About CSAT' }).press('Enter');
  await page.getByRole('menuitem', { name: item }).press('Enter');
}
