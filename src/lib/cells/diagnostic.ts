import type { Text } from '#errors';
import type { Cell, Diagnostic } from '#notebook';

/** An error at a place in a cell's source. */
export function diagnosticAt(cell: Cell, text: Text, span: Diagnostic['span'] = null): Diagnostic {
  const line = span === null ? null : cell.source.slice(0, span.from).split('\n').length;
  return { severity: 'error', text, line, cellId: cell.id, span };
}
