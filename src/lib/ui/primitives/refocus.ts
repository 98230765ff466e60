import { tick } from 'svelte';

/** After a change that may have removed what had the focus: then it goes to the first button of what is always there. */
export async function refocusAfter(
  change: Promise<void>,
  always: () => HTMLElement | undefined,
): Promise<void> {
  await change;
  await tick();
  if (document.activeElement === document.body || document.activeElement?.tagName === 'DIALOG')
    always()?.querySelector('button')?.focus();
}
