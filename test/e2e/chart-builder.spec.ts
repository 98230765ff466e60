import { palettes } from '../../src/lib/output/chart/palette.ts';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, pressing, start } from './workbench.ts';

const step = test.step;

const notebook = textFile(
  'built.md',
  `---
deskbook: 1
title: Built
---

\`\`\`sql rows fold
select date '2026-03-02' + range::int as day, date '2026-03-04' + range::int as done, 'team ' || chr(65 + (range % 3)::int) as team,
  20 + range % 7 as waits, 0.5 + (range % 5) / 10 as share
from range(28)
\`\`\`

\`\`\`vega-lite built of=rows
{"title": "Waits", "mark": "line", "encoding": {"x": {"field": "day", "type": "temporal"}, "y": {"field": "waits", "type": "quantitative", "scale": {"zero": false}}}}
\`\`\`

\`\`\`vega-lite points of=rows
{"mark": "point", "encoding": {"x": {"field": "day", "type": "temporal"}, "y": {"field": "waits", "type": "quantitative"}, "color": {"field": "team", "type": "nominal"}}}
\`\`\`

\`\`\`vega-lite bars of=rows
{"mark": "bar", "encoding": {"y": {"field": "team", "type": "nominal"}, "x": {"aggregate": "sum", "field": "waits", "type": "quantitative"}}}
\`\`\`

\`\`\`sql overview percent="csat"
select 120 as opened, 100 as opened_before, 0.9 as csat, 400 as csat_n
\`\`\`
`,
);

