import type { InputFile, Mapping } from '#import';
import type { ImportSessionOptions } from './ImportSession.svelte.ts';
import { availableSpace } from './room.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** Opens an import on files, in a tab of its own or in that of one that came to nothing. */
export function openImport(workspace: Workspace, files: readonly InputFile[], direct: boolean): void {
  open(workspace, files, { direct });
}

/** A file of a source, and how it was read. */
export interface FileOfSource {
  readonly source: string;
  readonly file: InputFile;
  readonly mapping: Mapping;
}

/** Opens an import that reads a file of a source in another way. */
export function openAgain(workspace: Workspace, { source, file, mapping }: FileOfSource): void {
  open(workspace, [file], { again: { into: source, mapping } });
}

function open(
  workspace: Workspace,
  files: readonly InputFile[],
  how: Pick<ImportSessionOptions, 'direct' | 'again'>,
): void {
  const { imports, tabs, ready, settings } = workspace;
  const id = imports.begin(files, {
    ...how,
    engine: ready,
    timeZone: settings.timeZone,
    available: availableSpace,
    // The rows are loaded, whatever becomes of the file.
    remember: (raw, mapping) => workspace.conventions.mappings.remember(raw, mapping).catch(workspace.fail),
    onloaded: () => workspace.refreshData(),
  });
  const ended = endedImport(workspace);
  if (ended) imports.release(ended.content.id);
  if (ended) tabs.replace(ended.id, { kind: 'import', id });
  else tabs.open({ kind: 'import', id }, { pin: true });
}

/** The import in front that came to nothing: the next one takes its tab. */
function endedImport({
  tabs,
  imports,
}: Workspace): { readonly id: string; readonly content: { readonly id: string } } | null {
  const { active } = tabs;
  if (active?.content.kind !== 'import') return null;
  const { content, id } = active;
  const status = imports.find(content.id)?.state.status;
  return status === 'failed' || status === 'cancelled' ? { id, content } : null;
}
