export const timeEn = {} as const;
