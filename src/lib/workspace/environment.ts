import type { Engine } from '#engine';
import type { Text } from '#errors';
import type { ConnectionOptions } from './Connection.svelte.ts';
import type { Summarise } from './Data.svelte.ts';
import type { ShippedNotebooks } from './Files.svelte.ts';
import type { Output } from './Output.svelte.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';
import type { SessionOptions } from './session.ts';
import type { SettingsDefaults } from './Settings.svelte.ts';
import type { Address } from './storage/address.ts';
import type { Channel } from './storage/channel.ts';
import type { Disk } from './storage/disk.ts';
import type { FolderAccess } from './storage/folder-access.ts';
import type { KeyValues } from './storage/key-values.ts';
import type { Records } from './storage/records.ts';
import type { Storage } from './storage/storage.ts';
import type { Windows } from './storage/windows.ts';

/** Where the engine's doings are told. */
export interface EngineLog {
  readonly output: Output;
  /** Something that the reader should know about how the engine was opened. */
  readonly onnotice: (notice: Text) => void;
}

/** Everything outside that the workspace stands on; tests pass their own. */
export interface Environment {
  readonly storage: Storage;
  readonly records: Records;
  readonly keyValues: KeyValues;
  readonly windows: Windows;
  readonly channel: Channel;
  readonly disk: Disk;
  readonly folders: FolderAccess;
  readonly address: Address;
  readonly shipped: ShippedNotebooks;
  readonly defaults: SettingsDefaults;
  readonly mac: boolean;
  readonly prefersDark: () => boolean;
  readonly prefersContrast: () => boolean;
  /** Whether the window has no room for a side bar beside the editor. */
  readonly isNarrow: () => boolean;
  /** Null when another tab holds the data. */
  readonly openEngine: (options: ConnectionOptions, log: EngineLog) => Promise<Engine | null>;
  readonly summarise: Summarise;
  readonly setTimeZone: (engine: Engine, zone: string) => Promise<void>;
  readonly createSession: (options: SessionOptions) => Promise<NotebookSession>;
}
