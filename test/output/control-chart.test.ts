import { mkdirSync, writeFileSync } from 'node:fs';
import { expressionFunction, logger, parse as parseVega, View, Warn } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { buildChart, chartFormat, controlChart, formatDatum, themeConfig, type ChangeMoment } from '#output';

/** `CHARTS=folder` leaves the pictures there, to be looked at. */
const folder = process.env['CHARTS'];
expressionFunction(chartFormat, formatDatum);

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

const words = {
  value: 'Satisfied',
  expected: 'To be expected',
  low: 'Lower limit',
  high: 'Upper limit',
  usual: 'within',
  outside: 'beyond',
  arriving: 'to come',
};

/** Ten days: seven as usual, one outside, two still coming in; the change began on the seventh, or a day about it. */
const days = `select date '2026-03-02' + i::int as day, case i when 6 then 0.5 else 0.8 + i / 100 end as value, 20 + i as n,
  0.8 as expected, 0.6 as low_limit, 0.95 as high_limit,
  case when i = 6 then 'outside' when i >= 8 then 'arriving' else 'usual' end as standing,
  date '2026-03-08' as began, date '2026-03-07' as began_from, date '2026-03-10' as began_until
from range(10) t(i)`;

const dark = {
  foreground: '#ccc',
  muted: '#9d9d9d',
  grid: '#333',
  font: 'sans-serif',
  category: ['#4daafc', '#f0a04b'],
  sequential: ['#22405f', '#d6ecff'],
};

/** Drawn as the page does, without its compiler of expressions: what it shows, and what Vega complained of. */
async function drawn(name: string, moment: ChangeMoment | 'columns' | null) {
  const spec = controlChart({ words, moment, isPart: true, isCount: false });
  const measures = ['value', 'expected', 'low_limit', 'high_limit'];
  const units = Object.fromEntries(measures.map((each) => [each, 'percent' as const]));
  const chart = buildChart(spec, await engine.query(days), { locale: 'en', units });
  const warnings: string[] = [];
  const log = logger(Warn);
  log.warn = (...all: readonly unknown[]) => {
    if (!all.join(' ').startsWith('Dropping "fit-y"')) warnings.push(all.join(' '));
    return log;
  };
  const sized: TopLevelSpec = JSON.parse(JSON.stringify({ ...chart.spec, width: 760 }));
  const config = { ...themeConfig(dark), customFormatTypes: true };
  const compiled = compile(sized, { logger: log, config }).spec;
  const view = new View(parseVega(compiled, {}, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'none',
    logger: log,
  });
  const svg = await view.toSVG();
  view.finalize();
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/control-${name}.svg`, svg);
  }
  return { svg, warnings };
}

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map((match) => match[1] ?? '');
const inColour = (svg: string, colour: string): number => svg.split(`fill="${colour}"`).length - 1;

test('days outside and days to come have a colour and a shape of their own, and the legend says so', async () => {
  const { svg, warnings } = await drawn('undated', null);
  expect(warnings).toEqual([]);
  expect(texts(svg)).toEqual(
    expect.arrayContaining(['within', 'beyond', 'to come', 'Satisfied', '80%', 'Mar 8']),
  );
  // Each once more in the legend; two days greyed.
  expect(['#3f8fd2', '#d9541e', '#8a8a8a'].map((colour) => inColour(svg, colour))).toEqual([8, 2, 5]);
});

test('the moment of change is a rule within the days that it may have been, from the explanation or from the rows', async () => {
  const given = await drawn('dated', { day: '2026-03-08', from: '2026-03-07', to: '2026-03-09' });
  const read = await drawn('columns', 'columns');
  expect([given.warnings, read.warnings]).toEqual([[], []]);
  const { svg: undated } = await drawn('undated', null);
  expect([texts(given.svg), texts(read.svg)]).toEqual([texts(undated), texts(undated)]);
  const spans = (svg: string): string[] =>
    [...svg.matchAll(/<path aria-label="began_from[^>]* d="([^"]+)" fill="#d9541e"/g)].map(
      (match) => match[1] ?? '',
    );
  const rules = (svg: string): number => svg.split('stroke="#d9541e"').length - 1;
  expect([spans(given.svg).length, rules(given.svg)]).toEqual([1, 1]);
  expect([spans(read.svg), rules(read.svg)]).toEqual([spans(given.svg), 1]);
});
