import type { Translation } from '../translation.ts';
import type { importEn } from '../en/import.ts';

export const importPtBR: Translation<typeof importEn> = {};
