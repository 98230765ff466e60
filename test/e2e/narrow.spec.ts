import { say } from '#messages';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, openKpi, pressing, start } from './workbench.ts';
import type { Locator } from '@playwright/test';

const step = test.step;
const phone = { width: 390, height: 844 };

const notebook = textFile(
  'narrow.md',
  [
    '---\ndeskbook: 1\ntitle: Narrow\n---\n',
    '```sql reply kpi=first_response_time shape=headline version=1 fold=code\nselect 60 as value, 40 as n\n```\n',
    `\`\`\`sql parts
select * from (values (1, 2, 'within the usual limits'), (2, 3, 'outside of the usual limits'), (3, 4, 'not known')) t(x, y, part)
\`\`\`
`,
    `\`\`\`vega-lite picture of=parts
{"mark": "point", "encoding": {
  "x": {"field": "x", "type": "quantitative", "title": "Change from before to after, in points"},
  "y": {"field": "part", "type": "nominal"},
  "color": {"field": "part", "type": "nominal"}
}}
\`\`\`
`,
  ].join('\n'),
);

test('nothing is cut off on a telephone', async ({ page }) => {
  const press = pressing(page);
  await page.setViewportSize(phone);
  await start(page);
  await drop(page, notebook);

  await step('a folded cell of a KPI says its state within the page', async () => {
    await cell(page, 'reply').focus();
    await press('Control+Enter');
    const rows = cell(page, 'reply').getByText('1 row', { exact: true });
    await expect(rows).toBeVisible();
    expect(await areWithin([rows])).toEqual([true]);
  });

  await step(
    'the names of a chart’s colours and of its axis stay in it where they are longer than it is wide',
    async () => {
      await cell(page, 'picture').focus();
      await press('Control+Enter');
      const names = cell(page, 'picture').locator('.role-legend-label text');
      await expect(names).toHaveCount(3);
      const title = cell(page, 'picture').getByText('Change from before to after, in points', {
        exact: true,
      });
      expect(await areWithin([...(await names.all()), title])).toEqual([true, true, true, true]);
    },
  );

  await step('a menu that is open stays in a window that becomes narrower', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const about = say('en', 'reconcile.menu', { kpi: 'First response time' });
    await cell(page, 'reply').getByRole('button', { name: about }).click();
    const entries = page.getByRole('menuitem');
    await expect(entries.first()).toBeFocused();
    await page.setViewportSize(phone);
    await expect.poll(async () => new Set(await areWithin(await entries.all()))).toEqual(new Set([true]));
    await press('Escape');
  });

  await step('the menu of a file stays in the window wherever it was asked for', async () => {
    await press('Control+Shift+E');
    const file = page.getByRole('complementary').getByRole('treeitem', { name: /narrow/ });
    await file.click({ button: 'right', position: { x: 200, y: 8 } });
    const entries = page.getByRole('menuitem');
    await expect(entries.first()).toBeVisible();
    await expect.poll(async () => new Set(await areWithin(await entries.all()))).toEqual(new Set([true]));
    await press('Escape');
  });

  await step('the SQL of a KPI is read whole', async () => {
    await openKpi(page, 'First response time');
    const sql = page.locator('article pre');
    await expect(sql).toContainText('select');
    expect(await sql.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
});

/** Of each, whether it is within the telephone from its left to its right. */
function areWithin(shown: readonly Locator[]): Promise<boolean[]> {
  return Promise.all(
    shown.map(async (each) => {
      const box = await each.boundingBox();
      return box !== null && box.x >= 0 && box.x + box.width <= phone.width;
    }),
  );
}
