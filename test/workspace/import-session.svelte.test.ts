import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import {
  addUse,
  copyMappings,
  headersOf,
  prepareDatabase,
  serializeMapping,
  serializeMappingFile,
  setWord,
  type InputFile,
  type Mapping,
  type RawTable,
} from '#import';
import { rowsOf } from '#table';
import { ImportSession, type ImportSessionOptions } from '../../src/lib/workspace/ImportSession.svelte.ts';

let opened: Engine | undefined;
beforeAll(async () => {
  opened = await openWasmEngine({ storage: 'memory' });
});
afterAll(() => opened?.close());

function engine(): Engine {
  if (!opened) throw new Error('The engine is open only while tests run');
  return opened;
}

function file(name: string, ...lines: string[]): InputFile {
  const blob = new Blob([`${lines.join('\n')}\n`]);
  return { name, size: blob.size, blob };
}

const odd = file('odd.csv', 'Protocolo;Situação;Canal', 'A1;Aberto;WhatsApp', 'A2;Na gaveta;WhatsApp');
const freshdesk = file(
  'tickets.csv',
  'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time,Agent interactions',
  '1,s,Open,Low,Email,Rui,2025-01-01 10:00:00,,2025-01-01 11:00:00,1',
);
const picture = {
  name: 'p.png',
  size: 8,
  blob: new Blob([new Uint8Array([0x89, 80, 78, 71, 13, 10, 26, 10])]),
};

/** One file of a mapping, or none. */
async function remember(raw: RawTable, mapping: Mapping | null): Promise<void> {
  const said = mapping && serializeMappingFile({ headers: headersOf(raw), mapping });
  await copyMappings(engine(), said === null ? [] : [{ path: 'own/mappings/odd.json', text: said }]);
}

async function begin(files: readonly InputFile[], options: Partial<ImportSessionOptions> = {}) {
  await prepareDatabase(engine());
  const session = new ImportSession(files, {
    engine: Promise.resolve(engine()),
    timeZone: 'UTC',
    settleMs: 0,
    remember,
    onloaded: async () => {},
    ...options,
  });
  await session.start();
  return session;
}

function deciding({ state }: ImportSession) {
  if (state.status !== 'deciding') throw new Error(`The session is ${state.status}`);
  return state.candidates;
}

async function rawTables(): Promise<number> {
  const found = await engine().query(`select 1 from duckdb_tables() where database_name = 'raw'`);
  return rowsOf(found).length;
}

const settled = (session: ImportSession) =>
  vi.waitFor(() => expect(session.unsettled.map(({ raw }) => raw.file.name)).toEqual([]), 5000);

describe('an import', () => {
  test('of a known export can be loaded at once, and nothing of its raw table stays', async () => {
    const session = await begin([freshdesk]);
    expect([deciding(session).length, session.unsettled]).toEqual([1, []]);
    await session.load();
    expect(session.state).toMatchObject({ status: 'done', report: { sources: [{ rowsLoaded: 1 }] } });
    expect(await rawTables()).toBe(0);
  });

  test('of an unknown one waits until its words are settled; undo and redo step through what was chosen', async () => {
    const session = await begin([odd]);
    const [candidate] = deciding(session);
    await vi.waitFor(() =>
      expect(session.reviews.of(candidate!)?.problems.map(({ severity }) => severity)).toContain('error'),
    );
    await session.load();
    expect(session.state.status).toBe('deciding');
    session.change(0, { mapping: setWord(candidate!.mapping, 'status', 'Na gaveta', null) });
    await settled(session);
    session.undo();
    expect([deciding(session)[0], session.canUndo, session.canRedo]).toEqual([candidate, false, true]);
    session.redo();
    await settled(session);
    await session.load();
    expect(session.state.status).toBe('done');
  });

  test('of the same headers is read as the last time, until that is forgotten', async () => {
    const again = file('again.csv', 'Protocolo;Situação;Canal', 'B1;Na gaveta;WhatsApp');
    const session = await begin([again]);
    expect(deciding(session)[0]?.proposal).toMatchObject({
      complete: true,
      why: [{ code: 'import.why.remembered' }],
    });
    await session.forget(0);
    expect(deciding(session)[0]?.proposal.complete).toBe(false);
    await session.close();
    expect(await rawTables()).toBe(0);
  });

  test('leaves out what cannot be read, and says why; a mapping among the files is used where it fits', async () => {
    const reader = await begin([file('other.csv', 'Protocolo;Tema', 'C1;Entrega')]);
    const [candidate] = deciding(reader);
    const mapping = addUse(candidate!.mapping, 'Tema', { table: 'tickets', column: 'site' });
    await reader.close();
    const sent = file('how.json', serializeMapping(mapping));
    const session = await begin([file('other.csv', 'Protocolo;Tema', 'C1;Entrega'), sent, picture]);
    expect(session.leftOut.map(({ file: name }) => name)).toEqual(['p.png']);
    expect(deciding(session).map(({ mapping: used }) => used)).toEqual([mapping]);
    await session.close();
  });

  test('whose files are all unreadable fails with the reason', async () => {
    const session = await begin([picture]);
    expect(session.state.status).toBe('failed');
  });

  test('that is cancelled while it reads leaves nothing behind', async () => {
    const rows = Array.from({ length: 50_000 }, (_, id) => `A${id};Aberto;WhatsApp`);
    const session = new ImportSession([file('long.csv', 'Protocolo;Situação;Canal', ...rows)], {
      engine: Promise.resolve(engine()),
      timeZone: 'UTC',
      onloaded: async () => {},
    });
    const reading = session.start();
    await vi.waitFor(() => expect(session.state).toMatchObject({ status: 'working' }));
    session.cancel();
    await reading;
    expect([session.state.status, await rawTables()]).toEqual(['cancelled', 0]);
  });

  test('that is cancelled before it has asked for room reads nothing', async () => {
    const room = Promise.withResolvers<number>();
    const session = new ImportSession([odd], {
      engine: Promise.resolve(engine()),
      timeZone: 'UTC',
      onloaded: async () => {},
      available: () => room.promise,
    });
    const reading = session.start();
    session.cancel();
    room.resolve(1e12);
    await reading;
    expect([session.state.status, await rawTables()]).toEqual(['cancelled', 0]);
  });

  test('that may not fit asks before it reads', async () => {
    const session = await begin([odd], { available: async () => 10 });
    expect(session.state).toMatchObject({ status: 'warning', room: { short: 'disk' } });
    await session.goOn();
    expect(session.state.status).toBe('deciding');
    await session.close();
  });
});
