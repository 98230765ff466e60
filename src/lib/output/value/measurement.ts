import type { Measurement } from '#kpi';
import type { Better, Change, Headline } from './build.ts';

/** A measured KPI as a headline: with its interval, and its change where there is a period before. */
export function headlineOf(measurement: Measurement, better: Better): Headline {
  const { value, unit, n, interval, small, also } = measurement;
  return {
    value,
    unit,
    n,
    interval,
    small,
    change: changeOf(measurement, better),
    beside: also ? (['mean', 'median', 'p90'] as const).map((name) => ({ name, value: also[name] })) : [],
  };
}

function changeOf({ previous, unit }: Measurement, better: Better): Change | null {
  if (!previous) return null;
  const { value, n, change: difference, relative, beyondNoise } = previous;
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
  };
}
