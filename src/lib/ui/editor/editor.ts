import type { KpiWords } from './kpi-words.ts';
import type { SqlHost } from './sql-host.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Language = 'sql' | 'markdown' | 'json' | 'yaml';

/** Something to underline; `to` not beyond `from` means the word there. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly fixes?: readonly MarkFix[];
}

/** A replacement that would mend what is marked. */
export interface MarkFix {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What a search has found in the text. */
export interface FoundMark {
  readonly from: number;
  readonly to: number;
}

export interface EditorActions {
  readonly change: (text: string) => void;
  readonly run: (then: 'next' | 'stay' | 'insert') => void;
  readonly split: (at: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly leave: () => void;
  readonly go: (direction: -1 | 1) => void;
  readonly focus: () => void;
  readonly blur: () => void;
}

export interface EditorOptions {
  readonly text: string;
  readonly language: Language;
  readonly label: string;
  readonly hint: string;
  readonly readOnly: boolean;
  /** Long lines go on below. */
  readonly wraps: boolean;
  readonly vocabulary: () => Vocabulary;
  /** What an editor of SQL asks of the notebook. */
  readonly host: SqlHost | null;
  readonly actions: EditorActions;
}

export interface EditorHandle {
  setText(text: string): void;
  setMarks(marks: readonly Mark[]): void;
  setLineNumbers(shown: boolean): void;
  /** Marks what was found, and brings up the place that one has gone to. */
  setFound(all: readonly FoundMark[], current: FoundMark | null): void;
  focus(where: 'start' | 'end' | 'keep'): void;
  readonly cursor: number;
  destroy(): void;
}

export interface FileEditorOptions {
  readonly text: string;
  readonly label: string;
  /** What may be written in a KPI's file; null for a list of entries. */
  readonly words: (() => KpiWords) | null;
  readonly find: FindWords;
  readonly change: (text: string) => void;
}

/** What the find bar says. */
export interface FindWords {
  readonly find: string;
  readonly next: string;
  readonly previous: string;
  readonly close: string;
  readonly count: (at: number, of: number) => string;
}

export type FileEditorHandle = Omit<EditorHandle, 'focus' | 'cursor' | 'setFound' | 'setLineNumbers'> & {
  /** Goes to a place, and to the keyboard. */
  reveal(from: number): void;
};

let loadingFile: Promise<typeof import('./file-editor.ts')> | null = null;

/** The editor of whole files, fetched once and not before the first file needs it. */
export function loadFileEditor(): Promise<typeof import('./file-editor.ts')> {
  loadingFile ??= import('./file-editor.ts').catch((error: unknown) => {
    loadingFile = null;
    throw error;
  });
  return loadingFile;
}

let loading: Promise<typeof import('./code-mirror.ts')> | null = null;

/** CodeMirror, fetched once and not before the first cell needs it. */
export function loadEditor(): Promise<typeof import('./code-mirror.ts')> {
  loading ??= import('./code-mirror.ts').catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
