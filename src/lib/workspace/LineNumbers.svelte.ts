import { SvelteSet } from 'svelte/reactivity';

/** Which cells show the numbers of their lines: all or none, but for those whose reader wants it otherwise. */
export class LineNumbers {
  #all = $state(false);
  readonly #others = new SvelteSet<string>();

  of(id: string): boolean {
    return this.#all !== this.#others.has(id);
  }

  toggle(id: string): void {
    if (!this.#others.delete(id)) this.#others.add(id);
  }

  toggleAll(): void {
    this.#others.clear();
    this.#all = !this.#all;
  }
}
