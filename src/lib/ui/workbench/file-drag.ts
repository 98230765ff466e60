import { baseOf, nameOf, type NotebookFile, type Workspace } from '#workspace';

const kind = 'application/x-deskbook-file';

/** Whether a file of the Explorer is being dragged over something. */
export function isFileDrag(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes(kind) ?? false;
}

/** The path of what is dropped; empty where it is no file of the Explorer. */
export function droppedPath(event: DragEvent): string {
  return event.dataTransfer?.getData(kind) ?? '';
}

/** A file is dragged: into another folder, out to the disk as a file, or into any program as its text. */
export function startFileDrag(event: DragEvent, { path, text }: NotebookFile, workspace: Workspace): void {
  const { dataTransfer } = event;
  if (!dataTransfer) return;
  const now = workspace.fileActions.sessionOf(path)?.text ?? text;
  const address = URL.createObjectURL(new Blob([now], { type: 'text/markdown' }));
  dataTransfer.effectAllowed = 'copyMove';
  dataTransfer.setData(kind, path);
  dataTransfer.setData('text/plain', now);
  dataTransfer.setData('DownloadURL', `text/markdown:${baseOf(nameOf(path))}:${address}`);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
