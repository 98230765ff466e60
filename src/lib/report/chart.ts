import { AppError } from '#errors';
import type { Locale } from '#messages';
import {
  chartFormat,
  chartLocales,
  fitFacets,
  formatDatum,
  themeConfig,
  type ChartTheme,
  type JsonObject,
} from '#output';
import { Error as onlyErrors, expressionFunction, loader, parse, View, logger } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

interface Drawing {
  readonly locale: Locale;
  readonly theme: ChartTheme;
}

const width = 760;

expressionFunction(chartFormat, formatDatum);

/** Draws a safe spec (see `buildChart`) with no page and nothing fetched, and hands over the view for as long as it is used. */
export async function withView<Result>(
  spec: JsonObject,
  { locale, theme }: Drawing,
  use: (view: View) => Promise<Result>,
): Promise<Result> {
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
    return await use(view);
  } finally {
    view.finalize();
  }
}

export function drawSvg(spec: JsonObject, drawing: Drawing): Promise<string> {
  return withView(spec, drawing, (view) => view.toSVG());
}

/** There is no page to fill: a width of the container becomes that of a report. */
function withWidth(spec: JsonObject): JsonObject {
  const { width: wanted, ...rest } = spec;
  return fitFacets(wanted === 'container' ? { ...rest, width } : spec, width);
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
