import type { AskedKpi, Compared, Comparison, CompareOptions, Reason, Sides } from '#compare';
import type { InputFile } from '#import';
import type { WallClock } from '#time';
import type { Workspace } from './Workspace.svelte.ts';

/** One of the two exports that are compared. */
export type ComparedExport =
  /** A source of what is loaded; null for all of them. */
  | { readonly kind: 'loaded'; readonly source: string | null }
  /** An export in files, or a bundle. */
  | { readonly kind: 'files'; readonly files: readonly InputFile[] };

export type Side = 'earlier' | 'later';

/** A comparison that was made, and what it was made of. */
export interface FoundComparison {
  readonly comparison: Comparison;
  readonly sides: Sides;
  readonly options: Pick<CompareOptions, 'end' | 'earlier' | 'later' | 'filters'>;
  readonly kpis: readonly AskedKpi[];
  readonly exports: Readonly<Record<Side, { readonly name: string; readonly end: WallClock | null }>>;
  /** The notebook whose KPIs, filters and period it is about. */
  readonly notebook: string | null;
  /** How many of its cells have SQL that is no KPI's: those are not compared. */
  readonly otherCells: number;
  /** Of the data, at the time. */
  readonly revision: number;
}

export type ComparisonState =
  | { readonly status: 'choosing'; readonly error: unknown }
  | { readonly status: 'working'; readonly file: string | null; readonly fraction: number }
  | { readonly status: 'done'; readonly found: FoundComparison };

/** The comparison of two exports: what is chosen for it, how far it is, what it found. */
export class ExportComparison {
  earlier = $state.raw<ComparedExport | null>(null);
  later = $state.raw<ComparedExport | null>(null);
  /** The exports are looked at as they stand, and not up to the earlier one's end. */
  whole = $state(false);
  /** The notebook whose KPIs are compared, within its filters and its period; null for every KPI. */
  notebook = $state.raw<string | null>(null);
  state = $state.raw<ComparisonState>({ status: 'choosing', error: null });
  #stop = new AbortController();
  /** Databases are attached. */
  #isHeld = false;

  constructor(private readonly workspace: Workspace) {}

  /** Opens the page on which two exports are chosen; what is loaded is the earlier one unless told. */
  open({
    source = null,
    later = null,
  }: { source?: string | null; later?: ComparedExport | null } = {}): void {
    const { data, tabs, session } = this.workspace;
    if (this.state.status !== 'working') {
      this.state = { status: 'choosing', error: null };
      const [only, ...others] = data.sources;
      const sole = others.length === 0 ? (only?.id ?? null) : null;
      this.earlier = data.isEmpty ? null : { kind: 'loaded', source: source ?? sole };
      this.later = later;
      this.notebook = session?.notebook.cells.some(({ attributes }) =>
        attributes.some(({ key }) => key === 'kpi'),
      )
        ? session.path
        : null;
    }
    tabs.open({ kind: 'compare' }, { pin: true });
  }

  choose(side: Side, chosen: ComparedExport | null): void {
    this[side] = chosen;
  }

  swap = (): void => {
    [this.earlier, this.later] = [this.later, this.earlier];
  };

  start = async (): Promise<void> => {
    const { workspace, earlier, later, whole, notebook } = this;
    if (!earlier || !later || this.state.status === 'working') return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#isHeld = true;
    const [first] = [earlier, later].flatMap((side) => (side.kind === 'files' ? side.files : []));
    this.state = { status: 'working', file: first?.name ?? null, fraction: 0 };
    const { runComparison, releaseSides } = await import('./compare-run.ts');
    try {
      const found = await runComparison(workspace, {
        earlier,
        later,
        whole,
        notebook,
        signal: stop.signal,
        onProgress: (file, fraction) => {
          if (!stop.signal.aborted) this.state = { status: 'working', file, fraction };
        },
      });
      stop.signal.throwIfAborted();
      this.state = { status: 'done', found };
    } catch (error) {
      if (this.#stop !== stop) return;
      await workspace.ready.then(releaseSides).catch(workspace.fail);
      if (this.#stop === stop) this.state = { status: 'choosing', error: stop.signal.aborted ? null : error };
    }
  };

  cancel = (): void => this.#stop.abort();

  /** Back to what was chosen. */
  again = (): void => {
    this.state = { status: 'choosing', error: null };
  };

  /** Writes the rows behind a part of a change into a table, and says how it is called; null for the tickets of a reason. */
  async rowsOf(found: FoundComparison, reason: Reason, compared: Compared | null): Promise<string> {
    const { rowsBehind } = await import('#compare');
    const asked = found.kpis.find(
      ({ kpi, variant }) => kpi.id === compared?.kpi && variant === compared.variant,
    );
    const { t, ready } = this.workspace;
    return rowsBehind(await ready, found.sides, {
      options: found.options,
      reason,
      asked: asked ?? null,
      words: { earlier: t('compare.column.earlier'), later: t('compare.column.later') },
    });
  }

  /** Gives back what the comparison holds in memory; the tab was closed. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.state = { status: 'choosing', error: null };
    if (!this.#isHeld) return;
    this.#isHeld = false;
    const { releaseSides } = await import('./compare-run.ts');
    await releaseSides(await this.workspace.ready);
  }
}
