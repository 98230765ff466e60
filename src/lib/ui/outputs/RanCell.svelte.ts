import type { Cell } from '#notebook';
import type { CellSnapshot } from '#runtime';
import { untrack } from 'svelte';

/**
 * A cell as its result shows it, of the text that was run: what is being typed says nothing of the rows below it, and what is
 * drawn of them is not drawn anew with each key.
 */
export class RanCell {
  readonly #id: string;
  readonly #kind: Cell['kind'];
  readonly #name: string | null;
  readonly #attributes: Cell['attributes'];
  readonly #source: string | null;
  readonly cell: Cell;

  constructor(now: () => Cell, snapshot: () => CellSnapshot) {
    this.#id = $derived(now().id);
    this.#kind = $derived(now().kind);
    this.#name = $derived(now().name);
    this.#attributes = $derived(now().attributes);
    this.#source = $derived(snapshot().source);
    this.cell = $derived({
      ...untrack(now),
      id: this.#id,
      kind: this.#kind,
      name: this.#name,
      attributes: this.#attributes,
      source: this.#source ?? untrack(now).source,
    });
  }
}
