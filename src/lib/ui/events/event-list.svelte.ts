import { events, markedEvents, workspaceSource, type EventSpec, type MarkedEvent } from '#import';
import type { Workspace } from '#workspace';
import { OwnList } from '../primitives/own-list.svelte.ts';

/** The events of the workspace, as a screen changes them. */
export class EventList extends OwnList<EventSpec, MarkedEvent> {
  constructor(workspace: Workspace) {
    super({
      read: async () => markedEvents(await workspace.ready),
      write: (own) =>
        workspace.conventions.change(events, () =>
          own.map(({ label, kind, from, to }) => ({ label, kind, from, to })),
        ),
      isOwn: ({ sourceId }) => sourceId === workspaceSource,
      undone: 'events.undone',
      onfail: workspace.fail,
    });
  }

  /** Puts an event in the place of another, or beside those that there are. */
  put(spec: EventSpec, instead: EventSpec | null): Promise<void> {
    return this.change(
      (own) => [...own.filter((each) => !isSame(each, instead ?? spec) && !isSame(each, spec)), spec],
      'events.saved',
    );
  }

  remove(event: EventSpec): Promise<void> {
    return this.change((own) => own.filter((each) => !isSame(each, event)), 'events.removed');
  }
}

function isSame(one: EventSpec, other: EventSpec): boolean {
  return (
    one.label === other.label && one.from === other.from && one.to === other.to && one.kind === other.kind
  );
}
