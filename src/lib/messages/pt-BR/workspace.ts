import type { Translation } from '../translation.ts';
import type { workspaceEn } from '../en/workspace.ts';

export const workspacePtBR: Translation<typeof workspaceEn> = {};
