import type { MessageCode } from '#messages';
import type { Workspace } from '../Workspace.svelte.ts';

/** Something the reader can do, by key, from the palette, a menu or a button. */
export interface Command {
  readonly id: string;
  readonly title: MessageCode;
  readonly category: MessageCode;
  /** `Mod+Shift+P` or a chord `Mod+K T`; the first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Left to the field with the cursor: undo and redo of what is being typed. */
  readonly textKeys?: true;
  readonly when?: (workspace: Workspace) => boolean;
  readonly run: (workspace: Workspace) => unknown;
}
