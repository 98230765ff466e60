import { describe, expect, test } from 'vitest';
import {
  availability,
  catalogue,
  findKpi,
  inWeeksFrom,
  kpiCell,
  needsOf,
  parseKpiAttributes,
  sourceInWeeksFrom,
  stateOfCell,
  type Kpi,
  type KpiProfile,
} from '#kpi';
import { messagesEn, messagesPtBR } from '#messages';

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

describe('a KPI’s cell', () => {
  test('is the fence that a notebook holds, with what is not ★ only', () => {
    const { text } = kpiCell(kpi('csat'), {
      shape: 'trend',
      grain: 'week',
      by: 'channel',
      variant: 'percent_of_scale',
    });
    expect(text)
      .toBe(`\`\`\`sql csat_percent_of_scale_by_week_channel kpi=csat shape=trend grain=week by=channel variant=percent_of_scale version=1
select
  date_trunc('week', rated_at) as week,
  channel,
  avg(score_normalised) as value,
  stddev(score_normalised) as stddev,
  count(score_normalised) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
group by week, channel
order by week, channel
\`\`\`
`);
  });

  test('of ★ is named after its KPI', () => {
    expect([
      kpiCell(kpi('csat'), { shape: 'headline', variant: 'satisfied' }).name,
      kpiCell(kpi('csat'), { shape: 'breakdown' }).name,
      kpiCell(kpi('csat'), { shape: 'rows' }).name,
      kpiCell(kpi('tickets_created'), { shape: 'breakdown', by: 'field:Produto São' }).name,
    ]).toEqual(['csat', 'csat_by_channel', 'csat_rows', 'tickets_created_by_field_produto_sao']);
  });

  test('gives back what it was made of', () => {
    const cell = kpiCell(kpi('wait_time'), { shape: 'breakdown', by: 'agent', variant: 'p90+abandoned' });
    expect(parseKpiAttributes(cell)).toEqual({
      kpi: 'wait_time',
      shape: 'breakdown',
      grain: undefined,
      by: 'agent',
      variant: 'abandoned+p90',
      version: 1,
    });
  });

  test('knows whether it is as in the catalogue, edited, or of another version', () => {
    const kpis = catalogue;
    const cell = kpiCell(kpi('csat'), { shape: 'headline' });
    const older = cell.attributes.map((each) => (each.key === 'version' ? { ...each, value: '0' } : each));
    const edited = cell.source.replace('is_latest', 'true');
    expect([
      stateOfCell(cell, { kpis }),
      stateOfCell({ ...cell, source: cell.source.replaceAll('\n', '\n  ') }, { kpis }),
      stateOfCell(kpiCell(kpi('csat'), { shape: 'headline', withPeriod: false }), { kpis }),
      stateOfCell({ ...cell, source: edited }, { kpis }),
      stateOfCell({ attributes: older, source: edited }, { kpis }),
      stateOfCell(cell, { kpis: [] }),
      stateOfCell({ attributes: [], source: 'select 1' }, { kpis }),
    ]).toEqual(['asInCatalogue', 'asInCatalogue', 'asInCatalogue', 'edited', 'outdated', 'unknown', null]);
  });
});

describe('availability', () => {
  const profile = (tables: Record<string, string[]>): KpiProfile => ({
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, columns]) => [
        name,
        { rows: 3, columns: Object.fromEntries(columns.map((column) => [column, 3])) },
      ]),
    ),
    facts: {},
  });

  test('derives what a definition reads', () => {
    expect(needsOf(kpi('csat').definition)).toEqual([
      'ratings',
      'ratings.kind',
      'ratings.is_latest',
      'ratings.bucket',
    ]);
  });

  test('of a KPI of events on a ticket export names the table', () => {
    expect(
      availability(kpi('closed_per_agent'), profile({ tickets: ['agent_id', 'status'], contacts: [] })),
    ).toEqual({
      status: 'not_computable',
      variant: 'closer',
      reason: { code: 'kpi.needs.table', params: { table: 'ticket_events', present: 'tickets' } },
      alternatives: ['assignee'],
    });
  });

  test('asks for the date only where a period has to be applied', () => {
    const undated = profile({ tickets: ['ticket_id'] });
    expect([
      availability(kpi('tickets_created'), undated).status,
      availability(kpi('tickets_created'), undated, { withPeriod: true }),
    ]).toMatchObject([
      'ok',
      { reason: { code: 'kpi.needs.date', params: { columns: 'tickets.created_at' } } },
    ]);
  });

  test.each([
    ['nonsense', 'kpi.variant.unknown'],
    ['median+p90', 'kpi.variant.twice'],
  ])('of the variant %s is refused', (variant, code) => {
    expect(availability(kpi('wait_time'), profile({}), { variant })).toMatchObject({
      status: 'not_computable',
      reason: { code },
    });
  });

  test('of a variant in any order is the same', () => {
    const full = profile({
      tickets: ['reported_first_response_business_seconds', 'reported_first_response_seconds'],
    });
    const variants = ['median+business+reported', 'reported+median+business', 'business+reported+median'];
    expect(variants.map((variant) => availability(kpi('first_response_time'), full, { variant }))).toEqual(
      variants.map(() => ({
        status: 'ok',
        variant: 'from_creation+median+business+reported',
        path: 'reported',
        notes: [],
      })),
    );
  });
});

test('every dimension, check and option has its sentence in both languages', () => {
  const keys = Object.keys(messagesEn).filter((key) => key.startsWith('kpi.'));
  expect(keys.filter((key) => !(key in messagesPtBR))).toEqual([]);
});

describe('a cell by weeks', () => {
  const csat = kpi('csat');
  const week = (weekStart: 1 | 7) => kpiCell(csat, { shape: 'trend', grain: 'week', weekStart });

  test('is as in the catalogue with whatever day its weeks begin', () => {
    expect(week(7).source).toContain(`date_trunc('week', rated_at + interval 1 day)::date - 1 as week`);
    expect([week(1), week(7)].map((cell) => stateOfCell(cell, { kpis: catalogue }))).toEqual([
      'asInCatalogue',
      'asInCatalogue',
    ]);
  });

  test('is written again with other weeks, a changed one never', () => {
    const changed = { ...week(1), source: week(1).source.replace('positive', 'neutral') };
    const day = kpiCell(csat, { shape: 'trend', grain: 'day' });
    expect([
      sourceInWeeksFrom(7, week(1), catalogue),
      sourceInWeeksFrom(1, week(7), catalogue),
      sourceInWeeksFrom(7, changed, catalogue),
      sourceInWeeksFrom(7, day, catalogue),
    ]).toEqual([week(7).source, week(1).source, changed.source, day.source]);
  });

  test('of SQL that the KPI brings itself has them too', () => {
    expect(inWeeksFrom(7, `select date_trunc('week', t.created_at) as week, 'week' as x`)).toBe(
      `select date_trunc('week', t.created_at + interval 1 day)::date - 1 as week, 'week' as x`,
    );
  });
});
