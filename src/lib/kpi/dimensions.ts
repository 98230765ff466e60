import { AppError, text, type Text } from '#errors';
import { quoteLiteral, writeIdentifier } from '#sql';
import type { Definition, Kpi } from './kpi.ts';
import { columnIn, hasColumn, qualify, type Join, type Scope } from './relation.ts';

/** Something that values can be broken down by. */
export interface KpiDimension {
  readonly name: string;
  readonly label: Text;
  /** The table that holds it, and its column there. */
  readonly table: 'tickets' | 'agents' | 'customers';
  readonly column: string;
}

const ofTickets = [
  'channel',
  'type',
  'team',
  'site',
  'brand',
  'priority',
  'language',
  'status',
  'status_reason',
  'intent',
  'started_by',
  'is_proactive',
] as const;
const ofCustomers = ['segment', 'stage', 'organisation'] as const;

/** Every dimension of the catalogue, in the order in which one offers them; custom fields come besides, as `field:Name`. */
export const dimensions: readonly KpiDimension[] = [
  ...ofTickets.map((name) => dimension(name, 'tickets', name)),
  dimension('agent', 'agents', 'agent_id'),
  dimension('tag', 'tickets', 'tags'),
  dimension('service', 'tickets', 'channel'),
  dimension('customer', 'customers', 'customer_id'),
  ...ofCustomers.map((name) => dimension(name, 'customers', name)),
];

