import type { Measurement, PreviousMeasurement } from '#kpi';
import type { Unit } from '#table';
import type { Beside } from './beside.ts';
import type { Better, Change, Headline } from './build.ts';

/** A measured KPI as a headline: with its interval, and its change where there is a period before. */
export function headlineOf(measurement: Measurement, better: Better): Headline {
  const { value, unit, n, interval, small, previous, lastYear, begins, target } = measurement;
  return {
    value,
    unit,
    n,
    interval,
    small,
    change: changeOf(previous, { unit, better }),
    lastYear: changeOf(lastYear, { unit, better }),
    begins,
    target: target && { ...target, isStart: target.origin === 'start' },
    beside: besideOf(measurement),
  };
}

/** The other statistics of the same rows, and what the KPI puts beside them and is known. */
export function besideOf({ variant, also, extras }: Measurement): Beside[] {
  const others = also === null ? [] : statistics.filter((name) => !variant.split('+').includes(name));
  return [
    ...others.map((name) => ({ name, value: also?.[name] ?? null })),
    ...Object.entries(extras).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
  ];
}

const statistics = ['mean', 'median', 'p90'] as const;

function changeOf(
  previous: PreviousMeasurement | null,
  { unit, better }: { unit: Unit; better: Better },
): Change | null {
  if (!previous) return null;
  const {
    value,
    n,
    change: difference,
    relative,
    beyondNoise,
    exposure,
    part,
    period,
    isCut,
    daily,
  } = previous;
  const direction = difference === 0 ? 'same' : difference > 0 ? 'up' : 'down';
  const isJudged = better !== 'neither' && direction !== 'same' && beyondNoise !== false;
  return {
    previous: value,
    previousN: n,
    difference,
    relative: unit === 'percent' || unit === 'nps' || unit === 'score' ? null : relative,
    direction,
    judgement: !isJudged ? 'neutral' : direction === better ? 'good' : 'bad',
    beyondNoise,
    isPerDay: exposure !== 1,
    part: part && { now: part, before: period, isCut, daily },
  };
}
