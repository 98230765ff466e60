import { StorageError } from '#errors';
import type { NotebookFile } from './Files.svelte.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** Gives a file another text through its document: it meets what is being typed there, is journalled, and kept as a version. */
export async function rewriteFile(
  { library }: Workspace,
  { path, name }: NotebookFile,
  textFor: (before: string) => string,
): Promise<void> {
  const { documents } = library;
  const wasOpen = documents.find(path) !== null;
  const session = await documents.sessionOf(path);
  const document = documents.find(path);
  if (!session || !document) throw new StorageError('workspace.unreadable', { name });
  try {
    session.write(textFor(session.text));
    await documents.save(document);
  } finally {
    if (!wasOpen && !document.dirty) await documents.close(document);
  }
}
