import type { Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { Mark, MarkFix } from './editor.ts';

export function toDiagnostic(
  view: EditorView,
  { from, to, severity, message, fixes = [] }: Mark,
): Diagnostic {
  const length = view.state.doc.length;
  const start = Math.max(0, Math.min(from, length));
  const word = view.state.wordAt(start);
  const end = Math.min(length, to > start ? to : Math.max(word?.to ?? start + 1, start + 1));
  const actions = fixes.map((fix) => ({ name: fix.title, apply: () => mend(view, fix) }));
  return { from: Math.min(start, end), to: end, severity, message, actions };
}

export function mend(view: EditorView, { from, to, insert }: MarkFix): void {
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.fix',
  });
  view.focus();
}
