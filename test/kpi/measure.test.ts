import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findKpi, measure, type Kpi, type Measurement } from '#kpi';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import type { Period } from '#time';
import { fill, type World } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const march: Period = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

async function measured(
  id: string,
  world: World,
  { variant, period = null, isDated }: { variant?: string; period?: Period | null; isDated?: boolean } = {},
): Promise<Measurement> {
  await fill(engine, world);
  return measure(engine, null, kpi(id), { variant, period, isDated, asOf: null });
}

/** The value and its n, or why there is none. */
async function answer(...parameters: Parameters<typeof measured>): Promise<unknown> {
  const { status, value, n, reason } = await measured(...parameters);
  return status === 'not_computable' ? reason : status === 'ok' ? { value, n } : status;
}

const tickets = (values: string, columns = 'ticket_id, created_at, status'): World => ({
  tickets: { columns, values },
});

describe('tickets_created', () => {
  const rows = `
    ('1', '2026-02-28 23:59:59', 'closed'), ('2', '2026-03-01 00:00:00', 'merged'), ('3', '2026-03-15 12:00', 'spam'),
    ('4', '2026-03-31 23:59:59', 'deleted'), ('5', '2026-03-20 10:00', null), ('6', '2026-04-01 00:00:00', 'new'), ('7', null, 'open')`;
  const world = tickets(rows);

  test('counts every ticket, whatever became of it; a month ends where the next begins', async () => {
    expect([
      await answer('tickets_created', world),
      await answer('tickets_created', world, { period: march }),
    ]).toEqual([
      { value: 7, n: 7 },
      { value: 4, n: 4 },
    ]);
  });

  test('can leave merged, spam and deleted tickets out; an unknown status stays', async () => {
    expect(await answer('tickets_created', world, { period: march, variant: 'without_noise' })).toEqual({
      value: 1,
      n: 1,
    });
  });

  test('says how many rows have no date, and compares with the month before by Poisson', async () => {
    const sinceJanuary = tickets(`('0', '2026-01-31', 'closed'), ${rows}`);
    const { notes, previous, interval, small } = await measured('tickets_created', sinceJanuary, {
      period: march,
    });
    expect({ notes, small, interval: interval?.map((end) => Number(end.toFixed(2))) }).toEqual({
      notes: [{ code: 'kpi.note.undated', params: { count: 1, column: 'created_at' } }],
      small: true,
      interval: [1.09, 10.24],
    });
    // February has 28 days, March 31: one ticket in 28 days lets 31/28 be expected in 31.
    expect(previous).toMatchObject({
      period: { from: '2026-02-01 00:00:00', to: '2026-03-01 00:00:00' },
      value: 1,
      change: 4 - 31 / 28,
      beyondNoise: false,
    });
  });

  test('without a period undated rows count, and are told', async () => {
    expect((await measured('tickets_created', world)).notes).toEqual([
      { code: 'kpi.note.undatedCounted', params: { count: 1, column: 'created_at' } },
    ]);
  });

  test('in a cell, whose SQL asks for a date, undated rows never count', async () => {
    const { value, notes, previous } = await measured('tickets_created', world, { isDated: true });
    expect([value, notes, previous]).toEqual([
      6,
      [{ code: 'kpi.note.undated', params: { count: 1, column: 'created_at' } }],
      null,
    ]);
  });

  test('no tickets in a period that the data spans is 0; beyond the data nothing is known', async () => {
    const period = (from: string, to: string): Period => ({ from: `${from} 00:00:00`, to: `${to} 00:00:00` });
    expect([
      await answer('tickets_created', world, { period: period('2026-03-02', '2026-03-03') }),
      await answer('tickets_created', world, { period: period('2026-01-01', '2026-02-01') }),
      await answer('tickets_created', world, { period: period('2026-05-01', '2026-06-01') }),
    ]).toEqual([{ value: 0, n: 0 }, 'no_data', 'no_data']);
  });

  test('an import without tickets cannot give it', async () => {
    expect(await answer('tickets_created', {})).toEqual({
      code: 'kpi.needs.data',
      params: { table: 'tickets' },
    });
    expect(
      await answer('tickets_created', { agents: { columns: 'agent_id, name', values: "('a', 'Ana')" } }),
    ).toEqual({
      code: 'kpi.needs.table',
      params: { table: 'tickets', present: 'agents' },
    });
  });
});

