import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';
import { toNumber } from '#table';
import { parsed, type Plan } from '../compile/table-sql.ts';
import type { Field, TableMapping } from '../mapping.ts';

/** Values of a raw column that its canonical column could not take: they would be left empty. */
export interface UnreadValues {
  readonly column: string;
  readonly table: string;
  readonly target: string;
  readonly filled: number;
  readonly count: number;
  readonly examples: readonly string[];
}

const exampleCount = 5;
/** Words have a review of their own. */
const readable: ReadonlySet<Field['kind']> = new Set([
  'integer',
  'number',
  'money',
  'duration',
  'instant',
  'date',
  'offset',
]);

interface Asked {
  readonly name: string;
  readonly column: string;
  readonly field: Field;
}

/** Looks at every column that is more than text, one query a table. */
export async function unreadValues(
  engine: Engine,
  plan: Plan,
  signal: AbortSignal | undefined,
): Promise<UnreadValues[]> {
  const found: UnreadValues[] = [];
  for (const table of plan.mapping.tables) found.push(...(await unreadOf(engine, plan, table, signal)));
  const seen = new Set<string>();
  return found.filter(
    ({ column, target }) => !seen.has(`${column}/${target}`) && seen.add(`${column}/${target}`),
  );
}

async function unreadOf(
  engine: Engine,
  plan: Plan,
  table: TableMapping,
  signal: AbortSignal | undefined,
): Promise<UnreadValues[]> {
  const asked = Object.entries(table.columns).flatMap(([name, field]): Asked[] =>
    readable.has(field.kind) && 'column' in field ? [{ name, column: field.column, field: bare(field) }] : [],
  );
  if (asked.length === 0) return [];
  const needed = Object.entries(table.columns).filter(([, field]) => field.kind === 'instant');
  const written = asked.map(({ name, column }): [string, Field] => [
    `written ${name}`,
    { kind: 'text', column },
  ]);
  const columns = {
    ...Object.fromEntries(needed.map(([name, field]) => [name, bare(field)])),
    ...Object.fromEntries(asked.map(({ name, field }) => [name, field])),
    ...Object.fromEntries(written),
  };
  const { query, columns: known } = parsed(
    plan,
    { table: table.table, columns, requires: [] },
    plan.raw.relation,
  );
  const parts = asked.map(({ name, field }) => {
    const cell = quoteIdentifier(`written ${name}`);
    const value = quoteIdentifier(known.has(`${name}_utc`) ? `${name}_utc` : name);
    const isLost = `${cell} is not null and ${value} is null${afterSql(field, known)}`;
    return `count(${cell}), count(*) filter (where ${isLost}), (list(distinct ${cell}) filter (where ${isLost}))[1:${exampleCount}]`;
  });
  const result = await engine.query(`select ${parts.join(', ')} from (${query})`, { signal });
  const at = (index: number) => result.columns[index]?.at(0) ?? null;
  return asked.flatMap(({ name, column }, index) => {
    const count = toNumber(at(index * 3 + 1)) ?? 0;
    if (count === 0) return [];
    const filled = toNumber(at(index * 3)) ?? 0;
    return [{ column, table: table.table, target: name, filled, count, examples: texts(at(index * 3 + 2)) }];
  });
}

/** Conditions leave values out on purpose: what they do is no failure to read. */
function bare(field: Field): Field {
  const { unless: _, ...rest } = field;
  if (rest.kind !== 'duration') return rest;
  return { kind: 'duration', column: rest.column, unit: rest.unit };
}

/** A time after an instant that is empty itself is not lost by its own fault. */
function afterSql(field: Field, known: ReadonlySet<string>): string {
  if (field.kind !== 'offset' || !known.has(`${field.from}_utc`)) return '';
  return ` and ${quoteIdentifier(`${field.from}_utc`)} is not null`;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
