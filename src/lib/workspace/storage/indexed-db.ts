import { StorageError } from '#errors';
import type { Records } from './records.ts';

const store = 'records';

/** Records in IndexedDB: the browser keeps them safe even when the page is killed right after. */
export function indexedDbRecords(name = 'deskbook'): Records {
  let opened: Promise<IDBDatabase> | undefined;
  const database = () => (opened ??= openDatabase(name));

  async function transact<T>(
    mode: IDBTransactionMode,
    work: (records: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const transaction = (await database()).transaction(store, mode);
    const request = work(transaction.objectStore(store));
    return new Promise((resolve, reject) => {
      const fail = () =>
        reject(new StorageError('workspace.journalFailed', {}, { cause: transaction.error }));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', fail);
      transaction.addEventListener('error', fail);
    });
  }

  return {
    get: (kind, key) => transact<unknown>('readonly', (records) => records.get([kind, key])),
    all: async (kind) => {
      const range = IDBKeyRange.bound([kind], [kind, []]);
      const [keys, values] = await Promise.all([
        transact('readonly', (records) => records.getAllKeys(range)),
        transact<unknown[]>('readonly', (records) => records.getAll(range)),
      ]);
      return new Map(keys.map((key, index) => [Array.isArray(key) ? String(key[1]) : '', values[index]]));
    },
    put: async (kind, key, value) =>
      void (await transact('readwrite', (records) => records.put(value, [kind, key]))),
    remove: (kind, key) => transact('readwrite', (records) => records.delete([kind, key])),
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store));
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(new StorageError('workspace.journalFailed', {}, { cause: request.error })),
    );
  });
}