describe('tickets_per_customer', () => {
  test('one person with two ids and one key is one customer; unknown customers count nowhere', async () => {
    // a: 1, 2 and, by key, 3 → 3 tickets; b: 1 ticket; ticket 5 unknown. 4 ÷ 2 = 2, sd of (3, 1) = √2.
    const world = tickets(
      `('1', 'c1', 'k'), ('2', 'c1', 'k'), ('3', 'c9', 'k'), ('4', 'c2', null), ('5', null, null)`,
      'ticket_id, customer_id, customer_key',
    );
    const result = await measured('tickets_per_customer', world);
    expect(result).toMatchObject({ value: 2, n: 2, numerator: 4, denominator: 2, small: true });
    // 2 ± 12.706 · √2 ÷ √2; nobody opens less than no ticket.
    expect(result.interval?.map((end) => Number(end.toFixed(2)))).toEqual([0, 14.71]);
  });

  test('only unknown customers: the export lacks the column', async () => {
    expect(await answer('tickets_per_customer', tickets(`('1', '2026-03-01', 'open')`))).toEqual({
      code: 'kpi.needs.either',
      params: { column: 'tickets.customer_key', other: 'tickets.customer_id' },
    });
  });
});

describe('unresolved_tickets', () => {
  const world = tickets(
    [
      ...[
        'new',
        'open',
        'in_progress',
        'pending',
        'hold',
        'solved',
        'closed',
        'cancelled',
        'merged',
        'spam',
        'deleted',
      ],
    ]
      .map((status, index) => `('${index}', '2026-03-0${(index % 9) + 1}', '${status}')`)
      .join(', ') + `, ('x', '2026-03-01', null)`,
  );

  test('counts the five statuses in which somebody waits, in any period', async () => {
    expect([
      await answer('unresolved_tickets', world),
      await answer('unresolved_tickets', world, {
        period: { from: '2026-04-01 00:00:00', to: '2026-05-01 00:00:00' },
      }),
    ]).toEqual([
      { value: 5, n: 5 },
      { value: 5, n: 5 },
    ]);
  });

  test('none unresolved is 0; statuses unknown is not computable', async () => {
    expect([
      await answer('unresolved_tickets', tickets(`('1', '2026-03-01', 'closed')`)),
      await answer('unresolved_tickets', tickets(`('1', '2026-03-01', null)`)),
    ]).toEqual([
      { value: 0, n: 0 },
      { code: 'kpi.needs.columns', params: { columns: 'tickets.status', count: 1 } },
    ]);
  });
});

const replied =
  'ticket_id, created_at, first_human_reply_at, first_response_seconds, started_by, customer_messages';

