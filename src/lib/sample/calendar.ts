import type { Random } from './random.ts';

/** Seconds on the shop's wall clock, counted as though it were UTC: São Paulo has kept no summer time since 2019. */
export type Clock = number;

export const hour = 3600;
export const day = 24 * hour;

export const firstDay = clock('2025-09-01');
/** The first moment after the sample; nothing in it happens later. */
export const end = clock('2026-06-01');
export const days = (end - firstDay) / day;

export function clock(text: string): Clock {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00:00'}Z`) / 1000;
}

export function written(at: Clock | null): string | null {
  return at === null ? null : new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

export function writtenDay(at: Clock): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}

export function startOfDay(at: Clock): Clock {
  return at - (((at % day) + day) % day);
}

/** 0 is Monday. */
export function weekday(at: Clock): number {
  return (Math.floor(at / day) + 3) % 7;
}

const holidays = new Set(
  ['2025-10-12', '2025-11-02', '2025-12-25', '2026-01-01', '2026-02-17', '2026-04-03', '2026-05-01'].map(
    clock,
  ),
);

/** When the team works on a day: seconds of the day, or null. */
export function openingHours(at: Clock): readonly [number, number] | null {
  if (holidays.has(startOfDay(at))) return null;
  return weekday(at) >= 5 ? [9 * hour, 15 * hour + 20 * 60] : [8 * hour, 20 * hour + 20 * 60];
}

export function isOpen(at: Clock): boolean {
  const hours = openingHours(at);
  const second = at - startOfDay(at);
  return hours !== null && second >= hours[0] && second < hours[1];
}

/** The moment after so many seconds of working time. */
export function afterWorking(from: Clock, seconds: number): Clock {
  let left = seconds;
  for (let midnight = startOfDay(from), at = from; ; midnight += day, at = midnight) {
    const hours = openingHours(midnight);
    if (hours === null) continue;
    const begin = Math.max(at, midnight + hours[0]);
    const room = midnight + hours[1] - begin;
    if (room <= 0) continue;
    if (left < room) return Math.round(begin + left);
    left -= room;
  }
}

const weekdayWeights = [1.26, 1.15, 1.1, 1.04, 1, 0.66, 0.47];

/** How busy a day is against an ordinary one: weekday, growth, Black Friday, Christmas, Mother's Day. */
export function busyness(midnight: Clock): number {
  const growth = 0.94 + (0.12 * (midnight - firstDay)) / (end - firstDay);
  return (weekdayWeights[weekday(midnight)] ?? 1) * growth * season(midnight);
}

function season(midnight: Clock): number {
  if (holidays.has(midnight)) return 0.5;
  if (within(midnight, '2025-11-24', '2025-11-27')) return 1.35;
  if (within(midnight, '2025-11-28', '2025-12-01')) return 2.6;
  if (within(midnight, '2025-12-02', '2025-12-12')) return 1.7;
  if (within(midnight, '2025-12-13', '2025-12-23')) return 1.3;
  if (within(midnight, '2025-12-24', '2026-01-02')) return 0.65;
  if (within(midnight, '2026-02-14', '2026-02-17')) return 0.7;
  if (within(midnight, '2026-05-04', '2026-05-12')) return 1.15;
  return 1;
}

function within(midnight: Clock, from: string, to: string): boolean {
  return midnight >= clock(from) && midnight <= clock(to);
}

const hourWeights = [
  7, 4, 2, 1, 1, 3, 8, 20, 46, 68, 79, 74, 58, 60, 72, 74, 68, 60, 50, 46, 48, 44, 30, 16,
].map((weight, index) => [index, weight] as const);

/** A moment of a day, as people write: late morning, mid-afternoon, a little after dinner. */
export function momentOf(midnight: Clock, random: Random): Clock {
  return midnight + random.weighted(hourWeights) * hour + random.whole(0, hour - 1);
}

/** A moment of a day when the phone line is open, or nearly. */
export function phoneMomentOf(midnight: Clock, random: Random): Clock | null {
  const hours = openingHours(midnight);
  if (hours === null) return null;
  const at = momentOf(midnight, random) - midnight;
  const inside = hours[0] + (at % (hours[1] - hours[0]));
  return midnight + (random.chance(0.015) ? hours[1] + random.whole(0, 40 * 60) : inside);
}
