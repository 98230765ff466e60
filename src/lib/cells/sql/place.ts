import type { QueryError } from '#engine';
import { tokenize, type BoundSql } from '#sql';
import { CellFailure } from '../context.ts';

interface Written {
  readonly bound: BoundSql;
  /** Where the statement begins in the cell's source. */
  readonly from: number;
  readonly source: string;
}

/** The engine's error, with its place in the cell's own text. */
export function failureAt(error: QueryError, position: number | null, written: Written): CellFailure {
  return new CellFailure(error.text, position === null ? null : tokenAt(position, written), { cause: error });
}

/** The token that an error of the engine points at, in the cell's own text. */
export function tokenAt(position: number, { bound, from, source }: Written): { from: number; to: number } {
  const at = from + bound.originalOffset(position);
  const token = tokenize(source).find((other) => other.from <= at && at < other.to);
  return { from: at, to: token?.to ?? at };
}
