import type { Text } from '#errors';
import type { Notebook } from '#notebook';
import type { Workspace } from './Workspace.svelte.ts';

/** Something wrong in a file, as the Problems panel lists it. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: Text;
  /** Null outside of a notebook's cells. */
  readonly cellId: string | null;
  readonly line: number | null;
}

export interface SessionSummary {
  readonly cells: number;
  readonly running: number;
}

export interface SessionOptions {
  readonly path: string;
  readonly text: string;
  readonly readOnly: boolean;
  readonly workspace: Workspace;
}

/** What it takes to keep an open file: its text, and word of every change. */
export interface TextSession {
  /** Changes when the file is renamed or saved under another name. */
  path: string;
  /** Called after every change of the text: the workspace journals and saves it. */
  onedit: (() => void) | null;
  readonly text: string;
  close(): unknown;
}

/** What the workbench needs of an open notebook; `NotebookSession` is the implementation. */
export interface Session extends TextSession {
  readonly notebook: Notebook;
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly summary: SessionSummary;
  runAll(): unknown;
  stop(): unknown;
  undo(): void;
  redo(): void;
  insertCell(kind: 'markdown' | 'sql' | 'vega-lite' | 'input'): void;
  /** Inserts cells written as notebook text after the selected one. */
  insertText(text: string): void;
  reveal(cellId: string): void;
}
