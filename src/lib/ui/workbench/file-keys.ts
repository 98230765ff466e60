import type { Workspace } from '#workspace';

/** Takes back, or does again, what was done to files; null for any other key. */
export function fileHistoryKey(workspace: Workspace, event: KeyboardEvent): Promise<void> | null {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return null;
  event.preventDefault();
  return key === 'z' && !event.shiftKey ? workspace.fileActions.undo() : workspace.fileActions.redo();
}
