import type { Translation } from '../translation.ts';
import type { dataEn } from '../en/data.ts';

export const dataPtBR: Translation<typeof dataEn> = {};