describe('first_response_time', () => {
  // 60, 120, 120 (a tie), 1000 by an agent to whom the customer wrote; left out: 5 (agent-started, no customer message),
  // a reply before creation (an import leaves its duration empty), NULL (no reply). Mean 1300 ÷ 4 = 325; median 120; p90 at rank 0.9·3 = 2.7: 120 + 0.7·880 = 736.
  const world = tickets(
    `('1', '2026-03-02 09:00:00', '2026-03-02 09:01:00', 60, 'customer', 1),
     ('2', '2026-03-02 09:00:00', '2026-03-02 09:02:00', 120, null, null),
     ('3', '2026-02-28 23:59:00', '2026-03-01 00:01:00', 120, 'customer', 2),
     ('4', '2026-03-03 09:00:00', '2026-03-03 09:16:40', 1000, 'agent', 1),
     ('5', '2026-03-03 09:00:00', '2026-03-03 09:00:05', 5, 'agent', 0),
     ('6', '2026-03-03 09:00:00', '2026-03-03 08:59:30', null, 'customer', 1),
     ('7', '2026-03-04 09:00:00', null, null, 'customer', 1)`,
    replied,
  );

  test('mean, median and 90th percentile together; reply before creation is left out and counted', async () => {
    const result = await measured('first_response_time', world, { period: march });
    expect(result).toMatchObject({
      value: 325,
      n: 4,
      also: { mean: 325, median: 120, p90: expect.closeTo(736, 9) },
      variant: 'from_creation+mean+calendar+computed',
      path: 'timestamps',
      notes: [{ code: 'kpi.note.negative', params: { count: 1 } }],
    });
    // sd of 60, 120, 120, 1000: deviations −265, −205, −205, 675 → √(609900 ÷ 3) = 450.888; t₃ = 3.18245; half = 717.47,
    // and no reply comes before its question.
    expect(result.interval?.map((end) => Number(end.toFixed(1)))).toEqual([0, 1042.5]);
  });

  test('the reply decides the month, not the creation', async () => {
    const february = { from: '2026-02-01 00:00:00', to: '2026-03-01 00:00:00' };
    expect(await answer('first_response_time', world, { period: february })).toBe('no_data');
  });

  test('one row has a value and no interval; all NULL has none', async () => {
    const one = tickets(`('1', '2026-03-02', '2026-03-02', 60, null, null)`, replied);
    const none = tickets(`('1', '2026-03-02', null, null, null, null)`, replied);
    expect([
      await measured('first_response_time', one),
      await answer('first_response_time', none),
    ]).toMatchObject([
      { value: 60, n: 1, interval: null },
      { code: 'kpi.needs.columns', params: { columns: 'tickets.first_response_seconds', count: 1 } },
    ]);
  });

  test('with messages the path is messages', async () => {
    const withMessages = { ...world, messages: { columns: 'message_id, ticket_id', values: "('m', '1')" } };
    expect((await measured('first_response_time', withMessages)).path).toBe('messages');
  });

  test('the vendor’s own figure is another source, never taken by itself', async () => {
    const reported = tickets(
      `('1', '2026-03-02', 600, 60), ('2', '2026-03-02', 1200, null)`,
      'ticket_id, created_at, reported_first_response_seconds, reported_first_response_business_seconds',
    );
    const star = await measured('first_response_time', reported);
    expect([star.status, star.alternatives]).toEqual(['not_computable', ['reported']]);
    expect(await measured('first_response_time', reported, { variant: 'reported' })).toMatchObject({
      value: 900,
      n: 2,
      path: 'reported',
    });
    expect(await answer('first_response_time', reported, { variant: 'reported+business' })).toEqual({
      value: 60,
      n: 1,
    });
    expect(await answer('first_response_time', reported, { variant: 'business' })).toEqual({
      code: 'kpi.needs.columns',
      params: { columns: 'tickets.first_human_reply_at_utc', count: 1 },
    });
  });

  test('from assignment needs the assignment', async () => {
    const assigned = tickets(
      `('1', '2026-03-02 09:00', '2026-03-02 09:10', '2026-03-02 09:04', 600)`,
      'ticket_id, created_at, first_human_reply_at, assigned_at, first_response_seconds',
    );
    expect(await answer('first_response_time', assigned, { variant: 'from_assignment' })).toEqual({
      value: 360,
      n: 1,
    });
    expect(await answer('first_response_time', world, { variant: 'from_assignment' })).toEqual({
      code: 'kpi.needs.columns',
      params: { columns: 'tickets.assigned_at_utc', count: 1 },
    });
  });

  test('a night on which clocks change counts elapsed seconds, not the difference of wall clocks', async () => {
    // New York, 2024-11-03: assigned 00:30 EDT (04:30 UTC), replied 01:30 EST (06:30 UTC): two hours, not one.
    const night = tickets(
      `('1', '2024-11-03 00:30', '2024-11-03 04:30', '2024-11-03 01:30', '2024-11-03 06:30')`,
      'ticket_id, assigned_at, assigned_at_utc, first_human_reply_at, first_human_reply_at_utc',
    );
    expect(await answer('first_response_time', night, { variant: 'from_assignment' })).toEqual({
      value: 7200,
      n: 1,
    });
  });
});

