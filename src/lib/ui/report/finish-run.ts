import { text } from '#errors';
import type { Notebook } from '#notebook';
import type { FinishedRun, Progress } from '#report';
import type { NotebookSession, Workspace } from '#workspace';

/** Runs what has no current result, one cell after the other, and hands over all that was found. */
export async function finishRun(
  workspace: Workspace,
  session: NotebookSession,
  { signal, onProgress }: Progress = {},
): Promise<FinishedRun> {
  const { isSettled } = await import('#report');
  const isDue = (id: string): boolean => {
    const { state, isStale } = session.runs.snapshot(id);
    return isStale || !isSettled(state);
  };
  const stop = () => session.stop();
  signal?.addEventListener('abort', stop);
  try {
    for (const [index, id] of session.cellIds.entries()) {
      if (isDue(id)) await session.runs.run([id]);
      signal?.throwIfAborted();
      if (isDue(id) && session.stateOf(id).status !== 'failed') throw stopped();
      onProgress?.((index + 1) / session.cellIds.length);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  return finishedOf(workspace, session);
}

/** What was found by the cells of a notebook, or by those of them that are asked for; all of these have been run. */
export async function finishedOf(
  workspace: Workspace,
  session: NotebookSession,
  notebook: Notebook = session.notebook,
): Promise<FinishedRun> {
  const { basisOf, collectResults } = await import('#report');
  const { data, kpis, locale, ready, settings } = workspace;
  const { period, runs } = session;
  const sources = data.sources.map(({ file, vendor, rows, rejected }) => ({
    file,
    vendor,
    rowsRead: null,
    rowsLoaded: rows,
    rowsRejected: rejected,
  }));
  const asOf = notebook.meta.asOf ?? data.asOf;
  return {
    notebook: session.notebook,
    results: await collectResults(notebook, { stateOf: (id) => session.stateOf(id), kpis }),
    scope: notebook.meta.filters,
    basis: await basisOf(await ready, { sources, asOf, now: Date.now() }),
    weekStart: settings.weekStart,
    locale,
    kpis,
    period,
    measure: (cell, output) => runs.measureCell(cell, output),
    readPage: (relation, request) => runs.page(relation, request),
  };
}

/** Somebody pressed Stop while it ran: nothing is made of half a run. */
function stopped(): DOMException {
  return new DOMException(text('common.cancel').code, 'AbortError');
}
