import { text } from '#errors';
import type { Notifications } from './Notifications.svelte.ts';

/** Tells the reader that changes are not kept, for as long as it is so; `save` puts the file in front on the disk. */
export function journalNotice(notifications: Notifications, save: () => void): (error: unknown) => void {
  let close = () => {};
  return (error) => {
    close();
    if (error === null) return;
    close = notifications.show({
      severity: 'error',
      text: text('workspace.journalFailed'),
      actions: [{ label: text('workspace.command.saveAs'), run: save }],
    });
  };
}
