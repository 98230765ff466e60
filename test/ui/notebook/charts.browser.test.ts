import { afterEach, describe, expect, it } from 'vitest';
import { parse } from '#notebook';
import {
  buildChart,
  chartSubject,
  defaultChart,
  kpiUnits,
  parseSpec,
  toSpec,
  writeSpec,
  type ChartChoice,
} from '#output';
import { tableFrom, type Table } from '#table';
import { chartTheme, drawChart, type DrawnChart } from '../../../src/lib/ui/outputs/chart-host.ts';

const weeks = tableFrom([
  { name: 'week', type: 'DATE', values: [20_000, 20_007, 20_014, 20_000, 20_007, 20_014] },
  { name: 'channel', type: 'VARCHAR', values: ['email', 'email', 'email', 'chat', 'chat', 'chat'] },
  { name: 'value', type: 'DOUBLE', values: [0.9, 0.8, null, 0.5, 0.6, 0.7] },
  { name: 'n', type: 'BIGINT', values: [100n, 90n, 0n, 40n, 50n, 60n] },
]);
const plainWeeks: Table = { ...weeks, columns: weeks.columns.filter(({ name }) => name !== 'channel') };
const channels: Table = { ...weeks, columns: weeks.columns.slice(1) };

const drawn: DrawnChart[] = [];
afterEach(() => {
  for (const chart of drawn.splice(0)) chart.finalize();
  document.body.replaceChildren();
});

async function draw(
  spec: Parameters<typeof buildChart>[0],
  table: Table,
  locale: 'en' | 'pt-BR' = 'en',
  unit: 'percent' | 'duration' = 'percent',
) {
  const element = document.body.appendChild(document.createElement('div'));
  element.style.width = '600px';
  const chart = buildChart(spec, table, { locale, units: kpiUnits(unit) });
  drawn.push(
    await drawChart(element, {
      spec: chart.spec,
      rows: chart.rows.length,
      locale,
      theme: chartTheme(element, 'dark'),
    }),
  );
  return element;
}

const textsOf = (element: HTMLElement) =>
  [...element.querySelectorAll('svg text')].map((each) => each.textContent);

describe('under the interpreter', () => {
  it.each([
    ['a trend', 'trend', plainWeeks, '.mark-line path'],
    ['a trend by channel', 'trend', weeks, '.mark-line path'],
    ['a breakdown', 'breakdown', channels, '.mark-rect path'],
  ] as const)('%s draws its default chart', async (_, shape, table, marks) => {
    const [cell] = parse(`\`\`\`sql a kpi=csat shape=${shape}\nselect 1\n\`\`\`\n`).notebook.cells;
    const spec = defaultChart(cell ? chartSubject(cell) : null, table.columns);
    expect(spec).not.toBeNull();
    const element = await draw(spec ?? {}, table);
    expect(element.querySelectorAll(marks).length).toBeGreaterThan(0);
  });

  it.each<ChartChoice>([
    { mark: 'area', x: 'week', y: 'n', colour: 'channel' },
    { mark: 'bar', x: 'week', y: 'n', colour: 'channel' },
    { mark: 'point', x: 'n', y: 'value', colour: null },
    { mark: 'arc', x: 'channel', y: 'n', colour: null },
    { mark: 'rect', x: 'week', y: 'channel', colour: 'value' },
  ])('the builder’s $mark is drawn', async (choice) => {
    const parsed = parseSpec(writeSpec(toSpec(choice, weeks.columns)));
    const element = await draw(parsed.ok ? parsed.spec : {}, weeks);
    expect(
      element.querySelectorAll('svg [role="graphics-symbol"][aria-roledescription]').length,
    ).toBeGreaterThan(0);
  });

  it('writes numbers, dates and durations in the reader’s language', async () => {
    const spec = toSpec({ mark: 'line', x: 'week', y: 'value', colour: null }, weeks.columns);
    expect(textsOf(await draw(spec, plainWeeks, 'pt-BR')).join(' ')).toMatch(/out/);
    const waits = tableFrom([
      { name: 'n', type: 'INTEGER', values: [1, 2] },
      { name: 'value', type: 'DOUBLE', values: [0, 7200] },
    ]);
    const durations = toSpec({ mark: 'point', x: 'n', y: 'value', colour: null }, waits.columns);
    expect(textsOf(await draw(durations, waits, 'en', 'duration'))).toEqual(
      expect.arrayContaining(['30 min', '1 h', '1 h 30 min', '2 h']),
    );
  });

  it('a calculation, a bin, an aggregate, a window and a condition work as well', async () => {
    const element = await draw(
      {
        transform: [
          { calculate: 'datum.value * 100', as: 'percent' },
          { window: [{ op: 'row_number', as: 'rank' }] },
          { filter: 'isValid(datum.value) && datum.rank > 0' },
        ],
        mark: 'bar',
        encoding: {
          x: { bin: true, field: 'percent', type: 'quantitative' },
          y: { aggregate: 'count', type: 'quantitative' },
          color: { condition: { test: 'datum.count > 1', value: 'red' }, value: 'blue' },
        },
      },
      weeks,
    );
    expect(element.querySelectorAll('.mark-rect path').length).toBeGreaterThan(0);
  });
});

describe('nothing leaves', () => {
  it('a picture from an address is refused', async () => {
    const asked: string[] = [];
    const observer = new PerformanceObserver((list) =>
      asked.push(...list.getEntries().map(({ name }) => name)),
    );
    observer.observe({ type: 'resource' });
    await draw(
      {
        mark: { type: 'image', url: 'https://example.com/pixel.png', width: 10, height: 10 },
        encoding: { x: { field: 'n', type: 'quantitative' } },
      },
      weeks,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    expect(asked.filter((name) => name.includes('example.com'))).toEqual([]);
  });

  it('a spec cannot switch the compiler or the actions menu on', async () => {
    const element = await draw(
      {
        usermeta: { embedOptions: { ast: false, actions: true, renderer: 'canvas' } },
        mark: 'point',
        encoding: { x: { field: 'n', type: 'quantitative' } },
      },
      weeks,
    );
    expect([element.querySelector('details'), element.querySelector('canvas')]).toEqual([null, null]);
  });
});
