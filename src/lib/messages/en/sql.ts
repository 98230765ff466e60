export const sqlEn = {} as const;
