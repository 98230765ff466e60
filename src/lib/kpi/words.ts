import { text, type Text } from '#errors';
import { say, type Locale, type MessageCode } from '#messages';
import type { KpiCellState } from './cell.ts';
import type { Axis, Path, VariantOption } from './kpi.ts';

const usualOptions: Readonly<Record<string, MessageCode>> = {
  mean: 'kpi.option.mean',
  median: 'kpi.option.median',
  p90: 'kpi.option.p90',
  calendar: 'kpi.option.calendar',
  business: 'kpi.option.business',
  computed: 'kpi.option.computed',
  reported: 'kpi.option.reported',
};

/** What an option is called: by its KPI's file, or by its usual name. */
export function optionTitle({ name, title }: VariantOption, locale: Locale): string {
  if (title !== null) return title[locale];
  const code = usualOptions[name];
  return code ? say(locale, code) : name;
}

export function axisText(axis: Axis): Text {
  return text(`kpi.axis.${axis}`);
}

/** Where a value came from, as a phrase. */
export function pathText(path: Path): Text {
  return text(`kpi.path.${path}`);
}

/** How a cell stands to where it came from: our catalogue, or a file of the reader's. */
export function cellStateText(state: KpiCellState, isOwn = false): Text {
  const hasOwnWords = isOwn && (state === 'asInCatalogue' || state === 'outdated');
  return text(hasOwnWords ? `kpi.cell.own.${state}` : `kpi.cell.${state}`);
}
