import type { WallClock } from '#time';

/** Where one marks the events that may explain a number. */
export class Events {
  /** What the window over the page begins with: a new event, on a day where one is meant; null while it is closed. */
  asked = $state.raw<{ readonly day: WallClock | null } | null>(null);

  ask = (day: WallClock | null = null): void => {
    this.asked = { day };
  };
}
