import { quoteIdentifier } from '#sql';

/** A select over the one before it: every expression is written, and computed, once. */
export interface Stage {
  readonly query: string;
  readonly columns: ReadonlySet<string>;
}

export interface Assignment {
  readonly name: string;
  readonly sql: string;
}

/** The first stage: these columns of a relation. */
export function stage(from: string, assignments: readonly Assignment[]): Stage {
  return {
    query: `select ${assignments.map(written).join(', ')} from ${from}`,
    columns: new Set(assignments.map(({ name }) => name)),
  };
}

/** The first stage, each expression computed once: DuckDB computes what stands in a `case` as often as it is written. */
export function stageOnce(from: string, assignments: readonly Assignment[]): Stage {
  const first = new Map<string, string>();
  for (const { name, sql } of assignments) if (!first.has(sql)) first.set(sql, name);
  const isFirst = ({ name, sql }: Assignment) => first.get(sql) === name;
  const same = assignments.filter((each) => !isFirst(each));
  return extend(
    stage(from, assignments.filter(isFirst)),
    same.map(({ name, sql }) => ({ name, sql: quoteIdentifier(first.get(sql) ?? name) })),
  );
}

/** All columns so far, with some replaced and some added; all are computed from the stage before. */
export function extend(previous: Stage, assignments: readonly Assignment[]): Stage {
  if (assignments.length === 0) return previous;
  const replaced = assignments.filter(({ name }) => previous.columns.has(name));
  const added = assignments.filter(({ name }) => !previous.columns.has(name));
  const replace = replaced.length === 0 ? '' : ` replace (${replaced.map(written).join(', ')})`;
  return {
    query: `select *${replace}${added.map((each) => `, ${written(each)}`).join('')} from (${previous.query})`,
    columns: new Set([...previous.columns, ...added.map(({ name }) => name)]),
  };
}

function written({ name, sql }: Assignment): string {
  return `${sql} as ${quoteIdentifier(name)}`;
}
