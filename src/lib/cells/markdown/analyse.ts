import type { Cell } from '#notebook';
import type { Analysis } from '../analysis.ts';
import { placesOf } from './places.ts';

export function analyseMarkdown(cell: Cell): Analysis {
  const uses = [...new Set(placesOf(cell.source).map((place) => place.cell))];
  return { defines: [], uses, parameters: [], readsOnly: true, diagnostics: [] };
}
