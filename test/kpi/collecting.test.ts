import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { findKpi, measure } from '#kpi';
import type { Period } from '#time';
import { asOf, from } from './asked.ts';
import { fill, type World } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** Of twenty answers the eighteenth, nine in ten, came two days after its survey; one survey was never answered. */
const delays: readonly number[] = [...Array.from({ length: 17 }, () => 1), 48, 120, 120];

function answers(hours: readonly number[], { basis = 'rated', sent = '2026-03-01' } = {}): World {
  const values = hours.map(
    (each, index) =>
      `('${index}', '${index}', 'csat', ${sent === '' ? 'null' : `'${sent}'`}, timestamp '2026-03-01' + interval ${each} hour, '${basis}', '1-5', 5, 'positive', true)`,
  );
  return {
    ratings: {
      columns:
        'rating_id, ticket_id, kind, sent_at, rated_at, rated_at_basis, scale, score, bucket, is_latest',
      values: [...values, `('none', null, 'csat', '2026-03-01', null, null, null, null, null, false)`].join(
        ', ',
      ),
    },
    tickets: {
      columns: 'ticket_id, last_solved_at',
      values: hours.map((_, index) => `('${index}', '2026-03-01')`).join(', '),
    },
  };
}

interface Asking {
  readonly id?: string;
  readonly period?: Period | null;
  readonly now?: string | null;
}

async function notes(world: World, { id = 'csat', period = null, now = asOf }: Asking = {}) {
  await fill(engine, world);
  const measured = await measure(engine, null, findKpi(id)!, { period, asOf: now });
  return measured.notes.filter(({ code }) => code === 'kpi.note.collecting');
}

const twoDays = [{ code: 'kpi.note.collecting', params: { count: 2 } }];

describe('answers that are still to come', () => {
  test('are told of as long as nine in ten of the past ones took', async () => {
    expect(await notes(answers(delays))).toEqual(twoDays);
    expect(await notes(answers(delays), { id: 'csat_response_rate' })).toEqual(twoDays);
    expect(await notes(answers(delays), { id: 'rating_balance' })).toEqual(twoDays);
  });

  test('concern periods that reach into the last two days before the latest instant', async () => {
    // It is the 31st, 0 h: what was asked since the 29th, 0 h may yet be answered.
    expect(await notes(answers(delays), { period: from('2026-03-01', '2026-03-29') })).toEqual([]);
    expect(await notes(answers(delays), { period: from('2026-03-01', '2026-03-30') })).toEqual(twoDays);
    expect(await notes(answers(delays), { now: null })).toEqual([]);
  });

  test('are counted from the solve where nobody knows when the survey went out', async () => {
    expect(await notes(answers(delays, { sent: '' }))).toEqual(twoDays);
  });

  test('cannot be told from fewer than twenty, nor from dates that are the ticket’s own', async () => {
    expect(await notes(answers(delays.slice(1)))).toEqual([]);
    expect(await notes(answers(delays, { basis: 'solved' }))).toEqual([]);
  });

  test('leave other KPIs alone', async () => {
    expect(await notes(answers(delays), { id: 'tickets_resolved' })).toEqual([]);
  });
});
