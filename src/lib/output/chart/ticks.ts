const steps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
];
const most = 6;

/** Round places on an axis of seconds from `min` or 0 to `max`: minutes, hours and days rather than hundreds; null for none. */
export function durationTicks(max: number, min = 0): number[] | null {
  const span = max - min;
  if (!Number.isFinite(span) || span < 5) return null;
  const day = 86_400;
  const step = steps.find((each) => span / each <= most) ?? Math.ceil(span / most / day) * day;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step + 0);
}
