import type { Engine } from '#engine';
import type { Scope } from '#import';
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
  type KpiProfile,
} from '#kpi';
import { rowsOf, toNumber, type Unit } from '#table';
import type { Period, WallClock } from '#time';
import { inDatabase } from './aside.ts';
import { areSameFiles, checkInCommon } from './identity.ts';
import { mix } from './mixture.ts';
import { withScope, type Books } from './scope.ts';
import {
  countUnits,
  isRestChanged,
  reasons,
  sortUnits,
  type Reason,
  type Sides,
  type UnitCounts,
} from './units.ts';

/** A KPI in the variant that is asked for. */
export interface AskedKpi {
  readonly kpi: Kpi;
  /** Empty for the usual one. */
  readonly variant: string;
}

/** When an export is looked at. */
export interface Moment {
  /** Null for all rows, those without a date too. */
  readonly period: Period | null;
  readonly asOf: WallClock | null;
}

/** A KPI in two exports of the same helpdesk. */
export interface Compared {
  readonly kpi: string;
  readonly variant: string;
  readonly unit: Unit;
  readonly earlier: Reading;
  readonly later: Reading;
  /** The value later less the one earlier; null where either is unknown. */
  readonly change: number | null;
  /** What each reason gave of the change, one taken after the other in this order: they add up to it. */
  readonly because: readonly { readonly reason: Reason; readonly effect: number }[];
}

export interface Reading {
  readonly value: number | null;
  readonly n: number;
}

export interface Comparison {
  /** Both were read from the very same files. */
  readonly identical: boolean;
  readonly units: UnitCounts;
  /** Those KPIs that can be computed from both, and whose value is another. */
  readonly changed: readonly Compared[];
  /** Those whose value is the same, though it may rest on more or fewer rows. */
  readonly same: readonly Compared[];
  /** Those that only one of the two exports gives. */
  readonly onlyIn: Readonly<Record<'earlier' | 'later', readonly string[]>>;
}

