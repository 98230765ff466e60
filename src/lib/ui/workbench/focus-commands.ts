import type { Command } from '#workspace';

const category = 'workspace.category.view';

/** Moves the cursor between the parts of the workbench, as F6 does in every desktop program. */
export const focusCommands = [
  {
    id: 'view.focusNext',
    title: 'workspace.command.focusNextPart',
    category,
    keys: ['F6'],
    run: () => focusPart(1),
  },
  {
    id: 'view.focusPrevious',
    title: 'workspace.command.focusPreviousPart',
    category,
    keys: ['Shift+F6'],
    run: () => focusPart(-1),
  },
  {
    id: 'view.breadcrumbs',
    title: 'editors.command.breadcrumbs',
    category,
    keys: ['Mod+Shift+.'],
    when: ({ session }) => session !== null,
    run: focusBreadcrumbs,
  },
] as const satisfies readonly Command[];

function focusBreadcrumbs(): void {
  const group = document.querySelector('[data-part="editor"].current');
  group?.querySelector<HTMLElement>('[data-breadcrumbs] [tabindex="0"]')?.focus();
}

function focusPart(by: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  const next = parts[(at + by + parts.length) % parts.length];
  const wanted = next?.querySelector<HTMLElement>(
    '[tabindex="0"], button:not([tabindex="-1"]), input, a[href]',
  );
  (wanted ?? next)?.focus();
}
