import { grains } from '#time';
import { axes, cuts, kpiShapes, paths, themes } from './kpi.ts';

export const units = ['count', 'percent', 'duration', 'score', 'money', 'nps', 'number'] as const;
export const betters = ['up', 'down', 'neither'] as const;
export const statistics = ['mean', 'median', 'p90'] as const;

/** What a field of a KPI's file holds. */
export type FieldKind =
  'text' | 'words' | 'table' | 'dimension' | 'column' | 'columns' | 'needs' | 'checks' | 'sql' | 'fields';

export interface KpiField {
  readonly name: string;
  readonly kind: FieldKind;
  /** All that it can say, where that is known. */
  readonly words: readonly string[];
  /** Whether options of variants have it too. */
  readonly inOption: boolean;
}

/** The fields of a KPI's file, in the order in which one writes them. */
export const kpiFields: readonly KpiField[] = [
  field('id', 'text'),
  field('version', 'text'),
  field('order', 'text'),
  field('name', 'fields', { words: ['en', 'pt-BR'] }),
  field('theme', 'words', { words: themes }),
  field('unit', 'words', { words: units, inOption: true }),
  field('better', 'words', { words: betters }),
  field('shape', 'words', { words: kpiShapes, inOption: true }),
  field('from', 'table', { inOption: true }),
  field('with', 'sql', { inOption: true }),
  field('where', 'sql', { inOption: true }),
  field('value', 'sql', { inOption: true }),
  field('numerator', 'sql', { inOption: true }),
  field('denominator', 'sql', { inOption: true }),
  field('expression', 'sql', { inOption: true }),
  field('statistic', 'words', { words: statistics, inOption: true }),
  field('per', 'column', { inOption: true }),
  field('at', 'column', { inOption: true }),
  field('undated', 'sql', { inOption: true }),
  field('trend_at', 'column', { inOption: true }),
  field('between', 'columns', { inOption: true }),
  field('agent', 'column', { inOption: true }),
  field('rows', 'columns', { inOption: true }),
  field('extras', 'fields', { inOption: true }),
  field('needs', 'needs', { inOption: true }),
  field('requires', 'checks', { inOption: true }),
  field('only', 'text', { inOption: true }),
  field('path', 'words', { words: paths, inOption: true }),
  field('components', 'needs'),
  field('cut', 'words', { words: cuts }),
  field('grain', 'words', { words: grains }),
  field('by', 'dimension'),
  field('dimensions', 'fields', { inOption: true }),
  field('cohort', 'words', { words: ['share'] }),
  field('settles', 'text'),
  field('charts', 'fields', { words: cuts }),
  field('target', 'fields', { words: ['value', 'note'] }),
  field('presets', 'fields'),
  field('variants', 'fields', { words: axes }),
  field('combinations', 'fields'),
];

function field(
  name: string,
  kind: FieldKind,
  { words = [], inOption = false }: Partial<Pick<KpiField, 'words' | 'inOption'>> = {},
): KpiField {
  return { name, kind, words, inOption };
}
