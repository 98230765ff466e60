import {
  cellLink,
  linkedValues,
  placesOf,
  type MarkdownOutput,
  type PlacedValue,
  type ValueLink,
} from '#cells';
import type { Cell } from '#notebook';
import { sameName } from '#sql';
import type { NotebookSession } from '#workspace';
import type { Reader } from '../outputs/reader.ts';

/** A text whose values are not there yet: each place waits as an ellipsis. */
export function withoutValues(source: string): string {
  return placesOf(source).reduceRight(
    (text, { from, to }) => `${text.slice(0, from)}…${text.slice(to)}`,
    source,
  );
}

/** Whether a filled text was made from this source: then its values may still be shown, though they be old. */
export function isFilledFrom(filled: string, source: string): boolean {
  let [from, at] = [0, 0];
  for (const place of placesOf(source)) {
    const before = source.slice(from, place.from);
    const found = filled.indexOf(before, at);
    if (found < 0 || (from === 0 && found !== 0)) return false;
    [from, at] = [place.to, found + before.length];
  }
  return filled.endsWith(source.slice(from)) && filled.length - source.slice(from).length >= at;
}

/** A filled text in which each value leads to its cell, and says how many rows that has and of which data. */
export function withPlaces(output: MarkdownOutput, session: NotebookSession, reader: Reader): string {
  return linkedValues(output, (value) => placeOf(value, session, reader));
}

/** The cell of a name, as SQL has names. */
export function cellNamed(session: NotebookSession, name: string): Cell | null {
  return session.notebook.cells.find((cell) => cell.name !== null && sameName(cell.name, name)) ?? null;
}

function placeOf(value: PlacedValue, session: NotebookSession, reader: Reader): ValueLink | null {
  const cell = cellNamed(session, value.cell);
  const output = cell && session.runs.snapshot(cell.id).lastOutput;
  if (!cell?.name || output?.kind !== 'table') return null;
  const { fingerprint } = session.workspace.data;
  return cellLink(cell.name, { rowCount: output.rowCount, fingerprint, locale: reader.locale });
}
