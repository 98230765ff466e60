import type { Engine } from '#engine';
import { AppError, text, type Text } from '#errors';
import {
  addendsOf,
  comparablePeriod,
  definitionOf,
  isChoice,
  parseVariant,
  type Interval95,
  type Kpi,
} from '#kpi';
import type { Period } from '#time';
import { candidatesOf, totalOf, type Candidate, type CauseKind } from './candidates.ts';
import { beganOf, type Began } from './began.ts';
import { openFacts, type Cell, type Dimension, type FactTables } from './facts.ts';
import { dimensionName, memberName, partsOf, type Part } from './parts.ts';
import { lateOf, type Late } from './watermark.ts';
import { contrastOf } from './significance.ts';
import { valueOf, varianceOf, type Pair, type Sums } from './sums.ts';

export interface Side {
  readonly period: Period;
  readonly value: number;
  readonly n: number;
}

export interface Cause {
  readonly kind: CauseKind;
  readonly dimension: string;
  readonly member: string | null;
  /** How much of the change it is, in the KPI's unit. */
  readonly effect: number;
  readonly interval: Interval95;
}

export interface Explanation {
  readonly kpi: string;
  readonly before: Side;
  readonly after: Side;
  readonly change: number;
  readonly interval: Interval95 | null;
  /** Causes first, then the segments that gave most. */
  readonly parts: readonly Part[];
  readonly causes: readonly Cause[];
  /** Where there is no clear cause, what comes nearest to one. */
  readonly suspect: Cause | null;
  readonly changePoint: Began | null;
  /** What of the later period is still coming in. */
  readonly late: Late | null;
  readonly verdict: Text;
  /** What a reader must know before he believes the change: counts of periods that differ in length, or that the data begin within. */
  readonly caution: Text | null;
}

export interface ExplainOptions {
  readonly variant?: string | undefined;
  readonly before: Period;
  readonly after: Period;
  readonly signal?: AbortSignal | undefined;
}

const mostCauses = 3;
/** What gave less of the change than this does not come first, nor after others. */
const leastOfFirst = 1 / 3;
const leastOfOthers = 0.15;
const z95 = 1.959963984540054;

/** Why a ratio or a count is another in one period than in the one before. */
export async function explain(
  engine: Engine,
  book: string | null,
  kpi: Kpi,
  options: ExplainOptions,
): Promise<Explanation> {
  const { variant = '', after, signal } = options;
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) throw new AppError(choice.code, choice.params);
  const definition = definitionOf(kpi, choice);
  const addends = addendsOf(definition);
  if (addends === null || definition.at === null) throw new AppError('explain.noParts', { kpi: kpi.id });
  const nature = {
    isCount: addends.denominator === null,
    isShare: definition.unit === 'percent' && addends.denominator !== null,
  };
  const question = { kpi, definition, earlier: options.before, signal };
  const before = nature.isCount ? await comparablePeriod(engine, book, question) : options.before;
  if (before === null) throw new AppError('explain.fewDays', { kpi: kpi.id });
  const facts = await openFacts(engine, book, { kpi, definition, before, after, signal });
  try {
    const found = await explained(facts, { kpi, before, after, isCut: before !== options.before, ...nature });
    const late = await lateOf(facts, { engine, book, definition, after, signal, ...nature });
    return { ...found, late };
  } finally {
    await facts.close();
  }
}

interface Asked {
  readonly kpi: Kpi;
  readonly before: Period;
  readonly after: Period;
  /** Whether the data begin within the earlier period. */
  readonly isCut: boolean;
  readonly isCount: boolean;
  readonly isShare: boolean;
}

async function explained(facts: FactTables, asked: Asked): Promise<Omit<Explanation, 'late'>> {
  const all = await facts.cells({ pairs: true, without: [] });
  const total = totalOf(all);
  const [from, to] = [sideOf(asked.before, total.before, asked), sideOf(asked.after, total.after, asked)];
  if (from === null || to === null) throw new AppError('explain.noRows', { kpi: asked.kpi.id });
  const change = to.value - from.value;
  const longer = asked.isCount ? longerOf(asked) : 1;
  const alike = to.value - from.value * longer;
  const { causes, suspect } = await search(facts, { ...asked, cells: all, change: alike });
  const interval = around(change, errorOf(total, asked));
  const first = causes[0] ?? suspect;
  return {
    kpi: asked.kpi.id,
    before: from,
    after: to,
    change,
    interval,
    parts: partsOf(all, {
      ...asked,
      dimensions: facts.dimensions,
      asked: facts.asked,
      first: causes.length > 0 ? causes : suspect ? [suspect] : [],
    }),
    causes: causes.map((each) => causeOf(each, facts.dimensions)),
    suspect: suspect && causes.length === 0 ? causeOf(suspect, facts.dimensions) : null,
    changePoint: asked.isCount ? null : await beganOf(facts, first, asked.isShare),
    verdict: verdictOf({ causes: causes.length, interval: around(alike, errorOf(total, asked, longer)) }),
    caution: cautionOf(asked.isCut, longer, Math.round(from.value * longer)),
  };
}

