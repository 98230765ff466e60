import { commonMoment, compareExports, inDatabase, usualKpis, type AskedKpi, type Moment } from '#compare';
import type { Engine } from '#engine';
import { asOf } from '#import';
import { parseKpiAttributes } from '#kpi';
import type { WallClock } from '#time';
import { prepareSides } from './compare-sides.ts';
import { quietly } from './engine-connection.ts';
import type { ComparedExport, FoundComparison } from './ExportComparison.svelte.ts';
import { periodOf } from './notebook-period.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';
import type { Workspace } from './Workspace.svelte.ts';

export { releaseSides } from './compare-sides.ts';

export interface ComparisonAsked {
  readonly earlier: ComparedExport;
  readonly later: ComparedExport;
  readonly whole: boolean;
  readonly notebook: string | null;
  readonly signal: AbortSignal;
  /** `file` while that is read, null while values are asked for. */
  readonly onProgress: (file: string | null, fraction: number) => void;
}

/** Reads two exports and compares them. What is loaded is asked, and never written to. */
export async function runComparison(
  workspace: Workspace,
  { earlier, later, whole, notebook, signal, onProgress }: ComparisonAsked,
): Promise<FoundComparison> {
  const engine = quietly(await workspace.ready);
  const session = notebook === null ? null : await workspace.documents.sessionOf(notebook);
  const { revision } = workspace.data;
  const sides = await prepareSides(engine, {
    earlier,
    later,
    timeZone: workspace.settings.timeZone,
    signal,
    onReading: (file, fraction) => onProgress(file, fraction),
  });
  signal.throwIfAborted();
  onProgress(null, 0);
  const ends = { earlier: await endOf(engine, sides.earlier), later: await endOf(engine, sides.later) };
  const kpis = session ? kpisOf(session, workspace) : usualKpis;
  const options = {
    end: ends.earlier,
    ...momentsOf(session, { ends, whole, workspace }),
    filters: session?.notebook.meta.filters ?? {},
  };
  const comparison = await compareExports(engine, sides, {
    ...options,
    kpis,
    signal,
    onProgress: (fraction) => onProgress(null, fraction),
  });
  const name = (side: ComparedExport): string => nameOf(side, workspace);
  return {
    comparison,
    sides,
    options,
    kpis,
    exports: {
      earlier: { name: name(earlier), end: ends.earlier },
      later: { name: name(later), end: ends.later },
    },
    notebook: session?.path ?? null,
    otherCells:
      session?.notebook.cells.filter((cell) => cell.kind === 'sql' && !parseKpiAttributes(cell)).length ?? 0,
    revision,
  };
}

function endOf(engine: Engine, database: string): Promise<WallClock | null> {
  return asOf(inDatabase(engine, database));
}

interface Ends {
  readonly ends: Readonly<Record<'earlier' | 'later', WallClock | null>>;
  readonly whole: boolean;
  readonly workspace: Workspace;
}

/** A notebook's period lies where it would lie over each export alone. */
function momentsOf(
  session: NotebookSession | null,
  { ends, whole, workspace: { settings } }: Ends,
): { readonly earlier: Moment; readonly later: Moment | null } {
  const at = (end: WallClock | null): Moment => {
    if (!session) return { period: null, asOf: end };
    const { meta } = session.notebook;
    const asOf = meta.asOf ?? end;
    return { period: periodOf(meta, { asOf, weekStart: settings.weekStart }), asOf };
  };
  const earlier = at(ends.earlier);
  if (whole) return { earlier, later: at(ends.later) };
  return { earlier: { ...commonMoment(ends.earlier, earlier.period), asOf: earlier.asOf }, later: null };
}

/** The KPIs of a notebook's cells, each once in the order of its cells. */
function kpisOf({ notebook }: NotebookSession, { library }: Workspace): readonly AskedKpi[] {
  const asked = new Map<string, AskedKpi>();
  for (const cell of notebook.cells) {
    const attributes = parseKpiAttributes(cell);
    const kpi = attributes && library.find(attributes.kpi);
    const variant = attributes?.variant ?? '';
    if (kpi) asked.set(`${kpi.id} ${variant}`, { kpi, variant });
  }
  return [...asked.values()];
}

function nameOf(side: ComparedExport, { data }: Workspace): string {
  if (side.kind === 'loaded') return side.source ?? data.sources.map(({ id }) => id).join(', ');
  const [first, ...others] = side.files.map(({ name }) => name);
  return others.length > 0 ? `${first} +${others.length}` : (first ?? '');
}
