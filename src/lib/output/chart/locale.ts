import type { Locale } from '#messages';
import type { JsonObject } from './json.ts';

/** How Vega writes numbers and times in a language; null is Vega's own, English. */
export interface ChartLocale {
  readonly number: JsonObject | null;
  readonly time: JsonObject | null;
}

const portuguese: ChartLocale = {
  number: { decimal: ',', thousands: '.', grouping: [3], currency: ['R$ ', ''], percent: '%' },
  time: {
    dateTime: '%A, %e de %B de %Y. %X',
    date: '%d/%m/%Y',
    time: '%H:%M:%S',
    periods: ['AM', 'PM'],
    days: ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado'],
    shortDays: ['dom', 'seg', 'ter', 'qua', 'qui', 'sex', 'sáb'],
    months: [
      'janeiro',
      'fevereiro',
      'março',
      'abril',
      'maio',
      'junho',
      'julho',
      'agosto',
      'setembro',
      'outubro',
      'novembro',
      'dezembro',
    ],
    shortMonths: ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
  },
};

export const chartLocales: Readonly<Record<Locale, ChartLocale>> = {
  en: { number: null, time: null },
  'pt-BR': portuguese,
};
