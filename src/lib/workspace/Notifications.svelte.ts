import { text as textOf, type Text } from '#errors';

export interface NotificationAction {
  readonly label: Text;
  readonly run: () => void;
}

export interface Notification {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: Text;
  readonly actions: readonly NotificationAction[];
  /** How far the work is that it tells of, from 0 to 1; null for a message. */
  readonly share: number | null;
}

export type NewNotification = Pick<Notification, 'text'> &
  Partial<Omit<Notification, 'id' | 'text' | 'share'>>;

/** Work that goes on while a notification tells of it. */
export interface Work {
  readonly reach: (share: number) => void;
  readonly close: () => void;
}

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
    this.list = [...this.list, { id, severity, text, actions, share: null }];
    if (severity === 'info') setTimeout(() => this.#expire(id), shownFor);
    return () => this.close(id);
  }

  /** Tells of work until it is closed: how far it is, and how it is stopped. */
  work(text: Text, stop: () => void): Work {
    const id = this.#next++;
    const actions = [{ label: textOf('common.cancel'), run: stop }];
    const others = () => this.list.filter((notification) => notification.id !== id);
    this.list = [...this.list, { id, severity: 'info', text, actions, share: 0 }];
    return {
      reach: (share) => {
        this.list = this.list.map((each) => (each.id === id ? { ...each, share } : each));
      },
      close: () => void (this.list = others()),
    };
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
