import { readFileSync } from 'node:fs';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, cells, pressing, start, status } from './workbench.ts';

const step = test.step;

const notebook = textFile(
  'charted.md',
  `---
deskbook: 1
title: Charted
---

\`\`\`sql rows
select range as n, range % 4 as kind, range * range as squared from range(12)
\`\`\`

\`\`\`sql many
select range as n, range % 7 as kind from range(6000)
\`\`\`

\`\`\`vega-lite wall of=many
{"mark": "point", "encoding": {"x": {"field": "n", "type": "quantitative"}, "y": {"field": "kind", "type": "quantitative"}}}
\`\`\`

\`\`\`input kind_shown
type: number
default: 1
\`\`\`

\`\`\`sql chosen
select count(*) as chosen_rows, min(n) as first_n from rows where kind = $kind_shown
\`\`\`

\`\`\`vega-lite choosing of=rows choose=kind:kind_shown
{"mark": {"type": "bar", "tooltip": null}, "encoding": {"x": {"field": "kind", "type": "ordinal"}, "y": {"aggregate": "count", "type": "quantitative"}}}
\`\`\`

\`\`\`vega-lite behind of=rows
{"mark": {"type": "bar", "tooltip": null}, "encoding": {"x": {"field": "kind", "type": "ordinal"}, "y": {"aggregate": "sum", "field": "squared", "type": "quantitative"}}}
\`\`\`
`,
);

test('a chart: built, read as a table, saved, in another theme; a wall asks first', async ({ page }) => {
  const press = pressing(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await start(page);
  await drop(page, notebook);
  await expect(cell(page, 'rows')).toBeFocused();
  await press('Control+Alt+Enter');

  await step('more than 5,000 points ask before they are drawn', async () => {
    await expect(cell(page, 'wall')).toContainText(/6,000/);
    await expect(cell(page, 'wall').getByRole('img')).toHaveCount(0);
    await cell(page, 'wall').getByRole('button', { name: 'Show the rows' }).click();
    await expect(cell(page, 'wall').getByRole('grid')).toBeVisible();
  });

  await cell(page, 'rows').getByText('SQL', { exact: true }).click();
  await press('g');
  const chart = cells(page).nth(1);
  const picture = chart.getByRole('img', { name: /^Chart/ });
  await expect(picture).toBeVisible();

  await step('the builder writes the JSON', async () => {
    const builder = chart.getByRole('group', { name: 'Chart builder' });
    await builder.getByRole('combobox', { name: 'as', exact: true }).selectOption({ label: 'points' });
    await builder.getByRole('combobox', { name: 'y', exact: true }).selectOption('squared');
    await builder.getByRole('combobox', { name: 'colour', exact: true }).selectOption('kind');
    const unfold = chart.getByRole('button', { name: 'Unfold', exact: true });
    if (await unfold.isVisible()) await unfold.click();
    await expect(chart.getByRole('textbox')).toContainText('"point"');
    await expect(chart.getByRole('textbox')).toContainText('"squared"');
    await expect(chart.getByRole('textbox')).toContainText('"kind"');
    const facet = builder.getByRole('combobox', { name: 'small charts by', exact: true });
    await facet.selectOption('kind');
    await expect(chart.getByRole('textbox')).toContainText('"facet"');
    await facet.selectOption('');
    await expect(chart.getByRole('textbox')).not.toContainText('"facet"');
  });

  await step('the builder reads the JSON, and leaves alone what it cannot say', async () => {
    const text = chart.getByRole('textbox');
    const builder = chart.getByRole('group', { name: 'Chart builder' });
    await text.click();
    await press('Control+a');
    await page.evaluate(() =>
      document.execCommand(
        'insertText',
        false,
        '{"mark": "bar", "encoding": {"x": {"field": "kind"}, "y": {"field": "n", "type": "quantitative"}}}',
      ),
    );
    await expect(builder.getByRole('combobox', { name: 'as', exact: true })).toHaveValue('bar');
    await expect(builder.getByRole('combobox', { name: 'x', exact: true })).toHaveValue('kind');
    await press('Control+a');
    await page.evaluate(() =>
      document.execCommand(
        'insertText',
        false,
        '{"hconcat": [{"mark": "bar", "encoding": {"x": {"field": "kind"}}}, {"mark": "point", "encoding": {"x": {"field": "n"}}}]}',
      ),
    );
    await expect(builder).toContainText('This spec says more than these fields can');
    await press('Control+z', 'Control+z', 'Control+Enter');
    await expect(picture).toBeVisible();
  });

  await step('behind the chart is its table, and it is described', async () => {
    await expect(picture).toHaveAccessibleName(/12 rows/);
    await chart.getByRole('button', { name: 'Show the rows' }).click();
    await expect(chart.getByRole('grid', { name: /^Result: 12 rows/ })).toBeVisible();
    await chart.getByRole('button', { name: 'Show the chart' }).click();
    await expect(picture).toBeVisible();
  });

  await step('the chart is saved as a picture, as a drawing and as its spec', async () => {
    const saved = async (name: string) => {
      const download = page.waitForEvent('download');
      await chart.getByRole('button', { name, exact: true }).click();
      return readFileSync(await (await download).path());
    };
    expect((await saved('Save as PNG')).subarray(1, 4).toString()).toBe('PNG');
    expect((await saved('Save as SVG')).toString()).toMatch(/^<svg/);
    expect((await saved('Save the spec')).toString()).toContain('"squared"');
  });

  await step('the chart is copied as an image', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await chart.getByRole('button', { name: 'Copy as image' }).click();
    await expect(chart).toContainText('The picture is on the clipboard');
    const copied = await page.evaluate(async () =>
      (await navigator.clipboard.read()).map(({ types }) => types),
    );
    expect(copied).toEqual([['image/png']]);
  });

  await step('a mark chosen in a chart is an input that other cells read', async () => {
    const bars = cell(page, 'choosing').locator('svg .role-mark.marks path');
    await expect(bars).toHaveCount(4);
    await bars.nth(3).click();
    await expect(cell(page, 'chosen').getByRole('grid')).toContainText(/3\s*3/);
  });

  await step('a click on a mark leads to the rows behind it', async () => {
    await cell(page, 'behind').locator('svg .role-mark.marks path').nth(2).click();
    await page.getByRole('menuitem', { name: 'Show the rows behind it in a cell' }).click();
    const grid = cells(page)
      .last()
      .getByRole('grid', { name: /^Result: 3 rows/ });
    await expect(grid).toContainText('100');
  });

  await step('no editor, grid or menu traps the keyboard', async () => {
    const last = cells(page).last();
    await last.getByRole('grid').click();
    await press('Escape');
    await expect(last).toBeFocused();
    await press('Enter');
    await expect(last.getByRole('textbox')).toBeFocused();
    await press('Escape');
    await expect(last).toBeFocused();
    await cell(page, 'behind').locator('svg .role-mark.marks path').first().click();
    await press('Escape');
    await expect(page.getByRole('menuitem', { name: 'Show the rows behind it in a cell' })).toHaveCount(0);
  });

  await step('the chart follows the theme', async () => {
    const ink = () =>
      picture
        .locator('svg text')
        .first()
        .evaluate((text) => getComputedStyle(text).fill);
    const light = await ink();
    await status(page).getByRole('button', { name: 'Colour Theme…' }).click();
    await page.keyboard.type('high contrast');
    await press('Enter');
    await expect.poll(ink).not.toBe(light);
  });
});
