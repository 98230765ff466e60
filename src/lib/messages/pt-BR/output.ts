import type { Translation } from '../translation.ts';
import type { outputEn } from '../en/output.ts';

export const outputPtBR: Translation<typeof outputEn> = {};
