import type { Engine } from '#engine';
import { toNumber } from '#table';
import type { Period } from '#time';
import { equalBins, type Bins } from './bins.ts';
import { lines } from './clauses.ts';
import { distributionOf, measuredText } from './distribution.ts';
import type { Kpi } from './kpi.ts';
import { asInCell } from './period-variables.ts';
import { indented } from './sql-text.ts';
import { definitionOf, isChoice, parseVariant } from './variant.ts';

export interface ChooseBinsOptions {
  readonly variant?: string | undefined;
  readonly period: Period | null;
  readonly asOf: string | null;
}

/** Units whose usual bins fit any data: durations, shares, net scores. */
const settled: readonly string[] = ['duration', 'percent', 'nps'];

/**
 * Bins of equal width that suit the data at hand; the highest hundredth shares the last one, which has no end. Null where the
 * unit's usual bins do, or there is nothing to see.
 */
export async function chooseBins(
  engine: Engine,
  book: string | null,
  kpi: Kpi,
  { variant = '', period, asOf }: ChooseBinsOptions,
): Promise<Bins | null> {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return null;
  const definition = definitionOf(kpi, choice);
  if (distributionOf(definition) === null || settled.includes(definition.unit)) return null;
  const options = { kpi, withPeriod: period !== null, weekStart: 1 } as const;
  const sql = lines([
    'select min(measure) as low, quantile_cont(measure, 0.99) as high',
    'from (',
    indented(measuredText(definition, options, 'distribution')),
    ')',
  ]);
  const table = await engine.query(await asInCell(engine, sql, { book, period, asOf }));
  const isCounted = definition.unit === 'count' || distributionOf(definition) === 'things';
  const [low = null, high = null] = table.columns.map((column) => toNumber(column.at(0)));
  return low === null || high === null ? null : equalBins(low, high, isCounted ? 1 : 0);
}
