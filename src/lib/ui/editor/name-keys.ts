import { nameAt, type NameAt } from '#sql';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { closePopup, openPopup } from './popup.ts';
import type { SqlHost } from './sql-host.ts';

/** F12 and Ctrl+click to what a name means, Shift+F12 to its uses, F2 to another name. */
export function nameKeys(host: SqlHost): Extension {
  const at = (act: (view: EditorView, name: NameAt) => void) => (view: EditorView) => {
    const name = nameUnder(view, view.state.selection.main.head);
    if (name) act(view, name);
    return name !== null;
  };
  return [
    keymap.of([
      { key: 'F12', run: at((_, name) => host.goTo(name)) },
      { key: 'Shift-F12', run: at((_, name) => host.listUses(name)) },
      { key: 'F2', run: at((view, name) => host.isOwn(name) && askName(view, name, host)) },
    ]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        const place = event.ctrlKey || event.metaKey ? view.posAtCoords(event) : null;
        const name = place === null ? null : nameUnder(view, place);
        if (name) {
          event.preventDefault();
          host.goTo(name);
        }
        return name !== null;
      },
    }),
  ];
}

function nameUnder(view: EditorView, place: number): NameAt | null {
  return nameAt(view.state.doc.toString(), place);
}

function askName(view: EditorView, name: NameAt, { rename, words }: SqlHost): void {
  const field = document.createElement('input');
  field.value = name.name;
  field.spellcheck = false;
  field.setAttribute('aria-label', words.newName);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // The text has the keyboard before the key has done its own: it would break the line.
    event.preventDefault();
    closePopup(view);
    if (field.value.trim() !== '') rename(name, field.value);
  });
  openPopup(view, name.from, field, field);
  field.select();
}
