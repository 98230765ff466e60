import { isFocusLost, leadToEditor, whenFocusIsLost } from './lead.ts';

/**
 * Shows a window over the page, which has the keyboard until it is closed: its first field, else its title where the first button
 * is the one that closes it. Then the keyboard is where it was.
 */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  const title = dialog.querySelector<HTMLElement>('[data-title]');
  dialog.showModal();
  (dialog.querySelector<HTMLElement>('[autofocus]') ?? firstField(dialog) ?? title)?.focus();
  const release = whenFocusIsLost(dialog, { childList: true, subtree: true }, () => title?.focus());
  return () => {
    release();
    dialog.close();
    if (!isFocusLost()) return;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    if (isFocusLost()) leadToEditor();
  };
}

/** What is pressed in such a window reaches nothing behind it: Escape closes the window and no tooltip. */
export function keepKeys(event: KeyboardEvent): void {
  event.stopPropagation();
}

function firstField(dialog: HTMLDialogElement): HTMLElement | null {
  return dialog.querySelector(':is(input, select, textarea):not(:disabled)');
}
