import { assert, text, type Text } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral } from '#sql';
import { rowsOf, toNumber } from '#table';
import { canonicalTable } from '../canonical/index.ts';
import { parsed, type Plan } from '../compile/table-sql.ts';
import type { Field, TableMapping } from '../mapping.ts';
import { serializeReason } from '../readers/reader.ts';
import { leaves } from '../survey/survey.ts';

/** Which rows of a raw table are refused or repeated, and how many. */
export interface Check {
  /** A relation with their `source_row`, `kind` (rejected, duplicate, superseded) and `reason`; null if there are none. */
  readonly dropped: string | null;
  readonly loaded: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly superseded: number;
  release(): Promise<void>;
}

/** The instant that a row of a table begins with; a row whose text there cannot be read is refused, not loaded undated. */
const birth: Readonly<Record<string, string>> = {
  tickets: 'created_at',
  messages: 'sent_at',
  ticket_events: 'at',
  ratings: 'rated_at',
  calls: 'started_at',
  agent_sessions: 'from_at',
  offers: 'at',
  invitations: 'at',
  orders: 'ordered_at',
  social_posts: 'posted_at',
  period_facts: 'from_at',
};

/** Tables whose rows mean nothing without that instant. */
const dated: ReadonlySet<string> = new Set([
  'ticket_events',
  'calls',
  'agent_sessions',
  'offers',
  'invitations',
  'orders',
  'social_posts',
]);

let checks = 0;

