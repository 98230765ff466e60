import type { Locator } from '@playwright/test';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, cells, editor, pressing, rewrite, start } from './workbench.ts';

const step = test.step;

const notebook = textFile(
  'words.md',
  `---
deskbook: 1
title: Words
---

\`\`\`sql kinds
select * from (values ('chat', 'Ana'), ('e-mail', 'Bia'), ('chat', 'Caio')) t(kind, who)
\`\`\`

\`\`\`sql people
select * from (values ('Ana', 3), ('Bia', 5)) t(who, years)
\`\`\`

\`\`\`vega-lite drawn of=people
{}
\`\`\`

\`\`\`sql csat kpi=csat
select 1 as value
\`\`\`

\`\`\`sql written
select 1
\`\`\`
`,
);

test('what an editor of SQL offers, explains and previews, with the network off', async ({
  page,
  context,
}) => {
  const press = pressing(page);
  const text = editor(page, 'written');
  const offered = page.locator('.cm-tooltip-autocomplete').getByRole('option');
  const hover = page.locator('.deskbook-hover');
  const signature = page.locator('.deskbook-signature');
  const write = (sql: string) => rewrite(page, 'written', sql);

  await start(page);
  await drop(page, notebook);
  await expect(cells(page)).toHaveCount(5);
  await page.getByRole('button', { name: 'Run all', exact: true }).click();
  await expect(cell(page, 'written')).toHaveAccessibleName('SQL written, done');

  /** A list that has just come takes no key for a moment, so that none is caught that was meant for the text. */
  const take = async () => {
    await page.waitForTimeout(150);
    await press('Enter');
  };

  await step('the JSON of a chart is completed from the schema and the columns of its rows', async () => {
    await cell(page, 'drawn').scrollIntoViewIfNeeded();
    await rewrite(page, 'drawn', '{"mark": "bar", "enc');
    for (const [typed, wanted] of [
      ['', 'encoding'],
      ['x', 'x'],
      ['fie', 'field'],
      ['y', 'years'],
    ] as const) {
      await page.keyboard.type(typed);
      await expect(offered.first()).toContainText(wanted);
      await take();
    }
    await expect(editor(page, 'drawn')).toHaveText('{"mark": "bar", "encoding": {"x": {"field": "years"}}}');
    await press('Shift+Enter');
    await expect(cell(page, 'drawn')).toHaveAccessibleName('Chart drawn, done');
  });

  await step('completion works with the network off', async () => {
    await cell(page, 'written').scrollIntoViewIfNeeded();
    await text.click();
    await context.setOffline(true);
    await write('select * from ticke');
    await expect(offered.filter({ hasText: 'tickets' })).toBeVisible();
    await press('Escape');
  });

  await step('the columns of a cell that has run are completed', async () => {
    await write('select who from kinds k where k.ki');
    await expect(offered).toHaveText([/^kindvarchar$/]);
    await take();
    await expect(text).toHaveText('select who from kinds k where k.kind');
  });

  await step(
    'within quotation marks the values of the column are completed, the frequent ones first',
    async () => {
      await write("select * from kinds where kind = '");
      await expect(offered).toHaveText(['chat', 'e-mail']);
      await page.keyboard.type('e');
      await expect(offered).toHaveText(['e-mail']);
      await take();
      await expect(text).toHaveText("select * from kinds where kind = 'e-mail'");
    },
  );

  await step('behind a join’s ON the columns that fit come first', async () => {
    await write('select * from tickets t join ratings r on ');
    await expect(offered.first()).toHaveText('t.source_id = r.source_id and t.ticket_id = r.ticket_id');
    await press('Escape');
    await write('select * from kinds join people using ');
    await page.keyboard.type('(');
    await expect(offered).toHaveText(['who']);
    await take();
    await expect(text).toHaveText('select * from kinds join people using (who)');
  });

  await step(
    'the signature of a call is shown with its argument marked, until Escape or its end',
    async () => {
      await write('select date_diff(');
      await expect(signature).toContainText("date_diff('day', from, to)");
      await expect(signature.locator('strong')).toHaveText("'day'");
      await page.keyboard.type("'day', ");
      await expect(signature.locator('strong')).toHaveText('from');
      await press('Escape');
      await expect(signature).toHaveCount(0);
      await expect(text).toBeFocused();
      await press('Control+Shift+Space');
      await expect(signature.locator('strong')).toHaveText('from');
      await press('End');
      await expect(signature).toHaveCount(0);
    },
  );

  await step('hovering over a KPI’s name and its cell’s says what it means', async () => {
    await write('select csat.value as nps from csat ');
    await press('Escape');
    await text.hover({ position: await placeOf(text, 'nps') });
    await expect(hover).toContainText('NPS');
    await expect(hover.getByRole('paragraph')).toContainText(/\w+ \w+/);
    await page.mouse.move(0, 0);
    await expect(hover).toHaveCount(0);
    await text.hover({ position: await placeOf(text, 'csat.') });
    await expect(hover).toContainText('CSAT');
    await page.mouse.move(0, 0);
  });

  await step('hovering over a function says what it takes and what it does', async () => {
    await write("select date_trunc('week', $as_of) as week ");
    await press('Escape');
    await text.hover({ position: await placeOf(text, 'date_trunc') });
    await expect(hover).toContainText("date_trunc('week', at)");
    await expect(hover.getByRole('paragraph')).toContainText('weeks begin on Monday');
    await page.mouse.move(0, 0);
  });

  await step(
    'the query at the cursor is previewed, and a chosen part of a WITH; the result stays',
    async () => {
      const before = await cell(page, 'written').getByRole('gridcell').allTextContents();
      await write(
        'with firsts as (select 41 as n), seconds as (select n + 1 as n from firsts) select n * 10 as n from seconds',
      );
      await press('Escape', 'Enter', 'Alt+F12');
      const preview = page.getByRole('region', { name: /^Preview/ });
      const value = preview.getByRole('gridcell');
      await expect(value).toHaveText('420');
      await press('Control+Home', ...Array.from({ length: 3 }, () => 'Control+ArrowRight'));
      await expect(preview).toHaveAccessibleName('Preview of “firsts”');
      await expect(value).toHaveText('41');
      await press('Control+End', 'Control+Shift+ArrowLeft');
      await expect(preview).toHaveAccessibleName('Preview of “seconds”');
      await expect(value).toHaveText('42');
      await press('End');
      await page.keyboard.type(' where m');
      await expect(preview).toContainText('There is no column “m” here.');
      expect(await cell(page, 'written').getByRole('gridcell').allTextContents()).toEqual(
        expect.arrayContaining(before),
      );
      await press('Escape', 'Escape');
      await expect(preview).toHaveCount(0);
      await expect(text).toBeFocused();
      await context.setOffline(false);
    },
  );

  await step('L shows the line numbers of a cell, Shift+L of all', async () => {
    const numbers = (name: string) => cell(page, name).locator('.cm-lineNumbers');
    await press('Escape', 'l');
    await expect(numbers('written')).toHaveText(/1/);
    await expect(numbers('kinds')).toHaveCount(0);
    await press('Shift+L', 'Home');
    await expect(numbers('kinds')).toHaveText(/1/);
    await press('Shift+L');
    await expect(page.locator('.cm-lineNumbers')).toHaveCount(0);
  });

  await step('Space scrolls a screen down, Shift+Space up', async () => {
    const first = cell(page, 'kinds');
    await expect(first).toBeInViewport();
    await press('Space');
    await expect(first).not.toBeInViewport();
    await expect(first).toBeFocused();
    await press('Shift+Space');
    await expect(first).toBeInViewport();
  });
});

/** The middle of a word of an editor's first line, within the editor. */
async function placeOf(editor: Locator, word: string): Promise<{ x: number; y: number }> {
  return editor.evaluate((element, wanted) => {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const around = element.getBoundingClientRect();
    let text = '';
    const nodes: { readonly node: Node; readonly from: number }[] = [];
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      nodes.push({ node, from: text.length });
      text += node.textContent ?? '';
    }
    const at = text.indexOf(wanted) + 1;
    const found = nodes.findLast(({ from }) => from <= at);
    if (found) {
      range.setStart(found.node, at - found.from);
      range.setEnd(found.node, at - found.from + 1);
    }
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2 - around.left, y: top + height / 2 - around.top };
  }, word);
}
