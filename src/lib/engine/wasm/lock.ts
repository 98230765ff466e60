import { EngineBusyError, EngineError } from '../errors.ts';

/** The right to have the database open, until it is released. */
export interface TabLock {
  release(): void;
}

export interface TabLockOptions {
  readonly name: string;
  readonly takeOver: boolean;
  /** Another tab asks for the database: close it, then the lock is released. */
  readonly onAsked: () => Promise<void>;
}

const takeOverTimeout = 10_000;
const request = 'release';

/**
 * One tab at a time, by a Web Lock: the browser frees it when the tab goes, however it goes. A take-over asks the
 * holder to close and waits. The lock is never stolen: the holder's worker would keep the file, and two engines on
 * one file would corrupt it.
 */
export async function lockForTab({ name, takeOver, onAsked }: TabLockOptions): Promise<TabLock> {
  const channel = new BroadcastChannel(name);
  try {
    if (takeOver) channel.postMessage(request);
    const release = await acquire(name, takeOver);
    channel.addEventListener('message', ({ data }) => {
      if (data === request) void onAsked();
    });
    return {
      release() {
        channel.close();
        release();
      },
    };
  } catch (error) {
    channel.close();
    throw error;
  }
}

/** Resolves with what releases the lock once it is held. */
function acquire(name: string, wait: boolean): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const options = wait ? { signal: AbortSignal.timeout(takeOverTimeout) } : { ifAvailable: true };
    navigator.locks
      .request(name, options, (lock) => {
        if (lock === null) throw new EngineBusyError();
        return new Promise<void>((release) => resolve(release));
      })
      .catch((cause: unknown) => {
        reject(wait ? new EngineError('engine.takeOverFailed', {}, { cause }) : cause);
      });
  });
}
