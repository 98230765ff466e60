export const engineEn = {} as const;
