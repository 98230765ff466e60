import { NotebookSession } from '../../src/lib/workspace/NotebookSession.svelte.ts';
import { noData } from '../../src/lib/workspace/Data.svelte.ts';
import type { Environment } from '../../src/lib/workspace/environment.ts';
import { noAddress } from '../../src/lib/workspace/storage/address.ts';
import { voidChannel } from '../../src/lib/workspace/storage/channel.ts';
import { noFolders } from '../../src/lib/workspace/storage/folder-access.ts';
import { memoryKeyValues } from '../../src/lib/workspace/storage/key-values.ts';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { memoryWindows } from '../../src/lib/workspace/storage/windows.ts';
import { Workspace } from '../../src/lib/workspace/Workspace.svelte.ts';

/** A workspace in memory, whose data another tab holds; any of its surroundings can be given. */
export function blankWorkspace(surroundings: Partial<Environment> = {}): Workspace {
  return new Workspace({
    storage: memoryStorage(),
    records: memoryRecords(),
    keyValues: memoryKeyValues(),
    windows: memoryWindows('one', () => ['one']),
    channel: voidChannel,
    address: noAddress,
    disk: { pick: async () => [], save: async () => true },
    folders: noFolders,
    shipped: { en: { 'ready.md': '# Ready\n' }, 'pt-BR': { 'ready.md': '# Pronto\n' } },
    defaults: { languages: ['en'], timeZone: 'UTC' },
    mac: false,
    prefersDark: () => true,
    prefersContrast: () => false,
    isNarrow: () => false,
    openEngine: async () => null,
    summarise: async () => noData,
    setTimeZone: async () => {},
    createSession: async (options) => new NotebookSession(options),
    ...surroundings,
  });
}
