import type { Translation } from '../translation.ts';
import type { notebookEditorEn } from '../en/notebook-editor.ts';

export const notebookEditorPtBR: Translation<typeof notebookEditorEn> = {};
