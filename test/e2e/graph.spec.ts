import { drop, expect, test, textFile } from './watched.ts';
import { allDone, cell, editor, pressing, start } from './workbench.ts';

const step = test.step;

const notebook = `---
deskbook: 1
title: Links
---

\`\`\`sql total
select sum(t.n) as n from twice t, base b
\`\`\`

\`\`\`sql twice
select n * 2 as n from base
\`\`\`

\`\`\`sql base
select 1 as n
\`\`\`

\`\`\`sql alone
select broken
\`\`\`
`;

test('the graph of a notebook, and what needs attention', async ({ page }) => {
  const press = pressing(page);
  const nodes = page.getByRole('group', { name: 'Graph of “Links”' }).getByRole('button');
  await start(page);
  await drop(page, textFile('links.md', notebook));
  await expect(cell(page, 'base')).toBeVisible();
  const labels = () => nodes.evaluateAll((list) => list.map((each) => each.ariaLabel ?? ''));

  await step('the graph draws the cells in the order of running, each leads to its cell', async () => {
    await press('Control+k', 'g');
    await expect
      .poll(labels)
      .toEqual([
        '1. base, SQL, not run; feeds total, twice',
        '2. twice, SQL, not run; reads base; feeds total',
        '3. total, SQL, not run; reads twice, base',
        '4. alone, SQL, not run',
      ]);
    await nodes.first().focus();
    await press('ArrowRight');
    await expect(nodes.nth(1)).toBeFocused();
    await press('ArrowRight');
    await expect(nodes.nth(2)).toBeFocused();
    await press('Enter');
    await expect(cell(page, 'total')).toBeFocused();
  });

  await step('what fails and what is out of date is marked in the graph while one writes', async () => {
    await press('Control+Alt+Enter');
    await expect(cell(page, 'total')).toHaveAccessibleName('SQL total, done');
    await expect(cell(page, 'alone')).toHaveAccessibleName('SQL alone, failed');
    await editor(page, 'base').click();
    await press('Control+a');
    await page.keyboard.type('select 5 as n');
    await press('Escape', 'Alt+PageDown');
    await expect
      .poll(labels)
      .toEqual([
        '1. base, SQL, out of date; feeds total, twice',
        '2. twice, SQL, out of date; reads base; feeds total',
        '3. total, SQL, out of date; reads twice, base',
        '4. alone, SQL, failed',
      ]);
    await page.getByRole('button', { name: 'Run 3 stale cells' }).click();
    await expect.poll(labels).toContain('3. total, SQL, done; reads twice, base');
  });

  await step('the Explorer bears a badge for what fails, which goes when it is mended', async () => {
    const place = page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: /^Explorer/ });
    await expect(place).toHaveAccessibleName('Explorer, 1 problem in the open notebooks');
    await nodes.nth(3).click();
    await press('Enter', 'Control+a');
    await page.keyboard.type('select 1 as n');
    await press('Control+Enter');
    await expect(place).toHaveAccessibleName('Explorer');
    await allDone(page);
  });

  await step('the status bar says the memory in use, of what there may be', async () => {
    await expect(page.getByRole('contentinfo')).toContainText(/\d+ MB of [\d,]+ MB/);
  });
});
