import type { Translation } from '../translation.ts';
import type { notebookEn } from '../en/notebook.ts';

export const notebookPtBR: Translation<typeof notebookEn> = {};
