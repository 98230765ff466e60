/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';

/**
 * Keeps the whole program at hand, so that it opens with no network. A new version is fetched beside the old one
 * and takes over when the last tab of the old one has closed, or when the reader of the only one asks for it: never under
 * the user's hands.
 */
const cacheName = `deskbook-${version}`;
const own = new Set([...build, ...files, ...prerendered]);

function isWorkerScope(scope: unknown): scope is ServiceWorkerGlobalScope {
  return typeof scope === 'object' && scope !== null && 'skipWaiting' in scope;
}

const worker: unknown = self;
if (isWorkerScope(worker)) {
  worker.addEventListener('install', (event) => event.waitUntil(fill()));
  worker.addEventListener('activate', (event) => event.waitUntil(dropOldCaches()));
  worker.addEventListener('message', (event) => event.waitUntil(takeOver(worker, event)));
  worker.addEventListener('fetch', (event) => {
    const path = pathOf(event.request, worker.location.origin);
    if (path !== undefined) event.respondWith(answer(event.request, path));
  });
}

/** Asked to replace the old version: not while another tab still needs its files, which is answered with their number. */
async function takeOver(
  scope: ServiceWorkerGlobalScope,
  { data, ports }: ExtendableMessageEvent,
): Promise<void> {
  if (data !== 'takeOver') return;
  const tabs = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  ports[0]?.postMessage(tabs.length - 1);
  if (tabs.length <= 1) await scope.skipWaiting();
}

async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([...own]);
}

async function dropOldCaches(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('deskbook-') && name !== cacheName)
      .map((name) => caches.delete(name)),
  );
}

/** The path of one of our own files that the request asks for; undefined for anything else. */
function pathOf(request: Request, origin: string): string | undefined {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return undefined;
  const path = url.pathname === base ? `${base}/` : url.pathname;
  return own.has(path) ? path : undefined;
}

async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(request);
}