describe('resolution_time', () => {
  const columns =
    'ticket_id, created_at, first_solved_at, last_solved_at, first_resolution_seconds, resolution_seconds, status';
  // Full: 600, 7200, 36000; first: 600, 3600, 36000. Ticket 2 was reopened. Ticket 4 was solved before it was created, 5 never.
  const world = tickets(
    `('1', '2026-03-01', '2026-03-01', '2026-03-01', 600, 600, 'closed'),
     ('2', '2026-03-01', '2026-03-01', '2026-03-02', 3600, 7200, 'solved'),
     ('3', '2026-03-01', '2026-03-05', '2026-03-05', 36000, 36000, 'solved'),
     ('4', '2026-03-05', '2026-03-04', '2026-03-04', -86400, -86400, 'solved'),
     ('5', '2026-03-05', null, null, null, null, 'open')`,
    columns,
  );

  test('to the last solve, with the shares under an hour and over eight', async () => {
    expect(await measured('resolution_time', world)).toMatchObject({
      value: 14600,
      n: 3,
      also: { mean: 14600, median: 7200, p90: 30240 },
      extras: { under_1_hour: 1 / 3, over_8_hours: 1 / 3, still_open: 1 / 5 },
      notes: [{ code: 'kpi.note.negative', params: { count: 1 } }],
    });
  });

  test('of tickets opened in the period, the share still open', async () => {
    const { extras } = await measured('resolution_time', world, {
      period: { from: '2026-03-05 00:00:00', to: '2026-03-06 00:00:00' },
    });
    expect(extras['still_open']).toBe(1 / 2);
  });

  test('to the first solve, as a median', async () => {
    expect(await answer('resolution_time', world, { variant: 'median+first' })).toEqual({
      value: 3600,
      n: 3,
    });
  });

  test('the median’s interval is made of order statistics', async () => {
    // 100, 200, … 1000: ranks 2 and 9 enclose the median with 97.9 %.
    const ten = tickets(
      Array.from({ length: 10 }, (_, index) => `('${index}', ${(index + 1) * 100})`).join(', '),
      'ticket_id, resolution_seconds',
    );
    expect(await measured('resolution_time', ten, { variant: 'median' })).toMatchObject({
      value: 550,
      interval: [200, 900],
    });
  });
});

const facts = (rows: string): World => ({
  period_facts: { columns: 'grain_id, from_at, metric, unit, value, weight', values: rows },
});

describe('averages that arrive already averaged', () => {
  test('are weighted by what they rest on', async () => {
    // (60 s × 10 + 120 s × 30) ÷ 40
    const world = facts(
      `('day', '2026-03-01', 'first_response_time', 'seconds', 60, 10), ('day', '2026-03-02', 'first_response_time', 'seconds', 120, 30)`,
    );
    const star = await measured('first_response_time', world);
    expect([star.status, star.alternatives]).toEqual(['not_computable', ['aggregated']]);
    expect(await measured('first_response_time', world, { variant: 'aggregated' })).toMatchObject({
      value: 105,
      n: 40,
      interval: null,
      path: 'period_facts',
    });
  });

  test('without a weight, or cut in two ways, have no total', async () => {
    const weightless = facts(`('day', '2026-03-01', 'wait_time', 'seconds', 60, null)`);
    const twice = facts(
      `('day', '2026-03-01', 'wait_time', 'seconds', 60, 1), ('agent', '2026-03-01', 'wait_time', 'seconds', 60, 1)`,
    );
    expect([
      await answer('wait_time', weightless, { variant: 'aggregated' }),
      await answer('wait_time', twice, { variant: 'aggregated' }),
    ]).toEqual([
      { code: 'kpi.needs.columns', params: { columns: 'period_facts.weight', count: 1 } },
      { code: 'kpi.check.oneGrain', params: { count: 1 } },
    ]);
  });

  test('know no median', async () => {
    const world = facts(`('day', '2026-03-01', 'wait_time', 'seconds', 60, 1)`);
    expect(await answer('wait_time', world, { variant: 'aggregated+median' })).toEqual({
      code: 'kpi.variant.onlyWith',
      params: { others: 'mean' },
    });
  });
});

