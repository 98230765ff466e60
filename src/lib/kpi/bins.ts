import type { Unit } from '#table';

/** Bins of equal width: the first begins at `from`, the last that begins before `to` has no end. */
export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** Borders of the bins of a unit that need no look at the data, as SQL. */
export function usualEdges(unit: Unit): string {
  switch (unit) {
    case 'duration':
      return listText(durations);
    case 'percent':
      return edgesOf({ from: 0, to: 1, width: 0.1 });
    case 'nps':
      return edgesOf({ from: -100, to: 100, width: 20 });
    case 'score':
      return edgesOf({ from: 0, to: 11, width: 1 });
    default:
      return listText([0, ...Array.from({ length: 15 }, (_, power) => 2 ** power)]);
  }
}

/** `range(0, 120, 10)`, or the borders one by one where they are no whole numbers. */
export function edgesOf({ from, to, width }: Bins): string {
  if ([from, to, width].every(Number.isInteger)) return `range(${from}, ${to}, ${width})`;
  const decimals = Math.max(0, Math.ceil(-Math.log10(width)));
  const count = Math.round((to - from) / width);
  return listText(
    Array.from({ length: count }, (_, index) => Number((from + index * width).toFixed(decimals))),
  );
}

/** Some dozen bins of a round width, no less than `least`, that hold the values from `low` to `high`. */
export function equalBins(low: number, high: number, least = 0): Bins {
  const rough = Math.max(high > low ? (high - low) / 12 : 1, least);
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
  const steps = (value: number): number => Math.floor(value / width + 1e-9);
  const rounded = (value: number): number => Number((value * width).toPrecision(12));
  return { from: rounded(steps(low)), to: rounded(steps(high) + 1), width: Number(width.toPrecision(12)) };
}

/** As a cell's attribute writes them: `0..120/10`. */
export function serializeBins({ from, to, width }: Bins): string {
  return `${from}..${to}/${width}`;
}

export function parseBins(text: string | null | undefined): Bins | undefined {
  const [, from, to, width] = /^(-?[\d.]+?)\.\.(-?[\d.]+)\/([\d.]+)$/.exec(text ?? '') ?? [];
  const bins = { from: Number(from), to: Number(to), width: Number(width) };
  const count = (bins.to - bins.from) / bins.width;
  return count > 0 && count <= mostBins ? bins : undefined;
}

const mostBins = 500;

/** About twice as wide each time, at the borders that people name: 15 s, 1 min, 30 min, 1 h, 1 d. */
const durations: readonly number[] = [
  0, 15, 30, 60, 120, 240, 480, 900, 1800, 3600, 7200, 14400, 28800, 57600, 86400, 172800, 345600, 691200,
  1382400, 2764800,
];

function listText(values: readonly number[]): string {
  return `[${values.join(', ')}]`;
}
