import { parseKpiAttributes, type Kpi } from '#kpi';
import type { Cell } from '#notebook';
import type { NotebookSession } from '#workspace';
import { catalogueSource } from './kpi-text.ts';

/** Lets a KPI's cell show another variant, as the catalogue writes it, and runs it; empty is the default. */
export function takeVariant(session: NotebookSession, cell: Cell, kpi: Kpi, variant: string): void {
  const attributes = parseKpiAttributes(cell);
  const chosen = variant === '' ? undefined : variant;
  const { weekStart } = session.workspace.settings;
  const source = attributes && catalogueSource(kpi, { ...attributes, variant: chosen }, weekStart);
  if (source === null) return;
  session.dispatch({
    kind: 'batch',
    operations: [
      { kind: 'setAttribute', id: cell.id, key: 'variant', value: chosen },
      { kind: 'setSource', id: cell.id, source },
    ],
  });
  void session.run([cell.id]);
}
