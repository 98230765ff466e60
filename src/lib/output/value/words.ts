import type { UnusualDay } from '#kpi';
import { say, type Locale } from '#messages';
import { formatNumber, formatPercent, formatValue, type Unit } from '#table';
import { wallClockToMs, type Period } from '#time';
import type { Change, HeadlineTarget } from './build.ts';
import { dayText } from './day-text.ts';

/** How values are written. */
export interface Written {
  readonly unit: Unit;
  readonly locale: Locale;
  /** As many decimals as its neighbours. */
  readonly aligned?: boolean;
}

export function valueText(value: number | null, { unit, locale, aligned }: Written): string {
  return formatValue(value, { kind: 'float', type: 'DOUBLE' }, { locale, unit, aligned });
}

/** `+12%`, `−3 pp`, `+4 min`: by how much a value moved. */
export function movementText({ difference, relative, direction }: Change, written: Written): string {
  const { unit, locale } = written;
  const sign = direction === 'up' ? '+' : direction === 'down' ? '−' : '';
  if (relative !== null) return sign + formatPercent(Math.abs(relative), locale);
  if (unit !== 'percent')
    return sign + valueText(Math.abs(difference), { locale, unit: unit === 'nps' ? 'number' : unit });
  const points = formatNumber(roundedPoints(Math.abs(difference) * 100), locale);
  return sign + say(locale, 'output.value.points', { difference: points });
}

/** To a tenth; less than that to the first digit that tells, lest a change be written as none. */
function roundedPoints(points: number): number {
  return points < 0.05 ? Number(points.toPrecision(1)) : Math.round(points * 10) / 10;
}

/** A change and what it is against: the period before, the same one last year, or what the data tell of either. */
export function changeText(
  change: Change,
  { basis, ...written }: Written & { readonly basis: 'change' | 'lastYear' },
): string {
  const { locale } = written;
  const moved = movementText(change, written);
  const isPerDay = change.isPerDay && change.relative !== null;
  const named = {
    change: isPerDay ? say(locale, 'output.value.perDay', { change: moved }) : moved,
    previous: valueText(change.previous, written),
  };
  if (!change.part) return say(locale, `output.value.${basis}`, named);
  const { now, before, daily, isCut } = change.part;
  const spans = { now: spanText(now, locale), before: spanText(before, locale) };
  if (daily === null)
    return say(locale, isCut ? 'output.value.changeCut' : 'output.value.changePart', { ...named, ...spans });
  const byDay = { dailyNow: dailyText(daily.now, written), dailyBefore: dailyText(daily.before, written) };
  return say(locale, 'output.value.changeDaily', { change: moved, ...byDay, ...spans });
}

/** Why a value is not compared with the period before. */
export function beginsText(begins: string, locale: Locale): string {
  return say(locale, 'output.value.begins', { day: dayText(begins, locale) });
}

function dailyText(value: number, written: Written): string {
  const unit = written.unit === 'count' ? 'number' : written.unit;
  const rounded = value < 100 ? Number(value.toPrecision(3)) : Math.round(value);
  return valueText(rounded, { ...written, unit });
}

/** How a value stands to its target or goal, in a sentence; a starting point says that it is one. */
export function targetText(target: HeadlineTarget, written: Written): string {
  const { locale } = written;
  const said = say(locale, sentenceOf(target), {
    target: valueText(target.value, written),
    share: formatPercent(target.attainment ?? 0, locale),
    span: target.span ? spanText(target.span, locale) : '',
    days: target.gone?.days ?? 0,
    of: target.gone?.of ?? 0,
  });
  return target.isStart ? `${said} ${say(locale, 'output.value.targetStart')}` : said;
}

function sentenceOf({ standing, met, attainment }: HeadlineTarget) {
  switch (standing) {
    case 'judged':
      if (met === null) return 'output.value.target';
      if (met) return 'output.value.targetMet';
      return attainment === null ? 'output.value.targetMissed' : 'output.value.targetShare';
    case 'soFar':
      if (met !== null) return met ? 'output.value.goalReached' : 'output.value.goalPassed';
      return attainment === null ? 'output.value.goalOpen' : 'output.value.goalShare';
    case 'otherSpan':
      return 'output.value.goalOther';
    case 'noSpan':
      return 'output.value.goalNoSpan';
  }
}

/** A day unlike the same weekday of the weeks before, in plain words. */
export function unusualDayText({ day, value, expected, direction }: UnusualDay, written: Written): string {
  const { locale } = written;
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return say(locale, direction === 'up' ? 'output.unusual.up' : 'output.unusual.down', {
    day: format.format(wallClockToMs(day) ?? 0),
    value: valueText(value, written),
    expected: valueText(expected, written),
  });
}

/** The days of a period, first and last: `Nov 1 – 12, 2026`. */
export function spanText({ from, to }: Period, locale: Locale): string {
  const [start, end] = [from, to].map((each) => wallClockToMs(each ?? '') ?? 0);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(start ?? 0, (end ?? 0) - 1).replace(/[\u2009\u202f]/g, ' ');
}
