import { AppError } from '#errors';
import {
  addendsOf,
  compileDecomposition,
  compileSegmentRows,
  compileSegmentTrend,
  compileSegmentWords,
  definitionOf,
  hasLowRatings,
  isChoice,
  parseVariant,
  type Definition,
  type Kpi,
  type PeriodNames,
} from '#kpi';
import type { Locale } from '#messages';
import { writeIdentifier } from '#sql';
import { controlSql } from './control-chart.ts';
import { keyNamed } from './facts.ts';
import { movesSql } from './moves.ts';
import { lateSql } from './watermark.ts';

/** A dimension, or two with a cross between, as an explanation names them; and the member, likewise. */
export interface SegmentName {
  readonly dimension: string;
  readonly member: string | null;
}

/** The SQL of an explanation's steps, over two periods that are inputs of a notebook. */
export interface ExplanationSql {
  readonly definition: Definition;
  readonly isCount: boolean;
  decomposition(dimension: string): string;
  /** What the parts of a cell's decomposition add up to. */
  whole(cell: string): string;
  trend(segment: SegmentName): string;
  /** The days of a segment as a control chart; `late` is the cell of days whose answers are still coming in. */
  control(segment: SegmentName, late: string | null): string;
  /** The days whose answers are still coming in; null where no survey asks. */
  readonly late: string | null;
  /** Low ratings alone where `isLow` and the rows are ratings. */
  rows(segment: SegmentName, options: { readonly isLow: boolean }): string;
  /** How other KPIs changed in a segment and elsewhere; null where none can be cut so. */
  moves(segment: SegmentName, locale: Locale): string | null;
  /** The words that mark a segment's low ratings; null where the rows are no ratings. */
  words(segment: SegmentName): string | null;
}

export interface ExplanationSqlOptions {
  readonly variant?: string | undefined;
  readonly names?: PeriodNames;
}

/** Whether a KPI's value is a sum over dated rows, so that its change can be taken apart. */
export function canExplain(kpi: Kpi, variant = ''): boolean {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return false;
  const definition = definitionOf(kpi, choice);
  return definition.at !== null && addendsOf(definition) !== null;
}

/** How an explanation of a KPI is written as SQL that a reader can edit. */
export function explanationSql(
  kpi: Kpi,
  { variant = '', names = { before: 'before', after: 'after' } }: ExplanationSqlOptions = {},
): ExplanationSql {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) throw new AppError(choice.code, choice.params);
  const definition = definitionOf(kpi, choice);
  const by = (dimension: string) => dimension.split(cross).map(keyNamed);
  const membersOf = ({ dimension, member }: SegmentName) => ({
    by: by(dimension),
    members: dimension.includes(cross) ? pairOf(member) : [member],
  });
  const written = (sql: string | null): string => {
    if (sql === null) throw new AppError('explain.noParts', { kpi: kpi.id });
    return sql;
  };
  const trend = (segment: SegmentName): string =>
    written(compileSegmentTrend(definition, { kpi, names, ...membersOf(segment) }));
  return {
    definition,
    isCount: addendsOf(definition)?.denominator === null,
    decomposition: (dimension) =>
      written(compileDecomposition(definition, { kpi, by: by(dimension), names })),
    whole: (cell) => wholeText(cell, definition),
    trend,
    control: (segment, late) => controlSql(trend(segment), { definition, ...names, late }),
    late: lateSql(definition, { from: `$${names.after}_start`, to: `$${names.after}_end` }),
    rows: (segment, { isLow }) =>
      written(
        compileSegmentRows(definition, {
          kpi,
          names,
          isLow: isLow && hasLowRatings(definition),
          ...membersOf(segment),
        }),
      ),
    moves: (segment, locale) => movesSql(kpi, { names, ...membersOf(segment) }, locale),
    words: (segment) => compileSegmentWords(definition, { kpi, names, ...membersOf(segment) }),
  };
}

const cross = ' × ';

function wholeText(cell: string, definition: Definition): string {
  const from = `from ${writeIdentifier(cell)}`;
  if (addendsOf(definition)?.denominator === null)
    return `select
  sum(value_before) as value_before,
  sum(value_after) as value_after,
  sum(value_after) - sum(value_before) as change,
  sum(effect) as all_parts,
  sum(value_after) - sum(value_before) - sum(effect) as residual
${from}`;
  const points = definition.unit === 'percent' ? ',\n  round(100 * change, 1) as points' : '';
  return `select
  sum(n_before) as n_before,
  sum(n_after) as n_after,
  sum(n_before * value_before) / sum(n_before) as value_before,
  sum(n_after * value_after) / sum(n_after) as value_after,
  sum(n_after * value_after) / sum(n_after) - sum(n_before * value_before) / sum(n_before) as change,
  sum(mix) as all_mix,
  sum(rate) as all_rate,
  round(change - all_mix - all_rate, 9) as residual${points}
${from}`;
}

/** The two members of a pair; a dash stands for rows that do not say. */
function pairOf(member: string | null): (string | null)[] {
  return (member ?? '').split(cross).map((each) => (each === '—' ? null : each));
}
