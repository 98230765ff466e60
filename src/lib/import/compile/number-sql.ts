import type { DurationUnit } from '../mapping.ts';

/** A cell as DOUBLE: plain numbers at once; `1.234,56`, `1,234.56`, `0,25%`, `R$ 10` by the column's habit. */
export function numberSql(cell: string, decimalComma: boolean): string {
  const bare = `regexp_replace(${cell}, '[^0-9.,eE+-]|EUR', '', 'g')`;
  const written = decimalComma ? `replace(replace(${bare}, '.', ''), ',', '.')` : `replace(${bare}, ',', '')`;
  const currency = '(R\\$|US\\$|[$€£]|BRL|USD|EUR|GBP)?';
  const tidy = `case when regexp_full_match(${cell}, '[+-]?${currency} *[+-]?[0-9][0-9.,]*([eE][+-]?[0-9]+)? *(%|${currency})') then try_cast(${written} as double) end`;
  const scaled = `case when ${cell} like '%\\%' escape '\\' then ${tidy} / 100 else ${tidy} end`;
  const number = `coalesce(${finite(cell)}, ${scaled})`;
  const either = `case when contains(${cell}, ',') or contains(${cell}, '.') then ${scaled} else ${number} end`;
  return known(cell, decimalComma ? either : number);
}

/** DuckDB reads `inf` and `nan` as numbers; no export means them. */
function finite(cell: string): string {
  const number = `try_cast(${cell} as double)`;
  return `case when isfinite(${number}) then ${number} end`;
}

/** Spares empty cells what only odd ones need: DuckDB goes through a branch as soon as one cell of two thousand takes it. */
function known(cell: string, sql: string): string {
  return `case when ${cell} is not null then ${sql} end`;
}

const secondsPer: Readonly<Record<DurationUnit, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

/**
 * A cell as whole seconds. A bare number counts `unit`s; `25:10:00`, `12:02:23 AM` (a re-saved sheet's 143 s), a sheet's
 * `1899-12-30 00:02:23` and words (`2 horas 3 minutos`, `1h 20m`) tell by themselves. `2:05` is hours and minutes,
 * unless the column counts minutes; `2:05 hrs` is so anywhere.
 */
export function durationSql(cell: string, unit: DurationUnit, decimalComma: boolean): string {
  const number = `${numberSql(cell, decimalComma)} * ${secondsPer[unit]}`;
  const isWords = `regexp_matches(${cell}, '[0-9] *\\p{L}')`;
  const written = `case when contains(${cell}, ':') then ${clockSql(cell, unit)} when ${isWords} then ${wordsSql(cell)} else ${number} end`;
  const plain = decimalComma ? '' : `try_cast(${cell} as double) * ${secondsPer[unit]}, `;
  return known(cell, `cast(round(coalesce(${plain}${written})) as bigint)`);
}

function clockSql(cell: string, unit: DurationUnit): string {
  const part = (index: number) =>
    `try_cast(split_part(regexp_extract(${cell}, '[0-9:.]+'), ':', ${index}) as double)`;
  const [first, second, third] = [part(1), part(2), part(3)];
  const two = unit === 'minutes' ? `${first} * 60 + ${second}` : `${first} * 3600 + ${second} * 60`;
  const noon = `case when ${cell} ilike '%pm' or ${cell} ilike '%p.m.' then 43200 else 0 end`;
  const three = `${first} * 3600 + ${second} * 60 + ${third}`;
  return `case
    when regexp_matches(${cell}, '^(1899-12-3[01]|1900-01-0[0-9])[T ]') then epoch(try_cast(${cell} as timestamp) - timestamp '1899-12-30 00:00:00')
    when regexp_full_match(${cell}, '(?i)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)? *[ap]\\.?m\\.?') then (${first} % 12) * 3600 + ${second} * 60 + ${third} + ${noon}
    when regexp_full_match(${cell}, '[0-9]+:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?') then ${three}
    when regexp_full_match(${cell}, '[0-9]+:[0-9]{1,2}') then ${two}
    when regexp_full_match(${cell}, '(?i)[0-9]+:[0-9]{1,2} *(h|hrs?|hours?|horas?)\\.?') then ${first} * 3600 + ${second} * 60
    when regexp_full_match(${cell}, '(?i)[0-9]+:[0-9]{1,2}:[0-9]{1,2} *(h|hrs?|hours?|horas?)\\.?') then ${three}
    when regexp_full_match(${cell}, '-[0-9]+:[0-9]{1,2}:[0-9]{1,2}') then -(${three})
  end`;
}

const wordUnits = [
  ['w(eeks?)?|semanas?', 604_800],
  ['d(ays?|ias?)?', 86_400],
  ['h(ours?|oras?|rs?)?', 3600],
  ['m(in(utes?|utos?|s)?)?', 60],
  ['s(ec(onds?|s)?|eg(undos?|s)?)?', 1],
] as const;

/** `8 dias 0 horas 35 minutos`, `2 hours 5 minutes`, `1h 20m`. */
function wordsSql(cell: string): string {
  const amount = (words: string) =>
    `try_cast(replace(regexp_extract(lower(${cell}), '([0-9]+(?:[.,][0-9]+)?) *(?:${words})(?:[^a-z]|$)', 1), ',', '.') as double)`;
  const sum = wordUnits.map(([words, seconds]) => `coalesce(${amount(words)}, 0) * ${seconds}`).join(' + ');
  const any = wordUnits.map(([words]) => `${amount(words)} is not null`).join(' or ');
  return `case when ${any} then ${sum} end`;
}
