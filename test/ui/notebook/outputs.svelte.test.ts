import { strFromU8, unzipSync } from 'fflate';
import type { Component } from 'svelte';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { everything } from '#output';
import { tableFrom } from '#table';
import Grid from '../../../src/lib/ui/outputs/Grid.svelte';
import HeadlineCard from '../../../src/lib/ui/outputs/HeadlineCard.svelte';
import Markdown from '../../../src/lib/ui/outputs/Markdown.svelte';
import { tableSource, type GridSource } from '../../../src/lib/ui/outputs/grid-source.ts';
import { readerOf } from './support/reader.ts';
import WithReader from './support/WithReader.svelte';

function show<Shown extends Record<string, unknown>>(
  component: Component<Shown>,
  shown: Shown,
  locale: 'en' | 'pt-BR' = 'en',
) {
  return render(WithReader<Shown>, { props: { reader: readerOf(locale), component, shown } });
}

const long = (count: number): GridSource => {
  const page = (offset: number, limit: number) =>
    tableFrom([
      { name: 'id', type: 'VARCHAR', values: Array.from({ length: limit }, (_, row) => `t${offset + row}`) },
      {
        name: 'wait_seconds',
        type: 'BIGINT',
        values: Array.from({ length: limit }, (_, row) => BigInt(offset + row) * 60n),
      },
      {
        name: 'score',
        type: 'DOUBLE',
        values: Array.from({ length: limit }, (_, row) => (row % 2 ? null : 1234.5)),
      },
    ]);
  return {
    columns: page(0, 1).columns,
    rowCount: count,
    firstPage: page(0, 200),
    units: {},
    page: ({ offset, limit }) => Promise.resolve(page(offset, Math.min(limit, count - offset))),
    everyRow: () => tableSource(page(0, count)).everyRow(everything),
    count: () => Promise.resolve(7),
    looks: {
      profile: () => Promise.resolve({ rows: count, nulls: 2, distinct: 3, min: 'a', max: 'z' }),
      values: () => Promise.resolve([{ value: 'a', count }]),
      distribution: null,
    },
  };
};

it('a grid shows a screen of millions of rows, in the reader’s own numbers', async () => {
  const screen = await show(Grid, { source: long(3_000_000) }, 'pt-BR');
  await expect.element(screen.getByText('1–12 de 3.000.000')).toBeVisible();
  await expect.element(screen.getByText('1.234,5').first()).toBeVisible();
  await expect.element(screen.getByText('NULL').first()).toBeVisible();
  expect(screen.container.querySelectorAll('[role=row]').length).toBeLessThan(40);
});

it('a grid reaches its last row by keys', async () => {
  const screen = await show(Grid, { source: long(3_000_000) });
  screen.container.querySelector<HTMLElement>('[role=grid]')?.focus();
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await expect.element(screen.getByText('t2999999')).toBeVisible();
});

it('a row that can be chosen is, by its value, a double click or Enter; Space still shows a value whole', async () => {
  const chosen: unknown[] = [];
  const action = {
    column: 'id',
    hint: 'Choose a row',
    markHint: 'Choose a mark',
    chosen: 't2',
    run: (id: unknown) => chosen.push(id),
  };
  const screen = await show(Grid, { source: long(20), action });
  await expect.element(screen.getByRole('grid')).toHaveAccessibleDescription('Choose a row');
  expect(screen.container.querySelector('[aria-current]')?.textContent).toContain('t2');
  await screen.getByRole('button', { name: 't1', exact: true }).click();
  await screen.getByRole('gridcell').nth(10).dblClick();
  screen.container.querySelector<HTMLElement>('[role=grid]')?.focus();
  await userEvent.keyboard('{ArrowDown}{Enter} ');
  expect(chosen).toEqual(['t1', 't3', 't4']);
  await expect.element(screen.getByText('Value of wait_seconds, row 5')).toBeVisible();
});