export interface CompareOptions {
  /** The latest instant of the earlier export. */
  readonly end: WallClock | null;
  readonly earlier: Moment;
  /** Null for the earlier one's: then what was opened after its end is left out of both. */
  readonly later: Moment | null;
  readonly filters?: Scope;
  readonly kpis?: readonly AskedKpi[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (fraction: number) => void;
}

/** Every KPI of the catalogue, in its usual variant. */
export const usualKpis: readonly AskedKpi[] = catalogue.map((kpi) => ({ kpi, variant: '' }));

/**
 * Which KPIs are another in a later export of the same data, and why: tickets that are gone, were merged, were rated since, changed
 * otherwise or are new, whatever is no ticket's, and what came after the earlier export's end. Each reason's share is what the KPI
 * becomes when those rows are taken from the later export too.
 */
export async function compareExports(
  engine: Engine,
  sides: Sides,
  options: CompareOptions,
): Promise<Comparison> {
  const { end, filters = {}, signal, onProgress } = options;
  await checkInCommon(engine, sides);
  const identical = await areSameFiles(engine, sides);
  await sortUnits(engine, sides, { end, signal });
  const steps = await stepsOf(engine, sides, options);
  await mix(engine, sides, steps);
  return withScope(engine, sides, filters, async (books) => {
    const isScoped = books.earlier !== sides.earlier;
    const units = await countUnits(engine, sides, isScoped ? Object.values(books) : []);
    const { comparable, onlyIn } = await sort(engine, books, options);
    const read = reader(engine, { sides, books, options });
    const all: Compared[] = [];
    for (const [index, each] of comparable.entries()) {
      const earlier = await read('earlier', each, options.earlier);
      const later =
        steps.length > 0 ? await read('mixture', each, options.later ?? options.earlier) : earlier;
      all.push(compared(each, earlier, later));
      onProgress?.((index + 1) / comparable.length / 2);
    }
    const changed = all.filter(isAnother);
    const values = new Map(changed.map((each) => [each, [each.earlier.value]]));
    for (const step of steps.slice(0, -1).keys()) {
      await mix(engine, sides, steps.slice(0, step + 1));
      for (const each of changed) {
        const asked = comparable[all.indexOf(each)];
        if (asked) values.get(each)?.push((await read('mixture', asked, options.earlier)).value);
      }
      onProgress?.(0.5 + (step + 1) / steps.length / 2);
    }
    return {
      identical,
      units,
      changed: changed.map((each) => ({
        ...each,
        because: sharesOf(steps, [...(values.get(each) ?? []), each.later.value]),
      })),
      same: all.filter((each) => !isAnother(each)),
      onlyIn,
    };
  });
}

/** The reasons that are there: a step of none would change nothing. */
async function stepsOf(engine: Engine, sides: Sides, { later }: CompareOptions): Promise<readonly Reason[]> {
  const units = await countUnits(engine, sides);
  const is: Readonly<Record<Reason, boolean>> = {
    gone: units.gone > 0,
    merged: units.merged > 0,
    rated: units.rated > 0,
    // Of rated tickets too something else may be another.
    changed: units.changed > 0 || units.rated > 0,
    new: units.new > 0,
    rest: await isRestChanged(engine, sides),
    since: later !== null,
  };
  return reasons.filter((reason) => is[reason]);
}

type Read = (side: keyof Books, asked: AskedKpi, moment: Moment) => Promise<Reading>;

function reader(engine: Engine, { sides, books, options }: Reader): Read {
  return async (side, { kpi, variant }, moment) => {
    const inside = inDatabase(engine, moment === options.later ? sides.later : sides.earlier);
    const sql = compile({ kpi, variant, shape: 'headline', withPeriod: moment.period !== null });
    const text = await asInCell(inside, sql, { ...moment, book: books[side] });
    const row = rowsOf(await engine.query(text, { signal: options.signal, background: true }))[0] ?? {};
    const number = (name: string): number | null => toNumber(row[name] ?? null);
    return { value: number('value'), n: number('n') ?? 0 };
  };
}

interface Reader {
  readonly sides: Sides;
  readonly books: Books;
  readonly options: CompareOptions;
}

function compared({ kpi, variant }: AskedKpi, earlier: Reading, later: Reading): Compared {
  const change = earlier.value === null || later.value === null ? null : later.value - earlier.value;
  const choice = parseVariant(kpi, variant);
  const { unit } = isChoice(choice) ? definitionOf(kpi, choice) : kpi.definition;
  return { kpi: kpi.id, variant, unit, earlier, later, change, because: [] };
}

function isAnother({ earlier, later }: Compared): boolean {
  return !isSame(earlier.value, later.value);
}

/** Sums of the same rows in another order differ in their last digits. */
function isSame(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

/** The steps from one value to the next that are any; a step from or to the unknown has no size. */
function sharesOf(steps: readonly Reason[], values: readonly (number | null)[]): Compared['because'] {
  return steps.flatMap((reason, index) => {
    const [from = null, to = null] = [values[index], values[index + 1]];
    return from === null || to === null || isSame(from, to) ? [] : [{ reason, effect: to - from }];
  });
}

/** What both exports give, and what only one of them does. */
async function sort(
  engine: Engine,
  { earlier, mixture }: Books,
  { kpis = usualKpis, earlier: moment }: CompareOptions,
): Promise<{ readonly comparable: readonly AskedKpi[]; readonly onlyIn: Comparison['onlyIn'] }> {
  const [before, after] = [await kpiProfile(engine, earlier), await kpiProfile(engine, mixture)];
  const withPeriod = moment.period !== null;
  const isIn = ({ kpi, variant }: AskedKpi, profile: KpiProfile): boolean =>
    availability(kpi, profile, { variant, withPeriod }).status === 'ok';
  const asked = kpis.filter(({ kpi }) => cutsOf(kpi).includes('headline'));
  const only = (one: KpiProfile, other: KpiProfile): string[] => [
    ...new Set(asked.filter((each) => isIn(each, one) && !isIn(each, other)).map(({ kpi }) => kpi.id)),
  ];
  return {
    comparable: asked.filter((each) => isIn(each, before) && isIn(each, after)),
    onlyIn: { earlier: only(before, after), later: only(after, before) },
  };
}
