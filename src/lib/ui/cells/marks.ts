import { analyse } from '#cells';
import type { Cell } from '#notebook';
import type { CellSnapshot } from '#runtime';
import type { Mark } from '../editor/editor.ts';
import type { Reader } from '../outputs/reader.ts';

/** What to underline in a cell: what is wrong with its text, and where its last run failed while the text is the same. */
export function marksOf(cell: Cell, { state, isStale }: CellSnapshot, reader: Reader): Mark[] {
  const marks = analyse(cell).diagnostics.flatMap(({ severity, text, span }): Mark[] =>
    span ? [{ ...span, severity, message: reader.tell(text) }] : [],
  );
  if (state.status !== 'failed' || isStale || !state.error.span || state.error.kind === 'diagnostic')
    return marks;
  return [...marks, { ...state.error.span, severity: 'error', message: reader.tell(state.error.text) }];
}
