import { Waits } from './Waits.svelte.ts';

export interface OutputEntry {
  readonly id: number;
  readonly at: number;
  readonly sql: string;
  readonly ms: number;
  readonly rows: number | null;
  readonly error: unknown;
}

const kept = 300;

/** The statements that the engine ran, the latest last, and those that it is at. */
export class Output {
  entries = $state.raw<readonly OutputEntry[]>([]);
  readonly waits = new Waits();
  #next = 1;

  add(entry: Omit<OutputEntry, 'id' | 'at'>): void {
    this.entries = [...this.entries.slice(1 - kept), { ...entry, id: this.#next++, at: Date.now() }];
  }

  clear(): void {
    this.entries = [];
  }
}
