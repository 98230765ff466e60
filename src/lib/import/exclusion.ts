import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber } from '#table';
import { canonicalTable } from './canonical/index.ts';
import { hiddenFrom, mainViews } from './canonical/views.ts';
import { transact } from './load/transaction.ts';

/** Rows that are left out at the user's wish, now and of every later export, until it is undone. */
export interface ExclusionRule {
  /** The finding that it is the remedy of. */
  readonly finding: string;
  readonly table: string;
  /** SQL over the table's columns; other tables are read as `base.name`. */
  readonly where: string;
}

export interface Exclusion extends ExclusionRule {
  /** Rows that it leaves out at present. */
  readonly rows: number;
}

/** What is left out. */
export async function exclusionsOf(engine: Engine): Promise<Exclusion[]> {
  const base = baseOf(engine);
  const result = await engine.query(
    `select e.finding, e.table_name, e.condition, count(x.key) as n from ${base('exclusions')} e left join ${base('excluded_rows')} x using (finding)
where e.remedy = 'exclude' group by all order by e.finding`,
  );
  return rowsOf(result).map((row) => ({
    finding: textOf(row['finding']),
    table: textOf(row['table_name']),
    where: textOf(row['condition']),
    rows: toNumber(row['n'] ?? 0) ?? 0,
  }));
}

/** Leaves rows out: every view shows its table without them, and what belongs to a ticket goes with it. */
export async function exclude(engine: Engine, rule: ExclusionRule): Promise<void> {
  const base = baseOf(engine);
  const values = [rule.finding, 'exclude', rule.table, rule.where].map((value) => quoteLiteral(value));
  const hidden = new Set([...(await hiddenFrom(engine)), rule.table]);
  await transact(engine, [
    ...forgetSql(engine, rule.finding),
    `insert into ${base('exclusions')} values (${values.join(', ')})`,
    ...excludedSql(engine, [rule]),
    ...mainViews(engine.database, hidden),
  ]);
}

/** Shows the rows again that a finding's remedy left out. */
export async function include(engine: Engine, finding: string): Promise<void> {
  const others = (await exclusionsOf(engine)).filter((rule) => rule.finding !== finding);
  await transact(engine, [
    ...forgetSql(engine, finding),
    ...mainViews(engine.database, new Set(others.map(({ table }) => table))),
  ]);
}

/** Statements that settle anew which rows the rules mean: after each import. */
export function excludedSql(engine: Engine, rules: readonly ExclusionRule[]): string[] {
  const base = baseOf(engine);
  return rules.flatMap(({ finding, table, where }) => {
    const [key] = canonicalTable(table)?.key ?? [];
    if (key === undefined) return [];
    return [
      `delete from ${base('excluded_rows')} where finding = ${quoteLiteral(finding)}`,
      `insert into ${base('excluded_rows')} by name select distinct ${quoteLiteral(finding)} as finding, 'exclude' as remedy, source_id, ${quoteLiteral(table)} as table_name, ${quoteIdentifier(key)} as key
from ${base(table)} where (${inBase(engine, where)}) and ${quoteIdentifier(key)} is not null`,
    ];
  });
}

/** A condition whose `base.name` are the tables themselves, wherever it is asked from. */
export function inBase({ database }: Engine, where: string): string {
  return where.replace(/\bbase\.(\w+)/g, (_, table: string) => quoteRelation(database, 'base', table));
}

function forgetSql(engine: Engine, finding: string): string[] {
  const base = baseOf(engine);
  return ['exclusions', 'excluded_rows'].map(
    (table) => `delete from ${base(table)} where finding = ${quoteLiteral(finding)}`,
  );
}

function baseOf({ database }: Engine) {
  return (table: string) => quoteRelation(database, 'base', table);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
