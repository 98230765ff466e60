import type { Engine } from '#engine';
import { exclude, exclusionsOf, include } from '#import';
import { catalogue, type Kpi } from '#kpi';
import { affected } from './affected.ts';
import { failed, type Check, type Found } from './check.ts';
import { cutOff, gaps } from './checks/days.ts';
import { assumedZone, emptyColumns, files, singleValues } from './checks/records.ts';
import { rowChecks } from './checks/rows.ts';
import type { Finding, Severity } from './finding.ts';
import { tableCheck } from './rows.ts';

export interface PreflightOptions {
  /** Only these sources; all without it. */
  readonly sources?: readonly string[];
  readonly signal?: AbortSignal;
  /** Those that a finding may touch; the catalogue's without it. */
  readonly kpis?: readonly Kpi[];
}

const byTable = [...new Set(rowChecks.map(({ table }) => table))].map((table) =>
  tableCheck(
    table,
    rowChecks.filter((check) => check.table === table),
  ),
);

/** Everything that is looked for. */
export const checks: readonly Check[] = [
  ...byTable,
  gaps,
  cutOff,
  files,
  assumedZone,
  emptyColumns,
  singleValues,
];

const gravity: readonly Severity[] = ['error', 'warning', 'note'];

/** What is odd about the imported rows, the gravest first; rows that are left out count too. A check that fails does not hide the others. */
export async function preflight(
  engine: Engine,
  { sources, signal, kpis = catalogue }: PreflightOptions = {},
): Promise<Finding[]> {
  const found: Found[] = [];
  for (const check of checks) {
    signal?.throwIfAborted();
    found.push(...(await lookSafely(check, { engine, signal, sources: sources ?? null })));
  }
  const applied = new Set((await exclusionsOf(engine)).map(({ finding }) => finding));
  const findings = found.map(({ touches, ...finding }) => ({
    ...finding,
    affects: affected(touches, kpis),
    applied: applied.has(finding.id),
  }));
  return findings.sort(
    (a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity) || b.count - a.count,
  );
}

async function lookSafely(check: Check, ask: Parameters<Check['look']>[0]): Promise<readonly Found[]> {
  try {
    return await check.look(ask);
  } catch (cause) {
    if (ask.signal?.aborted) throw cause;
    return [failed(check.id)];
  }
}

/** Puts a finding's remedy in force: its rows are left out, of every later export too. */
export async function applyRemedy(engine: Engine, { id, remedy }: Finding): Promise<void> {
  if (remedy) await exclude(engine, { finding: id, table: remedy.table, where: remedy.where });
}

/** Undoes it. */
export async function undoRemedy(engine: Engine, { id }: Pick<Finding, 'id'>): Promise<void> {
  await include(engine, id);
}
