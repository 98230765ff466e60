export const dataEn = {} as const;
