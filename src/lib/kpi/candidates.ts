import { msToWallClock, wallClockToMs, wallClockToUtc, type Period } from '#time';
import { availability } from './availability.ts';
import { utcOf } from './cohort.ts';
import { axes, type Definition, type Kpi } from './kpi.ts';
import type { KpiProfile } from './profile.ts';
import { columnsIn, columnsOf, hasColumn } from './relation.ts';
import { defaultChoice, definitionOf, fullVariant, serializeVariant, type Choice } from './variant.ts';

/** One respect in which another screen may count otherwise. */
export type Departure =
  | { readonly kind: 'variant'; readonly variant: string }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'lastDay' }
  /** By a date of the table, which may be that of the rows' tickets. */
  | { readonly kind: 'basis'; readonly table: string; readonly column: string }
  | { readonly kind: 'exclusion'; readonly exclusion: string };

/** One way to count: what it departs in, and what it comes to. */
export interface Candidate {
  readonly departures: readonly Departure[];
  /** The more, the less plausible. */
  readonly cost: number;
  readonly definition: Definition;
  readonly period: Period | null;
}

export interface CandidateOptions {
  readonly profile: KpiProfile;
  readonly period: Period | null;
  /** The zone that the data's wall clocks are in. */
  readonly workspaceZone: string;
  /** Zones that the other screen may have, the likeliest first. */
  readonly zones: readonly string[];
}

/** What a ticket has to be to stay, by the name of what is left out. */
const exclusions: Readonly<Record<string, string>> = {
  merged: `status is distinct from 'merged'`,
  spam: `status is distinct from 'spam'`,
  deleted: `status is distinct from 'deleted'`,
  noise: `coalesce(status, '') not in ('merged', 'spam', 'deleted')`,
  started_by_agents: `started_by is distinct from 'agent'`,
  proactive: 'is_proactive is not true',
  bots: `coalesce((source_id, agent_id) not in (select (source_id, agent_id) from agents where is_bot), true)`,
  tests: `not regexp_matches(lower(trim(coalesce(subject, ''))), '^(test|teste|testing|testando|prueba)([^a-z]|$)')`,
  repeats: `not exists (select 1 from tickets as earlier where earlier.source_id = tickets.source_id and earlier.customer_id = tickets.customer_id and earlier.subject = tickets.subject and earlier.created_at < tickets.created_at and earlier.created_at >= tickets.created_at - interval 1 day)`,
};

/** How far from plausible each kind of departure is; a zone that nobody named stands alone. */
const costs = { variant: 1, zone: 1.1, lastDay: 1.15, basis: 1.2, exclusion: 1.3, guessedZone: 3 } as const;
/** Three departures at most. */
const mostCost = 3.7;

/** Every way to count that is near the KPI's own, the most plausible first. */
export function candidates(kpi: Kpi, options: CandidateOptions): readonly Candidate[] {
  const found = variantsOf(kpi, options).flatMap((variant) =>
    basesOf(variant, options).flatMap((basis) =>
      periodsOf(basis, options).flatMap((period) => exclusionsOf(period)),
    ),
  );
  return found.sort((a, b) => a.cost - b.cost);
}

function variantsOf(kpi: Kpi, { profile, period }: CandidateOptions): Candidate[] {
  const choices = axes.reduce<readonly Choice[]>(
    (chosen, axis) =>
      chosen.flatMap((choice) =>
        kpi.variants[axis] ? kpi.variants[axis].map((option) => ({ ...choice, [axis]: option })) : [choice],
      ),
    [defaultChoice(kpi)],
  );
  return choices.flatMap((choice) => {
    const variant = fullVariant(choice);
    if (availability(kpi, profile, { variant, withPeriod: period !== null }).status !== 'ok') return [];
    const named = serializeVariant(kpi, choice);
    const departures = named === '' ? [] : [{ kind: 'variant', variant: named } as const];
    const cost = named === '' ? 0 : named.split('+').length * costs.variant;
    return cost > mostCost ? [] : [{ departures, cost, definition: definitionOf(kpi, choice), period }];
  });
}

