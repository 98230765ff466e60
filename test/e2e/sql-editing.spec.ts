import { drop, expect, test, textFile } from './watched.ts';
import { cell, editor, pressing, rewrite, start } from './workbench.ts';

const step = test.step;

const notebook = textFile(
  'writing.md',
  `---
deskbook: 1
title: Writing SQL
---

There are {{counted.how_many}}.

\`\`\`input least
type: number
default: 3
\`\`\`

\`\`\`sql counted
select 1 as how_many
\`\`\`

\`\`\`sql reads
select counted.how_many from counted
\`\`\`

\`\`\`sql written
select 1
\`\`\`
`,
);

test('SQL is checked, mended, renamed and formatted while one writes', async ({ page }) => {
  const press = pressing(page);
  const text = editor(page, 'written');
  const wrong = text.locator('.cm-lintRange-error');
  await start(page);
  await drop(page, notebook);

  await step('a wrong name is underlined without a run, and Ctrl+. puts the right one there', async () => {
    await rewrite(page, 'written', 'select chanel from tickets ');
    await expect(wrong).toHaveText('chanel');
    await wrong.hover();
    await expect(page.locator('.cm-tooltip-lint')).toContainText('There is no column “chanel” here.');
    await press('Home', 'Control+ArrowRight', 'ArrowRight', 'Control+.');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await press('Enter');
    await expect(text.locator('.cm-line')).toHaveText(['select channel from tickets ']);
    await expect(wrong).toHaveCount(0);
    await expect(cell(page, 'written')).toHaveAccessibleName('SQL written, not run');
  });

  await step('a missing group by is written by its fix', async () => {
    await rewrite(page, 'written', 'select channel, count(*) from tickets ');
    await expect(wrong).toHaveText('channel');
    await press('Home', 'Control+ArrowRight', 'ArrowRight', 'Control+.', 'Enter');
    await expect(text).toHaveText('select channel, count(*) from tickets group by all ');
    await expect(wrong).toHaveCount(0);
  });

  await step('a time zone gives way to the local column by a click', async () => {
    await rewrite(page, 'written', "select created_at_utc at time zone 'UTC' from tickets");
    await expect(wrong).toHaveText('at time zone');
    await page.mouse.move(0, 0);
    await wrong.hover();
    await page.getByRole('button', { name: 'Use “created_at”, which is local time' }).click();
    await expect(text).toHaveText('select created_at from tickets');
  });

  await step('Shift+Alt+F lays the SQL out, and undo takes it back', async () => {
    const written =
      'select channel,count(*) as how_many from tickets where channel is not null group by channel ';
    await rewrite(page, 'written', written);
    await press('Shift+Alt+F');
    const laidOut = [
      'select channel, count(*) as how_many',
      'from tickets',
      'where channel is not null',
      'group by channel',
    ];
    await expect(text.locator('.cm-line')).toHaveText(laidOut);
    await press('Control+z');
    await expect(text.locator('.cm-line')).toHaveText([written]);
  });

  await step('Ctrl+D chooses the next of its kind, Ctrl+Shift+L all, Alt+click sets a cursor', async () => {
    await rewrite(page, 'written', 'select one, one, one');
    await press('Control+Home', 'Control+ArrowRight', 'ArrowRight', 'Control+d', 'Control+d');
    await page.keyboard.type('1');
    await expect(text).toHaveText('select 1, 1, one');
    await rewrite(page, 'written', 'select one, one, one');
    await press('Control+Shift+L');
    await page.keyboard.type('2');
    await expect(text).toHaveText('select 2, 2, 2');
    await press('Control+Home');
    await text.click({ modifiers: ['Alt'], position: { x: 200, y: 12 } });
    await page.keyboard.type('x');
    await expect(text).toHaveText('xselect 2, 2, 2x');
  });

  await step('F12 and Ctrl+click go to the cell of a name', async () => {
    await editor(page, 'reads').click();
    await press('Control+End', 'F12');
    await expect(cell(page, 'counted')).toBeFocused();
    await editor(page, 'reads')
      .getByText('counted')
      .first()
      .click({ modifiers: ['Control'], position: { x: 90, y: 12 } });
    await expect(cell(page, 'counted')).toBeFocused();
  });

  await step('Shift+F12 lists the uses of a name, and leads to the chosen one', async () => {
    await editor(page, 'reads').click();
    await press('Control+End', 'Shift+F12');
    const uses = page.getByRole('listbox').getByRole('option');
    await expect(uses).toHaveCount(2);
    await expect(uses.first()).toContainText('There are {{counted.how_many}}.');
    await press('ArrowDown', 'Enter');
    await expect(cell(page, 'reads')).toBeFocused();
  });

  await step('F2 renames a name where it stands, and wherever it is used', async () => {
    await editor(page, 'reads').click();
    await press('Control+End', 'F2');
    await expect(page.getByRole('textbox', { name: 'New name' })).toHaveValue('counted');
    await page.keyboard.type('total');
    await press('Enter');
    const lines = editor(page, 'reads').locator('.cm-line');
    await expect(lines).toHaveText(['select total.how_many from total']);
    await expect(cell(page, 'total')).toHaveCount(1);
    await expect(editor(page, 'reads')).toBeFocused();
    await press('Control+z');
    await expect(lines).toHaveText(['select counted.how_many from counted']);
    await expect(cell(page, 'counted')).toHaveCount(1);
    await expect(cell(page, 'total')).toHaveCount(0);
    await press('Control+y');
    await expect(cell(page, 'total')).toHaveCount(1);
  });
});
