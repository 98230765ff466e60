import type { Operation } from '#notebook';

interface Step {
  readonly undo: Operation;
  readonly redo: Operation;
  /** Steps of one group made in quick succession are one: the typing in a cell. */
  readonly group: string | null;
  readonly at: number;
}

const pause = 1_000;
const limit = 1_000;

/** What was done to a notebook and can be taken back, whatever it was. */
export class NotebookHistory {
  #done: Step[] = [];
  #undone: Step[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  record(undo: Operation, redo: Operation, group: string | null): void {
    const at = this.now();
    const last = this.#done.at(-1);
    this.#undone = [];
    if (last && group !== null && last.group === group && at - last.at < pause) {
      this.#done[this.#done.length - 1] = { undo: last.undo, redo, group, at };
      return;
    }
    this.#done.push({ undo, redo, group, at });
    if (this.#done.length > limit) this.#done.shift();
  }

  /** The operation that takes the last step back; the caller applies it. */
  undo(): Operation | null {
    const step = this.#done.pop();
    if (!step) return null;
    this.#undone.push(step);
    return step.undo;
  }

  redo(): Operation | null {
    const step = this.#undone.pop();
    if (!step) return null;
    this.#done.push({ ...step, group: null });
    return step.redo;
  }
}
