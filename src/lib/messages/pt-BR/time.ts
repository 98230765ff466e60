import type { Translation } from '../translation.ts';
import type { timeEn } from '../en/time.ts';

export const timePtBR: Translation<typeof timeEn> = {
  'time.period.unknown':
    '“{spec}” não é um período. Escreva, por exemplo, “últimas 8 semanas”, “este mês”, “2026-03” ou “2026-01-01..2026-02-01” (o fim não entra).',
};
