import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  createBook,
  dropBook,
  markedEvents,
  prepareDatabase,
  setMarkedEvents,
  setWorkspaceZone,
  type EventSpec,
} from '#import';
import { rowsOf } from '#table';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepareDatabase(engine);
  return () => engine.close();
});
beforeEach(async () => {
  await engine.exec(`delete from ${engine.database}.base.annotations`);
  await setWorkspaceZone(engine, 'UTC');
});

const release: EventSpec = {
  label: 'Release 4.2',
  kind: 'release',
  from: '2026-04-13 00:00:00',
  to: null,
};
const outage: EventSpec = {
  label: 'Payments down',
  kind: 'outage',
  from: '2026-04-02 00:00:00',
  to: '2026-04-04 00:00:00',
};

/** As an import leaves it. */
async function bring(label: string): Promise<void> {
  await engine.exec(
    `insert into ${engine.database}.base.annotations by name select 'desk' as source_id, '${label}' as label, timestamp '2026-04-05 12:30:00' as "at"`,
  );
}

describe('events that are marked here', () => {
  test('are kept by their days, the earliest first, beside those that sources bring', async () => {
    await bring('Sale');
    await setMarkedEvents(engine, [release, outage]);
    expect(await markedEvents(engine)).toEqual([
      { ...outage, sourceId: 'workspace' },
      { label: 'Sale', kind: null, from: '2026-04-05 12:30:00', to: null, sourceId: 'desk' },
      { ...release, sourceId: 'workspace' },
    ]);
  });

  test('are replaced as a whole, and what sources brought stays', async () => {
    await bring('Sale');
    await setMarkedEvents(engine, [release]);
    await setMarkedEvents(engine, []);
    expect((await markedEvents(engine)).map(({ label }) => label)).toEqual(['Sale']);
  });

  test('need a name, a day, and an end after their beginning', async () => {
    const codes = [
      { ...release, label: ' ' },
      { ...release, from: '' },
      { ...outage, to: outage.from },
    ].map((spec) => setMarkedEvents(engine, [spec]).catch((error: unknown) => String(error)));
    expect(await Promise.all(codes)).toEqual([
      expect.stringContaining('import.event.noName'),
      expect.stringContaining('import.event.noDay'),
      expect.stringContaining('import.event.span'),
    ]);
  });

  test('stay on their days when the zone becomes another, and their instants follow', async () => {
    await setMarkedEvents(engine, [outage]);
    await setWorkspaceZone(engine, 'America/Sao_Paulo');
    expect(await markedEvents(engine)).toEqual([{ ...outage, sourceId: 'workspace' }]);
    const rows = await engine.query(
      `select at_utc::varchar as "at", to_at_utc::varchar as "to" from annotations`,
    );
    expect(rowsOf(rows)).toEqual([{ at: '2026-04-02 03:00:00', to: '2026-04-04 02:59:59' }]);
  });

  test('that end within a day end at the same second after every change of zone', async () => {
    const short = { ...outage, to: '2026-04-02 14:30:00' };
    await setMarkedEvents(engine, [short]);
    await setWorkspaceZone(engine, 'America/Sao_Paulo');
    await setWorkspaceZone(engine, 'Asia/Tokyo');
    expect(await markedEvents(engine)).toEqual([{ ...short, sourceId: 'workspace' }]);
  });

  test('are seen in a notebook that shows one source alone', async () => {
    await bring('Sale');
    await setMarkedEvents(engine, [release]);
    await createBook(engine, 'narrow', { source: ['elsewhere'] });
    const seen = await markedEvents(engine, { book: 'narrow' });
    await dropBook(engine, 'narrow');
    expect(seen.map(({ label }) => label)).toEqual(['Release 4.2']);
  });
});
