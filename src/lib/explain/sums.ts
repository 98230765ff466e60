/** What rows add up to: a value is x ÷ w; the rest is what its variance is made of. */
export interface Sums {
  readonly rows: number;
  readonly x: number;
  readonly w: number;
  readonly xx: number;
  readonly xw: number;
  readonly ww: number;
}

/** A segment in the two periods that are compared. */
export interface Pair {
  readonly before: Sums;
  readonly after: Sums;
}

export const nothing: Sums = { rows: 0, x: 0, w: 0, xx: 0, xw: 0, ww: 0 };

export function plus(a: Sums, b: Sums, sign: 1 | -1 = 1): Sums {
  return {
    rows: a.rows + sign * b.rows,
    x: a.x + sign * b.x,
    w: a.w + sign * b.w,
    xx: a.xx + sign * b.xx,
    xw: a.xw + sign * b.xw,
    ww: a.ww + sign * b.ww,
  };
}

/** Null where there is nothing to divide by. */
export function valueOf({ x, w }: Sums): number | null {
  return w > 0 ? x / w : null;
}

/**
 * The variance of a ratio's estimate, by linearising it: Σ(x − r·w)² ÷ (Σw)². A share's is drawn towards the middle by a success
 * and a failure, so that a segment in which all agree is not taken as certain.
 */
export function varianceOf({ rows, x, w, xx, xw, ww }: Sums, isShare: boolean): number {
  if (w <= 0 || rows === 0) return Infinity;
  if (isShare) {
    const share = (x + 1) / (w + 2);
    return (share * (1 - share)) / w;
  }
  if (rows < 2) return Infinity;
  const r = x / w;
  const spread = Math.max(0, xx - 2 * r * xw + r * r * ww);
  return (spread / (w * w)) * (rows / (rows - 1));
}
