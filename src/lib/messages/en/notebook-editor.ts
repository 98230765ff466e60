export const notebookEditorEn = {} as const;
