import { markedEvents, setMarkedEvents, workspaceSource, type EventSpec, type MarkedEvent } from '#import';
import type { MessageCode } from '#messages';
import type { Workspace } from '#workspace';

interface Change {
  /** What was done, for the reader. */
  readonly done: MessageCode;
  readonly before: readonly EventSpec[];
}

/** The events of the workspace, as a screen changes them; the last change can be taken back. */
export class EventList {
  /** Null until they are read. */
  all = $state.raw<readonly MarkedEvent[] | null>(null);
  last = $state.raw<Change | null>(null);
  readonly own = $derived(this.all?.filter(({ sourceId }) => sourceId === workspaceSource) ?? []);

  #changing: Promise<void> = Promise.resolve();

  constructor(private readonly workspace: Workspace) {
    void this.#read().catch(workspace.fail);
  }

  /** Puts an event in the place of another, or beside those that there are. */
  put(spec: EventSpec, instead: EventSpec | null): Promise<void> {
    return this.#change(
      (own) => [...own.filter((each) => !isSame(each, instead ?? spec) && !isSame(each, spec)), spec],
      'events.saved',
    );
  }

  remove(event: EventSpec): Promise<void> {
    return this.#change((own) => own.filter((each) => !isSame(each, event)), 'events.removed');
  }

  async undo(): Promise<void> {
    const { last } = this;
    if (last) await this.#change(() => last.before, 'events.undone');
  }

  /** One change after the other: each begins with what the one before has left. */
  #change(next: (own: readonly MarkedEvent[]) => readonly EventSpec[], done: MessageCode): Promise<void> {
    this.#changing = this.#changing
      .then(async () => {
        const before = this.own;
        await setMarkedEvents(await this.workspace.ready, next(before));
        await this.#read();
        this.last = { done, before };
        this.workspace.data.eventRevision += 1;
      })
      .catch(this.workspace.fail);
    return this.#changing;
  }

  async #read(): Promise<void> {
    this.all = await markedEvents(await this.workspace.ready);
  }
}

function isSame(one: EventSpec, other: EventSpec): boolean {
  return (
    one.label === other.label && one.from === other.from && one.to === other.to && one.kind === other.kind
  );
}
