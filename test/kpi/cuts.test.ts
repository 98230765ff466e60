import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  catalogue,
  chooseBins,
  compile,
  cutsOf,
  equalBins,
  findKpi,
  kpiCell,
  openPeriod,
  parseBins,
  parseKpiAttributes,
  serializeBins,
  setPeriod,
  stateOfCell,
  type CompileOptions,
  type Kpi,
} from '#kpi';
import { bindParameters } from '#sql';
import { formatRows } from './rows.ts';
import { shop } from './shop.ts';
import { fill, type World } from './world.ts';

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

interface Asked extends Omit<CompileOptions, 'kpi'> {
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The rows of one cut of a KPI on a world; of everything unless a day to begin is given. */
async function rows(id: string, world: World, { asOf = '2026-04-06', from, to, ...cut }: Asked) {
  await fill(engine, world);
  const period =
    from === undefined ? openPeriod : { from: `${from} 00:00:00`, to: to ? `${to} 00:00:00` : null };
  const sql = compile({ kpi: kpi(id), withPeriod: from !== undefined, ...cut });
  return formatRows(
    await engine.query(`${setPeriod(period, `${asOf} 00:00:00`)};\n${bindParameters(sql).sql}`),
  );
}

function refusal(id: string, cut: Omit<CompileOptions, 'kpi'>): unknown {
  try {
    return compile({ kpi: kpi(id), ...cut });
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe('a table by two dimensions', () => {
  test('has a row for each pair that occurs, and its parts add up to the whole', async () => {
    expect(await rows('tickets_created', shop, { shape: 'table', by: 'channel', and: 'type' })).toEqual([
      'chat, delivery, 1, 1',
      'chat, refund, 1, 1',
      'email, delivery, 1, 1',
      'email, refund, 1, 1',
      'email, NULL, 1, 1',
      'NULL, NULL, 1, 1',
    ]);
  });

  test('is cut by the period', async () => {
    const march2 = { from: '2026-03-02', to: '2026-03-03' };
    expect(
      await rows('tickets_created', shop, { shape: 'table', by: 'channel', and: 'type', ...march2 }),
    ).toEqual(['chat, delivery, 1, 1', 'chat, refund, 1, 1']);
  });

  test('counts a row once for each tag, whatever the tag is written twice; without tags it is in a row of its own', async () => {
    expect(await rows('tickets_created', shop, { shape: 'table', by: 'tag', and: 'channel' })).toEqual([
      'a, email, 2, 2',
      'b, chat, 1, 1',
      'b, email, 1, 1',
      'NULL, chat, 1, 1',
      'NULL, email, 1, 1',
      'NULL, NULL, 1, 1',
    ]);
  });

  test('keeps a team of the ticket apart from the team of its agent', async () => {
    expect(await rows('tickets_created', shop, { shape: 'table', by: 'agent', and: 'team' })).toEqual([
      'Ana Lima, north, 2, 2',
      'Bia Reis, south, 1, 1',
      'Bia Reis, NULL, 1, 1',
      'x, south, 1, 1',
      'NULL, NULL, 1, 1',
    ]);
  });

  test('of means takes each from its own rows', async () => {
    expect(await rows('csat', shop, { shape: 'table', by: 'channel', and: 'agent' })).toEqual([
      'chat, Bia Reis, 0, 1',
      'email, Ana Lima, 1, 1',
      'NULL, Bia Reis, 1, 1',
    ]);
  });

  test('needs two dimensions, and a KPI that is more than a text of SQL', () => {
    expect([
      refusal('csat', { shape: 'table', by: 'channel', and: 'channel' }),
      refusal('volume_forecast', { shape: 'table' }),
      cutsOf(kpi('amplification_rate')).includes('table'),
    ]).toEqual([
      'kpi.table.same {"dimension":"channel"}',
      'kpi.cut.none {"kpi":"volume_forecast","cut":"table"}',
      false,
    ]);
  });
});

/** One ticket for each first response in seconds. */
function answered(seconds: readonly number[]): World {
  const values = seconds.map(
    (each, index) =>
      `('${index}', '2026-03-02 08:00', timestamp '2026-03-02 08:00' + interval ${each} second, ${each})`,
  );
  return {
    tickets: {
      columns: 'ticket_id, created_at, first_human_reply_at, first_response_seconds',
      values: values.join(', '),
    },
  };
}

describe('a distribution', () => {
  test('of durations has bins about twice as wide each time; a border belongs to the bin it begins', async () => {
    const found = await rows('first_response_time', answered([0, 14, 15, 59, 60, 100, 90_000, 9_999_999]), {
      shape: 'distribution',
    });
    expect(found.filter((row) => !row.includes(', 0, '))).toEqual([
      '0, 15, 2, 0.25',
      '15, 30, 1, 0.125',
      '30, 60, 1, 0.125',
      '60, 120, 2, 0.25',
      '86400, 172800, 1, 0.125',
      '2764800, NULL, 1, 0.125',
    ]);
    expect(found).toHaveLength(20);
  });

  test('of nothing has its bins, and no shares', async () => {
    const found = await rows('first_response_time', {}, { shape: 'distribution' });
    expect([found.length, found[0]]).toEqual([20, '0, 15, 0, NULL']);
  });

  test('of tickets per customer counts the customers', async () => {
    // c1 has 1 and 2, c2 has 3 and 6, c3 has 5.
    expect(
      await rows('tickets_per_customer', shop, { shape: 'distribution', bins: { from: 0, to: 4, width: 1 } }),
    ).toEqual(['0, 1, 0, 0', '1, 2, 1, 0.3333333333333333', '2, 3, 2, 0.6666666666666666', '3, NULL, 0, 0']);
  });

  test('of a count goes over the days, and a day without rows is one of them', async () => {
    // March has a ticket on the 1st, two on the 2nd, one on the 4th and one on the 31st; 27 days have none.
    const asked = { shape: 'distribution', from: '2026-03-01', to: '2026-04-01' } as const;
    expect(await rows('tickets_created', shop, { ...asked, bins: { from: 0, to: 3, width: 1 } })).toEqual([
      `0, 1, 27, ${27 / 31}`,
      `1, 2, 3, ${3 / 31}`,
      `2, NULL, 1, ${1 / 31}`,
    ]);
  });

  test('of a rate goes over the days that have a value', async () => {
    // The 4th is all satisfied; the 10th has one of two.
    const found = await rows('csat', shop, { shape: 'distribution' });
    expect(found.filter((row) => !row.includes(', 0, '))).toEqual(['0.5, 0.6, 1, 0.5', '0.9, NULL, 1, 0.5']);
  });

  test('means nothing for a stock, which has no days', () => {
    expect([
      refusal('unresolved_tickets', { shape: 'distribution' }),
      cutsOf(kpi('unresolved_tickets')),
    ]).toEqual([
      'kpi.cut.none {"kpi":"unresolved_tickets","cut":"distribution"}',
      ['headline', 'trend', 'breakdown', 'table', 'extremes', 'rows'],
    ]);
  });

  test('has percentiles, between rows where they fall between', async () => {
    // 0, 100, … 1000: the tenth part of the way is 100.
    const seconds = Array.from({ length: 11 }, (_, index) => index * 100);
    expect(await rows('first_response_time', answered(seconds), { shape: 'percentiles' })).toEqual([
      '5, 50, 11',
      '10, 100, 11',
      '25, 250, 11',
      '50, 500, 11',
      '75, 750, 11',
      '90, 900, 11',
      '95, 950, 11',
    ]);
  });
});

describe('bins of equal width', () => {
  test('are about a dozen, of a round width, from below the least value to above the greatest', () => {
    expect([equalBins(0, 117), equalBins(3, 4.9), equalBins(-40, 100), equalBins(5, 5).from]).toEqual([
      { from: 0, to: 120, width: 10 },
      { from: 3, to: 5, width: 0.2 },
      { from: -40, to: 120, width: 20 },
      5,
    ]);
  });

  test('are chosen by the data: days of 0 to 2 tickets; durations and shares keep theirs', async () => {
    await fill(engine, shop);
    const march = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };
    const chosen = (id: string, period: typeof march | null = null) =>
      chooseBins(engine, null, kpi(id), { period, asOf: null });
    // The highest hundredth of 31 days begins at 1.7; there is nothing between two whole numbers.
    expect([
      await chosen('tickets_created', march),
      await chosen('first_response_time'),
      await chosen('csat'),
      await chosen('case_list'),
    ]).toEqual([{ from: 0, to: 2, width: 1 }, null, null, null]);
  });

  test('are written as an attribute and read back; what makes no bins is none', () => {
    const bins = { from: -40, to: 120, width: 20 };
    expect([
      parseBins(serializeBins(bins)),
      parseBins('0..1/0.05'),
      parseBins('0..10/0'),
      parseBins('0..1000000/1'),
      parseBins('many'),
    ]).toEqual([bins, { from: 0, to: 1, width: 0.05 }, undefined, undefined, undefined]);
  });
});

describe('a cohort', () => {
  // Weeks of 2 and 9 March. Solved: 1 after 6 days, 2 after 7, 3 after 15, 4 never; 5 after a day.
  const world: World = {
    tickets: {
      columns: 'ticket_id, created_at, last_solved_at, status',
      values: `('1', '2026-03-02 10:00', '2026-03-08 10:00', 'solved'), ('2', '2026-03-03 10:00', '2026-03-10 10:00', 'solved'), ('3', '2026-03-08 10:00', '2026-03-23 10:00', 'closed'),
        ('4', '2026-03-04 10:00', null, 'open'), ('5', '2026-03-09 10:00', '2026-03-10 10:00', 'solved')`,
    },
    solves: {
      columns: 'solve_id, ticket_id, solved_at, reopened_at, reopen_seconds',
      values: `('a', '2', '2026-03-10 10:00', '2026-03-12 10:00', 172800), ('b', '2', '2026-03-13', '2026-03-14', 86400), ('c', '5', '2026-03-10 10:00', null, null)`,
    },
    ratings: {
      columns: 'rating_id, ticket_id, kind, rated_at, bucket, is_latest',
      values: `('r1', '1', 'csat', '2026-03-08', 'positive', true), ('r2', '3', 'csat', '2026-03-25', 'negative', true), ('r3', '2', 'csat', '2026-03-12', 'positive', true)`,
    },
  };

  test('of a count says which share of the tickets opened in a week had it within so many weeks, once all have had them', async () => {
    // On 30 March the tickets of 2–8 March have had three weeks, those of 9–15 March two.
    expect(await rows('tickets_resolved', world, { shape: 'cohort', asOf: '2026-03-30' })).toEqual([
      '2026-03-02, 1, 0.25, 4',
      '2026-03-02, 2, 0.5, 4',
      '2026-03-02, 3, 0.75, 4',
      '2026-03-09, 1, 1, 1',
      '2026-03-09, 2, 1, 1',
    ]);
  });

  test('is of the tickets that were opened in the period', async () => {
    const asked = { shape: 'cohort', asOf: '2026-03-30', from: '2026-03-09', to: '2026-03-16' } as const;
    expect(await rows('tickets_resolved', world, asked)).toEqual([
      '2026-03-09, 1, 1, 1',
      '2026-03-09, 2, 1, 1',
    ]);
  });

  test('of what happens to tickets counts a ticket once, however often it happened', async () => {
    // Ticket 2 was reopened nine days after it was opened.
    expect(await rows('reopen_interval', world, { shape: 'cohort', asOf: '2026-03-23' })).toEqual([
      '2026-03-02, 1, 0, 4',
      '2026-03-02, 2, 0.25, 4',
      '2026-03-09, 1, 0, 1',
    ]);
  });

  test('of a rate is the rate by how long after the opening its rows came', async () => {
    expect(await rows('csat', world, { shape: 'cohort' })).toEqual([
      '2026-03-02, 0, 1, 1',
      '2026-03-02, 1, 1, 1',
      '2026-03-02, 2, 0, 1',
    ]);
  });

  test('can be of months', async () => {
    expect(
      await rows('tickets_resolved', world, { shape: 'cohort', grain: 'month', asOf: '2026-05-01' }),
    ).toEqual(['2026-03-01, 1, 0.8, 5']);
  });

  test('means nothing for what happens at the opening, for durations, and for tables', () => {
    expect(
      ['tickets_created', 'resolution_time', 'case_list', 'unresolved_tickets'].map((id) =>
        refusal(id, { shape: 'cohort' }),
      ),
    ).toEqual(
      ['tickets_created', 'resolution_time', 'case_list', 'unresolved_tickets'].map(
        (id) => `kpi.cut.none {"kpi":"${id}","cut":"cohort"}`,
      ),
    );
  });
});

describe('top and bottom', () => {
  /** Tickets of a channel by how many. */
  function channels(counts: Readonly<Record<string, number>>): World {
    const values = Object.entries(counts).flatMap(([channel, count]) =>
      Array.from({ length: count }, (_, index) => `('${channel}${index}', '2026-03-02', '${channel}')`),
    );
    return { tickets: { columns: 'ticket_id, created_at, channel', values: values.join(', ') } };
  }
  const world = channels({ email: 30, chat: 25, phone: 22, sms: 21, app: 20, x: 19 });

  test('has so many from either end, of those that rest on 20 rows, by value', async () => {
    expect(await rows('tickets_created', world, { shape: 'extremes', by: 'channel', top: 2 })).toEqual([
      'email, 30, 30',
      'chat, 25, 25',
      'sms, 21, 21',
      'app, 20, 20',
    ]);
  });

  test('takes members with fewer rows when told; one that is at both ends is there once', async () => {
    expect(
      await rows('tickets_created', world, { shape: 'extremes', by: 'channel', top: 1, min: 1 }),
    ).toEqual(['email, 30, 30', 'x, 19, 19']);
    expect(
      await rows('tickets_created', channels({ email: 20 }), { shape: 'extremes', by: 'channel' }),
    ).toEqual(['email, 20, 20']);
  });
});

describe('a cell of a cut', () => {
  test('says what it was made of, and is as in the catalogue', () => {
    const cells = [
      kpiCell(kpi('csat'), { shape: 'table' }),
      kpiCell(kpi('csat'), { shape: 'extremes', by: 'agent', top: 3, min: 50 }),
      kpiCell(kpi('tickets_created'), { shape: 'distribution', bins: { from: 0, to: 40, width: 5 } }),
      kpiCell(kpi('first_response_time'), { shape: 'percentiles' }),
      kpiCell(kpi('tickets_resolved'), { shape: 'cohort', grain: 'month' }),
    ];
    expect(cells.map(({ text }) => text.split('\n')[0])).toEqual([
      '```sql csat_by_channel_type kpi=csat shape=table by=channel and=type version=1',
      '```sql csat_extremes_by_agent kpi=csat shape=extremes by=agent top=3 min=50 version=1',
      '```sql tickets_created_distribution kpi=tickets_created shape=distribution bins=0..40/5 version=1',
      '```sql first_response_time_percentiles kpi=first_response_time shape=percentiles version=1',
      '```sql tickets_resolved_cohort_by_month kpi=tickets_resolved shape=cohort grain=month version=1',
    ]);
    expect(cells.map((cell) => stateOfCell(cell, { kpis: catalogue }))).toEqual(
      cells.map(() => 'asInCatalogue'),
    );
    expect(cells.slice(0, 3).map((cell) => parseKpiAttributes(cell))).toMatchObject([
      { shape: 'table', by: 'channel', and: 'type' },
      { shape: 'extremes', by: 'agent', top: 3, min: 50 },
      { shape: 'distribution', bins: { from: 0, to: 40, width: 5 } },
    ]);
  });
});
