import { analyse } from '#cells';
import type { Text } from '#errors';
import type { Cell } from '#notebook';
import type { CellSnapshot } from '#runtime';
import { fixesFor, type Span } from '#sql';
import type { Mark } from '../editor/editor.ts';
import type { Reader } from '../outputs/reader.ts';

/** What to underline in a cell: what is wrong with its text, and where its last run failed while the text is the same. */
export function marksOf(cell: Cell, { state, isStale }: CellSnapshot, reader: Reader): Mark[] {
  const marks = analyse(cell).diagnostics.flatMap(({ severity, text, span }): Mark[] =>
    span ? [markOf(cell.source, { severity, text, span }, reader)] : [],
  );
  if (state.status !== 'failed' || isStale || !state.error.span || state.error.kind === 'diagnostic')
    return marks;
  const { text, span } = state.error;
  return [...marks, markOf(cell.source, { severity: 'error', text, span }, reader)];
}

/** A problem of a cell's text as the editor shows it, with what would mend it. */
export function markOf(
  source: string,
  { severity, text, span }: Pick<Mark, 'severity'> & { readonly text: Text; readonly span: Span | null },
  reader: Reader,
): Mark {
  const { from, to } = span ?? { from: 0, to: 0 };
  const fixes = fixesFor(source, text, from).map((fix) => ({ ...fix, title: reader.tell(fix.title) }));
  return { from, to, severity, message: reader.tell(text), fixes };
}
