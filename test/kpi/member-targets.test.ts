import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { findKpi, judgedMember, memberTargets, readTargets, type Kpi } from '#kpi';
import type { Period } from '#time';
import { fill } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

const march: Period = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };

/** What members with a value are judged by: target, met, attainment; null for none. */
async function judged(
  id: string,
  by: string,
  members: Readonly<Record<string, number | null>>,
  { period = march, asOf = '2026-03-31 20:00:00' } = {},
) {
  const { definition, ...rest } = kpi(id);
  const targets = memberTargets(await readTargets(engine, null), {
    kpi: { definition, ...rest },
    definition,
    by,
    period,
    asOf,
  });
  return Object.entries(members).map(([member, value]) => {
    const found = targets && judgedMember(targets, member === 'nobody' ? null : member, value);
    return found && [found.value, found.met, found.attainment];
  });
}

describe('the targets of a breakdown', () => {
  beforeAll(() =>
    fill(engine, {
      agents: { columns: 'agent_id, name', values: `('a7', 'Ana Lima'), ('a8', null)` },
      targets: {
        columns: 'kpi, member, from_at, to_at, value',
        values: `('csat', null, null, null, 0.9), ('csat', 'Email ', null, null, 0.8),
          ('csat', 'chat', '2026-05-01', null, 0.5), ('csat', 'a7', null, null, 0.95),
          ('tickets_resolved', '', '2026-03-01', '2026-03-31', 300),
          ('tickets_resolved', 'a7', '2026-03-01', '2026-03-31', 40), ('tickets_resolved', 'a8', '2026-03-01', '2026-03-31', 10),
          ('first_response_time', 'chat', null, null, 60)`,
      },
    }),
  );

  test('are each member’s own, and for a rate the general one where it has none in force', async () => {
    expect(await judged('csat', 'channel', { email: 0.84, chat: 0.72, phone: null, nobody: 0.5 })).toEqual([
      [0.8, true, 0.84 / 0.8],
      [0.9, false, 0.72 / 0.9],
      [0.9, null, null],
      null,
    ]);
  });

  test('are never the general one for a count: 300 for all is not 300 for each', async () => {
    expect(await judged('tickets_resolved', 'agent', { 'Ana Lima': 50, a8: 8, Rui: 100 })).toEqual([
      [40, true, 1.25],
      [10, false, 0.8],
      null,
    ]);
  });

  test('are found by an agent’s id as by the name', async () => {
    expect(await judged('csat', 'agent', { 'ana lima': 0.95, Rui: 0.95 })).toEqual([
      [0.95, true, 1],
      [0.9, true, 0.95 / 0.9],
    ]);
  });

  test('of a duration are met from above; without a general one the others have none', async () => {
    expect(await judged('first_response_time', 'channel', { chat: 80, email: 20 })).toEqual([
      [60, false, 0.75],
      null,
    ]);
  });

  test('of a count are told so far while their span lasts', async () => {
    expect(
      await judged('tickets_resolved', 'agent', { 'Ana Lima': 30, a8: 12 }, { asOf: '2026-03-12 08:00:00' }),
    ).toEqual([
      [40, null, 0.75],
      [10, true, 1.2],
    ]);
  });

  test('are none by what nobody has a target for', async () => {
    expect([
      await judged('tickets_resolved', 'channel', { email: 3 }),
      await judged('csat', 'type', { bug: 0.3 }),
      await judged('nps', 'channel', { email: 3 }),
    ]).toEqual([[null], [null], [null]]);
  });
});
