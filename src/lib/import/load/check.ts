import { assert, text, type Text } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral } from '#sql';
import { rowsOf, toNumber } from '#table';
import { canonicalTable } from '../canonical/index.ts';
import { countRows } from '../canonical/prepare.ts';
import { parsed, type Plan } from '../compile/table-sql.ts';
import { isTakenSql } from '../compile/taken-sql.ts';
import type { Field, TableMapping } from '../mapping.ts';
import { serializeReason, type RawTable } from '../readers/reader.ts';
import { leaves } from '../survey/survey.ts';

/** Which rows of a raw table are refused or repeated, and how many. */
export interface Check {
  /** A relation with their `source_row`, `kind` (rejected, duplicate, superseded, left out) and `reason`; null if there are none. */
  readonly dropped: string | null;
  readonly loaded: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly superseded: number;
  /** Rows that no table of the mapping takes, on purpose; counted as loaded. */
  readonly leftOut: number;
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

/** Looks at the rows by what they stand for: the first table of the mapping that takes them. */
export async function checkRows(engine: Engine, plan: Plan, signal: AbortSignal | undefined): Promise<Check> {
  assert(plan.mapping.tables.length > 0, 'a mapping fills at least one table');
  checks += 1;
  const checked = temporary(`checked_${checks}`);
  const dropped = temporary(`dropped_${checks}`);
  const release = () => engine.exec(`drop table if exists ${checked}; drop table if exists ${dropped}`);
  try {
    const rows = await countRows(engine, plan.raw.relation);
    assert(rows + plan.raw.rejected === plan.raw.rowsRead, 'a reader loads or rejects every row');
    const { owned, refused, repeated } = await lookOver(engine, plan, signal);
    const isClean = owned === rows && refused === 0 && repeated === 0;
    if (!isClean) await engine.exec(checkSql(plan, checked, dropped), { signal });
    if (repeated > 0) await engine.exec(repeatsSql(plan, checked, dropped), { signal });
    const counts = isClean ? none : await countKinds(engine, dropped);
    const rejected = counts.rejected + plan.raw.rejected;
    return {
      dropped: isClean ? null : dropped,
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

/** A raw table, or some rows of it, without those that are refused or repeated. */
export function keptRows(
  raw: RawTable,
  { dropped }: Pick<Check, 'dropped'>,
  rows: string = raw.relation,
): string {
  return dropped === null ? rows : `(from ${rows} anti join ${dropped} using (source_row))`;
}

function temporary(name: string): string {
  return `temp.${quoteIdentifier(`import_${name}`)}`;
}

/** Counts what is to be written down of the rows: most files need none of it, and to write a million keys costs more than to count them. */
async function lookOver(
  engine: Engine,
  plan: Plan,
  signal: AbortSignal | undefined,
): Promise<{ readonly owned: number; readonly refused: number; readonly repeated: number }> {
  const result = await engine.query(
    `select count(*), count(reason), count(key) filter (where reason is null) - count(distinct key) filter (where reason is null) from (${verdictsSql(plan, ownersOf(plan.mapping))})`,
    { signal },
  );
  const [owned = 0, refused = 0, repeated = 0] = result.columns.map((column) => toNumber(column.at(0)) ?? 0);
  return { owned, refused, repeated };
}

/** Every row with the key, the age and the verdict of the table that takes it. */
function verdictsSql(plan: Plan, owners: readonly TableMapping[]): string {
  return owners
    .map((owner, index) => {
      const rows = ownRows(plan, owner, owners.slice(0, index));
      return verdictSql(plan, owner, { rows, table: owners.length > 1 ? owner.table : '' });
    })
    .join(' union all ');
}

/** Writes the verdicts down, and those rows that are not to be loaded. */
function checkSql(plan: Plan, checked: string, dropped: string): string {
  const owners = ownersOf(plan.mapping);
  const untold = owners.at(-1)?.where ? leftOutSql(plan, owners) : '';
  return `create or replace temp table ${checked.replace('temp.', '')} as ${verdictsSql(plan, owners)};
create or replace temp table ${dropped.replace('temp.', '')} as select source_row, 'rejected' as kind, reason from ${checked} where reason is not null${untold}`;
}

/**
 * The tables that rows may stand for, each for those that none before it takes. A list of what rows mention (agents, customers)
 * stands for none of them.
 */
function ownersOf({ tables }: Plan['mapping']): TableMapping[] {
  const candidates = tables.filter(({ distinct, where }, index) => index === 0 || !distinct || where);
  const last = candidates.findIndex(({ where }) => !where);
  return last < 0 ? candidates : candidates.slice(0, last + 1);
}

function ownRows({ raw, survey }: Plan, { where }: TableMapping, before: readonly TableMapping[]): string {
  const conditions = [
    ...(where ? [isTakenSql(where, survey)] : []),
    ...before.flatMap((other) => (other.where ? [`not ${isTakenSql(other.where, survey)}`] : [])),
  ];
  return conditions.length === 0
    ? raw.relation
    : `(select * from ${raw.relation} as r where ${conditions.join(' and ')})`;
}

function leftOutSql({ raw, survey }: Plan, owners: readonly TableMapping[]): string {
  const conditions = owners.flatMap(({ where }) => (where ? [`not ${isTakenSql(where, survey)}`] : []));
  return ` union all select source_row, 'left out', null from ${raw.relation} as r where ${conditions.join(' and ')}`;
}

function verdictSql(
  plan: Plan,
  owner: TableMapping,
  { rows, table }: { readonly rows: string; readonly table: string },
): string {
  const identity = identityOf(owner);
  const born = birth[owner.table] ?? '';
  const bornColumn = bornColumnOf(owner, born);
  const needed = new Set([...owner.requires, ...identity.names, born, 'updated_at']);
  const columns = Object.fromEntries(
    Object.entries(owner.columns).filter(
      ([name, field]) => needed.has(name) && !('unless' in field) && !leaves(field).some(isBefore),
    ),
  );
  const written: Record<string, Field> =
    bornColumn === undefined ? {} : { written: { kind: 'text', column: bornColumn } };
  const order = identity.order.map((column, index) => [`order ${index}`, { kind: 'text', column }] as const);
  const { query, columns: known } = parsed(
    plan,
    {
      table: owner.table,
      columns: { ...columns, ...written, ...Object.fromEntries(order) },
      requires: [],
    },
    rows,
  );
  const parts = [
    ...identity.names.map((name) => column(known, name)),
    ...order.map(([name]) => quoteIdentifier(name)),
  ];
  const updated = known.has('updated_at_utc') ? 'updated_at_utc' : 'null::timestamp';
  return `select source_row, ${keySql(identity, parts, table)} as key, ${identity.states} as states, ${updated} as updated, ${reasonSql(plan, owner, known)} as reason from (${query})`;
}

/** NULL where a row has no identity. Of several parts some may be empty: a calendar for all channels names none. */
function keySql({ names, states }: Identity, parts: readonly string[], table: string): string {
  if (parts.length === 0) return 'null::varchar';
  const whole =
    parts.length === 1
      ? `${parts[0]}::varchar`
      : `concat_ws(chr(31), ${parts.map((part) => `coalesce(${part}::varchar, '')`).join(', ')})`;
  const placed = states
    ? whole
    : `case when ${parts
        .slice(0, Math.max(1, names.length))
        .map((part) => `${part} is not null`)
        .join(' and ')} then ${whole} end`;
  return table === '' ? placed : `${quoteLiteral(`${table} `)} || ${placed}`;
}

function bornColumnOf({ columns }: TableMapping, born: string): string | undefined {
  const field = columns[born];
  return field
    ? leaves(field).flatMap((each) => (each.kind === 'instant' ? [each.column] : []))[0]
    : undefined;
}

/** Why a row is no row of its table; NULL where it is one. */
function reasonSql(plan: Plan, owner: TableMapping, known: ReadonlySet<string>): string {
  const born = birth[owner.table] ?? '';
  const bornColumn = bornColumnOf(owner, born);
  const missing = owner.requires
    .filter((name) => known.has(name))
    .map((name) =>
      branch(
        `${quoteIdentifier(name)} is null`,
        text('import.reject.missing', { column: headerOf(plan, owner.columns[name]) }),
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
    bornColumn !== undefined && dated.has(owner.table)
      ? [branch(`${born}_utc is null`, text('import.reject.undated', { column: bornColumn }))]
      : [];
  const branches = [...missing, ...unreadable, ...undated];
  return branches.length === 0 ? 'null::varchar' : `case ${branches.join(' ')} end`;
}

function branch(condition: string, reason: Text): string {
  return `when ${condition} then ${quoteLiteral(serializeReason(reason))}`;
}

/** By what a row is known again. */
interface Identity {
  readonly names: readonly string[];
  /** Raw columns besides: the place of a row in a log. */
  readonly order: readonly string[];
  /** Whether different rows with it are states of one thing, of which the latest counts; else only exact copies are repeats. */
  readonly states: boolean;
}

const unknown: Identity = { names: [], order: [], states: false };

/**
 * The key of a table, if the file fills all of it with values of its own. A row of a log is known by its thing and its place; one
 * without an id, by its ticket and its instant.
 */
function identityOf({ table, columns, distinct, completes, latest, changes }: TableMapping): Identity {
  if (distinct || completes) return unknown;
  if (latest) return { names: [], order: [latest.of, ...latest.by], states: false };
  const key = (canonicalTable(table)?.key ?? []).map((name) => name.replace(/_utc$/, ''));
  const fields = key.flatMap((name) => columns[name] ?? []);
  const isOwn = !fields.some(isNumbered) && !fields.every(isConstant);
  if (fields.length === key.length && isOwn && !changes) return { names: key, order: [], states: true };
  const born = birth[table] ?? '';
  const place = ['ticket_id', born].filter((name) => columns[name] !== undefined);
  return place.length === 2 ? { names: place, order: changes?.by ?? [], states: false } : unknown;
}

/** Made of the row's number: two rows with the same cells differ in it. */
function isNumbered(field: Field): boolean {
  if (field.kind === 'first') return field.of.every(isNumbered);
  return field.kind === 'row' || (field.kind === 'join' && field.of.some(isNumbered));
}

function isConstant({ kind }: Field): boolean {
  return kind === 'constant';
}

function isBefore({ kind }: Field): boolean {
  return kind === 'before';
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

/** Exact copies are kept once; of different states of one thing the latest is kept. */
function repeatsSql({ raw }: Plan, checked: string, dropped: string): string {
  const cells = raw.columns.map(({ name }) => `r.${quoteIdentifier(name)}`).join(', ');
  return `insert into ${dropped}
with repeated as (select key from ${checked} where reason is null and key is not null group by key having count(*) > 1),
states as (
  select c.source_row, c.key, c.states, c.updated, row_number() over (partition by c.key, hash(row(${cells})) order by c.source_row) as copy
  from ${checked} c semi join repeated using (key) join ${raw.relation} r using (source_row) where c.reason is null
),
ranked as (
  select source_row, row_number() over (partition by key order by updated desc nulls last, source_row desc) as age from states where copy = 1 and states
)
select source_row, 'duplicate', null from states where copy > 1
union all select source_row, 'superseded', null from ranked where age > 1`;
}

type Counts = Pick<Check, 'rejected' | 'duplicate' | 'superseded' | 'leftOut'>;

const none: Counts = { rejected: 0, duplicate: 0, superseded: 0, leftOut: 0 };

async function countKinds(engine: Engine, dropped: string): Promise<Counts> {
  const rows = rowsOf(await engine.query(`select kind, count(*) as n from ${dropped} group by kind`));
  const count = (kind: string) => toNumber(rows.find((row) => row['kind'] === kind)?.['n'] ?? 0) ?? 0;
  return {
    rejected: count('rejected'),
    duplicate: count('duplicate'),
    superseded: count('superseded'),
    leftOut: count('left out'),
  };
}