/** Looks at the rows by what they stand for: the first table of the mapping. */
export async function checkRows(engine: Engine, plan: Plan, signal: AbortSignal | undefined): Promise<Check> {
  const [primary] = plan.mapping.tables;
  assert(primary, 'a mapping fills at least one table');
  checks += 1;
  const checked = temporary(`checked_${checks}`);
  const dropped = temporary(`dropped_${checks}`);
  const release = () => engine.exec(`drop table if exists ${checked}; drop table if exists ${dropped}`);
  try {
    await engine.exec(checkSql(plan, primary, checked, dropped), { signal });
    if (await repeats(engine, checked)) await engine.exec(repeatsSql(plan, checked, dropped), { signal });
    const counts = await countKinds(engine, dropped);
    const result = await engine.query(`select count(*) from ${plan.raw.relation}`, { signal });
    const rows = toNumber(result.columns[0]!.at(0)) ?? 0;
    const some = counts.rejected + counts.duplicate + counts.superseded > 0;
    const rejected = counts.rejected + plan.raw.rejected;
    assert(rows + plan.raw.rejected === plan.raw.rowsRead, 'a reader loads or rejects every row');
    return {
      dropped: some ? dropped : null,
      ...counts,
      rejected,
      loaded: plan.raw.rowsRead - rejected,
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}

function temporary(name: string): string {
  return `temp.${quoteIdentifier(`import_${name}`)}`;
}

function checkSql(plan: Plan, primary: TableMapping, checked: string, dropped: string): string {
  const key = keyOf(primary);
  const born = birth[primary.table] ?? '';
  const bornField = primary.columns[born];
  const bornColumn = bornField
    ? leaves(bornField).flatMap((field) => (field.kind === 'instant' ? [field.column] : []))[0]
    : undefined;
  const needed = [...new Set([...primary.requires, ...key, born, 'updated_at'])];
  const columns = Object.fromEntries(
    Object.entries(primary.columns).filter(([name, field]) => needed.includes(name) && !('unless' in field)),
  );
  const written: Record<string, Field> =
    bornColumn === undefined ? {} : { written: { kind: 'text', column: bornColumn } };
  const { query, columns: known } = parsed(
    plan,
    { ...primary, columns: { ...columns, ...written }, requires: [], customFields: [] },
    plan.raw.relation,
  );
  const missing = primary.requires
    .filter((name) => known.has(name))
    .map((name) =>
      branch(
        `${quoteIdentifier(name)} is null`,
        text('import.reject.missing', { column: headerOf(plan, primary.columns[name]) }),
      ),
    );
  const unreadable =
    bornColumn === undefined
      ? []
      : [
          branch(
            `written is not null and ${born}_utc is null`,
            text('import.reject.date', { column: bornColumn }),
          ),
        ];
  const undated =
    bornColumn !== undefined && dated.has(primary.table)
      ? [branch(`${born}_utc is null`, text('import.reject.undated', { column: bornColumn }))]
      : [];
  const branches = [...missing, ...unreadable, ...undated];
  const reason = branches.length === 0 ? 'null::varchar' : `case ${branches.join(' ')} end`;
  const keySql =
    key.length === 0 || primary.distinct
      ? 'null::varchar'
      : key.length === 1
        ? `${column(known, key[0]!)}::varchar`
        : `concat_ws(chr(31), ${key.map((name) => `coalesce(${column(known, name)}::varchar, '')`).join(', ')})`;
  const updated = known.has('updated_at_utc') ? 'updated_at_utc' : 'null::timestamp';
  return `create or replace temp table ${checked.replace('temp.', '')} as select source_row, ${keySql} as key, ${updated} as updated, ${reason} as reason from (${query});
create or replace temp table ${dropped.replace('temp.', '')} as select source_row, 'rejected' as kind, reason from ${checked} where reason is not null`;
}

function branch(condition: string, reason: Text): string {
  return `when ${condition} then ${quoteLiteral(serializeReason(reason))}`;
}

/** The key of a table, if the file fills all of it with values of its own. */
function keyOf({ table, columns }: TableMapping): string[] {
  const key = (canonicalTable(table)?.key ?? []).map((name) => name.replace(/_utc$/, ''));
  const own = key.every(
    (name) =>
      columns[name] !== undefined && columns[name].kind !== 'row' && columns[name].kind !== 'constant',
  );
  return own ? key : [];
}

function column(known: ReadonlySet<string>, name: string): string {
  return quoteIdentifier(known.has(`${name}_utc`) ? `${name}_utc` : name);
}

function headerOf({ raw }: Plan, field: Field | undefined): string {
  const named = field
    ? leaves(field).flatMap((each) => ('column' in each ? [each.column] : []))[0]
    : undefined;
  return raw.columns.find(({ name }) => name === named)?.header ?? named ?? '';
}

async function repeats(engine: Engine, checked: string): Promise<boolean> {
  const result = await engine.query(
    `select count(key) - count(distinct key) from ${checked} where reason is null`,
  );
  return (toNumber(result.columns[0]!.at(0)) ?? 0) > 0;
}

/** Exact copies are kept once; of different states of one thing the latest is kept. */
function repeatsSql({ raw }: Plan, checked: string, dropped: string): string {
  const cells = raw.columns.map(({ name }) => `r.${quoteIdentifier(name)}`).join(', ');
  return `insert into ${dropped}
with repeated as (select key from ${checked} where reason is null and key is not null group by key having count(*) > 1),
states as (
  select c.source_row, c.key, c.updated, row_number() over (partition by c.key, hash(row(${cells})) order by c.source_row) as copy
  from ${checked} c semi join repeated using (key) join ${raw.relation} r using (source_row) where c.reason is null
),
ranked as (
  select source_row, row_number() over (partition by key order by updated desc nulls last, source_row desc) as age from states where copy = 1
)
select source_row, 'duplicate', null from states where copy > 1
union all select source_row, 'superseded', null from ranked where age > 1`;
}

interface Counts {
  readonly rejected: number;
  readonly duplicate: number;
  readonly superseded: number;
}

async function countKinds(engine: Engine, dropped: string): Promise<Counts> {
  const rows = rowsOf(await engine.query(`select kind, count(*) as n from ${dropped} group by kind`));
  const count = (kind: string) => toNumber(rows.find((row) => row['kind'] === kind)?.['n'] ?? 0) ?? 0;
  return { rejected: count('rejected'), duplicate: count('duplicate'), superseded: count('superseded') };
}
