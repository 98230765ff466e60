import { wallClockToMs } from '#time';
import { nothing, plus, valueOf, varianceOf, type Sums } from './sums.ts';

/** What the rows of a day add up to. */
export interface DaySums {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly sums: Sums;
}

/** A weekday seen less often says nothing of what it always is. */
const fewestWeeks = 4;

/**
 * Days as they would be were all weekdays alike: each weekday's distance from the whole is taken out, as far as the distances are
 * more than chance would make them.
 */
export function evenWeekdays(days: readonly DaySums[], isShare: boolean): readonly DaySums[] {
  const total = days.reduce((sum, { sums }) => plus(sum, sums), nothing);
  const level = valueOf(total) ?? 0;
  const weekdays = Array.from({ length: 7 }, (_, weekday) =>
    days.filter(({ day }) => weekdayOf(day) === weekday),
  );
  if (weekdays.some((each) => each.length > 0 && each.length < fewestWeeks)) return days;
  const sums = weekdays.map((each) => each.reduce((sum, { sums: own }) => plus(sum, own), nothing));
  const distances = sums.map((each) => (valueOf(each) ?? level) - level);
  const strain = sums.reduce((sum, each, weekday) => {
    const variance = varianceOf(each, isShare);
    return variance > 0 && each.w > 0 ? sum + (distances[weekday] ?? 0) ** 2 / variance : sum;
  }, 0);
  const kept = Math.max(0, 1 - (sums.filter(({ w }) => w > 0).length - 1) / strain);
  if (!(kept > 0)) return days;
  return days.map(({ day, sums: own }) => ({
    day,
    sums: lowered(own, kept * (distances[weekdayOf(day)] ?? 0), isShare),
  }));
}

/** Rows whose values lie so much lower; a share stays one. */
function lowered({ rows, x, w, xx, xw, ww }: Sums, by: number, isShare: boolean): Sums {
  const moved = x - by * w;
  return {
    rows,
    x: isShare ? Math.min(w, Math.max(0, moved)) : moved,
    w,
    xx: xx - 2 * by * xw + by * by * ww,
    xw: xw - by * ww,
    ww,
  };
}

function weekdayOf(day: string): number {
  return new Date(wallClockToMs(`${day} 00:00:00`) ?? 0).getUTCDay();
}
