import { isFocusLost, leadToEditor, whenFocusIsLost } from './lead.ts';

const shown = new Set<HTMLDialogElement>();

/** Whether a window over the page asks something. Told with every key, so that the page is not searched for one. */
export function isAsking(): boolean {
  return [...shown].some(({ open }) => open);
}

/**
 * Shows a window over the page, which has the keyboard until it is closed: its first field, else its title where the first button
 * is the one that closes it. Then the keyboard is where it was.
 */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  const title = dialog.querySelector<HTMLElement>('[data-title]');
  dialog.showModal();
  shown.add(dialog);
  (dialog.querySelector<HTMLElement>('[autofocus]') ?? firstField(dialog) ?? title)?.focus();
  const release = whenFocusIsLost(dialog, { childList: true, subtree: true }, () => title?.focus());
  return () => {
    release();
    shown.delete(dialog);
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
