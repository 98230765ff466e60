import { expressionFunction, logger, parse as parseVega, View, Warn } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { chartFormat, formatDatum, isJsonObject, type JsonObject } from '#output';

expressionFunction(chartFormat, formatDatum);

/** What Vega makes of a built spec, with the interpreter in the place of the compiler. */
export interface Drawn {
  /** The rows of every data set that it computes. */
  readonly data: readonly (readonly JsonObject[])[];
  readonly svg: string;
  readonly complaints: readonly string[];
}

export async function drawn(built: JsonObject): Promise<Drawn> {
  const complaints: string[] = [];
  const log = logger(Warn);
  log.warn = (...all: readonly unknown[]) => {
    if (!all.join(' ').startsWith('Dropping "fit-')) complaints.push(all.join(' '));
    return log;
  };
  const sized: TopLevelSpec = JSON.parse(
    JSON.stringify(built['width'] === 'container' ? { ...built, width: 600 } : built),
  );
  const { spec } = compile(sized, { logger: log, config: { customFormatTypes: true } });
  const view = new View(parseVega(spec, {}, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'none',
    logger: log,
  });
  const svg = await view.toSVG();
  const sets = (spec.data ?? []).map(({ name }): unknown => view.data(name));
  view.finalize();
  const data = sets.map((rows) => (Array.isArray(rows) ? rows.filter(isJsonObject) : []));
  return { data, svg, complaints };
}
