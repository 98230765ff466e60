import type { Column, Value } from './table.ts';
import { kindOf } from './type.ts';

/** A piece of a column as an engine delivers it. */
export interface Chunk {
  readonly length: number;
  at(row: number): Value;
}

export function columnOfChunks(name: string, type: string, chunks: readonly Chunk[]): Column {
  const starts = startsOf(chunks);
  let current = 0;
  return {
    name,
    type,
    kind: kindOf(type),
    at(row) {
      // Reading goes down the rows nearly always: the chunk of the last read is looked at first.
      if (row < (starts[current] ?? 0) || row >= (starts[current + 1] ?? 0)) current = chunkOf(starts, row);
      return chunks[current]?.at(row - (starts[current] ?? 0)) ?? null;
    },
  };
}

function startsOf(chunks: readonly Chunk[]): number[] {
  const starts = [0];
  for (const { length } of chunks) starts.push((starts.at(-1) ?? 0) + length);
  return starts;
}

function chunkOf(starts: readonly number[], row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
}
