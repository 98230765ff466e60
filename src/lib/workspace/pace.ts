/** How fast something goes, smoothed: one slow second does not double the time that is left. */
export interface Pace {
  readonly at: number;
  readonly fraction: number;
  /** Fractions of the whole a second; null until two moments are known. */
  readonly rate: number | null;
}

const memory = 8;
const shortest = 0.25;
const soonest = 1.5;

/** The pace after one more report; a fraction that went back is another piece of work, and begins anew. */
export function paceAfter(before: Pace | null, fraction: number, at: number): Pace {
  if (!before || fraction < before.fraction) return { at, fraction, rate: null };
  const seconds = (at - before.at) / 1000;
  if (seconds < shortest) return before;
  const rate = (fraction - before.fraction) / seconds;
  const weight = before.rate === null ? 1 : 1 - Math.exp(-seconds / memory);
  return { at, fraction, rate: (before.rate ?? 0) * (1 - weight) + rate * weight };
}

/** The seconds that are left at this pace; null where it is too early to tell. */
export function secondsLeft({ rate, fraction }: Pace, elapsedSeconds: number): number | null {
  if (rate === null || rate <= 0 || elapsedSeconds < soonest) return null;
  return (1 - fraction) / rate;
}
