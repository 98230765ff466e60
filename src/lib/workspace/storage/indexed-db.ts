import { StorageError } from '#errors';
import type { Records } from './records.ts';

const store = 'records';

/** Records in IndexedDB: the browser keeps them safe even when the page is killed right after. */
export function indexedDbRecords(name = 'deskbook'): Records {
  let opened: Promise<IDBDatabase> | undefined;
  const forget = () => (opened = undefined);

  /** A database that could not be opened, or that the browser has closed, is opened anew by whoever asks next. */
  function database(): Promise<IDBDatabase> {
    opened ??= openDatabase(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  }

  async function transact<T>(
    mode: IDBTransactionMode,
    work: (records: IDBObjectStore) => IDBRequest<T> | null,
  ): Promise<T | undefined> {
    const found = await database();
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown) => reject(new StorageError('workspace.journalFailed', {}, { cause }));
      let transaction: IDBTransaction | null = null;
      try {
        transaction = found.transaction(store, mode, { durability: 'strict' });
        const begun = transaction;
        begun.addEventListener('abort', () => fail(begun.error));
        const request = work(transaction.objectStore(store));
        transaction.addEventListener('complete', () => resolve(request?.result));
        // Not to wait until this page has a moment: other windows wait for the transaction to end.
        transaction.commit();
      } catch (error) {
        fail(error);
        if (transaction) transaction.abort();
        else forget();
      }
    });
  }

  return {
    get: (kind, key) => transact<unknown>('readonly', (records) => records.get([kind, key])),
    all: async (kind) => {
      const range = IDBKeyRange.bound([kind], [kind, []]);
      const [keys = [], values = []] = await Promise.all([
        transact('readonly', (records) => records.getAllKeys(range)),
        transact<unknown[]>('readonly', (records) => records.getAll(range)),
      ]);
      return new Map(keys.map((key, index) => [Array.isArray(key) ? String(key[1]) : '', values[index]]));
    },
    write: async (changes) => {
      await transact('readwrite', (records) => {
        for (const { kind, key, value } of changes) {
          if (value === undefined) records.delete([kind, key]);
          else records.put(value, [kind, key]);
        }
        return null;
      });
    },
  };
}

function openDatabase(name: string, onclose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new StorageError('workspace.journalFailed', {}, { cause }));
    try {
      const request = indexedDB.open(name, 1);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store));
      request.addEventListener('success', () => {
        request.result.addEventListener('close', onclose);
        resolve(request.result);
      });
      request.addEventListener('error', () => fail(request.error));
    } catch (error) {
      fail(error);
    }
  });
}
