import type { DataProfile } from '#import';
import type { RunHost } from './NotebookRun.svelte.ts';

/** What an open notebook needs of the workspace. */
export interface SessionHost extends RunHost {
  readonly settings: RunHost['settings'] & { automatic: boolean; lineNumbers: boolean };
  readonly data: RunHost['data'] & { readonly profile: DataProfile | null };
  /** Tells the reader that something failed. */
  readonly fail: (error: unknown) => void;
}
