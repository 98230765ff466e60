import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  runScopeHandlers,
  showPanel,
  type DecorationSet,
  type Panel,
} from '@codemirror/view';
import type { FindWords } from './editor.ts';

/** What is looked for; null while the bar is closed. */
const setQuery = StateEffect.define<string | null>();

const query = StateField.define<string | null>({
  create: () => null,
  update(value, { effects }) {
    for (const effect of effects) if (effect.is(setQuery)) return effect.value;
    return value;
  },
});

/** A bar that finds words in the text: Ctrl+F, Enter for the next, Shift+Enter for the one before, Escape. */
export function findBar(words: FindWords): Extension {
  return [
    query,
    showPanel.of((view) => barOf(view, words)),
    EditorView.decorations.compute([query, 'doc', 'selection'], found),
    findLook,
    keymap.of([
      { key: 'Mod-f', run: open, preventDefault: true },
      { key: 'F3', run: (view) => step(view, 1), shift: (view) => step(view, -1), preventDefault: true },
      { key: 'Escape', run: close },
    ]),
  ];
}

function matchesIn(state: EditorState): { readonly from: number; readonly to: number }[] {
  const wanted = state.field(query)?.toLowerCase() ?? '';
  if (wanted === '') return [];
  const text = state.doc.toString().toLowerCase();
  const matches = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    matches.push({ from: at, to: at + wanted.length });
  return matches;
}

function found(state: EditorState): DecorationSet {
  const { main } = state.selection;
  const mark = (name: string) => Decoration.mark({ class: name });
  return Decoration.set(
    matchesIn(state).map(({ from, to }) =>
      mark(
        from === main.from && to === main.to ? 'deskbook-found deskbook-found-now' : 'deskbook-found',
      ).range(from, to),
    ),
  );
}

function open(view: EditorView): boolean {
  const { main } = view.state.selection;
  const chosen = view.state.sliceDoc(main.from, main.to);
  view.dispatch({ effects: setQuery.of(chosen.includes('\n') ? '' : chosen) });
  const field = view.dom.querySelector<HTMLInputElement>('.deskbook-find input');
  field?.focus();
  field?.select();
  return true;
}

function close(view: EditorView): boolean {
  if (view.state.field(query) === null) return false;
  view.dispatch({ effects: setQuery.of(null) });
  view.focus();
  return true;
}

function step(view: EditorView, by: 1 | -1): boolean {
  const matches = matchesIn(view.state);
  const { main } = view.state.selection;
  const after =
    by > 0 ? matches.find(({ from }) => from >= main.to) : matches.findLast(({ to }) => to <= main.from);
  const next = after ?? (by > 0 ? matches[0] : matches.at(-1));
  if (!next) return false;
  view.dispatch({ selection: { anchor: next.from, head: next.to }, scrollIntoView: true });
  return true;
}

function barOf(view: EditorView, words: FindWords): Panel {
  const dom = document.createElement('div');
  dom.className = 'deskbook-find';
  const field = dom.appendChild(document.createElement('input'));
  field.type = 'search';
  field.className = 'input';
  field.placeholder = words.find;
  field.setAttribute('aria-label', words.find);
  const count = dom.appendChild(document.createElement('output'));
  button(dom, 'arrow-up', words.previous, () => step(view, -1));
  button(dom, 'arrow-down', words.next, () => step(view, 1));
  button(dom, 'close', words.close, () => close(view));
  field.addEventListener('input', () => {
    view.dispatch({ effects: setQuery.of(field.value) });
    step(view, 1);
  });
  dom.addEventListener('keydown', (event) => {
    const isStep = event.key === 'Enter' && event.target === field;
    if (isStep) step(view, event.shiftKey ? -1 : 1);
    if (isStep || runScopeHandlers(view, event, 'editor')) event.preventDefault();
  });
  const show = () => {
    const value = view.state.field(query);
    dom.hidden = value === null;
    if (value !== null && field.value !== value) field.value = value;
    const matches = matchesIn(view.state);
    const { main } = view.state.selection;
    const at = matches.findIndex(({ from, to }) => from === main.from && to === main.to);
    count.textContent = value ? words.count(at + 1, matches.length) : '';
  };
  show();
  return { dom, top: true, update: show };
}

function button(parent: HTMLElement, icon: string, label: string, run: () => void): void {
  const made = parent.appendChild(document.createElement('button'));
  made.type = 'button';
  made.title = label;
  made.setAttribute('aria-label', label);
  made.className = `codicon codicon-${icon}`;
  made.addEventListener('click', run);
}

const findLook = EditorView.theme({
  '.cm-panels': { backgroundColor: 'var(--vscode-editorWidget-background)', color: 'inherit' },
  '.cm-panels-top': { borderBottom: '1px solid var(--vscode-panel-border)' },
  '.deskbook-find': { display: 'flex', alignItems: 'center', gap: '4px', padding: '4px 8px' },
  '.deskbook-find[hidden]': { display: 'none' },
  '.deskbook-find input': { flex: '1', minWidth: '0' },
  '.deskbook-find output': { fontSize: '11px', color: 'var(--vscode-descriptionForeground)' },
  '.deskbook-find button': {
    padding: '3px',
    border: '0',
    borderRadius: '4px',
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
  },
  '.deskbook-found': { backgroundColor: 'var(--vscode-editor-findMatchHighlightBackground)' },
  '.deskbook-found-now': { outline: '1px solid var(--vscode-focusBorder)' },
});
