import { drop, expect, test, textFile } from './watched.ts';
import { cell, editor, pressing, start } from './workbench.ts';

const step = test.step;

const notebook = textFile(
  'editing.md',
  `---
deskbook: 1
title: Editing
---

\`\`\`input least
type: number
default: 3
\`\`\`

\`\`\`sql counted
select 1 as how_many
\`\`\`

\`\`\`sql written
select 1
\`\`\`

\`\`\`sql

\`\`\`
`,
);

test('SQL is completed, explained and moved about by keys', async ({ page }) => {
  const press = pressing(page);
  const offered = page.locator('.cm-tooltip-autocomplete').getByRole('option');
  const hover = page.locator('.deskbook-hover');
  await start(page);
  await drop(page, notebook);
  const text = editor(page, 'written');

  /** A list that has just come takes no key for a moment, so that none is caught that was meant for the text. */
  const taken = () => page.waitForTimeout(150);

  const write = async (sql: string) => {
    await text.click();
    await press('Control+a');
    await page.keyboard.type(sql);
  };

  await step('tables are completed, with their sentence', async () => {
    await write('select * from tickets');
    await expect(offered.first()).toContainText('tickets');
    await expect(page.locator('.cm-completionInfo')).toContainText(/\w+ \w+/);
    await taken();
    await press('Enter');
    await expect(text).toHaveText('select * from tickets');
  });

  await step('columns are completed, with their sentence', async () => {
    await write('select t.solv from tickets t');
    await press('Home');
    for (let count = 0; count < 'select t.solv'.length; count++) await press('ArrowRight');
    await page.keyboard.type('e');
    await expect(offered.first()).toContainText('solved_at');
    await expect(page.locator('.cm-completionInfo')).toContainText(/\w+ \w+/);
    await press('Escape');
  });

  await step('the names of cells are completed', async () => {
    await write('select * from coun');
    await expect(offered.filter({ hasText: 'counted' })).toBeVisible();
  });

  await step('functions are completed, with their signatures', async () => {
    await write('select date_tru');
    await expect(offered.first()).toContainText(/date_trunc.*\(/);
  });

  await step('a dollar sign completes the inputs', async () => {
    await write('select $le');
    await expect(offered.first()).toContainText('$least');
    await taken();
    await press('Enter');
    await expect(text).toHaveText('select $least');
  });

  await step('hovering over a table says what it holds', async () => {
    await write('select ticket_id from tickets ');
    await press('Escape');
    const { x, y } = await text.evaluate(placeOfLastWord);
    await page.mouse.move(x, y);
    await expect(hover).toContainText('tickets');
    await expect(hover.getByRole('paragraph')).not.toHaveText('');
    await page.mouse.move(0, 0);
  });

  await step('Alt with an arrow moves a line, with Shift copies it; Ctrl+Shift+K deletes it', async () => {
    await write('select\n1 as a,\n2 as b');
    await press('Escape', 'Enter', 'Alt+ArrowUp');
    await expect(text).toHaveText('select2 as b1 as a,');
    await press('Shift+Alt+ArrowDown');
    await expect(text).toHaveText('select2 as b2 as b1 as a,');
    await press('Control+Shift+K');
    await expect(text).toHaveText('select2 as b1 as a,');
  });

  await step('in an empty cell a KPI is completed into its SQL', async () => {
    await editor(page, 'SQL').click();
    await page.keyboard.type('csat');
    await expect(offered.filter({ hasText: 'CSAT' }).first()).toBeVisible();
    await taken();
    await press('Enter');
    await expect(cell(page, 'csat')).toContainText('as in the catalogue');
    await expect(editor(page, 'csat')).toContainText('from ratings');
    await press('Control+z');
    await expect(cell(page, 'csat')).toHaveCount(0);
  });
});

/** The middle of the last word of an editor's first line. */
function placeOfLastWord(editor: HTMLElement): { x: number; y: number } {
  const range = document.createRange();
  const line = editor.querySelector('.cm-line');
  const words = document.createTreeWalker(line ?? editor, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const at = /\w+\W*$/.exec(node.textContent ?? '')?.index;
    if (at !== undefined) range.setStart(node, at);
    range.setEnd(node, node.textContent?.trimEnd().length ?? 0);
  }
  const { left, top, width, height } = range.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
