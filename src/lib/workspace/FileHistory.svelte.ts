import type { Text } from '#errors';

/** Something done to files, and the way back. */
export interface FileStep {
  readonly what: Text;
  /** Takes it back; what it gives takes that back in turn. */
  readonly back: () => Promise<FileStep>;
}

const limit = 100;

/** Several steps as one. */
export function together(what: Text, steps: readonly FileStep[]): FileStep {
  return {
    what,
    back: async () => {
      const undone: FileStep[] = [];
      for (const step of steps.toReversed()) undone.push(await step.back());
      return together(what, undone);
    },
  };
}

/** What was done to files in this window and can be taken back, the last first, and done again. */
export class FileHistory {
  done = $state.raw<readonly FileStep[]>([]);
  undone = $state.raw<readonly FileStep[]>([]);
  #last: Promise<unknown> = Promise.resolve();

  record(step: FileStep): void {
    this.done = [...this.done, step].slice(-limit);
    this.undone = [];
  }

  /** What was taken back; null where there is nothing. A step that fails stays, to be tried again. */
  undo(wanted?: FileStep): Promise<FileStep | null> {
    return this.#inTurn(async () => {
      const step = wanted ?? this.done.at(-1);
      if (!step || !this.done.includes(step)) return null;
      const again = await step.back();
      this.done = this.done.filter((other) => other !== step);
      this.undone = [...this.undone, again];
      return step;
    });
  }

  /** What was done again; null where there is nothing. */
  redo(): Promise<FileStep | null> {
    return this.#inTurn(async () => {
      const step = this.undone.at(-1);
      if (!step) return null;
      const again = await step.back();
      this.undone = this.undone.filter((other) => other !== step);
      this.done = [...this.done, again];
      return again;
    });
  }

  /** A key that comes while a step is under way is meant for the one before it, not for the same once more. */
  #inTurn(act: () => Promise<FileStep | null>): Promise<FileStep | null> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => null);
    return turn;
  }
}
