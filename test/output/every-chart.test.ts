import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expressionFunction, logger, parse as parseVega, View, Warn } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChartOutput } from '#cells';
import type { Engine } from '#engine';
import { asOf } from '#import';
import { catalogue, cutsOf, kpiCell } from '#kpi';
import { locales, tell, type Locale } from '#messages';
import { attributeOf, parse, type Cell } from '#notebook';
import {
  buildChart,
  chartFormat,
  chartLocales,
  chartSubject,
  defaultChart,
  formatDatum,
  themeConfig,
  unitsOfCell,
  writeSpec,
  type Chart,
} from '#output';
import { Runtime } from '#runtime';
import { isInFull } from '../support/in-full.ts';
import { sampleEngine } from '../support/sample-engine.ts';

/** `CHARTS=folder` leaves the pictures there, to be looked at. */
const folder = process.env['CHARTS'];

const cuts = catalogue.flatMap((kpi) => cutsOf(kpi).map((shape) => ({ kpi, shape })));
const fences = cuts.map(({ kpi, shape }) => kpiCell(kpi, { shape, name: `${kpi.id}__${shape}` }).text);
const text = `---\ndeskbook: 1\nperiod: last 8 weeks\n---\n\n${fences.join('\n')}`;

expressionFunction(chartFormat, formatDatum);

let engine: Engine;
let runtime: Runtime;
/** What each cut's default chart draws; none where a table says it better. */
const drawn = new Map<string, { cell: Cell; output: ChartOutput }>();

beforeAll(async () => {
  engine = await sampleEngine();
  const { notebook } = parse(text);
  runtime = new Runtime(engine, { book: 'book_1', notebook, asOf: await asOf(engine) });
  await runtime.runAll();
  const charts = notebook.cells.flatMap((cell) => {
    const state = runtime.state(cell.id);
    if (state.status !== 'done' || state.output.kind !== 'table') return [];
    const spec = defaultChart(chartSubject(cell), state.output.columns);
    return spec ? [`\`\`\`vega-lite of=${cell.name}\n${writeSpec(spec)}\n\`\`\`\n`] : [];
  });
  const whole = parse(`${text}\n${charts.join('\n')}`).notebook;
  runtime.update(whole);
  await runtime.run(whole.cells.filter(({ kind }) => kind === 'vega-lite').map(({ id }) => id));
  for (const cell of whole.cells) {
    const state = runtime.state(cell.id);
    if (state.status !== 'done' || state.output.kind !== 'chart' || !state.output.data) continue;
    const { data } = state.output;
    const of = whole.cells.find(({ name }) => name === data.cell);
    if (of) drawn.set(data.cell, { cell: of, output: state.output });
  }
}, 240_000);

afterAll(() => runtime.close());

function build({ cell, output }: { cell: Cell; output: ChartOutput }, locale: Locale): Chart {
  return buildChart(JSON.parse(JSON.stringify(output.spec)), output.data!.table, {
    locale,
    units: unitsOfCell(cell),
    subject: chartSubject(cell),
    target: output.data!.target,
  });
}

/** The picture, and what Vega-Lite and Vega had to complain of on the way. */
async function draw({ spec }: Chart, locale: Locale): Promise<{ svg: string; warnings: string[] }> {
  const warnings: string[] = [];
  const log = logger(Warn);
  log.warn = (...args: readonly unknown[]) => {
    // Said of every width that fits beside a height that does not.
    if (!args.join(' ').startsWith('Dropping "fit-y"')) warnings.push(args.join(' '));
    return log;
  };
  const sized: TopLevelSpec = JSON.parse(JSON.stringify({ ...spec, width: 760 }));
  const { number, time } = chartLocales[locale];
  const compiled = compile(sized, {
    logger: log,
    config: { ...themeConfig(theme), customFormatTypes: true },
  }).spec;
  const view = new View(
    parseVega(compiled, { locale: { number: { ...number }, time: { ...time } } }, { ast: true }),
    { expr: expressionInterpreter, renderer: 'none', logger: log },
  );
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}

const theme = {
  foreground: '#ccc',
  muted: '#9d9d9d',
  grid: '#333',
  font: 'sans-serif',
  category: ['#4daafc', '#f0a04b', '#73c991', '#e27d9f', '#b180d7', '#d7ba7d', '#5bc8c4', '#a6a6a6'],
  sequential: ['#22405f', '#2f6ea8', '#63b0f0', '#d6ecff'],
};

test.each(['notebooks/every-kpi.md', 'notebooks/pt-BR/every-kpi.md'])(
  '%s draws its KPIs as their files say',
  (file) => {
    const { cells } = parse(readFileSync(file, 'utf8')).notebook;
    const charts = cells.filter(({ kind }) => kind === 'vega-lite');
    const expected = charts.map((chart) => {
      const source = cells.find(({ name }) => name === attributeOf(chart, 'of'));
      const subject = source && chartSubject(source);
      return writeSpec(
        JSON.parse(JSON.stringify(drawn.get(`${subject?.kpi.id}__${subject?.cut}`)?.output.spec)),
      );
    });
    expect(charts.map(({ source }) => source.trim())).toEqual(expected);
    expect(charts.length).toBeGreaterThan(10);
  },
);

const titlesOf = (svg: string): string[] =>
  [...svg.matchAll(/role-(?:axis|legend)-title[^>]*>.*?<text[^>]*>([^<]*)</gs)].map((match) => match[1]!);

const names = cuts.map(({ kpi, shape }) => `${kpi.id}__${shape}`);

// Each chart in one of the languages, in turn; in full in every one.
describe.each(locales.map((locale, at) => ({ locale, at })))('in $locale', ({ locale, at }) => {
  test.each(names.filter((_, index) => isInFull || index % locales.length === at))('%s', async (name) => {
    const found = drawn.get(name);
    if (!found || found.output.data?.rowCount === 0) return;
    const chart = build(found, locale);
    const { svg, warnings } = await draw(chart, locale);
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      const captions = chart.captions.map((caption) => tell(locale, caption)).join(' ');
      writeFileSync(`${folder}/${name}.${locale}.svg`, svg);
      writeFileSync(`${folder}/${name}.${locale}.txt`, `${captions}\n${tell(locale, chart.description)}`);
    }
    expect(warnings).toEqual([]);
    expect(titlesOf(svg).filter((title) => /^[a-z]+(_[a-z]+)*$/.test(title))).toEqual([]);
  });
});
