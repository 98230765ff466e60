import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';

/** Something small that opens at a place of the text and has the keyboard until it closes. */
const setPopup = StateEffect.define<Tooltip | null>();

export const popups: Extension = StateField.define<Tooltip | null>({
  create: () => null,
  update(open, { effects, docChanged }) {
    for (const effect of effects) if (effect.is(setPopup)) return effect.value;
    return docChanged ? null : open;
  },
  provide: (field) => showTooltip.from(field),
});

/** Opens an element at a place, and gives it the keyboard; Escape and leaving it close it. */
export function openPopup(view: EditorView, pos: number, content: HTMLElement, focused: HTMLElement): void {
  const dom = document.createElement('div');
  dom.className = 'deskbook-popup';
  dom.append(content);
  dom.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') closePopup(view);
  });
  dom.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !dom.contains(relatedTarget)) hide(view);
  });
  view.dispatch({ effects: setPopup.of({ pos, create: () => ({ dom, mount: () => focused.focus() }) }) });
}

/** Closes it, and gives the keyboard back to the text. */
export function closePopup(view: EditorView): void {
  view.focus();
  hide(view);
}

function hide(view: EditorView): void {
  view.dispatch({ effects: setPopup.of(null) });
}
