import type { MessageCode } from '#messages';

/** Where the rows are: all of them, and those of the workspace, which a screen may change. */
export interface OwnRows<Spec, Row extends Spec> {
  read(): Promise<readonly Row[]>;
  write(own: readonly Spec[]): Promise<void>;
  isOwn(row: Row): boolean;
  readonly undone: MessageCode;
  onfail(error: unknown): void;
}

/** Rows of the workspace beside those that sources bring, as a screen changes them; the last change can be taken back. */
export class OwnList<Spec, Row extends Spec> {
  /** Null until they are read. */
  all = $state.raw<readonly Row[] | null>(null);
  /** What was done last, for the reader, and the workspace's rows before it. */
  last = $state.raw<{ readonly done: MessageCode; readonly before: readonly Spec[] } | null>(null);
  readonly own = $derived(this.all?.filter((row) => this.rows.isOwn(row)) ?? []);
  readonly brought = $derived(this.all?.filter((row) => !this.rows.isOwn(row)) ?? []);

  #changing: Promise<void> = Promise.resolve();

  constructor(private readonly rows: OwnRows<Spec, Row>) {
    void this.#read().catch(rows.onfail);
  }

  async undo(): Promise<void> {
    const { last } = this;
    if (last) await this.change(() => last.before, this.rows.undone);
  }

  /** One change after the other: each begins with what the one before has left. */
  protected change(next: (own: readonly Row[]) => readonly Spec[], done: MessageCode): Promise<void> {
    this.#changing = this.#changing
      .then(async () => {
        // The file may say something else by now.
        await this.#read();
        const before = this.own;
        await this.rows.write(next(before));
        await this.#read();
        this.last = { done, before };
      })
      .catch(this.rows.onfail);
    return this.#changing;
  }

  async #read(): Promise<void> {
    this.all = await this.rows.read();
  }
}
