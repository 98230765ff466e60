export const workspaceEn = {} as const;
