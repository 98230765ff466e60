import { text } from '#errors';
import type { Workspace } from './Workspace.svelte.ts';

/** Makes the sample shop's export files and brings them to the import, as if they had been dropped. */
export async function openSample(workspace: Pick<Workspace, 'notifications' | 'importFiles'>): Promise<void> {
  const stop = new AbortController();
  const done = workspace.notifications.show({
    text: text('workspace.sampleMaking'),
    actions: [{ label: text('common.cancel'), run: () => stop.abort() }],
  });
  try {
    const { sampleFiles } = await import('#sample');
    workspace.importFiles(await sampleFiles({ signal: stop.signal }), { direct: true });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    done();
  }
}
