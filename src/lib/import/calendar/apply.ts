import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { toNumber } from '#table';
import { workspaceZone } from '../canonical/prepare.ts';
import { calendars, everyRule, workspaceSource, type Calendar, type OwnedRule } from './calendar.ts';
import { flatDaysSql, isOpenSql, openDaysSql, openUntilSql, type NumberedCalendar } from './open-days-sql.ts';

/** A table whose rows have durations in business hours. */
interface Timed {
  readonly table: string;
  /** The rows, with their `id`, whose they are (`source_id`, `team`, `channel`), and instants. */
  readonly rows: (base: (table: string) => string) => string;
  readonly from: string;
  /** The column that says whether `from` lies in business hours. */
  readonly within: string;
  readonly measures: readonly { readonly column: string; readonly to: string }[];
}

const tickets: Timed = {
  table: 'tickets',
  rows: (base) => `select *, rowid as id from ${base('tickets')}`,
  from: 'created_at_utc',
  within: 'created_in_business_hours',
  measures: [
    { column: 'first_response_business_seconds', to: 'first_human_reply_at_utc' },
    { column: 'first_resolution_business_seconds', to: 'first_solved_at_utc' },
    { column: 'resolution_business_seconds', to: 'last_solved_at_utc' },
    { column: 'wait_business_seconds', to: 'assigned_at_utc' },
  ],
};

/** A call belongs to the team of its ticket, and waits from its start on for as long as it says. */
const calls: Timed = {
  table: 'calls',
  rows: (
    base,
  ) => `select c.*, c.rowid as id, t.team, 'phone' as channel, c.started_at_utc + to_seconds(c.wait_seconds) as waited_until_utc
  from ${base('calls')} c left join (select source_id, ticket_id, any_value(team) as team from ${base('tickets')} where team is not null group by all) t using (source_id, ticket_id)`,
  from: 'started_at_utc',
  within: 'started_in_business_hours',
  measures: [{ column: 'wait_business_seconds', to: 'waited_until_utc' }],
};

/** Beyond these years a date is a typing error: it has no business seconds. */
const plausible = { from: Date.UTC(1970, 0, 1), to: Date.UTC(2100, 0, 1) };

/**
 * Fills the `*_business_seconds` and `*_in_business_hours` of the rows whose team and channel have a calendar, and empties the others: after every import,
 * and whenever calendars, rules or the zone change. With a source, of its rows only.
 */
export async function applyCalendars(engine: Engine, sourceId: string | null = null): Promise<void> {
  const known = await numbered(engine);
  const rules = known.length === 0 ? [] : await everyRule(engine);
  const chosen = calendarSql(rules, known);
  for (const timed of [tickets, calls]) {
    if (chosen === null) await forget(engine, timed, sourceId);
    else await measure(engine, timed, { known, chosen, sourceId });
  }
}

async function numbered(engine: Engine): Promise<NumberedCalendar[]> {
  const all = (await calendars(engine)).filter(({ hours }) => hours.length > 0);
  const zone = all.length === 0 ? 'UTC' : await workspaceZone(engine);
  return all.map((calendar, number) => ({ ...calendar, number, zone: calendar.zone ?? zone }));
}

/** SQL of the number of the calendar that holds for a row; null if none ever does. The rule that says most comes first. */
export function calendarSql(rules: readonly OwnedRule[], known: readonly NumberedCalendar[]): string | null {
  const weight = ({ team, channel }: OwnedRule) => (team === null ? 0 : 2) + (channel === null ? 0 : 1);
  const branches = [...rules]
    .sort((a, b) => weight(b) - weight(a))
    .flatMap((rule) => {
      const calendar = calendarOf(rule, known);
      return calendar === undefined ? [] : [`when ${conditionOf(rule)} then ${calendar.number}`];
    });
  return branches.length === 0 ? null : `case ${branches.join(' ')} end`;
}

