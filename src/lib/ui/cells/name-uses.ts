import { attributeOf, type Cell } from '#notebook';
import { parameterPlaces, relationPlaces, sameName, type NameAt } from '#sql';

/** A line of a cell that names something. */
export interface NameUse {
  readonly cellId: string;
  /** The line as written, and its number from 1. */
  readonly line: string;
  readonly number: number;
}

/** The lines of a notebook that use a name, each once: SQL, charts of it, values in prose, options of inputs. */
export function usesOf(cells: readonly Cell[], { kind, name }: Pick<NameAt, 'kind' | 'name'>): NameUse[] {
  return cells.flatMap((cell) => {
    const places = kind === 'relation' ? relationUses(cell, name) : parameterUses(cell, name);
    const numbers = new Set(places.map((from) => cell.source.slice(0, from).split('\n').length));
    const lines = cell.source.split('\n');
    return [...numbers].map((number) => ({
      cellId: cell.id,
      line: lines[number - 1]?.trim() ?? '',
      number,
    }));
  });
}

function relationUses(cell: Cell, name: string): number[] {
  switch (cell.kind) {
    case 'vega-lite':
      return sameName(attributeOf(cell, 'of') ?? '', name) ? [0] : [];
    case 'markdown':
      return [...cell.source.matchAll(/\{\{\s*([^{}.\s]+)\s*\./g)].flatMap((match) =>
        sameName(match[1] ?? '', name) ? [match.index] : [],
      );
    case 'sql':
    case 'input':
      return relationPlaces(cell.source, name).map(({ from }) => from);
  }
}

function parameterUses(cell: Cell, name: string): number[] {
  const isSql = cell.kind === 'sql' || cell.kind === 'input';
  return isSql ? parameterPlaces(cell.source, name).map(({ from }) => from) : [];
}
