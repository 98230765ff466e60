import { callAt } from '#sql';
import {
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Transaction,
} from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { argumentIn, signaturePieces } from './arguments.ts';
import { explanationOf } from './hover.ts';
import type { Word } from './vocabulary.ts';

const setOpen = StateEffect.define<boolean>();

/** Whether the signature of a call is shown; it closes with the call. */
const isOpen = StateField.define<boolean>({
  create: () => false,
  update(open, transaction) {
    const told = transaction.effects.findLast((effect) => effect.is(setOpen));
    const isWanted = told ? told.value : open || beginsArgument(transaction);
    return isWanted && callIn(transaction.state) !== null;
  },
});

/** Shows what the call that is being written takes, its argument at the cursor marked. */
export function signatureHelp(functions: () => readonly Word[]): Extension {
  return [
    isOpen,
    showTooltip.compute([isOpen, 'doc', 'selection'], (state) =>
      state.field(isOpen) ? tooltipOf(state, functions()) : null,
    ),
    EditorView.focusChangeEffect.of((_, isFocused) => (isFocused ? null : setOpen.of(false))),
    keymap.of([{ key: 'Mod-Shift-Space', run: open, preventDefault: true }]),
  ];
}

/** Closes it; false where none is shown. */
export function closeSignature(view: EditorView): boolean {
  if (!view.state.field(isOpen, false)) return false;
  view.dispatch({ effects: setOpen.of(false) });
  return true;
}

function open(view: EditorView): boolean {
  view.dispatch({ effects: setOpen.of(true) });
  return true;
}

function beginsArgument(transaction: Transaction): boolean {
  let begins = false;
  if (transaction.isUserEvent('input.type'))
    transaction.changes.iterChanges((_from, _to, _start, _end, text) => {
      begins ||= /[(,]/.test(text.toString());
    });
  return begins;
}

function callIn({ doc, selection }: EditorState) {
  return callAt(doc.toString(), selection.main.head);
}

function tooltipOf(state: EditorState, functions: readonly Word[]): Tooltip | null {
  const call = callIn(state);
  const found = functions.find(({ name }) => name === call?.name);
  if (!call || !found) return null;
  const dom = signatureOf(found, call.argument);
  return { pos: call.from, above: true, create: () => ({ dom }) };
}

function signatureOf(word: Word, argument: number): HTMLElement {
  const dom = explanationOf(word);
  const pieces = signaturePieces(word.detail);
  const marked = argumentIn(pieces, argument);
  const written = pieces.map((piece) => {
    if (piece.argument === null || piece.argument !== marked) return piece.text;
    const strong = document.createElement('strong');
    strong.textContent = piece.text;
    return strong;
  });
  dom.classList.add('deskbook-signature');
  dom.querySelector('code')?.replaceChildren(word.name, ...written);
  return dom;
}
