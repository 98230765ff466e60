import { analyse, parseInput } from '#cells';
import type { Cell, Notebook } from '#notebook';
import { isQuery, sameName, splitStatements } from '#sql';

/** A statement that does more than ask. */
export interface Deed {
  /** The name of its cell, or null. */
  readonly cell: string | null;
  /** The cell's place in the notebook, from 1. */
  readonly place: number;
  readonly sql: string;
}

/** What a notebook would do if it were run. */
export interface Examination {
  readonly cells: number;
  /** The tables that it reads and does not make itself. */
  readonly reads: readonly string[];
  readonly deeds: readonly Deed[];
}

/** Reads a notebook without running it: for the one who is to decide whether it may. */
export function examine({ cells }: Notebook): Examination {
  const analyses = cells.map((cell) => analyse(cell));
  const made = analyses.flatMap(({ defines }) => defines);
  const used = analyses.flatMap(({ uses }) => uses).filter((name) => !name.startsWith('$'));
  const foreign = used.filter((name) => !made.some((other) => sameName(other, name)));
  return {
    cells: cells.length,
    reads: foreign
      .filter((name, at) => foreign.findIndex((other) => sameName(other, name)) === at)
      .toSorted((a, b) => a.localeCompare(b)),
    deeds: cells.flatMap((cell, at) =>
      sqlOf(cell)
        .filter((sql) => !isQuestion(sql))
        .map((sql) => ({ cell: cell.name, place: at + 1, sql })),
    ),
  };
}

function sqlOf(cell: Cell): string[] {
  if (cell.kind === 'sql') return splitStatements(cell.source).map(({ sql }) => sql);
  if (cell.kind !== 'input') return [];
  const { options } = parseInput(cell).spec;
  return options.kind === 'query' ? splitStatements(options.sql).map(({ sql }) => sql) : [];
}

/** `explain analyze` runs what it explains. */
function isQuestion(sql: string): boolean {
  return isQuery(sql.replace(/^explain\b\s*(\([^)]*\)\s*)?(analyze\b\s*)?/i, ''));
}
