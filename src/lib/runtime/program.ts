import { analyse, resultName, type Analysis, type Output } from '#cells';
import { buildGraph, type Cell, type Graph, type Notebook } from '#notebook';
import { quoteLiteral, sameName } from '#sql';
import { allTime, parsePeriod, resolvePeriod, type Period, type WallClock, type WeekStart } from '#time';

/** A notebook as the runtime sees it: plain data, made anew for each version of the text. */
export interface Program {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly analyses: ReadonlyMap<string, Analysis>;
  readonly graph: Graph;
  /** Names that cells give rows under, in lower case. */
  readonly results: ReadonlySet<string>;
  /** Every `$name` that has a value. */
  readonly parameters: readonly string[];
}

/** Parameters that need no input. */
export const ownParameters = ['period_start', 'period_end', 'as_of', 'as_of_utc'] as const;

export interface ProgramOptions {
  readonly reserved: readonly string[];
  /** Names that cells have left in the book, in lower case. */
  readonly stored: ReadonlySet<string>;
}

const analysed = new WeakMap<Cell, { readonly reserved: readonly string[]; readonly analysis: Analysis }>();

export function toProgram({ cells }: Notebook, { reserved, stored }: ProgramOptions): Program {
  const analyses = new Map(cells.map((cell) => [cell.id, analysisOf(cell, reserved)]));
  const nodes = cells.map(({ id }) => ({ id, ...analyses.get(id)! }));
  const defined = nodes.flatMap(({ defines }) => defines);
  const results = new Set([...defined, ...cells.map(resultName)].map((name) => name.toLowerCase()));
  const parameters = [
    ...ownParameters.map((name) => `$${name}`),
    ...defined.filter((name) => name.startsWith('$')),
  ];
  const isLeftOver = (name: string) => stored.has(name.toLowerCase()) && !results.has(name.toLowerCase());
  const isKnown = (name: string) =>
    name.startsWith('$') ? parameters.some((other) => sameName(other, name)) : !isLeftOver(name);
  return {
    cells: new Map(cells.map((cell) => [cell.id, cell])),
    analyses,
    graph: buildGraph(nodes, { isKnown }),
    results,
    parameters,
  };
}

/** Cells are never changed in place, so what was found in one stays true of it. */
function analysisOf(cell: Cell, reserved: readonly string[]): Analysis {
  const known = analysed.get(cell);
  if (known?.reserved === reserved) return known.analysis;
  const analysis = analyse(cell, { reserved });
  analysed.set(cell, { reserved, analysis });
  return analysis;
}

/** What a cell's result is made from: its own text, the results it reads, the values of its parameters, the data. */
export function inputsKey(
  { cells, analyses, graph }: Program,
  id: string,
  world: {
    readonly resultVersion: (id: string) => number;
    readonly own: Readonly<Record<string, string>>;
    readonly data: number;
    /** What periods go by that an input chooses. */
    readonly clock: string;
  },
): string {
  const { kind, name, attributes, source } = cells.get(id)!;
  const said = attributes.filter(({ key }) => key !== 'fold');
  const { parameters, uses } = analyses.get(id)!;
  const read = graph.inputs(id).map((input) => [input, world.resultVersion(input)]);
  const values = parameters.flatMap((parameter) => world.own[parameter.toLowerCase()] ?? []);
  const readsData = kind === 'sql' || uses.length > read.length;
  return JSON.stringify([
    kind,
    name,
    said,
    source,
    read,
    values,
    readsData ? world.data : 0,
    kind === 'input' ? world.clock : '',
  ]);
}

/** The values of `$period_start`, `$period_end`, `$as_of`, `$as_of_utc`; an open end is infinite. */
export function ownVariables(
  period: Period,
  asOf: WallClock | null,
  utc: WallClock | null,
): Record<string, string> {
  return {
    period_start: instant(period.from ?? '-infinity'),
    period_end: instant(period.to ?? 'infinity'),
    as_of: instant(asOf),
    as_of_utc: instant(utc),
  };
}

function instant(written: WallClock | null): string {
  return written === null ? 'NULL::TIMESTAMP' : `TIMESTAMP ${quoteLiteral(written)}`;
}

/** The period that a notebook asks for, all time if it asks for none or for nonsense. */
export function periodOf(
  written: string | null,
  moment: { readonly asOf: WallClock | null; readonly weekStart: WeekStart },
): Period {
  const spec = parsePeriod(written ?? 'all');
  return 'code' in spec ? allTime : resolvePeriod(spec, moment);
}

/** How many rows a result has; null for what has none. */
export function rowsOfOutput(output: Output): number | null {
  if (output.kind === 'table') return output.rowCount;
  return output.kind === 'chart' ? (output.data?.rowCount ?? null) : null;
}
