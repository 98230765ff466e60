import { EditorSelection, EditorState, type Extension, type SelectionRange } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

/** Several cursors, set as in VS Code: Ctrl+D for the next of what is chosen, Ctrl+Shift+L for all, Alt+click. */
export const cursors: Extension = [
  EditorState.allowMultipleSelections.of(true),
  EditorView.clickAddsSelectionRange.of((event) => event.altKey),
  keymap.of([
    { key: 'Mod-d', run: chooseNext, preventDefault: true },
    { key: 'Mod-Shift-l', run: chooseAll, preventDefault: true },
  ]),
];

function chooseNext(view: EditorView): boolean {
  const { selection } = view.state;
  if (selection.ranges.some(({ empty }) => empty)) return chooseWords(view);
  const next = occurrences(view.state).find(
    ({ from, to }) => from >= selection.main.to && isNew(view, from, to),
  );
  const found = next ?? occurrences(view.state).find(({ from, to }) => isNew(view, from, to));
  if (!found) return true;
  view.dispatch({
    selection: selection.addRange(found),
    effects: EditorView.scrollIntoView(found),
    userEvent: 'select',
  });
  return true;
}

function isNew(view: EditorView, from: number, to: number): boolean {
  return view.state.selection.ranges.every((range) => range.from !== from || range.to !== to);
}

function chooseWords(view: EditorView): boolean {
  const { selection } = view.state;
  const ranges = selection.ranges.map((range) =>
    range.empty ? (view.state.wordAt(range.head) ?? range) : range,
  );
  view.dispatch({ selection: EditorSelection.create(ranges, selection.mainIndex), userEvent: 'select' });
  return true;
}

function chooseAll(view: EditorView): boolean {
  if (view.state.selection.main.empty) chooseWords(view);
  const ranges = occurrences(view.state);
  if (ranges.length > 0) view.dispatch({ selection: EditorSelection.create(ranges), userEvent: 'select' });
  return true;
}

/** Every place of what is chosen, a whole word where a whole word is. */
function occurrences(state: EditorState): SelectionRange[] {
  const { main } = state.selection;
  const wanted = state.sliceDoc(main.from, main.to);
  if (wanted === '') return [];
  const word = state.wordAt(main.from);
  const isWord = word?.from === main.from && word.to === main.to;
  const text = state.doc.toString();
  const found: SelectionRange[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const here = state.wordAt(at);
    const isWhole = here?.from === at && here.to === at + wanted.length;
    if (!isWord || isWhole) found.push(EditorSelection.range(at, at + wanted.length));
  }
  return found;
}
