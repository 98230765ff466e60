import type { Engine } from '#engine';
import { text, type Text } from '#errors';
import { dataProfile, type DataProfile } from '#import';
import { quoteRelation } from '#sql';
import { toNumber } from '#table';

/** What the data can answer from: its tables and columns, and how often each check is violated. */
export interface KpiProfile {
  readonly tables: DataProfile;
  readonly facts: Readonly<Record<string, number>>;
}

interface Check {
  readonly name: string;
  readonly relation: string;
  /** Counts what speaks against it. */
  readonly violations: string;
  /** What it asks for, and why it fails. */
  readonly wanted: string;
  readonly reason: string;
}

/** The checks that a KPI file may name under `requires`. */
const checks: readonly Check[] = [
  {
    name: 'abandoned waits',
    relation: 'contacts',
    violations: "count(*) filter (where outcome = 'abandoned' and wait_seconds is null)",
    wanted: 'kpi.wanted.abandonedWaits',
    reason: 'kpi.check.abandonedWaits',
  },
  {
    name: 'one scale',
    relation: 'ratings',
    violations:
      "greatest(count(distinct scale) filter (where kind = 'csat' and is_latest and bucket is not null) - 1, 0)",
    wanted: 'kpi.wanted.oneScale',
    reason: 'kpi.check.oneScale',
  },
  {
    name: 'csat answers',
    relation: 'ratings',
    violations: "(count(*) filter (where kind = 'csat' and bucket is not null) = 0)::int",
    wanted: 'kpi.wanted.csatAnswers',
    reason: 'kpi.check.csatAnswers',
  },
  {
    name: 'unanswered surveys',
    relation: 'ratings',
    violations: "(count(*) filter (where kind = 'csat' and score is null) = 0)::int",
    wanted: 'kpi.wanted.unanswered',
    reason: 'kpi.check.unanswered',
  },
  {
    name: 'nps answers',
    relation: 'ratings',
    violations: "(count(*) filter (where kind = 'nps' and scale = '0-10' and score is not null) = 0)::int",
    wanted: 'kpi.wanted.npsAnswers',
    reason: 'kpi.check.npsAnswers',
  },
  {
    name: 'a calendar',
    relation: 'tickets',
    violations:
      '(count(coalesce(first_response_business_seconds, first_resolution_business_seconds, resolution_business_seconds)) = 0)::int',
    wanted: 'kpi.wanted.calendar',
    reason: 'kpi.check.calendar',
  },
  {
    name: 'a calendar for waits',
    relation: 'contacts',
    violations: '(count(wait_business_seconds) = 0)::int',
    wanted: 'kpi.wanted.calendar',
    reason: 'kpi.check.calendar',
  },
  {
    name: 'a calendar for contacts',
    relation: 'contacts',
    violations: '(count(in_business_hours) = 0)::int',
    wanted: 'kpi.wanted.calendar',
    reason: 'kpi.check.calendar',
  },
  {
    name: 'times of day',
    relation: 'contacts',
    // A file that knows days alone reads as if all had come at midnight.
    violations: '(count(started_at) >= 20 and min(started_at::time) = max(started_at::time))::int',
    wanted: 'kpi.wanted.timesOfDay',
    reason: 'kpi.check.timesOfDay',
  },
  {
    name: 'one currency',
    relation: 'orders',
    violations: 'greatest(count(distinct currency) - 1, 0)',
    wanted: 'kpi.wanted.oneCurrency',
    reason: 'kpi.check.oneCurrency',
  },
  {
    name: 'one grain',
    relation: 'period_facts',
    violations: 'count(distinct (source_id, metric, grain_id)) - count(distinct (source_id, metric))',
    wanted: 'kpi.wanted.oneGrain',
    reason: 'kpi.check.oneGrain',
  },
  {
    name: 'agent solves',
    relation: 'solves',
    violations: '(count(agent_id) = 0)::int',
    wanted: 'kpi.wanted.agentSolves',
    reason: 'kpi.check.agentSolves',
  },
];

/** Looks at the data once, for all KPIs: of everything, or of what a book's scope lets through. */
export async function kpiProfile(engine: Engine, book: string | null = null): Promise<KpiProfile> {
  const tables = await dataProfile(engine, book);
  const facts: Record<string, number> = {};
  for (const { name, relation, violations } of checks) {
    const from = quoteRelation(book ?? engine.database, 'main', relation);
    const result = await engine.query(`select ${violations} as violations from ${from}`);
    facts[name] = toNumber(result.columns[0]?.at(0) ?? null) ?? 0;
  }
  return { tables, facts };
}

/** Why a check fails on the data; null if it holds. */
export function failedCheck(name: string, { facts }: KpiProfile): Text | null {
  const check = checks.find((candidate) => candidate.name === name);
  if (!check) return text('kpi.check.unknown', { check: name });
  const count = facts[name] ?? 0;
  return count === 0 ? null : text(check.reason, { count });
}

/** What a check asks of the data, in words; null for one that is not known. */
export function checkText(name: string): Text | null {
  const check = checks.find((candidate) => candidate.name === name);
  return check ? text(check.wanted) : null;
}

/** The names of the checks, as a file writes them. */
export const checkNames: readonly string[] = checks.map(({ name }) => name);
