import { text, type Text } from '#errors';
import { readableTables } from '#import';
import type { Locale } from '#messages';
import type { Departure } from './candidates.ts';
import type { Kpi } from './kpi.ts';
import { isChoice, parseVariant } from './variant.ts';
import { optionTitle } from './words.ts';

interface Named {
  readonly kpi: Kpi;
  readonly locale: Locale;
}

/** A respect in which two counts differ, as a phrase. */
export function departureText(departure: Departure, { kpi, locale }: Named): Text {
  switch (departure.kind) {
    case 'variant':
      return text('kpi.reconcile.variant', { variant: variantTitle(kpi, departure.variant, locale) });
    case 'zone':
      return text('kpi.reconcile.zone', { zone: departure.zone });
    case 'lastDay':
      return text('kpi.reconcile.lastDay');
    case 'basis':
      return basisText(departure.column, departure.table, { kpi, locale });
    case 'exclusion':
      return text(`kpi.reconcile.without.${departure.exclusion}`);
  }
}

/** What a variant's options are called, those that are not ★. */
export function variantTitle(kpi: Kpi, variant: string, locale: Locale): string {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return variant;
  const names = variant.split('+').map((name) => name.trim());
  const options = Object.values(choice).filter(({ name }) => names.includes(name));
  return options.map((option) => optionTitle(option, locale)).join(' + ');
}

/** A KPI's name, and what of a variant is not as usual. */
export function variedName(kpi: Kpi, variant: string | undefined, locale: Locale): string {
  const unusual = variant ? variantTitle(kpi, variant, locale) : '';
  return unusual === '' ? kpi.name[locale] : `${kpi.name[locale]} (${unusual})`;
}

function basisText(column: string, table: string, { kpi, locale }: Named): Text {
  const sentence = readableTables
    .find(({ name }) => name === table)
    ?.columns.find(({ name }) => name === column)?.sentence[locale];
  const meaning = meaningOf(sentence ?? column);
  return table === kpi.definition.from
    ? text('kpi.reconcile.basis', { meaning, column })
    : text('kpi.reconcile.ticketBasis', { meaning, column });
}

/** A column's sentence within another one, without the clock that it names at its end. */
function meaningOf(sentence: string): string {
  const end = sentence.lastIndexOf(', ');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1, end < 0 ? undefined : end);
}
