import { MediaQuery } from 'svelte/reactivity';
import { openEngine, summarise } from './engine-connection.ts';
import type { Environment } from './environment.ts';
import { shippedNotebooks } from './shipped.ts';
import { browserAddress } from './storage/address.ts';
import { browserChannel } from './storage/channel.ts';
import { browserDisk } from './storage/disk.ts';
import { browserFolders } from './storage/folder-access.ts';
import { indexedDbRecords } from './storage/indexed-db.ts';
import { browserKeyValues } from './storage/key-values.ts';
import { memoryStorage } from './storage/memory.ts';
import { hasOpfs, opfsStorage } from './storage/opfs.ts';
import { browserWindows } from './storage/windows.ts';

/** The workspace's surroundings in a page. */
export function browserEnvironment(): Environment {
  const dark = new MediaQuery('(prefers-color-scheme: dark)');
  const contrast = new MediaQuery('(prefers-contrast: more)');
  const narrow = new MediaQuery('(max-width: 640px)');
  return {
    storage: hasOpfs() ? opfsStorage() : memoryStorage(),
    records: indexedDbRecords(),
    keyValues: browserKeyValues(),
    windows: browserWindows(),
    channel: browserChannel(),
    disk: browserDisk(),
    folders: browserFolders(),
    address: browserAddress(),
    shipped: shippedNotebooks,
    defaults: {
      languages: navigator.languages,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      isNarrow: narrow.current,
    },
    mac: navigator.platform.startsWith('Mac'),
    prefersDark: () => dark.current,
    prefersContrast: () => contrast.current,
    isNarrow: () => narrow.current,
    openEngine,
    summarise,
    setTimeZone: async (engine, zone) => {
      const { setWorkspaceZone } = await import('#import');
      await setWorkspaceZone(engine, zone);
    },
    createSession: async (options) => {
      const { NotebookSession } = await import('./NotebookSession.svelte.ts');
      return new NotebookSession(options);
    },
  };
}
