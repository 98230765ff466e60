import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';

/** What the engine knows of a text column from having written it: true where it holds of every cell. */
export interface ColumnBounds {
  /** No cell is empty. */
  readonly filled: boolean;
  /** Every cell begins with a digit. */
  readonly digitsFirst: boolean;
  readonly ascii: boolean;
  /** Bytes of the longest cell. */
  readonly longest: number;
}

/** Nothing is sure. */
export const unknownBounds: ColumnBounds = {
  filled: false,
  digitsFirst: false,
  ascii: false,
  longest: Infinity,
};

/** The bounds of columns by the statistics that the engine keeps; they cost no scan. */
export async function columnBounds(
  engine: Engine,
  relation: string,
  columns: readonly string[],
): Promise<Readonly<Record<string, ColumnBounds>>> {
  if (columns.length === 0) return {};
  const asked = columns.map((column) => `stats(${quoteIdentifier(column)})`).join(', ');
  const result = await engine.query(`select ${asked} from ${relation} limit 1`);
  return Object.fromEntries(
    columns.map((column, index) => [column, readBounds(String(result.columns[index]?.at(0) ?? ''))]),
  );
}

/**
 * `[Min: 1000000, Max: 1999999, Has Unicode: false, Max String Length: 7][Has Null: false, Has No Null: true]…`: the smallest and
 * the largest text are cut to their first bytes, and may hold anything. What is not written like this says nothing.
 */
function readBounds(statistics: string): ColumnBounds {
  const tail =
    /, Has Unicode: (true|false), Max String Length: (\d+|\?)\]\[Has Null: (true|false), Has No Null: (true|false)\](?:\[Approx Unique: \d+\])?$/.exec(
      statistics,
    );
  if (!tail) return unknownBounds;
  const [, unicode, length, hasNull] = tail;
  const range = statistics.slice(0, tail.index);
  const largest = range.lastIndexOf(', Max: ');
  const [low, high] = [range.slice('[Min: '.length, largest), range.slice(largest + ', Max: '.length)];
  return {
    filled: hasNull === 'false',
    digitsFirst: /^[0-9]/.test(low) && /^[0-9]/.test(high),
    ascii: unicode === 'false',
    longest: length === '?' ? Infinity : Number(length),
  };
}
