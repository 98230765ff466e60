export const timeEn = {
  'time.period.unknown':
    '“{spec}” is not a period. Write for instance “last 8 weeks”, “this month”, “2026-03” or “2026-01-01..2026-02-01” (the end is not part of it).',
} as const;
