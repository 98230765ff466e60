import { departureText, kpiCell, readReported, type Attempt, type Kpi } from '#kpi';
import { tell, say, type Locale } from '#messages';
import { formatNumber, formatValue, type Unit } from '#table';

/** What a number of a KPI would be written like on another screen. */
export function exampleOf(unit: Unit, locale: Locale): string {
  if (unit === 'duration') return '3h 12m';
  if (unit === 'percent') return locale === 'en' ? '82.4%' : '82,4%';
  return formatNumber(unit === 'score' ? 4.2 : 1234, locale);
}

/** How a number that was typed is read, one after the other where it can be read in several ways. */
export function readingsText(typed: string, unit: Unit, locale: Locale): string {
  const written = readReported(typed, unit).map(({ value }) => writtenValue(value, unit, locale));
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format([...new Set(written)]);
}

export function writtenValue(value: number, unit: Unit, locale: Locale): string {
  return formatValue(value, { kind: 'float', type: 'DOUBLE' }, { locale, unit });
}

/** In what a way of counting departs from the KPI, in words. */
export function howOf({ departures }: Attempt, kpi: Kpi, locale: Locale): string {
  if (departures.length === 0) return say(locale, 'kpi.reconcile.asIs');
  return departures.map((each) => tell(locale, departureText(each, { kpi, locale }))).join('; ');
}

/** How far off a value is, in its unit; shares in points of a hundred. */
export function differenceText({ difference, unit }: Attempt, locale: Locale): string {
  const sign = difference > 0 ? '+' : '−';
  const size = Math.abs(difference);
  if (unit === 'percent') {
    const points = formatNumber(Math.round(size * 10_000) / 100, locale);
    return sign + say(locale, 'output.value.points', { difference: points });
  }
  return sign + writtenValue(size, unit === 'nps' ? 'number' : unit, locale);
}

/** A paragraph that says what was found, and the SQL that gives the number, as cells. */
export function reconciledCells(kpi: Kpi, { departures, sql }: Attempt, prose: string): string {
  const variant = departures.find(({ kind }) => kind === 'variant');
  const { text } = kpiCell(kpi, {
    shape: 'headline',
    name: `${kpi.id}_reconciled`,
    variant: variant?.kind === 'variant' ? variant.variant : undefined,
  });
  const fence = text.slice(0, text.indexOf('\n') + 1);
  return `${prose}\n\n${fence}${sql}\n\`\`\`\n`;
}

/** The variant that a way of counting is, where it departs in nothing else; empty for the KPI as it is. */
export function variantAlone({ departures }: Attempt): string | null {
  const [first, ...more] = departures;
  if (first === undefined) return '';
  return first.kind === 'variant' && more.length === 0 ? first.variant : null;
}
