const group = '[data-part="editor"].current';

/** Leads the keyboard to where the reader was in the group of editors in use: its cell, else its tab, else the empty group. */
export function leadToEditor(): void {
  if (leadToCell()) return;
  const tab = document.querySelector<HTMLElement>(`${group} [role="tab"][aria-selected="true"]`);
  (tab ?? document.querySelector<HTMLElement>(group))?.focus();
}

/** Leads it to the cell in use; false where none is drawn. */
export function leadToCell(): boolean {
  const cell = document.querySelector<HTMLElement>(`${group} .view:not([hidden]) [data-cell][tabindex="0"]`);
  cell?.focus();
  return cell !== null;
}

/** Whether a key that is pressed now would reach nothing. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Where what has the keyboard goes with what is shown here, the keyboard stays here, or is led elsewhere. */
export function holdKeyboard(
  part: HTMLElement,
  lead = () => part.focus({ preventScroll: true }),
): () => void {
  return whenFocusIsLost(part, { childList: true }, lead);
}

/** A moment later: between two of its parts a date field has the keyboard, and for that long nothing seems to. */
export function whenFocusIsLost(
  part: HTMLElement,
  changes: MutationObserverInit,
  lead: () => void,
): () => void {
  const observer = new MutationObserver(() => {
    if (isFocusLost()) setTimeout(() => part.isConnected && isFocusLost() && lead());
  });
  observer.observe(part, changes);
  return () => observer.disconnect();
}
