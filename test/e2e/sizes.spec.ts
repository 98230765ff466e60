import { drop, expect, test, textFile } from './watched.ts';
import { cell, pressing, start } from './workbench.ts';

const step = test.step;

const page390 = textFile(
  'page.md',
  [
    '---\ndeskbook: 1\ntitle: A page\n---\n',
    '# What happened\n\nAnswers came later than before, and the later they came the lower they were.\n',
    '```sql numbers\nselect range as n from range(40)\n```\n',
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
});