/** Each row of these stands for one call. */
const calls = (values: string): World => ({
  calls: {
    columns: 'call_id, ticket_id, started_at, outcome, wait_seconds, talk_seconds, hold_seconds, calls',
    values: values.replaceAll(/\)(?=,|$)/g, ', 1)'),
  },
});

/** Six calls of one Monday: attended after 10, 20, 21 and 100 s; given up after 5 and 30 s. */
const sixCalls = calls(`
  ('1', 't1', '2026-03-02 08:00', 'answered', 10, 100, null), ('2', 't2', '2026-03-02 08:10', 'answered', 20, 200, 10),
  ('3', 't3', '2026-03-02 08:20', 'answered', 21, 300, null), ('4', 't4', '2026-03-02 08:30', 'transferred', 100, 400, null),
  ('5', 't5', '2026-03-02 08:40', 'abandoned', 5, null, null), ('6', 't6', '2026-03-02 08:50', 'abandoned', 30, null, null)`);

describe('wait_time', () => {
  test('over those attended; those who gave up apart', async () => {
    expect([
      await answer('wait_time', sixCalls),
      await answer('wait_time', sixCalls, { variant: 'abandoned' }),
    ]).toEqual([
      { value: (10 + 20 + 21 + 100) / 4, n: 4 },
      { value: 17.5, n: 2 },
    ]);
  });

  test('an attended call of unknown wait is no wait of zero', async () => {
    expect(
      await answer(
        'wait_time',
        calls(`('1', 't', null, 'answered', null, 9, null), ('2', 't', null, 'answered', 8, 9, null)`),
      ),
    ).toEqual({
      value: 8,
      n: 1,
    });
  });
});

describe('handle_time', () => {
  test('Σ work ÷ tickets, naming the parts that the file lacks', async () => {
    // 100 + 210 + 300 + 400 over four tickets.
    expect(await measured('handle_time', sixCalls)).toMatchObject({
      value: 252.5,
      n: 4,
      numerator: 1010,
      denominator: 4,
      notes: [
        { code: 'kpi.note.component', params: { column: 'calls.wrap_seconds' } },
        { code: 'kpi.note.undatedCounted', params: { count: 4, column: 'ended_at' } },
      ],
    });
  });

  test('two calls about one ticket are the work of one ticket', async () => {
    const twice = calls(
      `('1', 't', null, 'answered', 1, 100, null), ('2', 't', null, 'answered', 1, 50, null)`,
    );
    expect(await measured('handle_time', twice)).toMatchObject({
      value: 150,
      n: 1,
      also: { mean: 150, median: 75 },
    });
  });

  test('its interval rests on the spread between tickets, not between calls', async () => {
    // Tickets of 300 and 500 s in three calls: 400 ± 12.706 · 141.42 ÷ √2 = ± 1270.6.
    const { value, n, interval } = await measured(
      'handle_time',
      calls(`('1', 't', null, 'answered', 1, 100, null), ('2', 't', null, 'answered', 1, 200, null),
        ('3', 'u', null, 'answered', 1, 500, null)`),
    );
    expect([value, n, interval?.map((end) => Number(end.toFixed(1)))]).toEqual([400, 2, [0, 1670.6]]);
  });

  test('tickets without calls bring their own work time', async () => {
    const both = {
      ...calls(`('1', 't', null, 'answered', 1, 100, null)`),
      ...tickets(`('t', 999), ('u', 300)`, 'ticket_id, handle_seconds'),
    };
    expect(await answer('handle_time', both)).toEqual({ value: 200, n: 2 });
  });

  test('from opening to closing is another definition', async () => {
    const closed = tickets(
      `('1', '2026-03-01 10:00', '2026-03-01 11:00')`,
      'ticket_id, created_at, closed_at',
    );
    expect(await measured('handle_time', closed)).toMatchObject({
      status: 'not_computable',
      alternatives: ['opened_to_closed'],
    });
    expect(await answer('handle_time', closed, { variant: 'opened_to_closed' })).toEqual({
      value: 3600,
      n: 1,
    });
  });
});