it('a grid sorts, filters and tells about a column', async () => {
  const source = long(1_000);
  const page = vi.spyOn(source, 'page');
  const screen = await show(Grid, { source });
  await screen.getByRole('button', { name: 'Sort by score' }).click();
  await vi.waitFor(() =>
    expect(page).toHaveBeenCalledWith(
      { offset: 0, limit: 200, sort: { column: 'score', direction: 'asc' }, search: '', filters: [] },
      expect.any(AbortSignal),
    ),
  );
  await screen.getByRole('searchbox').fill('ana');
  await expect.element(screen.getByText('1–7 of 7')).toBeVisible();
  await screen.getByRole('button', { name: 'About id' }).click();
  await expect.element(screen.getByText('Distinct')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByText('Distinct')).not.toBeInTheDocument();
});

it('a grid is saved as a workbook in the formats that it is shown in', async () => {
  const files = vi.spyOn(URL, 'createObjectURL');
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const screen = await show(Grid, { source: long(5_000), name: 'waits' }, 'pt-BR');
  await screen.getByRole('button', { name: 'Salvar as linhas' }).click();
  await screen.getByRole('menuitem', { name: 'Salvar como Excel' }).click();
  await expect.element(screen.getByText('waits.xlsx salvo.')).toBeInTheDocument();
  const file = files.mock.lastCall?.[0];
  saved.mockRestore();
  files.mockRestore();
  const parts = unzipSync(
    new Uint8Array(await new Response(file instanceof Blob ? file : null).arrayBuffer()),
  );
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  // The last row has 4,999 minutes: 3.4715277777777778 days. The tenth look after the plain one is a duration.
  expect(/<row r="5001">.*?<\/row>/.exec(sheet)?.[0]).toBe(
    '<row r="5001"><c r="A5001" t="inlineStr"><is><t xml:space="preserve">t4999</t></is></c>' +
      '<c r="B5001" s="10"><v>3.4715277777777778</v></c></row>',
  );
  expect(sheet).toContain('<autoFilter ref="A1:C5001"/>');
});

it('an empty result says so and what to look at', async () => {
  const source = tableSource(tableFrom([{ name: 'n', type: 'INTEGER', values: [] }]));
  const screen = await show(Grid, { source });
  await expect.element(screen.getByText(/Look at the period/)).toBeVisible();
});

it('a headline shows its change in words and colour, and few rows in grey', async () => {
  const screen = await show(HeadlineCard, {
    title: 'CSAT',
    headline: {
      value: 0.8123,
      unit: 'percent',
      n: 12,
      interval: [0.7, 0.9],
      small: true,
      change: {
        previous: 0.9,
        previousN: 380,
        difference: -0.0877,
        relative: null,
        direction: 'down',
        judgement: 'bad',
        beyondNoise: true,
        isPerDay: false,
        part: null,
      },
      beside: [],
    },
  });
  await expect.element(screen.getByText('81.23%')).toBeVisible();
  await expect.element(screen.getByText('−8.8 pp against the period before (90.0%)')).toBeVisible();
  await expect.element(screen.getByText('95%: 70.00% to 90.00%')).toBeVisible();
  await expect.element(screen.getByText('Few rows: read with care')).toBeVisible();
});

it('prose runs nothing, loads nothing and restyles nothing', async () => {
  const source = [
    '# Title',
    '<script>globalThis.ran = true</script><style>body{display:none}</style>',
    '<form action="/x"><input name="a"></form>',
    '![pixel](https://example.com/pixel.png)',
    '[go](javascript:alert(1)) [site](https://example.com)',
    '<img src=x onerror="globalThis.ran = true">',
  ].join('\n\n');
  const { container } = await show(Markdown, { source });
  expect({
    title: container.querySelector('h1')?.textContent,
    active: container.querySelectorAll('script, style, form, input, img').length,
    ran: 'ran' in globalThis,
    shown: container.textContent?.includes('<script>'),
    links: [...container.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  }).toEqual({ title: 'Title', active: 0, ran: false, shown: true, links: [null, 'https://example.com'] });
});
