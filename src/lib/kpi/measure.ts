import type { Engine } from '#engine';
import { text, type Text } from '#errors';
import type { Unit } from '#table';
import type { Period } from '#time';
import { availability } from './availability.ts';
import { comparisons, type PreviousMeasurement } from './comparisons.ts';
import { cutsOf } from './compile.ts';
import { methodOf, type Estimate, type Numbers } from './estimate.ts';
import { goalOf, type Goal } from './goal.ts';
import type { Definition, Kpi, Path, Statistic } from './kpi.ts';
import { kpiProfile, type KpiProfile } from './profile.ts';
import { openPeriod } from './period-variables.ts';
import { Reader } from './reader.ts';
import { smallN, type Interval95 } from './statistics.ts';
import { readTargets, standTo, type Target, type TargetResult } from './target.ts';
import { defaultChoice, definitionOf, isChoice, parseVariant } from './variant.ts';

/** The value of a KPI with all that a careful reader asks of it. */
export interface Measurement {
  readonly id: string;
  readonly status: 'ok' | 'no_data' | 'not_computable';
  readonly value: number | null;
  readonly unit: Unit;
  readonly n: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: Interval95 | null;
  /** Rests on fewer rows than a value should. */
  readonly small: boolean;
  readonly variant: string;
  readonly path: Path | null;
  /** Why there is no value. */
  readonly reason: Text | null;
  readonly alternatives: readonly string[];
  readonly notes: readonly Text[];
  /** Mean, median and 90th percentile of the same rows, for durations. */
  readonly also: Readonly<Record<'mean' | 'median' | 'p90', number | null>> | null;
  readonly extras: Numbers;
  readonly previous: PreviousMeasurement | null;
  /** The same period a year before. */
  readonly lastYear: PreviousMeasurement | null;
  /** The day that its data begin on, where they tell too little of the period before to compare with it. */
  readonly begins: string | null;
  /** The target in force at the end of the period, or the one that the KPI's file starts from. */
  readonly target: TargetResult | null;
}

