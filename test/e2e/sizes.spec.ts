import { drop, expect, test, textFile } from './watched.ts';
import { cell, pressing, start } from './workbench.ts';

const step = test.step;

const page390 = textFile(
  'page.md',
  [
    '---\ndeskbook: 1\ntitle: A page\n---\n',
    '# What happened\n\nAnswers came later than before, and the later they came the lower they were.\n',
    '```sql numbers\nselect range as n from range(40)\n```\n',
    '```sql a_rather_long_name\nselect n, n * 2 as doubled, n * 3 as tripled, n * 4 as four_times from numbers\n```\n',
    '```sql another_long_name\nselect avg(doubled) as doubled, avg(tripled) as tripled from a_rather_long_name, numbers\n```\n',
    '```sql broken\nselect missing from numbers\n```\n',
  ].join('\n'),
);

test('on a telephone', async ({ page }) => {
  const press = pressing(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await start(page);
  await drop(page, page390);
  const prose = page.getByRole('heading', { name: 'What happened' });
  await expect(prose).toBeVisible();

  await step('at phone width a notebook is a page to read', async () => {
    const widths = await page.getByRole('tabpanel').evaluateAll((panels) =>
      panels
        .filter((panel) => panel.checkVisibility())
        .map((panel) => ({
          page: panel.getBoundingClientRect().width,
          text: panel.querySelector('p')?.getBoundingClientRect().width ?? 0,
        })),
    );
    expect(widths.map(({ page: width }) => width)).toEqual([390]);
    expect(widths.map(({ text }) => text > 320)).toEqual([true]);
    await expect(page.getByRole('complementary')).toHaveCount(0);
  });

  await step(
    'the places stand under the page; a view lies over it, and goes when a file is opened',
    async () => {
      const places = page.getByRole('navigation').first();
      const box = await places.boundingBox();
      expect([box?.x, box?.width]).toEqual([0, 390]);
      await places.getByRole('button', { name: /^Explorer/ }).click();
      const file = page.getByRole('complementary').getByRole('treeitem', { name: /getting-started/ });
      await file.click();
      await expect(page.getByRole('complementary')).toHaveCount(0);
      await expect(page.getByRole('tab', { name: /getting-started/ })).toBeVisible();
    },
  );

  await step(
    'the tab in front is seen whole beside the buttons, and the status bar keeps its end',
    async () => {
      const places = () =>
        page.evaluate(() => {
          const box = (selector: string) =>
            [...document.querySelectorAll(selector)]
              .find((element) => element.checkVisibility())
              ?.getBoundingClientRect();
          return {
            first: (box('[role=tab][aria-selected=true]')?.left ?? -1) >= 0,
            tab:
              (box('[role=tab][aria-selected=true]')?.right ?? 1e3) <=
              (box('[role=toolbar][aria-label="Notebook actions"]')?.left ?? 0) + 1,
            bell: (box('footer .deskbook-bell')?.right ?? 1e3) <= 390,
          };
        });
      await expect.poll(places).toEqual({ first: true, tab: true, bell: true });
    },
  );

  await step('a cell is run and its rows are read', async () => {
    await page.getByRole('tab', { name: /page\.md/ }).click();
    await cell(page, 'numbers').focus();
    await press('Control+Enter');
    const grid = cell(page, 'numbers').getByRole('grid');
    await expect(grid).toBeVisible();
    const box = await grid.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  await step('long code goes on below; what cells read, and the buttons above them, are whole', async () => {
    await press('Control+Alt+Enter');
    await expect(cell(page, 'another_long_name')).toHaveAccessibleName(/done$/);
    await expect(cell(page, 'broken')).toHaveAccessibleName(/failed$/);
    await cell(page, 'numbers').focus();
    await press('Control+Enter');
    await expect(page.getByRole('button', { name: 'Run 2 stale cells' })).toBeVisible();
    await expect.poll(() => page.getByRole('tabpanel').evaluateAll(cutTexts)).toEqual([]);
  });

  await step('the graph keeps the words of its buttons together', async () => {
    await press('Control+k', 'g');
    const run = page.getByRole('button', { name: 'Run 2 stale cells' });
    await expect.poll(async () => (await run.boundingBox())?.height).toBeLessThan(30);
  });
});

/** Texts of which a part is out of sight, but for those of grids, which are scrolled. */
function cutTexts(panels: readonly Element[]): string[] {
  return panels
    .filter((panel) => panel.checkVisibility())
    .flatMap((panel) => [...panel.querySelectorAll('*')])
    .filter((element) => element.checkVisibility() && element.closest('[role=grid]') === null)
    .filter((element) => getComputedStyle(element).overflowX !== 'visible' && element.clientWidth > 1)
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => (element.textContent ?? '').trim().slice(0, 60));
}
