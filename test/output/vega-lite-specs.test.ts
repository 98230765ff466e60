import { expressionFunction, logger, parse as parseVega, View, Warn } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, test } from 'vitest';
import {
  buildChart,
  chartFormat,
  formatDatum,
  isJsonObject,
  parseSpec,
  specProblem,
  writeSpec,
} from '#output';
import { listedSpecs, sixDays, type ListedSpec } from './vega-lite-specs.ts';

expressionFunction(chartFormat, formatDatum);

/** The marks of the data that are seen, by their kind: those of axes, legends and brushes have other names. */
function countMarks(scene: unknown, counts: Record<string, number> = {}): Record<string, number> {
  if (!isJsonObject(scene) || !Array.isArray(scene['items'])) return counts;
  const { name, marktype } = scene;
  if (typeof name === 'string' && name.endsWith('marks') && typeof marktype === 'string')
    for (const item of scene['items']) {
      const isSeen = isJsonObject(item) && item['opacity'] !== 0 && item['fillOpacity'] !== 0;
      if (isSeen) counts[marktype] = (counts[marktype] ?? 0) + 1;
    }
  else for (const item of scene['items']) countMarks(item, counts);
  return counts;
}

/** Drawn as the page does: through the cell's text, with the interpreter in the place of the compiler. */
async function draw({ spec }: ListedSpec) {
  const parsed = parseSpec(writeSpec(spec));
  if (!parsed.ok) return { counts: {}, complaints: [parsed.problem.code] };
  const complaints: string[] = [];
  const log = logger(Warn);
  log.warn = (...all: readonly unknown[]) => {
    const isOfNode = all.join(' ') === 'Can not resolve event source: window';
    if (!isOfNode && !all.join(' ').startsWith('Dropping "fit-')) complaints.push(all.join(' '));
    return log;
  };
  const built = buildChart(parsed.spec, sixDays, { locale: 'en' }).spec;
  const sized: TopLevelSpec = JSON.parse(
    JSON.stringify(built['width'] === 'container' ? { ...built, width: 600 } : built),
  );
  const compiled = compile(sized, { logger: log, config: { customFormatTypes: true } }).spec;
  const runtime = parseVega(compiled, {}, { ast: true });
  const view = await new View(runtime, {
    expr: expressionInterpreter,
    renderer: 'none',
    logger: log,
  }).runAsync();
  const graph: unknown = view.scenegraph();
  const counts = isJsonObject(graph) ? countMarks(graph['root']) : {};
  view.finalize();
  return { counts, complaints };
}

test('sixty specs of our own and more are listed, each by a name of its own', () => {
  expect(listedSpecs.length).toBeGreaterThanOrEqual(60);
  expect(new Set(listedSpecs.map(({ name }) => name)).size).toBe(listedSpecs.length);
});

test.each(listedSpecs)('$name', async (listed) => {
  expect(await draw(listed)).toEqual({ counts: listed.draws, complaints: [] });
});

test.each([
  [
    'data from an address',
    { data: { url: 'https://example.com/rows.json' }, mark: 'bar' },
    'output.chart.noAddresses',
  ],
  [
    'a picture from an address',
    { mark: { type: 'image', url: 'https://example.com/a.png' } },
    'output.chart.noAddresses',
  ],
  [
    'an address deep inside',
    { layer: [{ mark: 'bar' }, { mark: 'bar', data: { url: 'rows.csv' } }] },
    'output.chart.noAddresses',
  ],
  [
    'a spec of Vega',
    { $schema: 'https://vega.github.io/schema/vega/v6.json', marks: [] },
    'output.chart.vegaNotLite',
  ],
  ['nothing to draw', { encoding: {} }, 'output.chart.noMark'],
] as const)('%s is refused in words', (_, spec, code) => {
  expect(specProblem(JSON.parse(JSON.stringify(spec)))?.code).toBe(code);
});