test('a chart: all that its builder says, and what its marks say to the others', async ({ page }) => {
  const press = pressing(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await start(page);
  await drop(page, notebook);
  await expect(cell(page, 'rows')).toBeFocused();
  await press('Control+Alt+Enter');
  const chart = cell(page, 'built');
  const picture = chart.getByRole('img', { name: /^Waits|^Chart/ });
  await expect(picture).toBeVisible();
  await chart.getByText('built', { exact: true }).click();
  const builder = chart.getByRole('group', { name: 'Chart builder' });
  const field = (name: string) => builder.getByRole('combobox', { name, exact: true });
  const words = (text: string) => picture.locator('svg text', { hasText: new RegExp(`^${text}$`) });
  await chart.getByRole('button', { name: 'Unfold', exact: true }).click();
  const json = chart.getByRole('textbox', { name: 'Source of built' });

  await step('lines, targets, bands and notes are set beside the chart and drawn upon it', async () => {
    const row = (name: string) => builder.getByRole('group', { name, exact: true });
    await builder.getByRole('button', { name: 'Add a line, a target' }).press('Enter');
    await page.keyboard.type('many');
    await press('Tab');
    await expect(row('target').getByLabel('at')).toHaveAttribute('aria-invalid', 'true');
    await row('target').getByLabel('at').fill('24.5');
    await press('Tab');
    await page.keyboard.type('goal');
    await press('Enter');
    await expect(words('goal')).toBeVisible();
    await expect(json).toContainText('"target_1"');
    await row('goal').getByRole('combobox', { name: 'Kind' }).selectOption('band');
    await row('goal').getByLabel('to', { exact: true }).fill('26');
    await press('Enter');
    await expect(chart).toContainText('Drawn in: goal (24.5–26).');
    await row('goal').getByRole('combobox', { name: 'Kind' }).selectOption('note');
    await row('goal').getByLabel('at').fill('2026-03-09');
    await press('Enter');
    await expect(chart).toContainText('Drawn in: goal (2026-03-09).');
    await row('goal').getByRole('button', { name: 'Remove' }).press('Enter');
    await expect(builder.getByRole('button', { name: 'Add a line, a target' })).toBeFocused();
    await expect(words('goal')).toHaveCount(0);
  });

  await step('the builder keeps in the JSON what it does not know', async () => {
    await field('colour').selectOption('team');
    await expect(json).toContainText('"scale": { "zero": false }');
    await expect(json).toContainText('"title": "Waits"');
    await field('colour').selectOption('');
  });

  await step('bins, counts, order and what is told on hover are chosen beside the chart', async () => {
    await field('as').selectOption({ label: 'bars' });
    await field('x').selectOption('share');
    await field('y').selectOption('');
    await field('rows of a mark').selectOption({ label: 'counted' });
    await field('in bins').selectOption({ label: 'at most 5' });
    await expect(json).toContainText('"maxbins": 5');
    await expect(words('Rows')).toBeVisible();
    await field('x').selectOption('team');
    await field('in the order of').selectOption({ label: 'names, backwards' });
    await expect(json).toContainText('"sort": "descending"');
    await builder.getByRole('button', { name: /^on hover/ }).click();
    await page.getByRole('checkbox', { name: 'team' }).check();
    await press('Escape');
    await expect(json).toContainText('"tooltip"');
    await picture.locator('svg .role-mark.marks path').first().hover();
    await expect(page.locator('.vg-tooltip.visible')).toHaveText(/^Team\s*team [ABC]$/);
    await page.mouse.move(2, 2);
  });

  await step('control charts, waterfalls, timelines, heat maps and small charts are a choice', async () => {
    await field('x').selectOption('day');
    await field('y').selectOption('waits');
    await field('as').selectOption({ label: 'control chart' });
    await expect(chart).toContainText('Triangles lie outside');
    await field('as').selectOption({ label: 'waterfall' });
    await expect(chart).toContainText('Each bar begins where the one before it ends');
    await expect(words('Total')).toBeVisible();
    await field('as').selectOption({ label: 'timeline' });
    await expect(field('until')).toHaveValue('done');
    await expect(words('team A')).toBeVisible();
    await field('as').selectOption({ label: 'heat map' });
    await expect(field('colour')).toHaveValue('waits');
    await field('as').selectOption({ label: 'points' });
    await field('small charts by').selectOption('team');
    await expect(json).toContainText('"facet"');
    await expect(words('team C').first()).toBeVisible();
  });

  const points = cell(page, 'points').locator('svg .role-mark.marks path');
  await step('the colours of a chart are those that colour-blind readers can tell apart', async () => {
    await expect(points).toHaveCount(28);
    const fills = await points.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('fill')));
    expect([...new Set(fills)].toSorted()).toEqual(palettes.light.slice(0, 3).toSorted());
  });

  const bars = cell(page, 'bars').locator('svg .role-mark.marks path');
  await step(
    'rows that are marked in one chart are marked in the others, until they are unmarked',
    async () => {
      await bars.nth(1).click();
      await page.getByRole('menuitem', { name: 'Mark “team B” in all charts' }).click();
      await expect(cell(page, 'points')).toContainText('Marked: team B.');
      const pale = () =>
        points.evaluateAll((marks) => marks.filter((mark) => mark.getAttribute('opacity') === '0.15').length);
      await expect.poll(pale).toBe(19);
      await cell(page, 'bars').getByRole('button', { name: 'Unmark' }).press('Enter');
      await expect.poll(pale).toBe(0);
      await expect(cell(page, 'points')).not.toContainText('Marked:');
    },
  );

  await step('a mark filters the notebook, which says so, and the filter is taken back', async () => {
    const filters = page.getByRole('group', { name: 'Filters of this notebook' });
    await bars.nth(0).click();
    await page.getByRole('menuitem', { name: 'Filter the notebook: team A' }).click();
    await expect(filters).toContainText('team A');
    await expect(cell(page, 'bars')).toContainText('This chart filtered the notebook: team A.');
    await cell(page, 'bars').getByRole('button', { name: 'Take the filter back' }).press('Enter');
    await expect(filters).not.toContainText('team A');
    await expect(cell(page, 'bars')).not.toContainText('This chart filtered');
  });

  await step('a chart is shown as large as the window, and Esc goes back to where one was', async () => {
    const button = cell(page, 'points').getByRole('button', { name: 'As large as the window' });
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'points' });
    const size = async () => (await dialog.locator('svg').boundingBox()) ?? { width: 0, height: 0 };
    await expect.poll(async () => (await size()).height).toBeGreaterThan(500);
    expect((await size()).width).toBeGreaterThan(1100);
    await press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  await step('one row of several numbers is shown as headlines, and as a table again', async () => {
    const overview = cell(page, 'overview');
    await overview.getByRole('button', { name: 'Show as headlines' }).press('Enter');
    await expect(overview).toContainText('Opened');
    await expect(overview).toContainText('+20.0% against the period before (100)');
    await expect(overview).toContainText('90.0%');
    await expect(overview).toContainText('n = 400');
    await overview.getByRole('button', { name: 'Show as a table' }).press('Enter');
    await expect(overview.getByRole('grid')).toBeVisible();
  });
});
