import type { Engine } from '#engine';
import type { Text } from '#errors';
import type { Kpi, KpiProfile, Measurement, Path } from '#kpi';
import { say, type Locale } from '#messages';
import type { Headline } from '#output';
import { quoteLiteral, quoteRelation } from '#sql';
import type { WeekStart } from '#time';

/** What the loaded data can and cannot tell: the page that an import ends on. */
export interface Answers {
  /** The most telling values that there are, six at most. */
  readonly headlines: readonly { readonly kpi: Kpi; readonly headline: Headline }[];
  readonly can: readonly {
    readonly kpi: Kpi;
    readonly notes: readonly Text[];
    /** Its rows have the date that puts them into a period. */
    readonly dated: boolean;
  }[];
  readonly cannot: readonly {
    readonly kpi: Kpi;
    readonly reason: Text;
    readonly alternatives: readonly string[];
  }[];
  /** There are ratings to look for a fall in. */
  readonly canInvestigate: boolean;
}

/** One KPI of the loaded data, ready to show. */
export type Answer =
  | {
      readonly status: 'ok' | 'no_data';
      readonly headline: Headline;
      readonly path: Path;
      readonly notes: readonly Text[];
    }
  | {
      readonly status: 'not_computable';
      readonly reason: Text;
      readonly alternatives: readonly string[];
    };

interface AnswerOptions {
  readonly variant?: string;
  readonly asOf: string | null;
  /** Of the data: what is known of them is asked once for each. */
  readonly revision: number;
  readonly signal?: AbortSignal | undefined;
}

interface AnswersOptions {
  /** Only the rows of these sources; null for all that is loaded. */
  readonly sources?: readonly string[] | null;
  /** The reader's own KPIs, besides those that come with the program. */
  readonly own?: readonly Kpi[];
}

/** The order in which values make a headline, as far as the data has them. */
const telling = [
  'tickets_created',
  'csat',
  'first_response_time',
  'resolution_time',
  'wait_time',
  'abandonment_rate',
  'handle_time',
  'nps',
  'unresolved_tickets',
  'service_level',
  'tickets_per_customer',
];
const headlineCount = 6;

let books = 0;

/** Measures every KPI there is. */
export async function answersOf(
  engine: Engine,
  asOf: string | null,
  { sources = null, own = [] }: AnswersOptions = {},
): Promise<Answers> {
  if (sources === null) return answersIn(engine, { asOf, book: null, own });
  const { createBook, dropBook } = await import('#import');
  const book = `report_${++books}`;
  await createBook(engine, book, { source: sources });
  try {
    return await answersIn(engine, { asOf, book, own });
  } finally {
    await engine.exec(`set search_path = ${quoteLiteral(quoteRelation(engine.database, 'main'))}`);
    await dropBook(engine, book);
  }
}

interface Asked {
  readonly asOf: string | null;
  readonly book: string | null;
  readonly own: readonly Kpi[];
}

async function answersIn(engine: Engine, { asOf, book, own }: Asked): Promise<Answers> {
  const { availability, catalogue, kpiProfile, measureAny } = await import('#kpi');
  const profile = await kpiProfile(engine, book);
  const all: { kpi: Kpi; measurement: Measurement }[] = [];
  for (const kpi of [...catalogue, ...own]) {
    all.push({ kpi, measurement: await measureAny(engine, book, kpi, { period: null, asOf, profile }) });
  }
  const able = all.filter(({ measurement }) => measurement.status === 'ok');
  return {
    headlines: telling
      .flatMap((id) => able.filter(({ kpi, measurement }) => kpi.id === id && measurement.value !== null))
      .slice(0, headlineCount)
      .map(({ kpi, measurement }) => ({ kpi, headline: toHeadline(measurement) })),
    can: able.map(({ kpi, measurement }) => ({
      kpi,
      notes: measurement.notes,
      dated: availability(kpi, profile, { withPeriod: true }).status === 'ok',
    })),
    cannot: all.flatMap(({ kpi, measurement: { reason, alternatives } }) =>
      reason ? [{ kpi, reason, alternatives }] : [],
    ),
    canInvestigate: able.some(({ kpi }) => kpi.id === 'csat'),
  };
}

/** Measures one KPI in one variant on all loaded rows. */
export async function measureOne(
  engine: Engine,
  kpi: Kpi,
  { variant, asOf, revision, signal }: AnswerOptions,
): Promise<Answer> {
  const { measureAny } = await import('#kpi');
  const profile = await profileOf(engine, revision);
  signal?.throwIfAborted();
  const measurement = await measureAny(engine, null, kpi, { variant, asOf, signal, profile, period: null });
  const { status, reason, alternatives, path, notes } = measurement;
  if (status === 'not_computable' && reason) return { status, reason, alternatives };
  return {
    status: status === 'ok' ? 'ok' : 'no_data',
    headline: toHeadline(measurement),
    path: path ?? 'rows',
    notes,
  };
}

interface OverviewOptions {
  /** Null for all that is loaded. */
  readonly sources?: readonly string[] | null;
  readonly weekStart?: WeekStart;
}

const profiles = new WeakMap<Engine, { readonly revision: number; readonly profile: Promise<KpiProfile> }>();

/** What the data can answer from is asked once for each state that they are in: it reads every table. */
export function profileOf(engine: Engine, revision: number): Promise<KpiProfile> {
  const known = profiles.get(engine);
  if (known?.revision === revision) return known.profile;
  const profile = import('#kpi').then(({ kpiProfile }) => kpiProfile(engine));
  profiles.set(engine, { revision, profile });
  profile.catch(() => profiles.delete(engine));
  return profile;
}

/** A notebook with a cell for everything that the data can tell; it belongs to the reader from then on. */
export async function overviewNotebook(
  { can }: Answers,
  locale: Locale,
  { sources = null, weekStart = 1 }: OverviewOptions = {},
): Promise<string> {
  const { cutsOf, kpiCell } = await import('#kpi');
  const title = say(locale, 'data.report.overviewTitle');
  const filters = sources === null ? '' : `filters: {source: [${sources.join(', ')}]}\n`;
  const front = `---\ndeskbook: 1\ntitle: ${title}\n${filters}---\n\n# ${title}\n\n${say(locale, 'data.report.overviewProse')}\n`;
  const parts = can.map(({ kpi, dated }) => {
    const shapes = [...new Set(['headline' as const, kpi.cut])].filter((cut) => cutsOf(kpi).includes(cut));
    const cells = shapes.map((shape) => kpiCell(kpi, { shape, withPeriod: dated, weekStart }).text);
    return [`## ${kpi.name[locale]}`, ...cells].join('\n\n');
  });
  return [front, ...parts].join('\n').trimEnd() + '\n';
}

function toHeadline({ value, unit, n, interval, small, also, extras, target }: Measurement): Headline {
  const statistics = Object.entries(also ?? {}).filter(([, other]) => other !== value);
  const others = Object.entries(extras).filter(([, other]) => other !== null);
  const beside = [...statistics, ...others].map(([name, other]) => ({ name, value: other }));
  const judged = target && { ...target, isStart: target.origin === 'start' };
  return { value, unit, n, interval, small, change: null, beside, target: judged };
}
