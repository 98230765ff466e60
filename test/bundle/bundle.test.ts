import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadBundle, openBundle, writeBundle } from '#bundle';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { baseTables, datasetFingerprint, workspaceZone } from '#import';
import { scanPersonal, type Choices } from '#privacy';
import { quoteRelation } from '#sql';
import { rowsOf } from '#table';
import { measuredValues } from '../kpi/shop-values.ts';
import { shopValues } from '../kpi/pencil.ts';
import { shop } from '../kpi/shop.ts';
import { fill } from '../kpi/world.ts';

let engine: Engine;
let other: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
  other = await openNodeEngine({ threads: 1 });
  await fill(engine, shop);
});
afterAll(() => Promise.all([engine.close(), other.close()]));

const notebooks = [{ name: 'why.md', text: '# Why?\n\n```sql tickets\nselect 1\n```\n' }];

async function written(choices: Choices): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const fields = (await scanPersonal(engine)).map(({ field }) => field);
  const masking = { fields, choices, salt: 'pepper' };
  await writeBundle(engine, (chunk) => chunks.push(chunk), { notebooks, masking });
  return new Blob(chunks);
}

/** Opened and loaded into a database of its own. */
async function loaded(archive: Blob) {
  const bundle = await openBundle(archive);
  if (!bundle) throw new Error('no bundle');
  await other.exec(`drop schema if exists ${quoteRelation(other.database, 'base')} cascade`);
  const reached: number[] = [];
  await loadBundle(other, bundle, { onProgress: (fraction) => reached.push(fraction) });
  return { bundle, reached };
}

/** The archive with one more table in its list. */
async function withTable(archive: Blob, table: { name: string; rows: number }): Promise<Blob> {
  const { 'bundle.json': manifest, ...files } = unzipSync(new Uint8Array(await archive.arrayBuffer()));
  const said = JSON.parse(strFromU8(manifest ?? new Uint8Array()));
  const more = strToU8(JSON.stringify({ ...said, tables: [table, ...said.tables] }));
  return new Blob([new Uint8Array(zipSync({ ...files, 'bundle.json': more }, { level: 0 }))]);
}

async function rows(of: Engine, table: string) {
  return rowsOf(await of.query(`select * from ${quoteRelation(of.database, 'base', table)} order by rowid`));
}

const kept: Choices = Object.fromEntries(
  ['customer', 'agent', 'subject', 'body', 'comment', 'custom_fields', 'tags', 'event_values'].map((id) => [
    id,
    'keep' as const,
  ]),
);

describe('a bundle', () => {
  test('that keeps everything brings every row of every table back as it was', async () => {
    const { bundle } = await loaded(await written(kept));
    expect(bundle.notebooks).toEqual(notebooks);
    for (const { name } of baseTables)
      expect([name, await rows(other, name)]).toEqual([name, await rows(engine, name)]);
    expect(await datasetFingerprint(other)).toBe(bundle.manifest.fingerprint);
    expect(await workspaceZone(other)).toBe(await workspaceZone(engine));
  });

  test('that hides who people are gives the same values', async () => {
    await loaded(await written({}));
    expect(await measuredValues(other)).toEqual(shopValues);
  });

  test('that names a table which is not known here is read to its end without it', async () => {
    const { bundle, reached } = await loaded(
      await withTable(await written(kept), { name: 'moods', rows: 999 }),
    );
    const counts = await Promise.all(baseTables.map(async ({ name }) => (await rows(other, name)).length));
    expect([bundle.rows, reached.at(-1)]).toEqual([counts.reduce((sum, count) => sum + count, 0), 1]);
  });
});
