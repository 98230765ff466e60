import type { Translation } from '../translation.ts';
import type { workbenchEn } from '../en/workbench.ts';

export const workbenchPtBR: Translation<typeof workbenchEn> = {};
