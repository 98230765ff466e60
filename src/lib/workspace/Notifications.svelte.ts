import type { Text } from '#errors';

export interface NotificationAction {
  readonly label: Text;
  readonly run: () => void;
}

export interface Notification {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: Text;
  readonly actions: readonly NotificationAction[];
}

export type NewNotification = Pick<Notification, 'text'> & Partial<Omit<Notification, 'id' | 'text'>>;

const shownFor = 10_000;
const pastKept = 50;

/** Messages in the corner: information goes away by itself, warnings and errors stay until they are closed. */
export class Notifications {
  list = $state.raw<readonly Notification[]>([]);
  /** Those that went, the last one first; closed by hand or by time. */
  past = $state.raw<readonly Notification[]>([]);
  /** How many went by themselves since the list was looked at. */
  unseen = $state(0);
  #next = 1;

  show({ text, severity = 'info', actions = [] }: NewNotification): () => void {
    const id = this.#next++;
    this.list = [...this.list, { id, severity, text, actions }];
    if (severity === 'info') setTimeout(() => this.#expire(id), shownFor);
    return () => this.close(id);
  }

  close(id: number): void {
    const closed = this.list.filter((notification) => notification.id === id);
    this.list = this.list.filter((notification) => notification.id !== id);
    this.past = [...closed, ...this.past].slice(0, pastKept);
  }

  clear(): void {
    this.list = [];
    this.past = [];
    this.unseen = 0;
  }

  #expire(id: number): void {
    if (!this.list.some((notification) => notification.id === id)) return;
    this.unseen++;
    this.close(id);
  }
}
