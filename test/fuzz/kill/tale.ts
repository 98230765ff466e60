/** A notebook as its writer meant it. */
export interface Version {
  readonly name: string;
  /** The SQL of its cells. */
  readonly cells: readonly string[];
}

interface Step {
  /** Null once the notebook is deleted. */
  readonly version: Version | null;
  doneAt: number;
}

/** The text that the program saves of a version. */
export function textOf({ cells }: Version): string {
  const fences = cells.map((source) => `\`\`\`sql\n${source === '' ? '' : `${source}\n`}\`\`\``);
  return `---\ndeskbook: 1\ntitle: Untitled\n---\n\n${fences.join('\n\n')}\n`;
}

/** What one notebook went through, step by step: each with the moment at which the page had it. */
export class Tale {
  #steps: readonly Step[] = [];

  constructor(begin: Version) {
    this.#steps = [{ version: begin, doneAt: Date.now() }];
  }

  get last(): Version | null {
    return this.#steps.at(-1)?.version ?? null;
  }

  /** A step that the page may or may not have taken for as long as `act` goes on. */
  async step(version: Version | null, act: () => Promise<unknown>): Promise<void> {
    const step: Step = { version, doneAt: Infinity };
    this.#steps = [...this.#steps, step];
    await act();
    step.doneAt = Date.now();
  }

  /** What may be found after a kill: the last version that was old enough to be safe, or a later one. */
  allowed(killedAt: number, safeAfter = 1000): readonly (Version | null)[] {
    const safe = this.#steps.findLastIndex(({ doneAt }) => doneAt <= killedAt - safeAfter);
    const found = this.#steps.slice(Math.max(0, safe)).map(({ version }) => version);
    return safe < 0 ? [...found, null] : found;
  }

  /** From here on this is what there is. */
  settle(version: Version | null): void {
    this.#steps = [{ version, doneAt: 0 }];
  }
}
