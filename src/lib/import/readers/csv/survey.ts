import type { OnRecord } from './record-scanner.ts';

/** A record that is not as wide as most, is broken, or is empty. */
export interface OddRecord {
  /** 1-based number of the data record; an empty one has the number of the one before it. */
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly cells: number;
  readonly filled: number;
  readonly broken: boolean;
}

/** What the whole file holds, counted in one walk over its bytes. */
export interface Survey {
  /** Data records, those that cannot be read included; empty ones are none. */
  readonly rows: number;
  /** The number of cells that records were expected to have. */
  readonly width: number;
  /** Records of that width by the number of cells up to the last one that holds something. */
  readonly filled: readonly number[];
  /** In the order of the file. */
  readonly odd: readonly OddRecord[];
}

export interface Surveyor {
  readonly onRecord: OnRecord;
  readonly survey: () => Survey;
  /** The data records so far, and whether none of them is odd. */
  readonly progress: () => { readonly rows: number; readonly isEven: boolean };
}

/** Counts the records after the first `skipped` ones that are not empty. */
export function surveyor(width: number, skipped: number): Surveyor {
  const filledCounts: number[] = [];
  const odd: OddRecord[] = [];
  let row = -skipped;
  const onRecord: OnRecord = (start, end, cells, filled, broken) => {
    if (filled > 0 || broken) row++;
    if (row < 1) return;
    if (cells === width && !broken && filled > 0) filledCounts[filled] = (filledCounts[filled] ?? 0) + 1;
    else odd.push({ row, start, end, cells, filled, broken });
  };
  return {
    onRecord,
    progress: () => ({ rows: Math.max(row, 0), isEven: odd.length === 0 }),
    survey: () => ({
      rows: Math.max(row, 0),
      width,
      filled: Array.from({ length: width + 1 }, (_, index) => filledCounts[index] ?? 0),
      odd,
    }),
  };
}
