import type { Locale } from '#messages';

/** How Vega writes numbers and times in a language, complete: Vega keeps one locale for all of its charts. */
export interface ChartLocale {
  readonly number: NumberLocale;
  readonly time: TimeLocale;
  /** How an axis writes instants by how fine they are. */
  readonly axis: Readonly<Record<string, string>>;
  /** How it writes days, where each has its place. */
  readonly day: string;
}

export interface NumberLocale {
  readonly decimal: string;
  readonly thousands: string;
  readonly grouping: number[];
  readonly currency: [string, string];
}

type Twelve = [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
type Seven = [string, string, string, string, string, string, string];

export interface TimeLocale {
  readonly dateTime: string;
  readonly date: string;
  readonly time: string;
  readonly periods: [string, string];
  readonly days: Seven;
  readonly shortDays: Seven;
  readonly months: Twelve;
  readonly shortMonths: Twelve;
}

const english: ChartLocale = {
  axis: {
    year: '%Y',
    quarter: '%b %Y',
    month: '%b %Y',
    week: '%b %-d',
    date: '%b %-d',
    day: '%b %-d',
    hours: '%H:%M',
    minutes: '%H:%M',
    seconds: '%H:%M:%S',
    milliseconds: '.%L',
  },
  day: '%b %-d',
  number: { decimal: '.', thousands: ',', grouping: [3], currency: ['$', ''] },
  time: {
    dateTime: '%x, %X',
    date: '%-m/%-d/%Y',
    time: '%-I:%M:%S %p',
    periods: ['AM', 'PM'],
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    shortDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
};

const portuguese: ChartLocale = {
  axis: {
    year: '%Y',
    quarter: '%b %Y',
    month: '%b %Y',
    week: '%-d %b',
    date: '%-d %b',
    day: '%-d %b',
    hours: '%H:%M',
    minutes: '%H:%M',
    seconds: '%H:%M:%S',
    milliseconds: '.%L',
  },
  day: '%-d %b',
  number: { decimal: ',', thousands: '.', grouping: [3], currency: ['R$ ', ''] },
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
  en: english,
  'pt-BR': portuguese,
};
