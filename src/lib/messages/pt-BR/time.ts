import type { Translation } from '../translation.ts';
import type { timeEn } from '../en/time.ts';

export const timePtBR: Translation<typeof timeEn> = {};
