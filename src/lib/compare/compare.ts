import type { Engine } from '#engine';
import {
  asInCell,
  availability,
  catalogue,
  compile,
  cutsOf,
  definitionOf,
  isChoice,
  kpiProfile,
  parseVariant,
  type Kpi,
} from '#kpi';
import { rowsOf, toNumber, type Unit } from '#table';
import type { Period } from '#time';
import { inDatabase } from './aside.ts';
import { mix, reasons, sortUnits, type Reason, type Sides } from './mixture.ts';

/** A KPI of the same period in two exports of the same helpdesk. */
export interface Compared {
  readonly kpi: string;
  readonly unit: Unit;
  readonly earlier: { readonly value: number | null; readonly n: number };
  readonly later: { readonly value: number | null; readonly n: number };
  /** The value later less the one earlier; null where either is unknown. */
  readonly change: number | null;
  /** What each reason gave of the change, one taken after the other in this order: they add up to it. */
  readonly because: readonly { readonly reason: Reason; readonly effect: number }[];
}

export interface Comparison {
  /** How many tickets (and calls and ratings without one) are another for each reason. */
  readonly units: Readonly<Record<Reason, number>>;
  /** Those KPIs that can be computed from both and are not the same. */
  readonly changed: readonly Compared[];
  /** How many are the same. */
  readonly same: number;
}

export interface CompareOptions {
  /** Of both: what lies after the earlier export's end is not its fault. */
  readonly period: Period;
  readonly asOf: string | null;
  readonly kpis?: readonly Kpi[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Which KPIs are another in a later export of the same data, and why: tickets that are gone, were merged, were rated since, changed
 * otherwise or are new, and whatever is no ticket's. Each reason's share is what the KPI becomes when those rows are taken from the
 * later export too.
 */
export async function compareExports(
  engine: Engine,
  sides: Sides,
  { period, asOf, kpis = catalogue, signal, onProgress }: CompareOptions,
): Promise<Comparison> {
  const units = await sortUnits(engine, sides);
  const asked = await comparable(engine, sides, kpis);
  const valueIn = async (database: string, book: string | null, kpi: Kpi): Promise<Read> => {
    const sql = compile({ kpi, variant: '', shape: 'headline' });
    const inside = inDatabase(engine, database);
    const result = await engine.query(await asInCell(inside, sql, { book, period, asOf }), { signal });
    const row = rowsOf(result)[0] ?? {};
    const number = (name: string): number | null => toNumber(row[name] ?? null);
    return { value: number('value'), n: number('n') ?? 0 };
  };
  const changed: Compared[] = [];
  for (const [index, kpi] of asked.entries()) {
    const earlier = await valueIn(sides.earlier, null, kpi);
    const later = await valueIn(sides.later, null, kpi);
    if (earlier.value !== later.value || earlier.n !== later.n) changed.push(blank(kpi, earlier, later));
    onProgress?.((index + 1) / asked.length / 2);
  }
  const values = changed.map(({ earlier }) => [earlier.value]);
  for (const [step] of reasons.entries()) {
    await mix(engine, sides, reasons.slice(0, step + 1));
    for (const [index, { kpi: id }] of changed.entries()) {
      const kpi = asked.find((each) => each.id === id);
      if (kpi) values[index]?.push((await valueIn(sides.later, sides.mixture, kpi)).value);
    }
    onProgress?.(0.5 + (step + 1) / reasons.length / 2);
  }
  return {
    units,
    same: asked.length - changed.length,
    changed: changed.map((each, index) => ({ ...each, because: sharesOf(values[index] ?? []) })),
  };
}

interface Read {
  readonly value: number | null;
  readonly n: number;
}

function blank(kpi: Kpi, earlier: Read, later: Read): Compared {
  const change = earlier.value === null || later.value === null ? null : later.value - earlier.value;
  const choice = parseVariant(kpi, '');
  const { unit } = isChoice(choice) ? definitionOf(kpi, choice) : kpi.definition;
  return { kpi: kpi.id, unit, earlier, later, change, because: [] };
}

/** The steps from one value to the next that are any; a step from or to the unknown has no size. */
function sharesOf(values: readonly (number | null)[]): Compared['because'] {
  return reasons.flatMap((reason, index) => {
    const [from, to] = [values[index], values[index + 1]];
    if (from === null || from === undefined || to === null || to === undefined || from === to) return [];
    return [{ reason, effect: to - from }];
  });
}

async function comparable(engine: Engine, sides: Sides, kpis: readonly Kpi[]): Promise<readonly Kpi[]> {
  const [earlier, later] = [
    await kpiProfile(inDatabase(engine, sides.earlier), null),
    await kpiProfile(inDatabase(engine, sides.later), null),
  ];
  return kpis.filter(
    (kpi) =>
      cutsOf(kpi).includes('headline') &&
      [earlier, later].every(
        (profile) => availability(kpi, profile, { variant: '', withPeriod: true }).status === 'ok',
      ),
  );
}
