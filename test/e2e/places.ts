import { say, type Locale, type MessageCode } from '#messages';
import { readFile } from 'node:fs/promises';
import { callSheet } from './call-sheet.ts';
import { drop, dropUntrusted, expect, textFile } from './watched.ts';
import { cell, importFiles, openKpi, pressing, runCommand, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

/** Looks at what is on the page, which is called so. */
export type Look = (place: string) => Promise<void>;

const notebook = textFile(
  'places.md',
  `---
deskbook: 1
title: Places
---

# Places

Of {{csat.n}} answers, {{csat.value}} are good.

\`\`\`sql csat kpi=csat shape=headline version=1
select avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
\`\`\`

\`\`\`input topic
type: select
label: Topic
options: select * from (values ('Cobrança'), ('Entrega')) t(topic)
\`\`\`

\`\`\`sql waiting choose=ticket_id:case_id
select * from (values ('C1', 'chat', 12, date '2026-01-05'), ('C2', 'email', 7, date '2026-01-12')) t(ticket_id, channel, waits, day)
where $topic is null or true
\`\`\`

\`\`\`input case_id
type: text
label: Case
\`\`\`

\`\`\`sql the_case empty="No case has this number."
select * from waiting where ticket_id = $case_id
\`\`\`

\`\`\`vega-lite bars of=waiting
{"mark": "bar", "encoding": {"x": {"field": "channel", "type": "nominal"}, "y": {"field": "waits", "type": "quantitative"}}}
\`\`\`

\`\`\`sql broken
select wait from waiting
\`\`\`
`,
);

const stranger = textFile(
  'theirs.md',
  '# From elsewhere\n\n```sql kept\nselect count(*) as n from tickets\n```\n\n```sql\ndrop table ratings\n```\n',
);

/** Words that no export of ours has: the page asks which columns they are. */
const unknown = textFile('unknown.csv', 'a,b,c\n1,2026-01-05 10:00:00,x\n2,2026-01-06 11:00:00,y\n');

const csatName: Readonly<Record<Locale, string>> = { en: 'CSAT', 'pt-BR': 'Satisfação (CSAT)' };

/** What was saved on the way. */
export interface Prepared {
  readonly bundle: Uint8Array;
}

/** Loads a call sheet, opens a notebook with one of everything, and deletes another; all in English. */
export async function prepare(page: Page): Promise<Prepared> {
  const press = pressing(page);
  await start(page);
  await importFiles(page, callSheet());
  await runCommand(page, 'File: New Notebook');
  await expect(page.getByRole('tab', { name: /^Untitled/ })).toBeVisible();
  await press('Control+s');
  await runCommand(page, 'File: Delete File');
  await expect(page.getByRole('tab', { name: /^Untitled/ })).toHaveCount(0);
  await drop(page, notebook);
  await expect(cell(page, 'waiting')).toBeVisible();
  await runCommand(page, 'File: Share with Data');
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save the Bundle' }).click();
  const bundle = await readFile(await (await download).path());
  await cell(page, 'waiting').focus();
  await press('b', 'Escape', 'Control+s');
  return { bundle };
}

/** Goes to every place in a language, and looks at each. */
export async function everyPlace(
  page: Page,
  locale: Locale,
  { bundle }: Prepared,
  look: Look,
): Promise<void> {
  if (locale !== 'en') await speak(page, locale);
  await editors(page, locale, look);
  await analysis(page, locale, look);
  await sides(page, locale, look);
  await overlays(page, locale, look);
  await questions(page, locale, look);
  await arrivals(page, locale, bundle, look);
}

async function editors(page: Page, locale: Locale, look: Look): Promise<void> {
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await tab(say(locale, 'workbench.welcome')).click();
  await look('welcome');
  await tab(say(locale, 'workbench.importOf', { file: 'calls.csv' })).click();
  await look('the report of an import');
  await page.keyboard.press('Control+,');
  await expect(heading(page, locale, 'workbench.settings')).toBeVisible();
  await look('settings');
  await command(page, locale, 'workspace.command.keys');
  await expect(tab(say(locale, 'workspace.command.keys'))).toBeVisible();
  await look('keyboard shortcuts');
  await command(page, locale, 'walkthrough.command');
  await expect(heading(page, locale, 'walkthrough.title')).toBeVisible();
  await look('the walkthrough');
  await command(page, locale, 'workspace.command.calendars');
  await expect(tab(say(locale, 'calendars.title'))).toBeVisible();
  await look('business hours');
}

/** The notebook with one of everything: its cells, builder, case, graph, and what the panel says of it. */
async function analysis(page: Page, locale: Locale, look: Look): Promise<void> {
  const press = pressing(page);
  const of = (name: string) => cell(page, name, locale);
  const panel = page.getByRole('region', { name: say(locale, 'workbench.panel') });
  await page.getByRole('tab', { name: 'places.md', exact: true }).click();
  await of('waiting').focus();
  await press('Control+Alt+Enter');
  await expect(of('bars').getByRole('img').first()).toBeVisible();
  await expect(of('broken')).toContainText('wait');
  await of('waiting').getByRole('grid').focus();
  await press('Control+Home', 'ArrowDown', 'Enter');
  await expect(of('the_case').getByRole('grid')).toContainText('email');
  await look('a notebook');
  await of('bars').focus();
  await expect(page.getByRole('group', { name: say(locale, 'notebook-editor.chart.builder') })).toBeVisible();
  await look('the chart builder');
  await press('Control+f');
  await look('finding in a notebook');
  await press('Escape');
  await of('waiting').focus();
  await press('Control+Enter');
  await command(page, locale, 'workspace.command.results');
  await panel.getByRole('listbox').focus();
  await press('Home', 'Shift+ArrowDown');
  await expect(page.getByRole('region', { name: say(locale, 'grid.results.compared') })).toBeVisible();
  await look('two results compared');
  await press('Control+Shift+M');
  await look('problems');
  await press('Control+Shift+U');
  await look('output');
  await press('Control+j', 'Control+k', 'g');
  await expect(page.getByRole('button', { name: /^1\. / })).toBeVisible();
  await look('the graph');
}

async function sides(page: Page, locale: Locale, look: Look): Promise<void> {
  const side = page.getByRole('complementary');
  const press = pressing(page);
  await press('Control+Shift+D');
  await side.getByRole('button', { name: say(locale, 'data.view.columns', { table: 'calls' }) }).click();
  await side.getByRole('button', { name: 'calls', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'calls' })).toBeVisible();
  await look('data and a table');
  await side.getByRole('button', { name: say(locale, 'data.view.columns', { table: 'calls' }) }).click();
  await side.getByTitle(/calls\.csv$/).click();
  await expect(heading(page, locale, 'source.mapping')).toBeVisible();
  await look('a source');
  await press('Control+Shift+K');
  await side.getByRole('treeitem', { name: 'CSAT' }).first().click();
  await expect(heading(page, locale, 'gallery.needs')).toBeVisible();
  await look('gallery and a KPI');
  await press('Control+Shift+H');
  await expect(side.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('select');
  await expect(side.getByRole('treeitem').first()).toBeVisible();
  await look('search over files');
  await page.getByRole('tab', { name: 'places.md', exact: true }).click();
  await press('Control+k', 'h');
  await side.getByRole('treeitem').last().click();
  await expect(page.getByRole('button', { name: say(locale, 'history.restore') })).toBeVisible();
  await look('history and a version');
  await press('Control+Shift+E');
  await side.getByRole('button', { name: say(locale, 'workbench.wastebasket'), exact: true }).click();
  await expect(side.getByRole('tree', { name: say(locale, 'workbench.wastebasket') })).toBeVisible();
  await look('the wastebasket');
  await side.getByRole('button', { name: say(locale, 'workbench.wastebasket.empty') }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('a question');
  await press('Escape');
  await side.getByRole('treeitem').first().click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await look('explorer and a menu');
  await press('Escape');
}

/** What opens over the page and goes again. */
async function overlays(page: Page, locale: Locale, look: Look): Promise<void> {
  const press = pressing(page);
  await press('Control+Shift+P');
  await expect(page.getByRole('listbox')).toBeVisible();
  await look('palette');
  await press('Escape');
  await page.getByRole('tab', { name: 'places.md', exact: true }).click();
  await page.getByRole('button', { name: say(locale, 'reporting.menu') }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look('the menu of reports');
  await press('Escape');
  await page.getByRole('button', { name: say(locale, 'reconcile.menu', { kpi: csatName[locale] }) }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look('the menu of a value');
  await press('Escape');
  await command(page, locale, 'bundle.command');
  await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeVisible();
  await look('sharing with data');
  await press('Escape');
}

/** What is asked of a KPI and of the data in a window over the page. */
async function questions(page: Page, locale: Locale, look: Look): Promise<void> {
  const dialog = page.getByRole('dialog');
  const asked = [
    'explaining.ask',
    'cause.ask',
    'workspace.command.reconcile',
    'workspace.command.setTarget',
    'events.mark',
  ] as const;
  await openKpi(page, csatName[locale]);
  for (const code of asked) {
    await command(page, locale, code);
    await expect(dialog.getByRole('heading')).not.toHaveCount(0);
    await look(say(locale, code));
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}

/** What arrives from elsewhere: a table of unknown columns, a stranger’s notebook, a bundle. */
async function arrivals(page: Page, locale: Locale, bundle: Uint8Array, look: Look): Promise<void> {
  await drop(page, unknown);
  await expect(page.getByRole('heading', { level: 1, name: /unknown\.csv/ })).toBeVisible();
  await look('an import that is to be mapped');
  await page.keyboard.press('Alt+w');
  await dropUntrusted(page, stranger);
  await expect(page.getByRole('group', { name: say(locale, 'sharing.question') })).toBeVisible();
  await look('the notebook of a stranger');
  await page.keyboard.press('Alt+w');
  await drop(page, { name: 'places.zip', bytes: bundle });
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('opening a bundle');
  await page.keyboard.press('Escape');
}

function heading(page: Page, locale: Locale, code: MessageCode) {
  return page.getByRole('heading', { name: say(locale, code), exact: true });
}

/** Calls a command by its name in the palette. */
async function command(page: Page, locale: Locale, code: MessageCode): Promise<void> {
  const title = say(locale, code);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type(title);
  await page.getByRole('listbox').getByRole('option', { name: title }).first().click();
}

async function speak(page: Page, locale: Locale): Promise<void> {
  await status(page)
    .getByRole('button', { name: say('en', 'workspace.language'), exact: true })
    .click();
  await page.getByRole('option', { name: say(locale, 'workspace.language') }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
}
