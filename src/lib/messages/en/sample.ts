export const sampleEn = {} as const;
