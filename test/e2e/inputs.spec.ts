import { callSheet } from './call-sheet.ts';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, importFiles, pressing, runAll, runCommand, start } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;

const input = (name: string, body: string) => `\`\`\`input ${name}\n${body}\n\`\`\`\n\n`;
const sql = (name: string, text: string) => `\`\`\`sql ${name}\n${text}\n\`\`\`\n\n`;

const notebook = textFile(
  'inputs.md',
  [
    '---\ndeskbook: 1\ntitle: Inputs\n---\n\n',
    input('word', 'type: text\nlabel: Word\ndefault: Ana'),
    input('least', 'type: number\nlabel: Least\ndefault: 60'),
    input('minutes', 'type: slider\nlabel: Minutes\nmin: 1\nmax: 5'),
    input('one', 'type: select\nlabel: Agent\noptions: select distinct agent_id from calls order by 1'),
    input('agents', 'type: multiselect\nlabel: Agents\noptions: [Ana, Bia, Caio, Davi]'),
    input('days', 'type: daterange\nlabel: Days'),
    input('span', 'type: period\nlabel: Span'),
    input('loud', 'type: checkbox\nlabel: Loud\ndefault: false'),
    sql('by_word', 'select count(*) as calls from calls where agent_id = $word'),
    sql('by_least', 'select count(*) as calls from calls where wait_seconds >= $least'),
    sql(
      'by_agents',
      'select count(*) as calls from calls where $agents is null or agent_id in (select unnest($agents))',
    ),
    sql('by_days', 'select $days_start::varchar as a, $days_end::varchar as b'),
    sql('by_span', 'select $span_start::varchar as a, $span_end::varchar as b'),
    sql('by_loud', 'select $loud as it'),
    sql('by_one', 'select $one as it'),
    sql('by_minutes', 'select $minutes * 60 as seconds'),
    sql(
      'all_calls',
      'select count(*) as tickets from tickets where $period_start is null or created_at >= $period_start',
    ),
  ].join(''),
);

const values = (page: Page, name: string) => cell(page, name).getByRole('gridcell');

test('inputs of every kind, and the filters of a notebook', async ({ page }) => {
  const press = pressing(page);
  await start(page);
  await importFiles(page, callSheet());
  await drop(page, notebook);
  await expect(cell(page, 'word')).toBeVisible();
  await runAll(page);

  await step('a text sets its name', async () => {
    await expect(values(page, 'by_word')).toHaveText('75');
    await page.getByLabel('Word', { exact: true }).fill('nobody');
    await press('Enter');
    await expect(values(page, 'by_word')).toHaveText('0');
  });

  await step('a number sets its name, and what does not read it is not run again', async () => {
    const before = await cell(page, 'by_word').getByRole('status', { name: 'done' }).innerText();
    await page.getByLabel('Least', { exact: true }).fill('180');
    await press('Tab');
    // Behind the field is an editor: while it has the keyboard, what is far from it is not drawn.
    await press('Escape');
    // Every fifth of the 250 answered waited 180 seconds.
    await expect(values(page, 'by_least')).toHaveText('50');
    expect(await cell(page, 'by_word').getByRole('status', { name: 'done' }).innerText()).toBe(before);
  });

  await step('a slider sets a number between its ends, a step at each key', async () => {
    const slider = page.getByRole('slider', { name: 'Minutes' });
    await expect(values(page, 'by_minutes')).toHaveText('60');
    await slider.focus();
    await press('End');
    await expect(values(page, 'by_minutes')).toHaveText('300');
    await press('ArrowLeft');
    // From 1 to 5 it goes by tenths.
    await expect(values(page, 'by_minutes')).toHaveText('294');
    await expect(slider).toHaveAttribute('aria-valuetext', '4.9');
  });

  await step('a select offers the rows of a query', async () => {
    const select = page.getByLabel('Agent', { exact: true });
    await expect(select.getByRole('option')).toHaveText(['All', 'Ana', 'Bia', 'Caio', 'Davi']);
    await select.selectOption('Caio');
    await expect(values(page, 'by_one')).toHaveText('Caio');
  });

  await step('a multi-select sets a list, and nothing chosen is all', async () => {
    await expect(values(page, 'by_agents')).toHaveText('300');
    await page.getByRole('button', { name: /^Agents/ }).click();
    await page.getByRole('checkbox', { name: 'Bia' }).check();
    await expect(values(page, 'by_agents')).toHaveText('75');
    await page.getByRole('checkbox', { name: 'Davi' }).check();
    await expect(values(page, 'by_agents')).toHaveText('150');
    await press('Escape');
  });

  await step('a range sets two days, a period counts back from the last day of the data', async () => {
    const range = page.getByRole('group', { name: 'Days' });
    await range.getByLabel('From', { exact: true }).fill('2021-01-05');
    await range.getByLabel('To', { exact: true }).fill('2021-01-09');
    await expect(values(page, 'by_days').first()).toContainText('2021-01-05');
    await page.getByLabel('Span', { exact: true }).selectOption('Last 7 days');
    // The last day is 30 January.
    await expect(values(page, 'by_span').first()).toContainText('2021-01-24');
  });

  await step('a checkbox sets true or false', async () => {
    await expect(values(page, 'by_loud')).toHaveText('false');
    await page.getByRole('checkbox', { name: 'Loud' }).check();
    await expect(values(page, 'by_loud')).toHaveText('true');
  });

  await step('the period and the agents of the filter bar hold for the whole notebook', async () => {
    const bar = page.getByRole('group', { name: 'Filters of this notebook' });
    await expect(values(page, 'all_calls')).toHaveText('300');
    await bar.getByRole('combobox', { name: 'Period' }).selectOption('Last 7 days');
    await expect(values(page, 'all_calls')).toHaveText('70');
    await bar.getByRole('button', { name: /^Agent/ }).click();
    await page.getByRole('checkbox', { name: 'Ana' }).check();
    // Of the rows 230 to 299, those whose number is a multiple of four.
    await expect(values(page, 'all_calls')).toHaveText('17');
    await press('Escape');
  });

  await step('the filters are written in the file, and undone like any other change', async () => {
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    await undo.click();
    await expect(page.getByRole('button', { name: 'Agent: All' })).toBeVisible();
    await runCommand(page, 'File: Show Notebook as Text');
    await expect(page.getByRole('tabpanel').filter({ hasText: 'deskbook: 1' })).toContainText(
      'period: last 7 days',
    );
  });
});
