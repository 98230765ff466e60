import { text as textOf } from '#errors';
import { diff, parse, restored } from '#notebook';
import type { KpiSession } from './KpiSession.svelte.ts';
import type { Version } from './local-history-thinning.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';
import { nameOf, placeOf } from './path.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** The session of a file, opened if it is not open yet; null where there is no such file any more. */
export async function sessionAt(
  { library, documents, files }: Workspace,
  path: string,
): Promise<NotebookSession | KpiSession | null> {
  if (!files.all.some((file) => file.path === path)) return null;
  return library.has(path) ? library.documents.sessionOf(path) : documents.sessionOf(path);
}

/** Makes a file say what it said in a version; what it says now is kept as a version before. */
export async function restoreVersion(workspace: Workspace, version: Version): Promise<void> {
  const { localHistory, notifications, fileActions, fail } = workspace;
  const { path } = version;
  const text = await localHistory.text(version);
  if (text === null) return;
  const session = await sessionAt(workspace, path);
  if (!session) return void (await fileActions.newFile(text, nameOf(path)));
  const before = session.text;
  await localHistory.keep({ path, text: before, why: 'restoring' });
  become(session, text);
  workspace.openNotebook(session.path, { pin: true });
  const undo = () => {
    become(session, before);
    workspace.openNotebook(session.path, { pin: true });
  };
  notifications.show({
    text: textOf('history.restored', { name: nameOf(path) }),
    actions: [{ label: textOf('common.undo'), run: () => void Promise.resolve().then(undo).catch(fail) }],
  });
}

/** Remembers that a file of the reader's began as a shipped notebook, or as a copy of one. */
export async function rememberShipped(
  { files, localHistory }: Workspace,
  original: string,
  path: string,
): Promise<void> {
  if (placeOf(original) === 'shipped') {
    const text = await files.read(original);
    if (text !== null) await localHistory.keep({ path, text, why: 'shipped', of: nameOf(original) });
    return;
  }
  const began = (await localHistory.versions(original)).find(({ why }) => why === 'shipped');
  const text = began && (await localHistory.text(began));
  if (began && text) await localHistory.keep({ path, text, why: 'shipped', of: began.of });
}

/** A notebook takes it as one step of its own, which it can take back; cells that stay keep their results. */
function become(session: NotebookSession | KpiSession, text: string): void {
  if (!('dispatch' in session)) return session.write(text);
  const notebook = restored(diff(parse(text).notebook, session.notebook));
  session.dispatch({ kind: 'replace', notebook });
}