function cautionOf(isCut: boolean, longer: number, expected: number): Text | null {
  if (isCut) return text('explain.caution.begins', { expected });
  return longer === 1 ? null : text('explain.caution.lengths', { expected });
}

interface Found {
  /** More than noise, the best first. */
  readonly causes: readonly Candidate[];
  /** What would be the best explanation, were it more than noise. */
  readonly suspect: Candidate | null;
}

/** The best explanation, then the best of what it leaves, until nothing is left that is more than noise. */
async function search(
  facts: FactTables,
  { cells, change, isShare, isCount }: Asked & { cells: readonly Cell[]; change: number },
): Promise<Found> {
  const causes: Candidate[] = [];
  let suspect: Candidate | null = null;
  let left = cells;
  while (causes.length < mostCauses) {
    const data = { dimensions: facts.dimensions, cells: left, asked: facts.asked, isShare, isCount };
    const least = causes.length === 0 ? leastOfFirst : leastOfOthers;
    const likely = candidatesOf(data).filter(
      ({ effect }) => effect * change > 0 && Math.abs(effect) >= least * Math.abs(change),
    );
    if (causes.length === 0) suspect = bestOf(likely);
    const hasMix = causes.some(({ kind }) => kind !== 'rate');
    const best = bestOf(likely.filter(({ isReal, kind }) => isReal && (!hasMix || kind === 'rate')));
    if (best === null) break;
    causes.push(best);
    const segments = causes.flatMap(({ kind, cell }) => (kind === 'rate' ? [cell] : []));
    left = await facts.cells({ pairs: true, without: segments });
  }
  return { causes, suspect };
}

function bestOf(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (most, each) => (most === null || each.score > most.score ? each : most),
    null,
  );
}

function sideOf(period: Period, sums: Sums, { isCount }: Asked): Side | null {
  const value = isCount ? sums.x : valueOf(sums);
  return value === null || sums.rows === 0 ? null : { period, value, n: sums.rows };
}

/** How many times as long the later period is; 1 where one of them has no end. */
function longerOf({ before, after }: Asked): number {
  const [earlier, later] = [before, after].map(({ from, to }) =>
    from === null || to === null ? NaN : instant(to) - instant(from),
  );
  const times = (later ?? NaN) / (earlier ?? NaN);
  return Number.isFinite(times) && times > 0 ? times : 1;
}

function instant(wall: string): number {
  return Date.parse(`${wall.replace(' ', 'T')}Z`);
}

/** `times`: by how much the earlier period's count is multiplied. */
function errorOf({ before, after }: Pair, { isCount, isShare }: Asked, times = 1): number {
  return isCount
    ? times * times * before.x + after.x
    : varianceOf(before, isShare) + varianceOf(after, isShare);
}

function around(change: number, variance: number): Interval95 | null {
  const error = contrastOf(change, variance);
  return error && [change - z95 * error.standardError, change + z95 * error.standardError];
}

function causeOf({ kind, cell, effect, interval }: Candidate, dimensions: readonly Dimension[]): Cause {
  return {
    kind,
    dimension: dimensionName(cell, dimensions),
    member: memberName(cell),
    effect,
    interval,
  };
}

interface VerdictOptions {
  readonly causes: number;
  readonly interval: Interval95 | null;
}

/** Nothing is said that the intervals do not carry. */
function verdictOf({ causes, interval }: VerdictOptions): Text {
  if (causes > 0) return text('explain.verdict.found', { count: causes });
  const isReal = interval !== null && (interval[0] > 0 || interval[1] < 0);
  return text(isReal ? 'explain.verdict.everywhere' : 'explain.verdict.noise');
}
