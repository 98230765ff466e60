import { afterEach, describe, expect, test } from 'vitest';
import { EngineBusyError, QueryError, type Engine } from '#engine';
import { openWasmEngine, type WasmEngineOptions } from '#engine/wasm';
import { rowsOf, tableFrom } from '#table';
import { engineContract } from './contract.ts';

describe('DuckDB-Wasm in memory', () => {
  engineContract(() => openWasmEngine({ storage: 'memory' }));
});

describe('DuckDB-Wasm on the browser’s own file system', () => {
  engineContract(async () => {
    await forget('contract');
    return openWasmEngine({ storage: 'opfs', name: 'contract' });
  });
});

describe('the browser’s door', () => {
  const opened: Engine[] = [];
  const open = async (options: Partial<WasmEngineOptions> = {}): ReturnType<typeof openWasmEngine> => {
    const engine = await openWasmEngine({ storage: 'opfs', name: 'door', ...options });
    opened.push(engine);
    return engine;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((engine) => engine.close()));
    await forget('door');
  });

  test('what was written is there after closing and opening again', async () => {
    const first = await open();
    await first.exec('create table kept (n int)');
    await first.insert('kept', [tableFrom([{ name: 'n', type: 'INTEGER', values: [7, null] }])]);
    await first.close();
    const second = await open();
    expect([second.database, second.storage, second.notice, rowsOf(await second.query('from kept'))]).toEqual(
      ['door', 'opfs', null, [{ n: 7 }, { n: null }]],
    );
  });

  test('a killed worker loses nothing that was committed', async () => {
    const worker = nextWorker();
    const first = await open();
    await first.exec('create table kept as select range as n from range(100000)');
    await first.exec('insert into kept values (-1)');
    (await worker).terminate();
    const second = await open({ takeOver: true });
    expect(rowsOf(await second.query('select count(*)::int as n, min(n)::int as low from kept'))).toEqual([
      { n: 100001, low: -1 },
    ]);
  });

  test('what each of several lives wrote is there in the next, however the one before it ended', async () => {
    for (let life = 0; life < 4; life++) {
      const worker = nextWorker();
      const engine = await open({ takeOver: true });
      await engine.exec('create table if not exists lives (life int)');
      await engine.exec(`insert into lives values (${life})`);
      const kept = rowsOf(await engine.query('from lives order by life')).map((row) => row['life']);
      expect(kept).toEqual(Array.from({ length: life + 1 }, (_, index) => index));
      if (life % 2 === 0) (await worker).terminate();
      else await engine.close();
    }
  });

  test('a second one says that the database is in use', async () => {
    await open();
    await expect(open()).rejects.toBeInstanceOf(EngineBusyError);
    const copy = await open({ storage: 'memory' });
    expect([copy.storage, rowsOf(await copy.query('select 1 as one'))]).toEqual(['memory', [{ one: 1 }]]);
  });

  test('a second one takes over: the first is told, even while it works', async () => {
    const told = Promise.withResolvers<string>();
    const first = await open({ onTakenOver: () => told.resolve('told') });
    await first.exec('create table kept as select 7 as n');
    const busy = first
      .query('select count(*) from range(1000000) a, range(1000000) b where a.range + b.range = 7')
      .catch((error: unknown) => error);
    const second = await open({ takeOver: true });
    expect([await told.promise, await busy, rowsOf(await second.query('from kept'))]).toMatchObject([
      'told',
      { text: { code: 'engine.takenOver' } },
      [{ n: 7 }],
    ]);
    await expect(first.query('select 1')).rejects.toMatchObject({ text: { code: 'engine.takenOver' } });
  });

  test('a cartesian product that does not stop is ended with its worker; data and files are still there', async () => {
    let restarts = 0;
    const engine = await open({ patience: 500, onRestarted: () => restarts++ });
    await engine.exec('create table kept as select 7 as n');
    const file = await engine.register(new Blob(['a\n1\n']), 'a.csv');
    await engine.lock();
    const sql = 'select count(*) from range(1000000) a, range(1000000) b where a.range + b.range = 7';
    // What is stopped before its product has begun stops by itself: then it is given more time.
    for (let wait = 200; restarts === 0; wait *= 2) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), wait);
      const stopped = engine.query(sql, { signal: controller.signal }).catch((error: unknown) => error);
      const next = engine.query(`select n, a::int as a from kept, read_csv('${file.path}')`);
      expect([await stopped, rowsOf(await next)]).toMatchObject([
        { kind: 'interrupted', sql },
        [{ n: 7, a: 1 }],
      ]);
    }
    expect(restarts).toBe(1);
    await expect(engine.exec('set threads = 1')).rejects.toMatchObject({ kind: 'other' });
  });

  test('without storage it opens in memory and says so', async () => {
    const getDirectory = navigator.storage.getDirectory;
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('private', 'SecurityError'));
    try {
      const engine = await open();
      expect([engine.storage, engine.notice?.code, rowsOf(await engine.query('select 1 as one'))]).toEqual([
        'memory',
        'engine.memoryOnly',
        [{ one: 1 }],
      ]);
    } finally {
      navigator.storage.getDirectory = getDirectory;
    }
  });

  test('there is no disk behind it, and nothing is fetched', async () => {
    const engine = await open({ storage: 'memory' });
    await engine.lock();
    const read = await engine.query("select content from read_text('/etc/hostname')").then(rowsOf, () => []);
    expect(read.filter((row) => row['content'] !== '')).toEqual([]);
    await expect(engine.query('load spatial')).rejects.toBeInstanceOf(QueryError);
    await expect(engine.query("select json_extract('{}', '$')")).rejects.toMatchObject({ kind: 'catalog' });
  });

  test('a file is read whole however much memory is in use', { timeout: 180_000 }, async ({ skip }) => {
    const memory: unknown = Reflect.get(navigator, 'deviceMemory');
    skip(typeof memory === 'number' && memory < 8, 'needs 3 GB of memory');
    const engine = await open({ storage: 'memory' });
    const file = await engine.register(new Blob(['text,n\n' + 'x,42\n'.repeat(1000)]), 'a.csv');
    const read: unknown[] = [];
    for (let part = 0; part < 11; part++) {
      await engine.exec(
        `create table part_${part} as select hash(range) as a, range as b from range(12500000)`,
      );
      const table = await engine.query(
        `select sum(n)::int as s from read_csv('${file.path}', header = true, columns = {text: 'varchar', n: 'int'})`,
      );
      read.push(table.columns[0]?.at(0));
    }
    const [used] = rowsOf(
      await engine.query('select sum(memory_usage_bytes)::double as bytes from duckdb_memory()'),
    );
    expect(used?.['bytes']).toBeGreaterThan(2.2e9);
    expect(read).toEqual(Array.from({ length: 11 }, () => 42000));
  });

  test('a path on the disk is refused with a reason', async () => {
    const engine = await open({ storage: 'memory' });
    await expect(engine.register({ path: '/etc/hostname' }, 'x')).rejects.toMatchObject({
      text: { code: 'engine.noHostFiles' },
    });
  });
});

/** Removes a database; the worker that had it may hold it a moment longer. */
async function forget(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for (const file of [`${name}.db`, `${name}.db.wal`]) {
    for (let attempt = 0; attempt < 40; attempt++) {
      const gone = await root.removeEntry(file).then(
        () => true,
        (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError',
      );
      if (gone) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The next worker that anyone starts. */
function nextWorker(): Promise<Worker> {
  const { promise, resolve } = Promise.withResolvers<Worker>();
  const Original = globalThis.Worker;
  globalThis.Worker = class extends Original {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      globalThis.Worker = Original;
      resolve(this);
    }
  };
  return promise;
}
