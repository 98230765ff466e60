export const outputEn = {} as const;
