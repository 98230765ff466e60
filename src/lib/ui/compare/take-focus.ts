import { tick } from 'svelte';

/** Gives the keyboard to what took the place of what had it. */
export function takeFocus(element: HTMLElement): void {
  void tick().then(() => {
    if (document.activeElement === document.body) element.focus();
  });
}
