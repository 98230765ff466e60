import type { Translation } from '../translation.ts';
import type { runtimeEn } from '../en/runtime.ts';

export const runtimePtBR: Translation<typeof runtimeEn> = {};