export interface MeasureOptions {
  readonly variant?: string | undefined;
  /** Null for all rows. */
  readonly period: Period | null;
  /** Rows without a date do not count, though the period be open at both ends: so it is in cells, whose SQL asks for one. */
  readonly isDated?: boolean | undefined;
  /** The latest instant in the data, or the one that was set. */
  readonly asOf: string | null;
  /** Looked at anew unless given: give it when measuring many KPIs. */
  readonly profile?: KpiProfile | undefined;
  /** Read anew unless given. */
  readonly targets?: readonly Target[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Measures a KPI over a book's scoped views, or over everything where `book` is null. */
export async function measure(
  engine: Engine,
  book: string | null,
  kpi: Kpi,
  options: MeasureOptions,
): Promise<Measurement> {
  const { variant = '', asOf, signal, isDated = false } = options;
  const isOpen = options.period === null || isAllTime(options.period);
  const period = !isOpen ? options.period : isDated ? openPeriod : null;
  const profile = options.profile ?? (await kpiProfile(engine, book));
  const available = availability(kpi, profile, { variant, withPeriod: period !== null });
  const choice = parseVariant(kpi, variant);
  const definition = isChoice(choice) ? definitionOf(kpi, choice) : kpi.definition;
  const target = await targetOf(engine, book, { kpi, definition, period, options });
  const nothing = { ...blank(kpi, definition, available.variant), target: target?.(null) ?? null };
  if (available.status === 'not_computable') {
    const { reason, alternatives } = available;
    return { ...nothing, status: 'not_computable', reason, alternatives };
  }
  const base = { ...nothing, path: available.path };
  const reader = new Reader({ engine, book, kpi, definition, asOf, signal });
  if (!cutsOf(kpi).includes('headline')) {
    return { ...base, n: await reader.countRows(period), status: 'ok', notes: available.notes };
  }
  const numbers = await reader.headline(period);
  const notes = [
    ...available.notes,
    ...(await reader.leftOut(period)),
    ...(await reader.stillCollecting(period)),
  ];
  const now = await reader.estimate(numbers, period);
  if (now === null || (now.n === 0 && !(await reader.isKnown(period, asOf)))) {
    return { ...base, n: 0, status: 'no_data', reason: text('kpi.noData'), notes };
  }
  return {
    ...base,
    status: 'ok',
    ...described(definition, numbers, now),
    notes,
    ...(await comparisons(reader, isOpen ? null : period, { asOf, all: now })),
    target: target?.(now.value) ?? null,
  };
}

interface TargetOptions {
  readonly kpi: Kpi;
  readonly definition: Definition;
  readonly period: Period | null;
  readonly options: MeasureOptions;
}

/** What a KPI should be in a period; null where nobody has said so, for another unit than the variant's or for another span. */
export async function targetValue(
  engine: Engine,
  book: string | null,
  kpi: Kpi,
  options: Pick<MeasureOptions, 'variant' | 'period' | 'asOf'>,
): Promise<number | null> {
  const choice = parseVariant(kpi, options.variant ?? '');
  if (!isChoice(choice)) return null;
  const period = isAllTime(options.period) ? null : options.period;
  const definition = definitionOf(kpi, choice);
  const target = (await targetOf(engine, book, { kpi, definition, period, options }))?.(null);
  return target?.standing === 'judged' ? target.value : null;
}

/** What a value is judged by; null where there is no target, or one for another unit than the variant's. */
async function targetOf(
  engine: Engine,
  book: string | null,
  { kpi, definition, period, options }: TargetOptions,
): Promise<((value: number | null) => TargetResult) | null> {
  if (definition.unit !== kpi.definition.unit) return null;
  const targets = options.targets ?? (await readTargets(engine, book, options.signal));
  const set = goalOf(targets, { kpi, definition, period, asOf: options.asOf });
  const { better, target: start } = kpi;
  if (set) return (value) => ({ ...standTo(set, value, better), origin: 'set', note: null });
  if (start === null || !isAsNamed(kpi, options.variant)) return null;
  const goal: Goal = { value: start.value, standing: 'judged', span: null, gone: null };
  return (value) => ({ ...standTo(goal, value, better), origin: 'start', note: start.note });
}

/** Whether a variant means what the file's own target means: the same definition, and the same statistic of it. */
function isAsNamed(kpi: Kpi, variant = ''): boolean {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return false;
  const usual = defaultChoice(kpi);
  return choice.definition === usual.definition && choice.statistic === usual.statistic;
}

/** A period open at both ends is none: undated rows count too. */
function isAllTime(period: Period | null): boolean {
  return period !== null && period.from === null && period.to === null;
}

function blank(kpi: Kpi, { unit }: Definition, variant: string): Omit<Measurement, 'status'> {
  return {
    id: kpi.id,
    value: null,
    unit,
    n: null,
    numerator: null,
    denominator: null,
    interval: null,
    small: false,
    variant,
    path: null,
    reason: null,
    alternatives: [],
    notes: [],
    also: null,
    extras: {},
    previous: null,
    lastYear: null,
    begins: null,
    target: null,
  };
}

/** What a headline's row says of its value; every other column stands beside it. */
const ownColumns: ReadonlySet<string> = new Set([
  'value',
  'n',
  'numerator',
  'denominator',
  'stddev',
  'mean',
  'median',
  'p90',
]);

type Described = Pick<
  Measurement,
  'value' | 'n' | 'numerator' | 'denominator' | 'interval' | 'small' | 'also' | 'extras'
>;

function described(definition: Definition, numbers: Numbers, now: Estimate): Described {
  const { value, n, interval } = now;
  const isShare = methodOf(definition) === 'share';
  const also = (statistic: Statistic): number | null =>
    definition.statistic === statistic ? value : (numbers[statistic] ?? null);
  const extras = Object.entries(numbers).filter(([name]) => !ownColumns.has(name));
  return {
    value,
    n,
    numerator: numbers['numerator'] ?? (isShare ? Math.round(value * n) : null),
    denominator: numbers['denominator'] ?? (isShare ? n : null),
    interval,
    small: n < smallN,
    also:
      definition.shape === 'quantile'
        ? { mean: also('mean'), median: also('median'), p90: also('p90') }
        : null,
    extras: Object.fromEntries(extras),
  };
}