describe('service_level', () => {
  test('A, B, C and D of six calls at 20 s, where exactly 20 s is within', async () => {
    // Within: 10 and 20 s. A: 2 ÷ (6 − 1 given up within 20 s); B: 2 ÷ 6; C: (2 + 2) ÷ 6; D: 2 ÷ 4.
    const results = [];
    for (const variant of ['', 'B', 'C', 'D'])
      results.push(await answer('service_level', sixCalls, { variant }));
    expect(results).toEqual([
      { value: 2 / 5, n: 5 },
      { value: 2 / 6, n: 6 },
      { value: 4 / 6, n: 6 },
      { value: 2 / 4, n: 4 },
    ]);
  });

  test('without the waits of those who gave up A is not computable, the others are', async () => {
    const result = await measured(
      'service_level',
      calls(`('1', 't', null, 'answered', 10, 1, null), ('2', 'u', null, 'abandoned', null, null, null)`),
    );
    expect(result).toMatchObject({
      status: 'not_computable',
      reason: { code: 'kpi.check.abandonedWaits', params: { count: 1 } },
      alternatives: ['B', 'C', 'D'],
    });
  });

  test('where nobody gave up, A needs no such wait', async () => {
    expect(await answer('service_level', calls(`('1', 't', null, 'answered', 30, 1, null)`))).toEqual({
      value: 0,
      n: 1,
    });
  });

  test('an hour is the threshold of what is not live', async () => {
    const mails = tickets(
      `('1', 'email', 3600, 'a', '2026-03-01'), ('2', 'email', 3601, 'a', '2026-03-01'), ('3', 'chat', 21, 'a', '2026-03-01')`,
      'ticket_id, channel, wait_seconds, agent_id, assigned_at',
    );
    expect(await answer('service_level', mails)).toEqual({ value: 1 / 3, n: 3 });
  });
});

describe('abandonment_rate', () => {
  test('of all offered, with Wilson’s interval', async () => {
    const { value, n, numerator, interval } = await measured('abandonment_rate', sixCalls);
    expect([value, n, numerator, interval?.map((end) => Number(end.toFixed(3)))]).toEqual([
      2 / 6,
      6,
      2,
      [0.097, 0.7],
    ]);
  });

  test('without those who gave up within ten seconds', async () => {
    expect(await answer('abandonment_rate', sixCalls, { variant: 'without_short' })).toEqual({
      value: 1 / 5,
      n: 5,
    });
  });

  test('tickets closed with no agent are abandoned, by a bot too unless asked otherwise; open ones are not', async () => {
    const world = tickets(
      `('1', 'a', null, 'closed', '2026-03-01'), ('2', null, null, 'closed', '2026-03-01'),
       ('3', null, '2026-03-01', 'solved', '2026-03-01'), ('4', null, null, 'open', null)`,
      'ticket_id, agent_id, first_reply_at, status, closed_at',
    );
    expect([
      await answer('abandonment_rate', world),
      await answer('abandonment_rate', world, { variant: 'without_bots' }),
    ]).toEqual([
      { value: 2 / 4, n: 4 },
      { value: 1 / 4, n: 4 },
    ]);
  });

  test('where nothing tells how contacts ended, nobody can be said to have given up or not', async () => {
    const world = tickets(
      `('1', 'a', '2026-03-01'), ('2', null, '2026-03-01')`,
      'ticket_id, agent_id, created_at',
    );
    expect(await answer('abandonment_rate', world)).toEqual({
      code: 'kpi.needs.either',
      params: { column: 'tickets.status', other: 'calls.outcome' },
    });
  });

  test('where nothing tells who attended it is not computable', async () => {
    expect(await answer('abandonment_rate', tickets(`('1', '2026-03-01', 'closed')`))).toEqual({
      code: 'kpi.needs.columns',
      params: { columns: 'contacts.outcome', count: 1 },
    });
  });
});

