import type { Kpi } from '#kpi';

/** A small KPI to begin with, under an id that is free. */
export function kpiTemplate(kpis: readonly Kpi[]): string {
  const taken = new Set(kpis.map(({ id }) => id));
  let id = 'my_kpi';
  for (let count = 2; taken.has(id); count++) id = `my_kpi_${count}`;
  return `---
id: ${id}
name: {en: Tickets about refunds, pt-BR: Tickets sobre reembolso}
theme: volume
unit: count
better: down
shape: count
from: tickets
where: type = 'refund'
at: created_at
rows: [ticket_id, created_at, channel, status, subject]
---
What it means, and how it misleads.

## pt-BR

O que significa e como engana.
`;
}
