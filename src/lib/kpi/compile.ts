import { AppError } from '#errors';
import type { Grain, WeekStart } from '#time';
import { aggregates, aggregateText, besides, rowConditions, type Aggregate } from './aggregate.ts';
import { grouped, planDimension, selected, type DimensionPlan } from './dimensions.ts';
import { cuts, type Cut, type Definition, type Kpi } from './kpi.ts';
import { qualify, type Scope } from './relation.ts';
import { compileRows } from './rows.ts';
import { selectText, whereText } from './sql-text.ts';
import { compileCountTrend, truncated } from './trend.ts';
import { definitionOf, isChoice, missingCompanions, parseVariant } from './variant.ts';

export interface CompileOptions {
  readonly kpi: Kpi;
  readonly shape: Cut;
  /** Of a trend; the KPI's own unless given. */
  readonly grain?: Grain | undefined;
  /** The dimension of a breakdown (the KPI's own unless given), or of a trend with several lines. */
  readonly by?: string | undefined;
  readonly variant?: string | undefined;
  /** Without it all rows count, those without a date too. */
  readonly withPeriod?: boolean | undefined;
  readonly weekStart?: WeekStart | undefined;
}

/** The SQL of one cut of a KPI, as an analyst would write it by hand. Throws an AppError for what the KPI does not have. */
export function compile({ variant = '', ...options }: CompileOptions): string {
  const choice = parseVariant(options.kpi, variant);
  if (!isChoice(choice)) throw new AppError(choice.code, choice.params);
  const definition = definitionOf(options.kpi, choice);
  const companions = missingCompanions(definition, choice);
  if (companions.length > 0) throw new AppError('kpi.variant.onlyWith', { others: companions.join('+') });
  return compileDefinition(definition, options);
}

/** The cuts that a KPI has: all four, but for KPIs with SQL of their own. */
export function cutsOf({ definition, sql }: Kpi): Cut[] {
  return cuts.filter((cut) => definition.shape !== 'custom' || sql[cut] !== undefined);
}

export function compileDefinition(definition: Definition, options: Omit<CompileOptions, 'variant'>): string {
  const { kpi, shape, withPeriod = true } = options;
  const own = kpi.sql[shape];
  if (own !== undefined) return withPeriod ? own : withoutPeriod(own);
  if (definition.shape === 'custom') throw new AppError('kpi.cut.none', { kpi: kpi.id, cut: shape });
  switch (shape) {
    case 'headline':
      return compileHeadline(definition, withPeriod);
    case 'trend':
      return compileTrend(definition, options);
    case 'breakdown':
      return compileBreakdown(definition, options);
    case 'rows':
      return compileRows(definition, { kpi, where: conditions(definition, withPeriod) });
  }
}

/** A query over the rows that count, with other aggregates than the KPI's own. */
export function compileAggregates(
  definition: Definition,
  items: readonly Aggregate[],
  where: readonly string[],
): string {
  return lines([selectText(items.map(aggregateText)), `from ${definition.from}`, ...whereText(where)]);
}

/** The conditions on the rows that count, the period's last. */
export function conditions(definition: Definition, withPeriod: boolean): string[] {
  return [...rowConditions(definition), ...(withPeriod ? periodCondition(definition) : [])];
}

function compileHeadline(definition: Definition, withPeriod: boolean): string {
  const all = [...aggregates(definition), ...besides(definition)];
  const items = withPeriod ? all : all.map(({ name, sql }) => ({ name, sql: sql.replace(periodInside, '') }));
  return compileAggregates(definition, items, conditions(definition, withPeriod));
}

function compileTrend(definition: Definition, options: Omit<CompileOptions, 'variant'>): string {
  const { kpi, grain = kpi.grain, by, withPeriod = true, weekStart = 1 } = options;
  const instant = definition.trendAt ?? definition.at;
  if (instant === null) throw new AppError('kpi.cut.none', { kpi: kpi.id, cut: 'trend' });
  const plan = by === undefined ? null : planDimension(kpi, definition, by);
  const scope = plan?.scope ?? { base: definition.from, joins: [] };
  const where = qualified(conditions(definition, withPeriod), scope);
  if (definition.shape === 'count') {
    const count = qualify(definition.value ?? 'count(*)', scope);
    return compileCountTrend({
      definition,
      instant,
      grain,
      plan,
      scope,
      where,
      count,
      isBounded: withPeriod && definition.at !== null,
      weekStart,
    });
  }
  const bucket = truncated(qualify(instant, scope), grain, weekStart);
  return lines([
    selectText([
      `${bucket} as ${grain}`,
      ...(plan ? [selected(plan)] : []),
      ...aggregates(definition).map((each) => qualify(aggregateText(each), scope)),
    ]),
    ...fromText(scope),
    ...whereText(where),
    `group by ${grouping(grain, plan)}`,
    `order by ${[grain, ...(plan ? [aliasOf(plan)] : [])].join(', ')}`,
  ]);
}

function compileBreakdown(definition: Definition, options: Omit<CompileOptions, 'variant'>): string {
  const { kpi, by = kpi.by, withPeriod = true } = options;
  const plan = planDimension(kpi, definition, by);
  return lines([
    selectText([
      selected(plan),
      ...aggregates(definition).map((each) => qualify(aggregateText(each), plan.scope)),
    ]),
    ...fromText(plan.scope),
    ...whereText(qualified(conditions(definition, withPeriod), plan.scope)),
    `group by ${grouped(plan)}`,
    `order by n desc, ${aliasOf(plan)}`,
  ]);
}

function periodCondition({ from, at }: Definition): string[] {
  if (at === null) return [];
  const instant = qualify(at, { base: from, joins: [] });
  return [`${instant} >= $period_start and ${instant} < $period_end`];
}

function qualified(where: readonly string[], scope: Scope): string[] {
  return where.map((condition) => qualify(condition, scope));
}

export function fromText({ base, joins }: Scope): string[] {
  return [`from ${base}`, ...joins.map(({ sql }) => sql)];
}

function grouping(grain: Grain, plan: DimensionPlan | null): string {
  if (!plan) return grain;
  return grouped(plan) === 'all' ? 'all' : `${grain}, ${grouped(plan)}`;
}

function aliasOf(plan: DimensionPlan): string {
  return selected(plan)
    .replace(/^[\s\S]* as /, '')
    .replace(/^\w+\./, '');
}

/** The period of a subquery that an extra holds. */
const periodInside = / where (\S+) >= \$period_start and \1 < \$period_end/g;

const periodOnly = /^[ \t]*(where|and) \S+ >= \$period_start and \S+ < \$period_end[ \t]*$/;

/** Own SQL without its period: by agreement the condition has a line to itself. */
export function withoutPeriod(sql: string): string {
  return sql
    .split('\n')
    .filter((line) => !periodOnly.test(line))
    .join('\n');
}

export function lines(parts: readonly string[]): string {
  return parts.join('\n');
}
