import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';
import { toNumber, type Table } from '#table';

/** What the cells of a column look like, where nearly all look alike. */
type Shape = 'number' | 'date' | 'word';
type Shapes = readonly (Shape | null)[];

export interface Shifted {
  readonly row: number;
  /** Cells that do not look like their column. */
  readonly cells: number;
}

const shapes = ['number', 'date', 'word'] as const;
const sampled = 20_000;
const alike = 0.8;
const fewestMismatches = 3;
const mostCandidates = 10_000;

/**
 * Rows with as many cells as the header whose values stand one column off all the same: a separator too many in one place, one too
 * few in another. Asked only of files that have rows of the wrong width, for whoever wrote those may have written these as well.
 */
export async function findShifted(
  engine: Engine,
  relation: string,
  names: readonly string[],
): Promise<Shifted[]> {
  const columns = await columnShapes(engine, relation, names);
  const mismatches = columns.flatMap((shape, index) =>
    shape === null ? [] : [`coalesce((c${index} <> '${shape}')::integer, 0)`],
  );
  if (mismatches.length < fewestMismatches) return [];
  const candidates = await engine.query(
    `select * from (${shapesSql(relation, names)}) ` +
      `where ${mismatches.join(' + ')} >= ${fewestMismatches} order by source_row limit ${mostCandidates}`,
  );
  return Array.from({ length: candidates.rowCount }, (_, row) => row).flatMap((row) => {
    const found = shapesAt(candidates, row, 1, names.length);
    const count = isShifted(found, columns);
    return count === null
      ? []
      : [{ row: toNumber(candidates.columns[0]?.at(row) ?? null) ?? 0, cells: count }];
  });
}

async function columnShapes(engine: Engine, relation: string, names: readonly string[]): Promise<Shapes> {
  const counts = names.flatMap((_, index) =>
    shapes.map((shape) => `count(*) filter (c${index} = '${shape}')`),
  );
  const result = await engine.query(
    `select ${counts.join(', ')} from (${shapesSql(`(from ${relation} limit ${sampled})`, names)})`,
  );
  return names.map((_, index) => {
    const found = shapes.map(
      (_shape, at) => toNumber(result.columns[index * shapes.length + at]?.at(0) ?? null) ?? 0,
    );
    const total = found.reduce((sum, count) => sum + count, 0);
    return shapes.find((_shape, at) => total >= 5 && (found[at] ?? 0) >= total * alike) ?? null;
  });
}

/** The number of cells that do not fit, if they would one column further left or right. */
function isShifted(cells: Shapes, columns: Shapes): number | null {
  const misfits = (offset: number, from: number, to: number) =>
    cells.slice(from, to).filter((cell, index) => {
      const column = columns[from + index + offset] ?? null;
      return cell !== null && column !== null && cell !== column;
    }).length;
  const isMisfit = (cell: Shape | null, index: number) =>
    cell !== null && columns[index] !== null && cell !== columns[index];
  const first = cells.findIndex(isMisfit);
  const last = cells.findLastIndex(isMisfit);
  const here = misfits(0, first, last + 1);
  const moved = Math.min(misfits(-1, first + 1, last + 1), misfits(1, first, last));
  return here >= fewestMismatches && moved * 3 <= here ? here : null;
}

/** The shape of every cell, in columns `c0`, `c1` …. */
function shapesSql(relation: string, names: readonly string[]): string {
  const cells = names.map((name, index) => `${shapeSql(quoteIdentifier(name))} as c${index}`);
  return `select source_row, ${cells.join(', ')} from ${relation}`;
}

/** `-`, `?` and the like say nothing of a column. */
function shapeSql(cell: string): string {
  return (
    `case when ${cell} is null or not regexp_matches(${cell}, '[\\p{L}\\p{N}]') then null ` +
    `when regexp_full_match(${cell}, '[-+]?[0-9][0-9.,]*([eE][-+]?[0-9]+)?%?') then 'number' ` +
    `when regexp_matches(${cell}, '^[0-9]{1,4}[-/.:][0-9]{1,2}([-/.: T]|$)') then 'date' else 'word' end`
  );
}

function shapesAt(table: Table, row: number, from: number, count: number): Shapes {
  return Array.from({ length: count }, (_, index) => toShape(table.columns[from + index]?.at(row)));
}

function toShape(value: unknown): Shape | null {
  return shapes.find((shape) => shape === value) ?? null;
}
