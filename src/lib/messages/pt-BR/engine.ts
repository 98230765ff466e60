import type { Translation } from '../translation.ts';
import type { engineEn } from '../en/engine.ts';

export const enginePtBR: Translation<typeof engineEn> = {};
