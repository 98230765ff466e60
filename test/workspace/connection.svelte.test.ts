import { describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { tableFrom } from '#table';
import { Connection, type ConnectionOptions } from '../../src/lib/workspace/Connection.svelte.ts';

/** An engine that only knows whether it is open. */
function idleEngine(storage: 'opfs' | 'memory') {
  const engine = {
    database: 'main',
    storage,
    closed: false,
    query: async () => tableFrom([]),
    exec: async () => {},
    check: async () => null,
    insert: async () => 0,
    register: async () => ({ path: '', release: async () => {} }),
    lock: async () => {},
    close: async () => {
      engine.closed = true;
    },
  };
  return engine satisfies Engine;
}

/** A door that another tab may hold. */
function door(held: boolean) {
  const opened: ReturnType<typeof idleEngine>[] = [];
  let lost: (() => void) | null = null;
  const open = async ({ storage, takeOver, onlost }: ConnectionOptions) => {
    if (held && storage === 'opfs' && !takeOver) return null;
    lost = onlost;
    const engine = idleEngine(storage);
    opened.push(engine);
    return engine;
  };
  return { open, opened, lose: () => lost?.() };
}

describe('the connection to the engine', () => {
  test('everyone waits for one promise', async () => {
    const { open, opened } = door(false);
    const connection = new Connection(open);
    const waiting = [connection.ready, connection.ready];
    await connection.start();
    expect(await Promise.all(waiting)).toEqual([opened[0], opened[0]]);
    expect(connection.state).toMatchObject({ status: 'ready', engine: opened[0] });
  });

  test('while another tab holds the data the question is open, and so is the promise', async () => {
    const { open, opened } = door(true);
    const connection = new Connection(open);
    await connection.start();
    expect(connection.state).toEqual({ status: 'busy' });
    const { ready } = connection;
    await connection.takeOver();
    expect(await ready).toBe(opened[0]);
  });

  test('or one works in memory meanwhile', async () => {
    const { open } = door(true);
    const connection = new Connection(open);
    await connection.start();
    await connection.useMemory();
    expect((await connection.ready).storage).toBe('memory');
  });

  test('a tab whose data another one took says so, and waits anew', async () => {
    const { open, opened, lose } = door(false);
    const connection = new Connection(open);
    await connection.start();
    lose();
    expect([connection.state.status, connection.engine]).toEqual(['busy', null]);
    const { ready } = connection;
    await connection.takeOver();
    expect(await ready).toBe(opened[1]);
  });

  test('a restart closes the engine, and hands out the next one only', async () => {
    const { open, opened } = door(false);
    const connection = new Connection(open);
    await connection.start();
    const restarted = connection.restart();
    const { ready } = connection;
    await restarted;
    expect(await ready).toBe(opened[1]);
    expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
  });

  test('a failure is a state with its error, and can be tried again', async () => {
    let broken = true;
    const failure = new Error('no room');
    const connection = new Connection(async () => {
      if (broken) throw failure;
      return idleEngine('opfs');
    });
    const { ready } = connection;
    await connection.start();
    expect(connection.state).toEqual({ status: 'failed', error: failure });
    await expect(ready).rejects.toBe(failure);
    broken = false;
    await connection.restart();
    expect(connection.state.status).toBe('ready');
  });
});
