import { AppError } from '#errors';
import { tokenize } from '#sql';
import type { Grain, WeekStart } from '#time';
import { aggregates, aggregateText } from './aggregate.ts';
import { conditions, fromText, lines, qualified } from './clauses.ts';
import { ticketsJoin } from './dimensions.ts';
import type { Definition, Kpi } from './kpi.ts';
import { columnsIn, hasColumn, qualify, type Scope } from './relation.ts';
import { indented, selectText, whereText } from './sql-text.ts';
import { truncated } from './trend.ts';

export interface CohortOptions {
  readonly kpi: Kpi;
  readonly grain: Grain;
  readonly withPeriod: boolean;
  readonly weekStart: WeekStart;
}

/** How long a cohort is followed, in units of the grain. */
const followed = 12;

/**
 * What a cohort of a KPI shows: of the tickets opened in a week, the share that had it within so many weeks; or the KPI
 * itself by how long after the opening its rows came. Null where neither means anything.
 */
export function cohortKind(kpi: Kpi, definition: Definition): 'share' | 'age' | null {
  const { from, shape, at, per } = definition;
  if (at === null || !hasColumn(from, 'ticket_id')) return null;
  if (from === 'tickets' ? columnsIn(at, from).includes('created_at') : !eventTables.has(from)) return null;
  if (shape === 'count' || kpi.cohort === 'share') return 'share';
  return shape === 'ratio' && per === null ? 'age' : null;
}

/** Tables of what happens to a ticket after it was opened. */
const eventTables: ReadonlySet<string> = new Set([
  'ratings',
  'replies',
  'solves',
  'ticket_events',
  'messages',
]);

export function compileCohort(definition: Definition, options: CohortOptions): string {
  const kind = cohortKind(options.kpi, definition);
  if (kind === null || options.grain === 'hour')
    throw new AppError('kpi.cut.none', { kpi: options.kpi.id, cut: 'cohort' });
  return kind === 'share' ? shareWithin(definition, options) : valueByAge(definition, options);
}

function shareWithin(definition: Definition, options: CohortOptions): string {
  const { grain } = options;
  const isTicket = definition.from === 'tickets';
  const opened = isTicket ? openedTickets(definition, options) : openedWithEvents(options);
  const age = `within_${grain}s`;
  return lines([
    ...(isTicket ? ['with opened as ('] : [...eventsText(definition), '), opened as (']),
    indented(opened),
    ')',
    `select opened_in, ${age}, avg(coalesce(age < ${age}, false)::int) as value, count(*) as n`,
    `from opened cross join unnest(range(1, ${followed + 1})) as follow_up(${age})`,
    `where opened_in + (${age} + 1) * interval 1 ${grain} <= $as_of`,
    `group by opened_in, ${age}`,
    `order by opened_in, ${age}`,
  ]);
}

function openedTickets(definition: Definition, { grain, weekStart, withPeriod }: CohortOptions): string {
  const at = utcOf(definition.at ?? '', 'tickets');
  const elapsed = `date_sub('${grain}', created_at_utc, ${at})`;
  const counted = conditions(definition, false);
  const cases = lines(['case', `    when ${counted.join(' and ')}`, `    then ${elapsed}`, '  end']);
  return lines([
    selectText([
      `${truncated('created_at', grain, weekStart)} as opened_in`,
      `${counted.length === 0 ? elapsed : cases} as age`,
    ]),
    'from tickets',
    ...whereText(openedWithin('created_at', withPeriod)),
  ]);
}

function eventsText(definition: Definition): string[] {
  const { from, at } = definition;
  const first = `min(${qualify(utcOf(at ?? '', from), { base: from, joins: [] })}) as first_at`;
  return [
    'with events as (',
    indented(
      lines([
        `select source_id, ticket_id, ${first}`,
        `from ${from}`,
        ...whereText(conditions(definition, false)),
        'group by source_id, ticket_id',
      ]),
    ),
  ];
}

function openedWithEvents({ grain, weekStart, withPeriod }: CohortOptions): string {
  return lines([
    selectText([
      `${truncated('created_at', grain, weekStart)} as opened_in`,
      `date_sub('${grain}', created_at_utc, first_at) as age`,
    ]),
    'from tickets left join events using (source_id, ticket_id)',
    ...whereText(openedWithin('created_at', withPeriod)),
  ]);
}

function valueByAge(definition: Definition, { grain, weekStart, withPeriod }: CohortOptions): string {
  const { from } = definition;
  const scope: Scope = { base: from, joins: from === 'tickets' ? [] : [ticketsJoin(from)] };
  const created = from === 'tickets' || !hasColumn(from, 'created_at') ? 'created_at' : 'tickets.created_at';
  const at = qualify(utcOf(definition.at ?? '', from), scope);
  const age = `${grain}s_later`;
  return lines([
    selectText([
      `${truncated(created, grain, weekStart)} as opened_in`,
      `date_sub('${grain}', ${created}_utc, ${at}) as ${age}`,
      ...aggregates(definition).map((each) => qualify(aggregateText(each), scope)),
    ]),
    ...fromText(scope),
    ...whereText([
      ...qualified(conditions(definition, false), scope),
      `${at} >= ${created}_utc`,
      ...openedWithin(created, withPeriod),
    ]),
    `group by opened_in, ${age}`,
    `order by opened_in, ${age}`,
  ]);
}

function openedWithin(created: string, withPeriod: boolean): string[] {
  return withPeriod
    ? [`${created} >= $period_start and ${created} < $period_end`]
    : [`${created} is not null`];
}

/** An instant by the clock that knows no summer time: intervals are reckoned by it. */
export function utcOf(at: string, relation: string): string {
  return tokenize(at)
    .map(({ kind, text }) => (kind === 'word' && hasColumn(relation, `${text}_utc`) ? `${text}_utc` : text))
    .join('');
}