/** The KPI's own date, and the other dates that its rows or their tickets have. */
function basesOf(candidate: Candidate, { profile }: CandidateOptions): Candidate[] {
  const { definition, period } = candidate;
  const { from, at } = definition;
  if (period === null || at === null) return [candidate];
  const own = columnsIn(at, from);
  const isFilled = (table: string, column: string): boolean =>
    (profile.tables[table]?.columns[column] ?? 0) > 0;
  const instants = (table: string): string[] =>
    columnsOf(table).filter(
      (name) =>
        /_at$/.test(name) && !/due/.test(name) && isFilled(table, name) && hasColumn(table, `${name}_utc`),
    );
  const others = instants(from).filter((name) => !own.includes(name));
  const ofTickets =
    from !== 'tickets' && hasColumn(from, 'ticket_id') && !others.includes('created_at')
      ? instants('tickets').filter((name) => ticketDates.includes(name))
      : [];
  return [
    candidate,
    ...others.flatMap((column) =>
      departed(candidate, { kind: 'basis', table: from, column }, { at: column }),
    ),
    ...ofTickets.flatMap((column) =>
      departed(candidate, { kind: 'basis', table: 'tickets', column }, { at: `tickets.${column}` }),
    ),
  ];
}

const ticketDates = ['created_at', 'last_solved_at', 'closed_at'];

/** The period by other clocks, and with the day included that it ends before. */
function periodsOf(candidate: Candidate, { workspaceZone, zones }: CandidateOptions): Candidate[] {
  const { period } = candidate;
  if (period === null || candidate.definition.at === null) return [candidate];
  const ends = [candidate, ...withLastDay(candidate)];
  return ends.flatMap((each) => {
    const seen = new Set([shiftText(each.period, workspaceZone)]);
    const shifted = [...zones, ...wholeHours].flatMap((zone, index) => {
      const key = shiftText(each.period, zone);
      if (seen.has(key)) return [];
      seen.add(key);
      const cost = index < zones.length ? costs.zone : costs.guessedZone;
      return departed(each, { kind: 'zone', zone }, atUtc(each.definition), {
        period: inUtc(each.period, zone),
        cost,
      });
    });
    return [each, ...shifted];
  });
}

function withLastDay(candidate: Candidate): Candidate[] {
  const end = candidate.period?.to ? wallClockToMs(candidate.period.to) : null;
  if (!candidate.period || end === null || end % dayLength !== 0) return [];
  const period = { from: candidate.period.from, to: msToWallClock(end + dayLength) };
  return departed(candidate, { kind: 'lastDay' }, {}, { period });
}

const dayLength = 86_400_000;

/** Offsets that a screen may have though nobody said so. */
const wholeHours = Array.from({ length: 27 }, (_, index) => index - 12).map(
  (hours) => `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`,
);

function atUtc(definition: Definition): Partial<Definition> {
  const { at, from } = definition;
  if (at === null) return {};
  const [table = '', column = ''] = at.split('.');
  return { at: table === 'tickets' && column !== '' && from !== 'tickets' ? `${at}_utc` : utcOf(at, from) };
}

/** What a zone makes of the period, to tell zones apart. */
function shiftText(period: Period | null, zone: string): string {
  const { from, to } = inUtc(period, zone);
  return `${from} ${to}`;
}

function inUtc(period: Period | null, zone: string): Period {
  const bound = (wallClock: string | null | undefined) =>
    wallClock ? wallClockToUtc(wallClock, zone) : null;
  return { from: bound(period?.from), to: bound(period?.to) };
}

function exclusionsOf(candidate: Candidate): Candidate[] {
  const { from, where } = candidate.definition;
  if (!hasColumn(from, 'ticket_id')) return [candidate];
  const left = Object.entries(exclusions).flatMap(([exclusion, keep]) => {
    const condition =
      from === 'tickets'
        ? keep
        : `(source_id, ticket_id) in (select source_id, ticket_id from tickets where ${keep})`;
    const both = where === null ? condition : `(${where}) and ${condition}`;
    return departed(candidate, { kind: 'exclusion', exclusion }, { where: both });
  });
  return [candidate, ...left];
}

function departed(
  candidate: Candidate,
  departure: Departure,
  patch: Partial<Definition>,
  { period = candidate.period, cost = costs[departure.kind] }: { period?: Period | null; cost?: number } = {},
): Candidate[] {
  if (candidate.cost + cost > mostCost) return [];
  return [
    {
      departures: [...candidate.departures, departure],
      cost: candidate.cost + cost,
      definition: { ...candidate.definition, ...patch },
      period,
    },
  ];
}
