import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  createBook,
  dropBook,
  kpiTargets,
  prepareDatabase,
  setOwnTargets,
  setWorkspaceZone,
  type KpiTargetSpec,
  type OwnTarget,
} from '#import';
import { readTargets } from '#kpi';
import { rowsOf } from '#table';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepareDatabase(engine);
  return () => engine.close();
});
beforeEach(async () => {
  await engine.exec(`delete from ${engine.database}.base.targets`);
  await setWorkspaceZone(engine, 'UTC');
});

const always: KpiTargetSpec = { member: null, from: null, to: null, value: 0.85 };
const march: KpiTargetSpec = {
  member: 'chat',
  from: '2026-03-01 00:00:00',
  to: '2026-04-01 00:00:00',
  value: 0.9,
};

function csat(...specs: readonly KpiTargetSpec[]): OwnTarget[] {
  return specs.map((spec) => ({ kpi: 'csat', ...spec }));
}

/** As an import leaves it. */
async function bring(kpi: string, value: number): Promise<void> {
  await engine.exec(
    `insert into ${engine.database}.base.targets by name select 'desk' as source_id, '${kpi}' as kpi, '' as member, ${value}::double as value`,
  );
}

describe('targets that are set here', () => {
  test('are kept for their KPI, and stand before those that sources bring', async () => {
    await bring('csat', 0.7);
    await setOwnTargets(engine, [...csat(always, march), { kpi: 'nps', ...always, value: 40 }]);
    expect(await kpiTargets(engine, 'csat')).toEqual([
      { ...march, sourceId: 'workspace' },
      { ...always, sourceId: 'workspace' },
      { member: null, from: null, to: null, value: 0.7, sourceId: 'desk' },
    ]);
  });

  test('are replaced as a whole, and what sources brought stays', async () => {
    await bring('csat', 0.7);
    await setOwnTargets(engine, csat(always, march));
    await setOwnTargets(engine, []);
    expect(await kpiTargets(engine, 'csat')).toEqual([
      { member: null, from: null, to: null, value: 0.7, sourceId: 'desk' },
    ]);
  });

  test('hold for every source, also where a notebook looks at one; of two of the same beginning this is the first', async () => {
    await bring('csat', 0.7);
    await setOwnTargets(engine, csat(always));
    await createBook(engine, 'one', { source: ['desk'] });
    const values = (await readTargets(engine, 'one')).map(({ value }) => value);
    await dropBook(engine, 'one');
    expect(values).toEqual([0.85, 0.7]);
  });

  test('judge values until the end of their last day', async () => {
    await setOwnTargets(engine, csat(march));
    expect(await readTargets(engine, null)).toEqual([{ kpi: 'csat', ...march }]);
  });

  test('stay at their hours of the wall when the zone becomes another', async () => {
    await setOwnTargets(engine, csat(march));
    await setWorkspaceZone(engine, 'America/Sao_Paulo');
    expect(await kpiTargets(engine, 'csat')).toEqual([{ ...march, sourceId: 'workspace' }]);
    const utc = await engine.query(
      `select from_at_utc::varchar as began, to_at_utc::varchar as ended from ${engine.database}.base.targets`,
    );
    expect(rowsOf(utc)).toEqual([{ began: '2026-03-01 03:00:00', ended: '2026-04-01 02:59:59' }]);
  });

  test('are refused without a number, or where they would end before they begin; what there was stays', async () => {
    await setOwnTargets(engine, csat(always));
    const refused = (spec: Partial<KpiTargetSpec>) =>
      setOwnTargets(engine, csat({ ...march, ...spec })).catch((error: unknown) => String(error));
    expect([await refused({ value: NaN }), await refused({ to: '2026-03-01 00:00:00' })]).toEqual([
      expect.stringContaining('import.target.noValue'),
      expect.stringContaining('import.target.span'),
    ]);
    expect(await kpiTargets(engine, 'csat')).toEqual([{ ...always, sourceId: 'workspace' }]);
  });
});
