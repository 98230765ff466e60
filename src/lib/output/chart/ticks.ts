const steps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
];
const most = 6;

/** Round places on an axis of seconds from 0 to `max`: minutes, hours and days rather than hundreds; null for none. */
export function durationTicks(max: number): number[] | null {
  if (!Number.isFinite(max) || max < 5) return null;
  const day = 86_400;
  const step = steps.find((each) => max / each <= most) ?? Math.ceil(max / most / day) * day;
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, index) => index * step);
}
