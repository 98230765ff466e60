import type { Engine } from '#engine';
import { asOfUtc, workspaceZone } from '#import';
import { bindParameters, quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { toNumber, type Unit } from '#table';
import { isZone, type Period } from '#time';
import { aggregates } from './aggregate.ts';
import { candidates, type Candidate, type Departure } from './candidates.ts';
import { conditions } from './clauses.ts';
import { compileAggregates } from './compile.ts';
import type { Definition, Kpi } from './kpi.ts';
import { instant } from './period-variables.ts';
import { kpiProfile, type KpiProfile } from './profile.ts';
import { isShownAs, readReported, type Reading } from './reported.ts';

/** One way to count, and what it gives. */
export interface Attempt {
  /** Empty for the KPI as it is. */
  readonly departures: readonly Departure[];
  readonly value: number;
  /** The variant's, which may be another than the KPI's. */
  readonly unit: Unit;
  readonly n: number | null;
  /** Rounded or cut off after the digits given it is the number. */
  readonly matches: boolean;
  /** The value less the number, in that unit. */
  readonly difference: number;
  /** By the number; null where that is 0. */
  readonly relative: number | null;
  /** What the last digit of the number is worth, as it is read here. */
  readonly step: number;
  readonly sql: string;
}

export interface Reconciliation {
  /** Those that reproduce the number, the most plausible first; then the others, the nearest first. */
  readonly attempts: readonly Attempt[];
  readonly tried: number;
  /** How many there would have been to try. */
  readonly possible: number;
}

export interface ReconcileOptions {
  /** The number as the other screen shows it. */
  readonly reported: string;
  readonly period: Period | null;
  readonly asOf: string | null;
  /** Further zones that the other screen may have. */
  readonly zones?: readonly string[] | undefined;
  readonly profile?: KpiProfile | undefined;
  readonly limitMs?: number | undefined;
  readonly now?: (() => number) | undefined;
  /** Told what was found so far, after each that reproduces the number and now and then. */
  readonly onProgress?: ((found: Reconciliation) => void) | undefined;
  /** Ends the search; what was found until then is the answer. */
  readonly signal?: AbortSignal | undefined;
}

const usualLimitMs = 10_000;
const progressMs = 100;

/**
 * Tries a KPI's variants, other clocks, other dates and exclusions, the most plausible first, and says which of them come to
 * the number that another screen shows. Null where the number cannot be read, or the KPI is no number.
 */
export async function reconcile(
  engine: Engine,
  book: string | null,
  kpi: Kpi,
  options: ReconcileOptions,
): Promise<Reconciliation | null> {
  const { reported, period, asOf, limitMs = usualLimitMs, now = Date.now, signal, onProgress } = options;
  if (kpi.definition.shape === 'custom' || readReported(reported, kpi.definition.unit).length === 0)
    return null;
  const profile = options.profile ?? (await kpiProfile(engine, book));
  const zones = [...(await sourceZones(engine)), 'UTC', ...(options.zones ?? [])].filter(isZone);
  const all = candidates(kpi, { profile, period, workspaceZone: await workspaceZone(engine), zones });
  const main = `${quoteIdentifier(engine.database)}.main`;
  const path = quoteLiteral(book === null ? main : `${quoteIdentifier(book)}.main,${main}`);
  const utc = await asOfUtc(engine, asOf);
  const attempts: Attempt[] = [];
  const start = now();
  const soFar = (): Reconciliation => ({ attempts: ordered(attempts), tried, possible: all.length });
  let tried = 0;
  let told = start;
  for (const candidate of all) {
    if (signal?.aborted || (tried > 0 && now() >= start + limitMs)) break;
    const attempt = await tryOne(engine, candidate, { reported, asOf, utc, path, signal });
    if (attempt === 'stopped') break;
    tried += 1;
    const isNew = attempt !== null && !isExplained(attempt, attempts);
    if (isNew) attempts.push(attempt);
    if (!onProgress || (!(isNew && attempt.matches) && now() < told + progressMs)) continue;
    told = now();
    onProgress(soFar());
  }
  return soFar();
}

/** How many of the ways would come to the number by chance alone, going by how many come near it. */
export function matchesByChance(attempts: readonly Attempt[]): number {
  const near = attempts.filter(
    ({ matches, difference, step }) => !matches && Math.abs(difference) <= nearSteps * step,
  );
  return (near.length * matchingSteps) / (2 * nearSteps - matchingSteps);
}

/** How far a neighbourhood reaches on either side, and how wide what is shown as the number is, in steps of its last digit. */
const nearSteps = 10;
const matchingSteps = 1.5;

interface TryOptions {
  readonly reported: string;
  readonly asOf: string | null;
  /** The same instant in UTC. */
  readonly utc: string | null;
  /** The schemas to look in, as a literal. */
  readonly path: string;
  readonly signal: AbortSignal | undefined;
}

async function tryOne(
  engine: Engine,
  candidate: Candidate,
  { reported, path, signal, ...moment }: TryOptions,
): Promise<Attempt | null | 'stopped'> {
  const sql = sqlOf(candidate, moment);
  const table = await engine
    .query(`set search_path = ${path};\n${bindParameters(sql).sql}`, { signal })
    .catch((error: unknown) => {
      if (signal?.aborted) return null;
      throw error;
    });
  if (table === null) return 'stopped';
  const at = (name: string): number | null =>
    toNumber(table.columns.find((column) => column.name === name)?.at(0) ?? null);
  const value = at('value');
  if (value === null || !Number.isFinite(value)) return null;
  const reading = nearest(value, readReported(reported, candidate.definition.unit));
  const difference = value - reading.value;
  return {
    departures: candidate.departures,
    value,
    unit: candidate.definition.unit,
    n: at('n'),
    matches: isShownAs(value, reading),
    difference,
    relative: reading.value === 0 ? null : difference / Math.abs(reading.value),
    step: reading.step,
    sql,
  };
}

function nearest(value: number, readings: readonly Reading[]): Reading {
  const distance = (reading: Reading): number =>
    isShownAs(value, reading)
      ? -1
      : Math.abs(value - reading.value) / Math.max(Math.abs(reading.value), 1e-9);
  return readings.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

function sqlOf({ definition, period }: Candidate, { asOf, utc }: Pick<TryOptions, 'asOf' | 'utc'>): string {
  const placed = placedIn(definition, period !== null);
  const sql = compileAggregates(placed, aggregates(placed), conditions(placed, period !== null));
  return sql
    .replaceAll('$period_start', instant(period?.from ?? '-infinity'))
    .replaceAll('$period_end', instant(period?.to ?? 'infinity'))
    .replaceAll('$as_of_utc', instant(utc))
    .replaceAll('$as_of', instant(asOf));
}

/** Rows that go by a date of their ticket are those of the tickets of the period. */
function placedIn(definition: Definition, withPeriod: boolean): Definition {
  const { from, at, where } = definition;
  if (!withPeriod || from === 'tickets' || at === null || !at.startsWith('tickets.')) return definition;
  const column = at.slice('tickets.'.length);
  const tickets = `(source_id, ticket_id) in (select source_id, ticket_id from tickets where ${column} >= $period_start and ${column} < $period_end)`;
  return { ...definition, at: null, where: where === null ? tickets : `(${where}) and ${tickets}` };
}

/** Whether fewer departures already gave the same: one that changes nothing explains nothing. */
function isExplained(attempt: Attempt, earlier: readonly Attempt[]): boolean {
  const own = new Set(attempt.departures.map((each) => JSON.stringify(each)));
  return earlier.some(
    ({ value, n, departures }) =>
      value === attempt.value && n === attempt.n && departures.every((each) => own.has(JSON.stringify(each))),
  );
}

function ordered(attempts: readonly Attempt[]): Attempt[] {
  const matching = attempts.filter(({ matches }) => matches);
  const others = attempts.filter(({ matches }) => !matches);
  const distance = ({ relative, difference }: Attempt): number => Math.abs(relative ?? difference);
  return [...matching, ...others.sort((a, b) => distance(a) - distance(b))];
}

async function sourceZones(engine: Engine): Promise<string[]> {
  const table = await engine.query(
    `select distinct time_zone from ${quoteRelation(engine.database, 'base', 'sources')} where time_zone is not null order by time_zone`,
  );
  return Array.from({ length: table.rowCount }, (_, row) => table.columns[0]?.at(row)).flatMap((zone) =>
    typeof zone === 'string' ? [zone] : [],
  );
}
