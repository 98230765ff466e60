import { AppError } from '#errors';
import {
  axes,
  catalogue,
  compile,
  cutsOf,
  definitionOf,
  dimensions,
  fullVariant,
  hasDimension,
  isChoice,
  parseVariant,
  type Choice,
  type Cut,
  type Kpi,
} from '#kpi';
import { grains, type Grain } from '#time';

export interface CompiledSql {
  readonly title: string;
  readonly sql: string;
}

/** Every SQL text that the catalogue can write: cuts × variants × grains × dimensions, with a period and without. */
export function everySql(kpis: readonly Kpi[] = catalogue): CompiledSql[] {
  const all = kpis.flatMap((kpi) =>
    variantsOf(kpi).flatMap((variant) =>
      cutsOf(kpi).flatMap((cut) => (isIn(kpi, cut, variant) ? cutSql(kpi, cut, variant) : [])),
    ),
  );
  // A KPI's own SQL is the same for every dimension.
  return [...new Map(all.map((each) => [each.sql, each])).values()];
}

/** Every combination of options that means something. */
export function variantsOf(kpi: Kpi): string[] {
  const choices = axes.reduce<string[][]>(
    (chosen, axis) => {
      const options = kpi.variants[axis];
      return options ? chosen.flatMap((names) => options.map(({ name }) => [...names, name])) : chosen;
    },
    [[]],
  );
  return choices.map((names) => names.join('+')).filter((variant) => isDefined(kpi, variant));
}

function isDefined(kpi: Kpi, variant: string): boolean {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return false;
  return missing(kpi, choice).length === 0;
}

function missing(kpi: Kpi, choice: Choice): string[] {
  const chosen = fullVariant(choice).split('+');
  return definitionOf(kpi, choice).only.filter((name) => !chosen.includes(name));
}

/** A cut that the default has may mean nothing for a variant. */
function isIn(kpi: Kpi, shape: Cut, variant: string): boolean {
  try {
    compile({ kpi, shape, variant });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.text.code === 'kpi.cut.none') return false;
    throw error;
  }
}

function cutSql(kpi: Kpi, shape: Cut, variant: string): CompiledSql[] {
  const cuts = cutsBy(shape).filter(({ by, and }) =>
    [by, and].every((name) => name === undefined || leadsTo(kpi, variant, name)),
  );
  return cuts.flatMap(({ grain, by, and }, index) =>
    (by === undefined || index % 2 === 0 ? [true, false] : [true]).map((withPeriod) => ({
      title: [kpi.id, shape, variant, grain, by, and, withPeriod ? '' : 'all'].filter(Boolean).join(' '),
      sql: compile({ kpi, shape, variant, grain, by, and, withPeriod, weekStart: by === 'channel' ? 7 : 1 }),
    })),
  );
}

/** Another statistic reads the same rows: one dimension is enough for those. */
function leadsTo(kpi: Kpi, variant: string, by: string): boolean {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return false;
  const isDefault = choice.statistic === kpi.variants.statistic?.[0];
  return (isDefault || by === 'type') && hasDimension(kpi, definitionOf(kpi, choice), by);
}

/** Each way to a dimension beside each other. */
const pairs = [
  { by: 'channel', and: 'type' },
  { by: 'agent', and: 'team' },
  { by: 'tag', and: 'segment' },
  { by: 'customer', and: 'agent' },
  { by: 'service', and: 'channel' },
  { by: 'field:Produto', and: 'tag' },
  { by: 'stage', and: 'status' },
] as const;

/** Every dimension, and every grain; of trends with several lines each way to a dimension with one grain, in turn. */
function cutsBy(shape: Cut): { readonly grain?: Grain; readonly by?: string; readonly and?: string }[] {
  const bys = [...dimensions.map(({ name }) => name), 'field:Produto'];
  if (shape === 'breakdown') return bys.map((by) => ({ by }));
  // Its members are a breakdown's.
  if (shape === 'extremes') return ['channel', 'agent'].map((by) => ({ by }));
  if (shape === 'table') return [...pairs];
  if (shape === 'cohort') return grains.filter((grain) => grain !== 'hour').map((grain) => ({ grain }));
  if (shape !== 'trend') return [{}];
  const joins = ['channel', 'agent', 'tag', 'customer', 'service', 'field:Produto'];
  const lines = joins.map((by, index) => ({ by, grain: grains[index % grains.length] ?? 'week' }));
  return [...grains.map((grain) => ({ grain })), { by: 'channel', grain: 'week' }, ...lines];
}
