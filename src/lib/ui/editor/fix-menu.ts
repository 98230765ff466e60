import type { EditorView } from '@codemirror/view';
import type { MarkFix } from './editor.ts';
import { mend } from './mark.ts';
import { closePopup, openPopup } from './popup.ts';

/** The fixes there are at a place, as a menu of the keyboard. */
export function openFixes(view: EditorView, fixes: readonly MarkFix[], label: string): boolean {
  const [first] = fixes;
  if (!first) return false;
  const menu = document.createElement('div');
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', label);
  const items = fixes.map((fix) => menu.appendChild(itemOf(view, fix)));
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + step + items.length) % items.length]?.focus();
  });
  openPopup(view, first.from, menu, items[0]!);
  return true;
}

function itemOf(view: EditorView, fix: MarkFix): HTMLButtonElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.setAttribute('role', 'menuitem');
  item.textContent = fix.title;
  item.addEventListener('click', () => {
    closePopup(view);
    mend(view, fix);
  });
  return item;
}
