import type { Translation } from '../translation.ts';
import type { sqlEn } from '../en/sql.ts';

export const sqlPtBR: Translation<typeof sqlEn> = {};
