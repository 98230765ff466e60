import type { Distribution, FilteredColumn } from '#output';
import { SvelteMap } from 'svelte/reactivity';
import type { GridSource } from './grid-source.ts';

/**
 * How the values of the columns in sight lie. Invariants:
 * - one column is looked at at a time, so that a run waits for one of them at most;
 * - a column that leaves sight is looked at no further, and is begun anew when it is seen again.
 */
export class GridDistributions {
  readonly #known = new SvelteMap<string, Distribution | null>();
  readonly #ask: NonNullable<NonNullable<GridSource['looks']>['distribution']>;
  #wanted: readonly FilteredColumn[] = [];
  #running: { readonly name: string; readonly controller: AbortController } | null = null;

  constructor(ask: NonNullable<NonNullable<GridSource['looks']>['distribution']>) {
    this.#ask = ask;
  }

  /** Null while it is not known. */
  of(name: string): Distribution | null {
    return this.#known.get(name) ?? null;
  }

  /** Told of the columns in sight; none is wanted when the grid goes. */
  want(columns: readonly FilteredColumn[]): void {
    this.#wanted = columns;
    const running = this.#running;
    if (running && !columns.some(({ name }) => name === running.name)) running.controller.abort();
    if (!running) void this.#work();
  }

  async #work(): Promise<void> {
    for (let column = this.#next(); column; column = this.#next()) {
      const controller = new AbortController();
      this.#running = { name: column.name, controller };
      try {
        this.#known.set(column.name, await this.#ask(column, controller.signal));
      } catch {
        // What cannot be looked at has no picture; what left sight is wanted again later.
        if (!controller.signal.aborted) this.#known.set(column.name, null);
      }
      this.#running = null;
    }
  }

  #next(): FilteredColumn | undefined {
    return this.#wanted.find(({ name }) => !this.#known.has(name));
  }
}
