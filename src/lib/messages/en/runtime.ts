export const runtimeEn = {} as const;