/** Whether a definition's rows lead to a dimension; sums that arrived as sums lead to few. */
export function hasDimension(kpi: Kpi, definition: Definition, name: string): boolean {
  try {
    planDimension(kpi, definition, name);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

export function isDimension(name: string): boolean {
  return name.startsWith('field:') || dimensions.some((dimension) => dimension.name === name);
}

/** How a query gets at a dimension. */
export interface DimensionPlan {
  readonly alias: string;
  /** The expression; the alias itself where it is a plain column of that name. */
  readonly expression: string;
  readonly scope: Scope;
}

/** What to select and to join for a dimension, beside joins that the query has already; joins never multiply rows, but for tags, where a row counts once per tag. */
export function planDimension(
  kpi: Kpi,
  definition: Definition,
  name: string,
  among: readonly Join[] = [],
): DimensionPlan {
  return planAmong(kpi, definition, name, among);
}

/** The plans of several dimensions of one query: each is written so that the others' joins, and those given, leave it unambiguous. */
export function planDimensions(
  kpi: Kpi,
  definition: Definition,
  names: readonly string[],
  given: readonly Join[] = [],
): { readonly plans: readonly DimensionPlan[]; readonly scope: Scope } {
  const alone = names.map((name) => planDimension(kpi, definition, name));
  const joins = mergedJoins([...given, ...alone.flatMap(({ scope }) => scope.joins)]);
  const plans = names.map((name) => planAmong(kpi, definition, name, joins));
  return { plans, scope: { base: definition.from, joins } };
}

/** One join of each relation. A column that `using` names has to be unambiguous when it is read: those joins come first. */
export function mergedJoins(all: readonly Join[]): Join[] {
  const ordered = [
    ...all.filter(({ using }) => using.length > 0),
    ...all.filter(({ using }) => using.length === 0),
  ];
  return ordered.filter(
    (join, index) => ordered.findIndex(({ relation }) => relation === join.relation) === index,
  );
}

function planAmong(kpi: Kpi, definition: Definition, name: string, among: readonly Join[]): DimensionPlan {
  const base = definition.from;
  const own = (definition.dimensions ?? kpi.dimensions)[name];
  if (own !== undefined) {
    const scope = { base, joins: among };
    return { alias: name, expression: qualify(own, scope), scope };
  }
  if (name.startsWith('field:')) return planField(base, name.slice('field:'.length), among);
  if (name === 'agent') return planAgent(definition, among);
  if (name === 'tag') return planTag(base, among);
  if (name === 'service') return planService(base, among);
  if (name === 'customer' || ofCustomers.some((each) => each === name))
    return planCustomer(base, name, among);
  if (ofTickets.some((each) => each === name)) return planTicketColumn(base, name, among);
  throw new AppError('kpi.dimension.unknown', { name });
}

function dimension(name: string, table: KpiDimension['table'], column: string): KpiDimension {
  return { name, label: text(`kpi.dimension.${name}`), table, column };
}

/** Relations whose rows say of themselves what is otherwise the ticket's. */
const selfDescribed: ReadonlySet<string> = new Set([
  'tickets',
  'contacts',
  'calls',
  'replies',
  'period_facts',
]);

function planTicketColumn(base: string, column: string, among: readonly Join[]): DimensionPlan {
  const { scope, owner } = holderOf(base, column, among);
  return { alias: column, expression: columnIn(scope, owner, column), scope };
}

function planService(base: string, among: readonly Join[]): DimensionPlan {
  const { scope, owner } = holderOf(base, 'channel', among);
  const channel = columnIn(scope, owner, 'channel');
  const expression = `case when ${channel} in ('phone', 'chat', 'callback') then 'live' when ${channel} is not null then 'asynchronous' end`;
  return { alias: 'service', expression, scope };
}

function planField(base: string, field: string, among: readonly Join[]): DimensionPlan {
  const { scope, owner } = holderOf(base, 'custom_fields', among);
  return {
    alias: field,
    expression: `${columnIn(scope, owner, 'custom_fields')}[${quoteLiteral(field)}]`,
    scope,
  };
}

function planTag(base: string, among: readonly Join[]): DimensionPlan {
  const { scope, owner } = holderOf(base, 'tags', among);
  const tags = columnIn(scope, owner, 'tags');
  const unnested: Join = {
    relation: 'tagged',
    sql: `left join unnest(list_distinct(${tags})) as tagged(tag) on true`,
    using: [],
  };
  return { alias: 'tag', expression: 'tag', scope: { base, joins: mergedJoins([...scope.joins, unnested]) } };
}

function planAgent({ from: base, agent }: Definition, among: readonly Join[]): DimensionPlan {
  const { scope, key } = keyFor(base, agent ?? 'agent_id');
  const joined = joinBy(scope, 'agents', 'agent_id', key);
  const id = joined.using.includes('agent_id') ? 'agent_id' : key;
  return {
    alias: 'agent',
    expression: firstOf('agents.name', id),
    scope: { base, joins: mergedJoins([...scope.joins, joined, ...among]) },
  };
}

function planCustomer(base: string, name: string, among: readonly Join[]): DimensionPlan {
  const { scope, key } = keyFor(base, 'customer_id');
  const joined = joinBy(scope, 'customers', 'customer_id', key);
  const whole = { base, joins: mergedJoins([...scope.joins, joined, ...among]) };
  if (name !== 'customer')
    return { alias: name, expression: columnIn(whole, 'customers', name), scope: whole };
  const id = joined.using.includes('customer_id') ? 'customer_id' : key;
  return { alias: 'customer', expression: firstOf('customers.name', id), scope: whole };
}

/** Where a column of tickets is found for a base: in its own rows, or in its ticket's. */
function holderOf(base: string, column: string, among: readonly Join[]): { scope: Scope; owner: string } {
  const isOwn = selfDescribed.has(base) && hasColumn(base, column);
  const joins = mergedJoins([...(isOwn ? [] : [ticketsJoin(base)]), ...among]);
  return { scope: { base, joins }, owner: isOwn ? base : 'tickets' };
}

/** Whose a row is. A survey that does not say so is about its ticket's agent and customer. */
function keyFor(base: string, column: string): { scope: Scope; key: string } {
  if (hasColumn(base, column) && base !== 'ratings')
    return { scope: { base, joins: [] }, key: `${base}.${column}` };
  const scope = { base, joins: [ticketsJoin(base)] };
  const key = hasColumn(base, column)
    ? `coalesce(${base}.${column}, tickets.${column})`
    : `tickets.${column}`;
  return { scope, key };
}

export function ticketsJoin(base: string): Join {
  if (!hasColumn(base, 'ticket_id')) throw new AppError('kpi.dimension.noTicket', { table: base });
  return {
    relation: 'tickets',
    sql: 'left join tickets using (source_id, ticket_id)',
    using: ['source_id', 'ticket_id'],
  };
}

function joinBy({ base, joins }: Scope, relation: string, column: string, key: string): Join {
  if (base === 'tickets' && joins.length === 0 && key === `tickets.${column}`) {
    return {
      relation,
      sql: `left join ${relation} using (source_id, ${column})`,
      using: ['source_id', column],
    };
  }
  return {
    relation,
    sql: `left join ${relation} on ${relation}.source_id = ${base}.source_id and ${relation}.${column} = ${key}`,
    using: [],
  };
}

/** `coalesce(name, id)`, where the id may be a `coalesce` itself. */
function firstOf(name: string, id: string): string {
  return `coalesce(${name}, ${id.replace(/^coalesce\((.*)\)$/, '$1')})`;
}

/** The key column of a plan as it is selected: `channel`, `tickets.type`, `coalesce(…) as agent`. */
export function selected({ alias, expression }: DimensionPlan): string {
  const name = writeIdentifier(alias);
  return expression === name || expression.endsWith(`.${name}`) ? expression : `${expression} as ${name}`;
}

/** What to group by: the alias, or everything where a column of that name would be taken instead. */
export function grouped({ alias, expression, scope }: DimensionPlan): string {
  const name = writeIdentifier(alias);
  const relations = [scope.base, ...scope.joins.map(({ relation }) => relation)];
  const isTaken = relations.some((relation) => hasColumn(relation, alias));
  if (!isTaken) return name;
  return expression === name || expression.endsWith(`.${name}`) ? expression : 'all';
}

/** What the key column is called in the result. */
export function aliasOf({ alias }: DimensionPlan): string {
  return writeIdentifier(alias);
}

/** What to order by: as it is grouped, for a bare name may be that of another relation's column too. */
export function ordered(plan: DimensionPlan): string {
  return selected(plan) === plan.expression ? plan.expression : aliasOf(plan);
}

/** What to group several dimensions by, after the keys that come before them. */
export function groupedBy(plans: readonly DimensionPlan[], before: readonly string[] = []): string {
  const keys = plans.map(grouped);
  return keys.includes('all') ? 'all' : [...before, ...keys].join(', ');
}
