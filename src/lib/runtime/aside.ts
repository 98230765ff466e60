import { CellFailure, preamble, resultRelation, type RunContext } from '#cells';
import { text } from '#errors';
import type { Scope } from '#import';
import type { Cell } from '#notebook';
import { bindParameters, isQuery, quoteIdentifier, references, sameName, splitStatements } from '#sql';
import type { Table } from '#table';
import type { Book } from './book.ts';
import { checkCell } from './check.ts';
import { graphFailure, refusalOf } from './failure.ts';
import { idle } from './record.ts';
import type { Program } from './program.ts';

/** What of a runtime is read by what is asked beside its runs. */
interface AsideHost {
  readonly book: Book;
  readonly program: () => Program;
  readonly scope: () => Scope;
  readonly context: (options: Pick<RunContext, 'signal'>) => RunContext;
  /** Finds out what parameters stand for that are asked for only when they are read. */
  readonly settle: (parameters: readonly string[]) => Promise<void>;
  readonly isCurrent: (id: string) => boolean;
  /** Changes with the data, and with each result of a cell. */
  readonly revision: (relation: string) => string;
}

/** The rows that a preview shows at most. */
export const previewRows = 100;
/** A column of more values than these is not one to choose from. */
const fewValues = 200;

/** What is asked beside the runs of a notebook: it changes no result, and gives way to all that does. */
export class Aside {
  readonly #host: AsideHost;
  readonly #values = new Map<
    string,
    { readonly revision: string; readonly values: Promise<readonly string[]> }
  >();

  constructor(host: AsideHost) {
    this.#host = host;
  }

  /** What DuckDB has against a cell's queries as they are now, which do not run; null for nothing. */
  async check(id: string): Promise<CellFailure | null> {
    const { book, scope, program, context } = this.#host;
    await book.attach(scope());
    return checkCell(program(), id, context({}));
  }

  /** The values of a column that has few, the frequent ones first; asked once as long as they can be no others. */
  values(relation: string, column: string): Promise<readonly string[]> {
    const key = JSON.stringify([relation, column]);
    const revision = this.#host.revision(relation);
    const known = this.#values.get(key);
    if (known?.revision === revision) return known.values;
    const values = this.#ask(relation, column);
    this.#values.set(key, { revision, values });
    values.catch(() => this.#values.delete(key));
    return values;
  }

  /**
   * The first rows of a query that stands in a cell, one more than are shown. Cells above it that are not up to date
   * are read by their queries, as if they had just been run.
   */
  async preview(id: string, query: string, signal: AbortSignal): Promise<Table> {
    const { book, scope, context, settle } = this.#host;
    const above = this.#outdatedAbove(id);
    const parameters = [query, ...above.map(({ sql }) => sql)].flatMap((sql) => references(sql).parameters);
    await book.attach(scope());
    await settle(parameters);
    const run = context({ signal });
    const named = above.map(
      ({ name, sql }) => `${quoteIdentifier(name)} as (\n${bindParameters(sql).sql}\n)`,
    );
    const head = named.length === 0 ? '' : `with ${named.join(', ')} `;
    const whole = `${head}select * from (\n${bindParameters(query).sql}\n) limit ${previewRows + 1}`;
    const before = preamble(run, [...new Set(parameters)]);
    return run.engine.query(before + whole, { signal, background: true });
  }

  /** The queries of the cells that a cell reads and that are not up to date, outermost first. */
  #outdatedAbove(id: string): { readonly name: string; readonly sql: string }[] {
    const { program, isCurrent } = this.#host;
    const { cells, graph, parameters } = program();
    const nameOf = (other: string) => cells.get(other)?.name ?? other;
    const outdated = graph.ancestors(id).filter((other) => !isCurrent(other));
    const problem = graph.problem(id);
    const refusal = problem
      ? graphFailure(problem, nameOf, parameters)
      : [id, ...outdated]
          .map((other) => refusalOf(other, program(), () => idle))
          .find((each) => each !== null);
    if (refusal) throw new CellFailure(refusal.error.text);
    const above = outdated.flatMap((other) => cells.get(other) ?? []);
    const waits = above.filter((cell) => !isReadByQuery(cell));
    if (waits.length > 0) {
      const names = waits.map(({ id: other }) => nameOf(other)).join(', ');
      throw new CellFailure(text('sql.preview.waits', { cells: names }));
    }
    return above.map(({ name, source }) => ({
      name: name ?? '',
      sql: splitStatements(source)[0]?.sql ?? '',
    }));
  }

  async #ask(relation: string, column: string): Promise<readonly string[]> {
    const { book, scope, context } = this.#host;
    await book.attach(scope());
    const run = context({});
    const isKept = [...book.stored.keys()].some((name) => sameName(name, relation));
    const from = isKept ? resultRelation(book.name, relation) : quoteIdentifier(relation);
    const value = quoteIdentifier(column);
    const table = await run.engine.query(
      `${preamble(run)}select ${value}::varchar from ${from}
where ${value} is not null and (select approx_count_distinct(${value}) from ${from}) <= ${fewValues}
group by all order by count(*) desc, 1`,
      { background: true },
    );
    return Array.from({ length: table.rowCount }, (_, row) => String(table.columns[0]?.at(row)));
  }
}

function isReadByQuery({ kind, name, source }: Cell): boolean {
  return kind === 'sql' && name !== null && isQuery(source);
}
