export const notebookEn = {} as const;
