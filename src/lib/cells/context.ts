import type { Engine } from '#engine';
import { AppError, type Text } from '#errors';
import type { Kpi, KpiProfile } from '#kpi';
import type { Locale } from '#messages';
import type { Cell } from '#notebook';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import type { Unit } from '#table';
import type { Period, WallClock, WeekStart } from '#time';
import type { InputValue } from './output.ts';

/** What a cell needs to run, and nothing else of the world. */
export interface RunContext {
  readonly engine: Engine;
  /** The attached database that holds the notebook's scoped views and its cells' results. */
  readonly book: string;
  /** What cells have left in the book, by name in lower case; running a cell keeps it true. */
  readonly stored: Map<string, 'table' | 'view'>;
  /** Values of all parameters, as literals of SQL, without `$`. */
  readonly variables: Readonly<Record<string, string>>;
  /** The value given to an input; undefined for the one that it begins with. */
  readonly inputValue: (name: string) => InputValue | undefined;
  readonly period: Period;
  readonly asOf: WallClock | null;
  readonly weekStart: WeekStart;
  /** The catalogue and the reader's own. */
  readonly kpis: readonly Kpi[];
  /** What the data in scope can answer from. */
  readonly profile: () => Promise<KpiProfile>;
  readonly locale: Locale;
  /** What a column of a cell measures, where that is known. */
  readonly unitOf: (cell: string, column: string) => Unit | undefined;
  /** The notebook's cell of a name, in whatever case. */
  readonly cellNamed: (name: string) => Cell | undefined;
  /** A result with more rows is not kept. */
  readonly maxRows: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** A cell could not be run; `span` is the place in its source. */
export class CellFailure extends AppError {
  readonly span: { readonly from: number; readonly to: number } | null;

  constructor({ code, params }: Text, span: CellFailure['span'] = null, options?: ErrorOptions) {
    super(code, params, options);
    this.span = span;
  }
}

/** The rows shown at once, and the first ones kept with a result. */
export const pageSize = 200;

/** The name under which a cell's rows are kept. */
export function resultName({ id, name }: Pick<Cell, 'id' | 'name'>): string {
  return name ?? `_${id}`;
}

export function resultRelation(book: string, name: string): string {
  return quoteRelation(book, 'main', name);
}

/** Statements that come before a cell's own: where names lead to, and the values of its parameters. */
export function preamble(
  { engine, book, variables }: RunContext,
  parameters: readonly string[] = [],
): string {
  const paths = [book, engine.database].map((database) => quoteRelation(database, 'main'));
  const known = parameters.flatMap((name) => {
    const value = Object.entries(variables).find(
      ([other]) => other.toLowerCase() === name.toLowerCase(),
    )?.[1];
    return value === undefined ? [] : [`set variable ${quoteIdentifier(name)} = ${value}`];
  });
  return [`set search_path = ${quoteLiteral(paths.join(','))}`, ...known]
    .map((statement) => `${statement};\n`)
    .join('');
}