const rating = 'rating_id, ticket_id, kind, rated_at, scale, score, score_normalised, bucket, is_latest';

describe('csat', () => {
  // Ticket 1 was rated twice, 1 and then 5. Latest: 5, 4, 3, 1 → 2 of 4; every rating: 2 of 5. One survey is unanswered.
  const world: World = {
    ratings: {
      columns: rating,
      values: `('a', '1', 'csat', '2026-03-01', '1-5', 1, 0, 'negative', false), ('b', '1', 'csat', '2026-03-02', '1-5', 5, 1, 'positive', true),
        ('c', '2', 'csat', '2026-03-03', '1-5', 4, 0.75, 'positive', true), ('d', '3', 'csat', '2026-03-03', '1-5', 3, 0.5, 'neutral', true),
        ('e', '4', 'csat', '2026-03-04', '1-5', 1, 0, 'negative', true), ('f', '5', 'csat', null, '1-5', null, null, null, true),
        ('g', '6', 'nps', '2026-03-04', '0-10', 10, 1, 'positive', true)`,
    },
  };

  test('satisfied ÷ valid, the last answer of a ticket', async () => {
    expect(await measured('csat', world, { period: march })).toMatchObject({
      value: 0.5,
      n: 4,
      numerator: 2,
      path: 'rows',
      small: true,
    });
  });

  test.each([
    ['every_rating', 2 / 5, 5],
    ['percent_of_scale', (1 + 0.75 + 0.5 + 0) / 4, 4],
    ['mean_score', (5 + 4 + 3 + 1) / 4, 4],
  ])('%s', async (variant, value, n) => {
    expect(await answer('csat', world, { variant })).toEqual({ value, n });
  });

  test('scores of two scales have no common mean', async () => {
    const mixed: World = {
      ratings: {
        columns: rating,
        values: `('a', '1', 'csat', null, '1-5', 5, 1, 'positive', true), ('b', '2', 'csat', null, '1-3', 3, 1, 'positive', true)`,
      },
    };
    expect(await answer('csat', mixed, { variant: 'mean_score' })).toMatchObject({
      code: 'kpi.check.oneScale',
    });
  });

  test('surveys without an answer are no answers', async () => {
    const unanswered: World = {
      ratings: { columns: rating, values: `('a', '1', 'csat', null, '1-5', null, null, null, true)` },
    };
    expect(await answer('csat', unanswered)).toMatchObject({ code: 'kpi.needs.columns' });
  });

  test('a fall from 60 of 80 to 40 of 80 is more than noise, from 6 of 8 to 4 of 8 is not', async () => {
    const fall = (size: number): World => ({
      ratings: {
        columns: rating,
        values: ['02', '03']
          .flatMap((month) =>
            Array.from({ length: 4 * size }, (_, index) => {
              const good = index < (month === '02' ? 3 : 2) * size;
              return `('${month}${index}', 't', 'csat', '2026-${month}-10', '1-5', 5, 1, '${good ? 'positive' : 'negative'}', true)`;
            }),
          )
          .join(', '),
      },
    });
    const changes = [];
    for (const size of [20, 2])
      changes.push((await measured('csat', fall(size), { period: march })).previous);
    expect(changes).toMatchObject([
      { value: 0.75, n: 80, change: -0.25, beyondNoise: true },
      { value: 0.75, n: 8, change: -0.25, beyondNoise: false },
    ]);
  });
});

