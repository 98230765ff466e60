import { say, type Locale } from '#messages';
import { changeText, headlinesOf, valueText } from '#output';
import type { ReportSection } from './report.ts';
import type { CellResult } from './result.ts';

/** The headlines of a cell that shows its one row as such; null for any other cell. */
export function headlineRow({ cell, table, units }: CellResult, locale: Locale): ReportSection[] | null {
  const headlines = table && headlinesOf(cell, table, units);
  if (!headlines) return null;
  return headlines.map(({ title, headline: { value, unit, n, change } }, index) => {
    const written = { unit, locale };
    return {
      kind: 'headline',
      name: index === 0 ? cell.name : null,
      title,
      value: valueText(value, written),
      details: [
        ...(n === null ? [] : [say(locale, 'reporting.n', { count: n })]),
        ...(change ? [`${changeText(change, { ...written, basis: 'change' })}.`] : []),
      ],
      sql: cell.source,
    };
  });
}
