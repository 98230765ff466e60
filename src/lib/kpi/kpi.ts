import type { Locale } from '#messages';
import type { Unit } from '#table';

export const themes = [
  'volume',
  'speed',
  'resolution',
  'satisfaction',
  'agents',
  'commerce',
  'customer',
] as const;
export type Theme = (typeof themes)[number];

export const kpiShapes = ['count', 'ratio', 'quantile', 'custom'] as const;
export type KpiShape = (typeof kpiShapes)[number];

/** The cuts that a KPI compiles to, as far as they mean something for it. */
export const cuts = [
  'headline',
  'trend',
  'breakdown',
  'table',
  'extremes',
  'distribution',
  'percentiles',
  'cohort',
  'rows',
] as const;
export type Cut = (typeof cuts)[number];

/** In the order in which a variant's name writes them. */
export const axes = ['definition', 'statistic', 'clock', 'source'] as const;
export type Axis = (typeof axes)[number];

/** Where a value comes from; the result names it. */
export const paths = ['messages', 'events', 'timestamps', 'rows', 'reported', 'period_facts'] as const;
export type Path = (typeof paths)[number];

/** What a KPI should be: a starting point that its file names, and where it comes from. */
export interface StartingTarget {
  readonly value: number;
  readonly note: Translated | null;
}

export const chartKinds = [
  'value',
  'line',
  'area',
  'bar',
  'heatmap',
  'timeline',
  'forecast',
  'table',
] as const;
export type ChartKind = (typeof chartKinds)[number];
export type Translated = Readonly<Record<Locale, string>>;

/**
 * What a value is computed from, complete for one choice of variants. Expressions are SQL over the columns of `from`;
 * the compiler qualifies them where a join makes them ambiguous.
 */
export interface Definition {
  readonly shape: KpiShape;
  readonly unit: Unit;
  readonly from: string;
  /** Common table expressions (`name as (…), name as (…)`) for the SQL that reads one of them. */
  readonly with: string | null;
  readonly where: string | null;
  /** The aggregate; null where a numerator and a denominator, or an expression, say it. */
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** The expression of one row that a quantile or a mean is taken of. */
  readonly expression: string | null;
  readonly statistic: Statistic | null;
  /** What the denominator counts, where it counts distinct things: the interval rests on the spread between them. */
  readonly per: string | null;
  /** The instant that puts a row into a period; null where the period does not apply (as-of KPIs). */
  readonly at: string | null;
  /** Which of the rows without that instant count where no period is given; null for all that `where` lets through. */
  readonly undated: string | null;
  /** The instant that trends go by, where it is another one. */
  readonly trendAt: string | null;
  /** The column that says whose a row is. */
  readonly agent: string | null;
  /** The instants that a duration runs from and to: rows where they are the wrong way round are left out, and counted. */
  readonly between: readonly string[] | null;
  /** Columns of the drill-down. */
  readonly rows: readonly string[];
  /** Further aggregates of the headline, by name; in them `expression` stands for that of the variant. */
  readonly extras: Readonly<Record<string, string>>;
  /** Tables (`messages`) and columns (`tickets.created_at`, `tickets.a | tickets.b`) that must not be empty. */
  readonly needs: readonly string[] | null;
  /** Checks on the data, by name. */
  readonly requires: readonly string[];
  /** Options of other axes that this one is only defined with. */
  readonly only: readonly string[];
  readonly path: Path;
  /** SQL of its own, by cut, in place of the KPI's; null for the KPI's. */
  readonly sql: OwnSql | null;
  /** Dimensions that it reads in a way of its own, in place of the KPI's; null for the KPI's. */
  readonly dimensions: Readonly<Record<string, string>> | null;
}

export type Statistic = 'mean' | 'median' | 'p90';

/** SQL written by hand, by cut. */
export type OwnSql = Readonly<Partial<Record<Cut, string>>>;

/** What an option of a variant changes. */
export type Patch = Partial<Definition>;

export interface VariantOption {
  readonly name: string;
  readonly axis: Axis;
  /** In the reader's language, where the file names it. */
  readonly title: Translated | null;
  readonly patch: Patch;
}

export interface KpiProse {
  /** What it means and how it misleads. */
  readonly meaning: string;
  readonly disputes: string;
}

/** One KPI of the catalogue, or the user's own. */
export interface Kpi {
  readonly id: string;
  readonly version: number;
  readonly name: Translated;
  readonly theme: Theme;
  /** Where the gallery shows it. */
  readonly order: number;
  readonly better: 'up' | 'down' | 'neither';
  readonly definition: Definition;
  /** Per axis, the default ★ first. */
  readonly variants: Readonly<Partial<Record<Axis, readonly VariantOption[]>>>;
  /** What a choice of several options together changes further: `business+reported`. */
  readonly combinations: readonly { readonly options: readonly string[]; readonly patch: Patch }[];
  /** The same figure under a vendor's name: `like Zendesk` → a variant. */
  readonly presets: Readonly<Record<string, string>>;
  /** The cut that the gallery shows first. */
  readonly cut: Cut;
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter';
  /** The dimension that a breakdown goes by unless told otherwise. */
  readonly by: string;
  /** Whether its rows are things that happen to tickets, of which a cohort can show how many had one by when. */
  readonly cohort: 'share' | null;
  /** How many days a row needs until it says what it will: younger ones are told, and their days not judged. */
  readonly settles: number;
  /** Dimensions that this KPI reads in a way of its own: SQL over its relation. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Columns that together make up a value, each of which a file may lack: left out, and named. */
  readonly components: readonly string[];
  readonly charts: Readonly<Record<Cut, ChartKind>>;
  /** In the KPI's unit; it holds until somebody sets one. */
  readonly target: StartingTarget | null;
  /** Own SQL of shape custom, by cut. */
  readonly sql: OwnSql;
  readonly prose: Readonly<Record<Locale, KpiProse>>;
}
