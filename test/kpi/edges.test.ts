import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { canonicalTables } from '#import';
import { catalogue, kpiProfile, measure, type Measurement } from '#kpi';
import { variantsOf } from './every-sql.ts';
import { fill, type World } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** Every variant of every KPI, with what it says. */
async function everyVariant(world: World): Promise<(readonly [string, Measurement])[]> {
  await fill(engine, world);
  const profile = await kpiProfile(engine);
  const said: (readonly [string, Measurement])[] = [];
  for (const kpi of catalogue)
    for (const variant of variantsOf(kpi))
      said.push([
        `${kpi.id} ${variant}`.trim(),
        await measure(engine, null, kpi, { variant, period: null, asOf: '2026-04-01 00:00:00', profile }),
      ]);
  return said;
}

const values: Readonly<Record<string, string>> = { VARCHAR: "'1'", INTEGER: '1', BIGINT: '1' };

/** One row in every table, of which nothing is known but its ids. */
function oneEmptyRow(): World {
  const tables = canonicalTables.filter(({ key }) => key.length > 0);
  return Object.fromEntries(
    tables.map(({ name, columns, key }) => {
      const ids = columns.filter((column) => key.includes(column.name));
      const written = ids.map(({ type }) => values[type] ?? "'2026-03-01'");
      return [
        name,
        { columns: ids.map((column) => column.name).join(', '), values: `(${written.join(', ')})` },
      ];
    }),
  );
}

describe('every variant of every KPI', () => {
  test('without rows says which table it needs', async () => {
    const odd = (await everyVariant({})).filter(
      ([, { status, value, reason }]) =>
        status !== 'not_computable' || value !== null || reason?.code !== 'kpi.needs.data',
    );
    expect(odd.map(([name]) => name)).toEqual([]);
  });

  test('of rows of which nothing is known has no value, but for what counts rows', async () => {
    const said = await everyVariant(oneEmptyRow());
    const valued = said.flatMap(([name, { value, n }]) =>
      value === null ? [] : [`${name}: ${value} of ${n}`],
    );
    expect(valued).toEqual(['tickets_created every_ticket+computed: 1 of 1']);
    expect(
      said.filter(([, { value, reason, status }]) => value === null && reason === null && status !== 'ok'),
    ).toEqual([]);
  });
});
