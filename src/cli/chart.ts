import { AppError } from '#errors';
import type { Locale } from '#messages';
import {
  chartFormat,
  chartLocales,
  formatDatum,
  themeConfig,
  type ChartTheme,
  type JsonObject,
} from '#output';
import { Error as onlyErrors, expressionFunction, loader, parse, View, logger } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

/** On paper and on any screen: dark marks, greys that stand on white and on black. */
const theme: ChartTheme = {
  foreground: '#6b7280',
  muted: '#6b7280',
  grid: 'rgba(128, 128, 128, 0.25)',
  font: 'system-ui, sans-serif',
  category: ['#1f77d0', '#d9730d', '#2f9e54', '#c2416f', '#8b52c4', '#98790b', '#0f9494', '#777777'],
  sequential: ['#d6e6f5', '#9cc8f0', '#3a86d4', '#0b3d7a'],
};

const width = 760;

expressionFunction(chartFormat, formatDatum);

/** Draws a safe spec (see `buildChart`) as SVG text, with no page and nothing fetched. */
export async function drawSvg(spec: JsonObject, locale: Locale): Promise<string> {
  const sized = withWidth(spec);
  if (!isVegaLite(sized)) throw new AppError('output.chart.noMark');
  const { number, time } = chartLocales[locale];
  const { spec: compiled } = compile(sized, {
    logger: logger(onlyErrors),
    config: { ...themeConfig(theme), customFormatTypes: true },
  });
  const runtime = parse(compiled, { locale: { number: { ...number }, time: { ...time } } }, { ast: true });
  const view = new View(runtime, {
    expr: expressionInterpreter,
    renderer: 'none',
    loader: refusing(),
    logLevel: onlyErrors,
  });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** There is no page to fill: a width of the container becomes that of a report. */
function withWidth(spec: JsonObject): JsonObject {
  const { width: wanted, ...rest } = spec;
  return wanted === 'container' ? { ...rest, width } : spec;
}

function refusing(): ReturnType<typeof loader> {
  const refuse = (): never => {
    throw new AppError('output.chart.noAddresses');
  };
  return { ...loader(), load: async () => refuse(), sanitize: async () => refuse() };
}

function isVegaLite(spec: JsonObject): spec is JsonObject & TopLevelSpec {
  return Object.keys(spec).length > 0;
}