function conditionOf({ sourceId, team, channel }: OwnedRule): string {
  const conditions = [
    ...(sourceId === workspaceSource ? [] : [`source_id = ${quoteLiteral(sourceId)}`]),
    ...(team === null ? [] : [`team = ${quoteLiteral(team)}`]),
    ...(channel === null ? [] : [`channel = ${quoteLiteral(channel)}`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}

/** A source's rule means its own calendar of that name first; the workspace's may name one that a source brought. */
function calendarOf<Known extends Calendar>(
  { sourceId, calendar }: OwnedRule,
  known: readonly Known[],
): Known | undefined {
  const named = known.filter(({ name }) => name === calendar);
  return (
    named.find((each) => each.sourceId === sourceId) ??
    named.find((each) => each.sourceId === workspaceSource) ??
    (sourceId === workspaceSource ? named[0] : undefined)
  );
}

async function forget(engine: Engine, timed: Timed, sourceId: string | null): Promise<void> {
  const { table } = timed;
  const filled = written(timed)
    .map((column) => `${column} is not null`)
    .join(' or ');
  const sets = written(timed)
    .map((column) => `${column} = null`)
    .join(', ');
  await engine.exec(`update ${base(engine, table)} set ${sets} where (${filled})${ofSource(sourceId)}`);
}

function written({ within, measures }: Timed): string[] {
  return [within, ...measures.map(({ column }) => column)];
}

interface Measuring {
  readonly known: readonly NumberedCalendar[];
  /** SQL of the number of a row's calendar. */
  readonly chosen: string;
  readonly sourceId: string | null;
}

const listed = 'temp.import_open_days_listed';
const days = 'temp.import_open_days';

async function measure(engine: Engine, timed: Timed, measuring: Measuring): Promise<void> {
  const range = await rangeOf(engine, timed, measuring);
  if (range === null) return forget(engine, timed, measuring.sourceId);
  try {
    await engine.exec(openDaysSql({ table: unqualified(listed), calendars: measuring.known, ...range }));
    const spans = await firstNumber(engine, `select max(len(opens)) from ${listed}`);
    await engine.exec(flatDaysSql(unqualified(days), listed, spans ?? 0));
    await engine.exec(updateSql(engine, timed, measuring, spans ?? 0));
  } finally {
    await engine.exec(`drop table if exists ${listed}; drop table if exists ${days}`);
  }
}

/** The time that the table's rows span, or null where none has a date. */
async function rangeOf(engine: Engine, timed: Timed, { sourceId }: Measuring) {
  const { from, measures } = timed;
  const within = (instant: string) =>
    `${instant} >= epoch_ms(${plausible.from}) and ${instant} < epoch_ms(${plausible.to})`;
  const ends = [from, ...measures.map(({ to }) => to)].map(
    (to) => `epoch_ms(max(${to}) filter (where ${within(to)}))`,
  );
  const result = await engine.query(
    `select epoch_ms(min(${from})), greatest(${[...ends, 'null'].join(', ')}) from (${timed.rows((name) => base(engine, name))})
where ${within(from)}${ofSource(sourceId)}`,
  );
  const [first, last] = result.columns.map((column) => toNumber(column.at(0)));
  return typeof first === 'number' && typeof last === 'number' && last >= first
    ? { from: first, to: last }
    : null;
}

function updateSql(engine: Engine, timed: Timed, { chosen, sourceId }: Measuring, spans: number): string {
  const { table, from, within, measures } = timed;
  const instants = [from, ...measures.map(({ to }) => to)];
  const micros = instants.map((instant, index) => `epoch_us(${instant}) as at_${index}`);
  const joins = instants.map(
    (_, index) =>
      `left join ${days} d${index} on d${index}.calendar = k.calendar and d${index}.day = floor(k.at_${index} / 86400000000)::bigint`,
  );
  const values = measures.map(({ column }, index) => {
    const to = index + 1;
    const open = `${openUntilSql(`at_${to}`, `d${to}`, spans)} - (${openUntilSql('at_0', 'd0', spans)})`;
    return `case when at_${to} >= at_0 then round((${open}) / 1000000)::bigint end as ${column}`;
  });
  const sets = written(timed)
    .map((column) => `${column} = n.${column}`)
    .join(', ');
  const changed = written(timed)
    .map((column) => `t.${column} is distinct from n.${column}`)
    .join(' or ');
  return `update ${base(engine, table)} as t set ${sets}
from (select id, ${isOpenSql('at_0', 'd0', spans)} as ${within}, ${values.join(', ')} from (
  select id, ${chosen} as calendar, ${micros.join(', ')} from (${timed.rows((name) => base(engine, name))}) where true${ofSource(sourceId)}) k
${joins.join('\n')}) n where t.rowid = n.id and (${changed})`;
}

function ofSource(sourceId: string | null): string {
  return sourceId === null ? '' : ` and source_id = ${quoteLiteral(sourceId)}`;
}

async function firstNumber(engine: Engine, sql: string): Promise<number | null> {
  const result = await engine.query(sql);
  return toNumber(result.columns[0]?.at(0) ?? null);
}

function unqualified(name: string): string {
  return name.replace('temp.', '');
}

function base(engine: Engine, table: string): string {
  return quoteRelation(engine.database, 'base', table);
}
