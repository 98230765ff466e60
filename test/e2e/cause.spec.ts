import { drop, expect, test, textFile } from './watched.ts';
import { cell, importFiles, pressing, runCommand, start } from './workbench.ts';
import type { Page } from '@playwright/test';

/**
 * Two rated calls a day of each of four agents, from 4 January to 28 February 2021. Every fourth is rated 1, all others 5: 75 % are
 * satisfied. From 1 February on Ana's are all rated 1.
 */
const calls = Array.from({ length: 56 }, (_, day) =>
  ['Ana', 'Bia', 'Caio', 'Davi'].flatMap((agent, who) =>
    [0, 1].map((turn) => {
      const isGood = (2 * day + turn) % 4 !== 3 && (agent !== 'Ana' || day < 28);
      const date = day < 28 ? `${day + 4}-Jan-21` : `${day - 27}-Feb-21`;
      const id = `C${1000 + day * 8 + who * 2 + turn}`;
      return [id, agent, date, `${9 + turn}:00`, 'Cobrança', 'Y', 'Y', 20, '0:03:00', isGood ? 5 : 1];
    }),
  ),
).flat();

const headers =
  'Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating';

const sheet = textFile('calls.csv', [headers, ...calls.map((row) => row.join(','))].join('\r\n'));

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
  const marked = cell(page, 'chart').getByText('New script (Feb 1, 2021)');
  await start(page);
  await importFiles(page, sheet);
  await drop(page, notebook);
  await expect(cell(page, 'weekly')).toBeFocused();
  await press('Control+Alt+Enter');

  await test.step('an event is marked from the menu of a chart', async () => {
    await ask(page, 'Mark an Event…');
    await expect(events.getByLabel('What happened')).toBeFocused();
    await page.keyboard.type('New script');
    await events.getByLabel('First day').fill('2021-02-01');
    await press('Enter');
    await expect(events.getByRole('listitem')).toContainText(/Feb 1, 2021.*New script.*release/s);
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
    await runCommand(page, 'Mark an Event…');
    await events.getByRole('button', { name: 'Remove' }).press('Enter');
    await expect(events.getByRole('status')).toContainText('The event is removed.');
    await expect(events.getByRole('listitem')).toHaveText('No event is marked.');
    await expect(marked).toBeHidden();
    await events.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(events.getByRole('listitem')).toContainText('New script');
    await press('Escape');
    await expect(marked).toBeVisible();
  });

  await test.step('it is tested as a cause; Escape closes the list of members alone', async () => {
    await ask(page, 'Test a Cause…');
    const dialog = page.getByRole('dialog', { name: /cause/ });
    await dialog.getByRole('combobox', { name: 'Event', exact: true }).selectOption({ index: 1 });
    await expect(dialog.getByLabel('First day of the event')).toHaveValue('2021-02-01');
    await dialog.getByRole('combobox', { name: 'Affected', exact: true }).selectOption('agent');
    await dialog.getByRole('button', { name: 'None chosen' }).press('Enter');
    await dialog.getByRole('checkbox', { name: 'Ana' }).press('Space');
    await expect(dialog.getByRole('checkbox', { name: 'Ana' })).toBeChecked();
    await press('Escape');
    await expect(dialog.getByRole('checkbox')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Add the test' }).press('Enter');
    await expect(dialog).toBeHidden();
    // 75 % and 0 % of Ana's, 75 % and 75 % of all others'.
    await expect(page.getByRole('paragraph').filter({ hasText: 'Those affected went from' })).toContainText(
      'Those affected fell against all others. Those affected went from 75.0% to 0.0%, all others from 75.0% to 75.0%: a difference between the two changes of -75 pp',
    );
    await expect(page.getByRole('heading', { name: 'Test a cause: New script' })).toBeVisible();
  });
});

/** Asks something of the chart by its menu. */
async function ask(page: Page, item: string): Promise<void> {
  const chart = cell(page, 'chart');
  await expect(chart.getByRole('img', { name: /^Chart/ })).toBeVisible();
  await chart.getByRole('button', { name: 'About CSAT' }).press('Enter');
  await page.getByRole('menuitem', { name: item }).press('Enter');
}
