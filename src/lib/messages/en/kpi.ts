export const kpiEn = {} as const;
