import { text } from '#errors';
import type { Diagnostic } from '#notebook';
import { catalogue } from './catalogue.ts';
import type { Kpi } from './kpi.ts';
import { parseKpi } from './parse.ts';

/** A file of the reader's that defines a KPI. */
export interface KpiFile {
  readonly path: string;
  readonly text: string;
}

/** A KPI file, read: null for one that means nothing, or that bears a name which is taken. */
export interface OwnKpi {
  readonly path: string;
  readonly kpi: Kpi | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the reader's own KPIs. None takes the place of one that comes with the program, nor of one in a file before it. */
export function readOwnKpis(files: readonly KpiFile[], shipped: readonly Kpi[] = catalogue): OwnKpi[] {
  const taken = new Map(shipped.map(({ id }) => [id, '']));
  return files.map(({ path, text: source }) => {
    const { kpi, diagnostics } = parseKpi(source);
    const owner = kpi === null ? undefined : taken.get(kpi.id);
    if (kpi === null || owner === undefined) {
      if (kpi) taken.set(kpi.id, path);
      return { path, kpi, diagnostics };
    }
    return { path, kpi: null, diagnostics: [...diagnostics, isTaken(kpi.id, owner)] };
  });
}

/** An empty owner is the program. */
function isTaken(id: string, owner: string): Diagnostic {
  const said = owner === '' ? text('kpi.file.shipped', { id }) : text('kpi.file.twice', { id, file: owner });
  return { severity: 'error', text: said, line: null, cellId: null, span: null };
}
