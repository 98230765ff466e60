/** A small line without axes: its path, broken where a value is not known, and its last point. */
export interface Sparkline {
  readonly path: string;
  readonly last: { readonly x: number; readonly y: number };
}

interface SparklineOptions {
  readonly width: number;
  readonly height: number;
}

/** So many known values make a line that says anything. */
const fewest = 3;
/** So that the ends of the line and its last point are not cut off. */
const margin = 3;

/** Null where too little is known, or the last value is not. */
export function sparkline(
  values: readonly (number | null)[],
  { width, height }: SparklineOptions,
): Sparkline | null {
  const known = values.filter((value) => value !== null);
  const end = values.at(-1) ?? null;
  if (known.length < fewest || end === null) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (index: number): number => rounded(margin + (index / (values.length - 1)) * (width - 2 * margin));
  const y = (value: number): number => {
    const share = most === least ? 0.5 : (value - least) / (most - least);
    return rounded(height - margin - share * (height - 2 * margin));
  };
  const path = values
    .map((value, index) => {
      if (value === null) return '';
      const isAfterGap = (values[index - 1] ?? null) === null;
      return `${isAfterGap ? 'M' : 'L'}${x(index)} ${y(value)}`;
    })
    .join('');
  return { path, last: { x: x(values.length - 1), y: y(end) } };
}

function rounded(place: number): number {
  return Math.round(place * 10) / 10;
}
