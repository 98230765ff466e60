import type { Locator, Page } from '@playwright/test';
import { callSheet } from './call-sheet.ts';
import { expect, test } from './watched.ts';
import { importFiles, runCommand, start } from './workbench.ts';

/** With a column's name misspelt. */
const givenUp = `---
id: given_up
name: {en: Given up, pt-BR: Desistências}
theme: volume
unit: count
shape: count
from: contacts
where: outcom = 'abandoned'
at: started_at
rows: [ticket_id, channel, wait_seconds]
---
Contacts that ended before anybody attended.

## pt-BR

Contatos que acabaram antes de alguém atender.
`;

test('a KPI of the reader’s: written, mended, seen, put into a notebook, and still there after a reload', async ({
  page,
}) => {
  await start(page);
  await importFiles(page, callSheet());
  await runCommand(page, 'KPI: New KPI…');
  await answer(page, 'Given up');
  await expect(editor(page)).toBeVisible();
  await expect(problems(page)).toHaveText('Nothing is wrong in this file.');

  await editor(page).press('Control+a');
  await page.keyboard.insertText(givenUp);
  await expect(problems(page)).toContainText('There is no column “outcom” here. Did you mean outcome');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('outcom');

  await editor(page).press('Control+f');
  await page.keyboard.type('outcom');
  await expect(page.getByRole('region', { name: /a KPI of yours$/ }).getByText('1 of 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('outcome');
  await page.keyboard.press('Escape');
  await expect(problems(page)).toHaveText('Nothing is wrong in this file.');
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);
  // Every sixth of the three hundred calls was given up.
  await expect(preview(page)).toContainText('50');
  await page.getByRole('tab', { name: 'Breakdown' }).click();
  await expect(page.getByRole('tabpanel').last()).toContainText('group by channel');
  await page.getByRole('tab', { name: 'Headline' }).click();

  await editor(page).press('Control+z');
  await expect(problems(page)).not.toHaveText('Nothing is wrong in this file.');
  await editor(page).press('Control+y');
  await expect(problems(page)).toHaveText('Nothing is wrong in this file.');
  await page.getByRole('button', { name: 'Insert into notebook' }).click();
  await page.getByRole('button', { name: 'Run all', exact: true }).click();
  await expect(page.getByText('as in your file')).toBeVisible();
  await expect(cellOutput(page)).toContainText('50');

  await page.keyboard.press('Control+s');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Given up', exact: true })).toBeVisible();
  await page.keyboard.press('Control+Shift+K');
  const inGallery = page.getByRole('region', { name: 'KPIs' }).getByRole('treeitem', { name: /^Given up/ });
  await expect(inGallery).toContainText('yours');
  await inGallery.dblclick();
  await expect(editor(page)).toContainText("outcome = 'abandoned'");
  await expect(preview(page)).toContainText('50');

  await page.getByRole('button', { name: 'Delete File' }).click();
  await expect(editor(page)).toHaveCount(0);
  await expect(page.getByText('The file of the KPI “given_up” is not here', { exact: false })).toBeVisible();
});

test('a copy of ours is the reader’s own; an id of ours is told to be taken, and ours stays', async ({
  page,
}) => {
  await start(page);
  await page.keyboard.press('Control+p');
  await page.keyboard.type('CSAT');
  await page.getByRole('option', { name: /^CSAT csat/ }).click();
  await page.getByRole('button', { name: 'Copy of This KPI as My Own…' }).click();
  await answer(page, '');
  await expect(problems(page)).toHaveText('Nothing is wrong in this file.');
  await expect(editor(page)).toContainText('id: csat_mine');
  await editor(page).press('Control+f');
  await page.keyboard.type('csat_mine');
  await page.keyboard.press('Escape');
  await page.keyboard.type('csat');
  await expect(problems(page)).toContainText('“csat” comes with Deskbook and stays as it is');
  await page.keyboard.press('Control+p');
  await page.keyboard.type('CSAT');
  await expect(page.getByRole('option', { name: /^CSAT csat/ })).toHaveCount(1);
});

/** Answers the question for a name; nothing typed takes what is offered. */
async function answer(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Name of the new KPI' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: /a KPI of yours$/ });
}

function problems(page: Page): Locator {
  return page.getByRole('list', { name: 'What is wrong' });
}

function preview(page: Page): Locator {
  return page.getByRole('article');
}

function cellOutput(page: Page): Locator {
  return page.getByRole('group', { name: /given_up/ });
}
