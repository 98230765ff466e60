import { attributeOf } from '#notebook';
import type { KeyValues } from './storage/key-values.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** From an export to a first KPI. */
export const walkthroughSteps = ['data', 'kpi', 'insert', 'run'] as const;
export type WalkthroughStep = (typeof walkthroughSteps)[number];

/** The first steps of a newcomer. Whatever was done once stays done. */
export class Walkthrough {
  readonly #store: KeyValues;
  #kept: readonly WalkthroughStep[] = $state.raw([]);

  constructor(store: KeyValues) {
    this.#store = store;
    const kept = (store.get('walkthrough') ?? '').split(';');
    this.#kept = walkthroughSteps.filter((step) => kept.includes(step));
  }

  /** Those done before, and those that what is open shows to be done. */
  doneIn(workspace: Workspace): readonly WalkthroughStep[] {
    return walkthroughSteps.filter((step) => this.#kept.includes(step) || isDone(step, workspace));
  }

  keep(done: readonly WalkthroughStep[]): void {
    if (done.every((step) => this.#kept.includes(step))) return;
    this.#kept = walkthroughSteps.filter((step) => done.includes(step) || this.#kept.includes(step));
    this.#store.set('walkthrough', this.#kept.join(';'));
  }
}

function isDone(step: WalkthroughStep, { data, tabs, documents }: Workspace): boolean {
  const kpiCells = () =>
    documents.list.flatMap(({ session }) =>
      (session?.notebook.cells ?? []).flatMap((cell) =>
        session && typeof attributeOf(cell, 'kpi') === 'string' ? [session.runs.snapshot(cell.id)] : [],
      ),
    );
  switch (step) {
    case 'data':
      return !data.isEmpty;
    case 'kpi':
      return tabs.list.some(({ content }) => content.kind === 'kpi');
    case 'insert':
      return kpiCells().length > 0;
    case 'run':
      return kpiCells().some(({ lastOutput }) => lastOutput !== null);
  }
}
