export { dayMs, msToWallClock, wallClockToMs, type Instant, type WallClock } from './wall-clock.ts';
export { isZone, offsetAt, wallClockToUtc, zoneTransitions, type ZoneTransition } from './zones.ts';
export { afterSecondsSql, localToUtcSql, utcToLocalSql } from './zone-sql.ts';
export { daysOf, periodOfDays } from './days.ts';
export { grains, isGrain, type Grain } from './grain.ts';
export {
  allTime,
  comparedPeriods,
  coveredPart,
  periodFrom,
  reachedPart,
  resolvePeriod,
  type Period,
  type PeriodOptions,
  type PeriodSpec,
  type PeriodUnit,
  type WeekStart,
} from './period.ts';
export { parsePeriod, serializePeriod } from './period-spec.ts';
export {
  brazilianHolidays,
  businessSeconds,
  closingSecond,
  daySeconds,
  isDay,
  type BusinessCalendar,
  type OpenHours,
} from './calendar.ts';
