import type { Translation } from '../translation.ts';
import type { sampleEn } from '../en/sample.ts';

export const samplePtBR: Translation<typeof sampleEn> = {};
