import { SvelteSet } from 'svelte/reactivity';

/** Which cells show the numbers of their lines: all or none, but for those whose reader wants it otherwise. */
export class LineNumbers {
  readonly #others = new SvelteSet<string>();

  /** `settings` says what holds of all. */
  constructor(private readonly settings: { lineNumbers: boolean }) {}

  of(id: string): boolean {
    return this.settings.lineNumbers !== this.#others.has(id);
  }

  toggle(id: string): void {
    if (!this.#others.delete(id)) this.#others.add(id);
  }

  toggleAll(): void {
    this.#others.clear();
    this.settings.lineNumbers = !this.settings.lineNumbers;
  }
}
