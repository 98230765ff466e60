export const workbenchEn = {} as const;