describe('nps', () => {
  test('promoters less detractors, with the three parts beside', async () => {
    // 10, 9 | 8, 7 | 6, 0, 3: (2 − 3) ÷ 7 × 100
    const world: World = {
      ratings: {
        columns: 'rating_id, kind, scale, score, is_latest',
        values: [10, 9, 8, 7, 6, 0, 3]
          .map((score, index) => `('${index}', 'nps', '0-10', ${score}, true)`)
          .join(', '),
      },
    };
    expect(await measured('nps', world)).toMatchObject({
      value: -100 / 7,
      n: 7,
      extras: { promoters: 2, passives: 2, detractors: 3 },
    });
  });

  test('two promoters are no certain 100, and the interval never leaves −100 … 100', async () => {
    const scores = (...values: number[]): World => ({
      ratings: {
        columns: 'rating_id, kind, scale, score, is_latest',
        values: values.map((score, index) => `('${index}', 'nps', '0-10', ${score}, true)`).join(', '),
      },
    });
    const interval = async (world: World) =>
      (await measured('nps', world)).interval?.map((end) => Number(end.toFixed(1)));
    // Two of two: Wilson [0.342, 1] and [0, 0.658]; 1 − √(0.658² + 0.658²) = 0.070.
    expect(await interval(scores(10, 9))).toEqual([7, 100]);
    expect(await interval(scores(0, 0, 0))).toEqual([-100, -20.6]);
    // 2 and 3 of 7: [0.0822, 0.6411] and [0.1582, 0.7495]; their correlation is −√(2·3 ÷ (5·4)) = −0.5477.
    expect(await interval(scores(10, 9, 8, 7, 6, 0, 3))).toEqual([-60.8, 40.9]);
  });

  test('CSAT answers are no NPS answers', async () => {
    const world: World = {
      ratings: { columns: rating, values: `('a', '1', 'csat', null, '1-5', 5, 1, 'positive', true)` },
    };
    expect(await answer('nps', world)).toMatchObject({ code: 'kpi.check.npsAnswers' });
  });
});

describe('closed_per_agent', () => {
  const events: World = {
    ticket_events: { columns: 'event_id, ticket_id, at, kind', values: `('1', '1', '2026-03-02', 'solve')` },
    solves: {
      columns: 'solve_id, ticket_id, solved_at, agent_id',
      // Ana closes 1 twice (reopened between) and 2; Bia closes 3; a rule closes 4.
      values: `('1', '1', '2026-03-02', 'ana'), ('3', '1', '2026-03-04', 'ana'), ('4', '2', '2026-03-04', 'ana'), ('5', '3', '2026-03-04', 'bia'), ('6', '4', '2026-03-04', null)`,
    },
  };

  test('closes per agent who closed any', async () => {
    expect(await measured('closed_per_agent', events, { period: march })).toMatchObject({
      value: 2,
      n: 2,
      numerator: 4,
      denominator: 2,
      path: 'events',
    });
  });

  test('without events only the assignee is known', async () => {
    const world = tickets(
      `('1', 'ana', 'closed'), ('2', 'ana', 'solved'), ('3', 'bia', 'closed'), ('4', 'bia', 'open')`,
      'ticket_id, agent_id, status',
    );
    expect(await measured('closed_per_agent', world)).toMatchObject({
      status: 'not_computable',
      alternatives: ['assignee'],
    });
    expect(await answer('closed_per_agent', world, { variant: 'assignee' })).toEqual({ value: 1.5, n: 2 });
  });
});

describe('case_list', () => {
  test('has rows and no value', async () => {
    expect(
      await measured('case_list', tickets(`('1', '2026-03-01', 'open'), ('2', '2026-02-01', 'open')`), {
        period: march,
      }),
    ).toMatchObject({
      status: 'ok',
      value: null,
      n: 1,
    });
  });
});
