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

/** Messages in the corner: information goes away by itself, warnings and errors stay until they are closed. */
export class Notifications {
  list = $state.raw<readonly Notification[]>([]);
  #next = 1;

  show({ text, severity = 'info', actions = [] }: NewNotification): () => void {
    const id = this.#next++;
    this.list = [...this.list, { id, severity, text, actions }];
    if (severity === 'info') setTimeout(() => this.close(id), shownFor);
    return () => this.close(id);
  }

  close(id: number): void {
    this.list = this.list.filter((notification) => notification.id !== id);
  }
}
