import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { FoundMark } from './editor.ts';

interface FoundNow {
  readonly all: readonly FoundMark[];
  readonly current: FoundMark | null;
}

const setFoundNow = StateEffect.define<FoundNow>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects, newDoc }) {
    for (const effect of effects) if (effect.is(setFoundNow)) return marksOf(effect.value, newDoc.length);
    return marks.map(changes);
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

/** Marks in a cell's text what a search over the whole notebook has found. */
export const foundMarks: Extension = [
  field,
  EditorView.theme({
    '.deskbook-found': { backgroundColor: 'var(--vscode-editor-findMatchHighlightBackground)' },
    '.deskbook-found-now': { outline: '1px solid var(--vscode-focusBorder)' },
  }),
];

export function setFound(view: EditorView, found: FoundNow): void {
  const { current } = found;
  if (found.all.length === 0 && view.state.field(field).size === 0) return;
  const isThere = current !== null && current.to <= view.state.doc.length;
  view.dispatch({
    effects: [
      setFoundNow.of(found),
      ...(isThere ? [EditorView.scrollIntoView(current.from, { y: 'nearest', yMargin: 60 })] : []),
    ],
  });
}

function marksOf({ all, current }: FoundNow, length: number): DecorationSet {
  const mark = (place: FoundMark) =>
    Decoration.mark({
      class: place.from === current?.from ? 'deskbook-found deskbook-found-now' : 'deskbook-found',
    }).range(place.from, place.to);
  return Decoration.set(all.filter(({ to }) => to <= length).map(mark));
}
