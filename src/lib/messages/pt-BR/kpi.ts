import type { Translation } from '../translation.ts';
import type { kpiEn } from '../en/kpi.ts';

export const kpiPtBR: Translation<typeof kpiEn> = {};
