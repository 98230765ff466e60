import { say, type Locale } from '#messages';
import type { Word } from './vocabulary.ts';

/** The functions that completion offers: those an analyst of tickets reaches for, with their arguments. */
const signatures = {
  count: '(x)',
  sum: '(x)',
  avg: '(x)',
  min: '(x)',
  max: '(x)',
  median: '(x)',
  mode: '(x)',
  stddev: '(x)',
  var_samp: '(x)',
  quantile_cont: '(x, 0.9)',
  quantile_disc: '(x, 0.9)',
  corr: '(y, x)',
  count_if: '(condition)',
  bool_and: '(condition)',
  bool_or: '(condition)',
  any_value: '(x)',
  first: '(x)',
  last: '(x)',
  arg_max: '(x, by)',
  arg_min: '(x, by)',
  list: '(x)',
  histogram: '(x)',
  string_agg: "(x, ', ')",
  approx_count_distinct: '(x)',
  row_number: '()',
  rank: '()',
  dense_rank: '()',
  percent_rank: '()',
  ntile: '(4)',
  lag: '(x, 1)',
  lead: '(x, 1)',
  first_value: '(x)',
  last_value: '(x)',
  date_trunc: "('week', at)",
  date_diff: "('day', from, to)",
  date_sub: "('day', from, to)",
  date_part: "('hour', at)",
  time_bucket: "(interval '15 minutes', at)",
  dayname: '(at)',
  monthname: '(at)',
  isodow: '(at)',
  hour: '(at)',
  day: '(at)',
  month: '(at)',
  year: '(at)',
  last_day: '(at)',
  epoch: '(interval)',
  to_seconds: '(number)',
  strftime: "(at, '%Y-%m')",
  strptime: "(text, '%d/%m/%Y')",
  try_strptime: "(text, '%d/%m/%Y')",
  make_date: '(year, month, day)',
  generate_series: '(from, to, step)',
  range: '(from, to, step)',
  unnest: '(list)',
  list_contains: '(list, x)',
  list_distinct: '(list)',
  list_sort: '(list)',
  len: '(x)',
  coalesce: '(x, y, …)',
  ifnull: '(x, y)',
  nullif: '(x, 0)',
  greatest: '(x, y, …)',
  least: '(x, y, …)',
  round: '(x, 2)',
  floor: '(x)',
  ceil: '(x)',
  abs: '(x)',
  ln: '(x)',
  exp: '(x)',
  power: '(x, y)',
  sqrt: '(x)',
  lower: '(text)',
  upper: '(text)',
  trim: '(text)',
  length: '(text)',
  left: '(text, 3)',
  right: '(text, 3)',
  replace: "(text, 'a', 'b')",
  substring: '(text, 1, 3)',
  split_part: "(text, ',', 1)",
  string_split: "(text, ',')",
  contains: "(text, 'part')",
  starts_with: "(text, 'start')",
  ends_with: "(text, 'end')",
  regexp_matches: "(text, 'pattern')",
  regexp_extract: "(text, 'pattern', 0)",
  regexp_replace: "(text, 'pattern', 'by', 'g')",
  concat: '(a, b, …)',
  concat_ws: "(' ', a, b, …)",
  strip_accents: '(text)',
  levenshtein: '(a, b)',
} as const;

const wordsByLocale = new Map<Locale, readonly Word[]>();

/** Each function with its arguments and what it does. */
export function functionWords(locale: Locale): readonly Word[] {
  const known =
    wordsByLocale.get(locale) ??
    Object.keys(signatures)
      .filter(isName)
      .map((name) => ({ name, detail: signatures[name], info: say(locale, `sql.function.${name}`) }));
  wordsByLocale.set(locale, known);
  return known;
}

type Name = keyof typeof signatures;

function isName(name: string): name is Name {
  return name in signatures;
}
