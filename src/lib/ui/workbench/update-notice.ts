import { text } from '#errors';
import type { Workspace } from '#workspace';

/** Tells of a new version of the program once it is at hand; it takes over when the reader says so. Returns what ends the watch. */
export function watchUpdates(workspace: Workspace): () => void {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return () => undefined;
  const watch = new AbortController();
  const { signal } = watch;

  function told(registration: ServiceWorkerRegistration): void {
    const { waiting } = registration;
    // The first version of all replaces none.
    if (!waiting || !serviceWorker.controller) return;
    workspace.notifications.show({
      text: text('update.ready'),
      severity: 'warning',
      actions: [{ label: text('update.reload'), run: () => void replace(waiting).catch(workspace.fail) }],
    });
  }

  /** What was typed is kept first; the page is loaded anew when the new version has taken over. */
  async function replace(waiting: ServiceWorker): Promise<void> {
    await workspace.flush();
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true, signal });
    const others = await asked(waiting);
    if (others > 0)
      workspace.notifications.show({ text: text('update.others', { count: others }), severity: 'warning' });
  }

  void serviceWorker.ready.then((registration) => {
    if (signal.aborted) return;
    told(registration);
    registration.addEventListener(
      'updatefound',
      () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => told(registration), { signal });
      },
      { signal },
    );
    document.addEventListener('visibilitychange', () => void look(registration), { signal });
  });
  return () => watch.abort();
}

/** Whoever comes back to the page after an hour or more gets to know of what is new. */
const between = 3_600_000;
let looked = Date.now();

async function look(registration: ServiceWorkerRegistration): Promise<void> {
  if (document.visibilityState !== 'visible' || Date.now() - looked < between) return;
  looked = Date.now();
  // With the network off there is nothing new.
  await registration.update().catch(() => undefined);
}

/** How many other tabs hold the new version up. */
function asked(waiting: ServiceWorker): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(Number(data));
    waiting.postMessage('takeOver', [port2]);
  });
}
