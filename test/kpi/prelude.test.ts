import { describe, expect, test } from 'vitest';
import { compile, parseKpi, type Kpi } from '#kpi';

function parsed(fields: string, body = ''): Kpi {
  const { kpi, diagnostics } = parseKpi(`---
id: own
name: {en: Own, pt-BR: Própria}
theme: volume
unit: count
${fields}
---
What it means.

## pt-BR

O que significa.

${body}`);
  if (!kpi) throw new Error(JSON.stringify(diagnostics));
  return kpi;
}

const vips = `with: |-
  vips as (
    select source_id, ticket_id from tickets where priority = 'vip'
  ), served as (
    from vips
  )`;

const prelude = `with vips as (
  select source_id, ticket_id from tickets where priority = 'vip'
), served as (
  from vips
)`;

describe('common table expressions of a KPI', () => {
  const kpi = parsed(`shape: count
from: tickets
${vips}
where: (source_id, ticket_id) in (select v.source_id, v.ticket_id from vips v)
at: created_at
rows: [ticket_id]
variants:
  definition:
    served: {}
    all: {where: priority is not null}`);

  test('stand before the SQL that reads one of them', () => {
    expect(compile({ kpi, shape: 'headline', withPeriod: false })).toBe(`${prelude}
select count(*) as value, count(*) as n
from tickets
where (source_id, ticket_id) in (select v.source_id, v.ticket_id from vips v)`);
  });

  test('and before no other', () => {
    expect(compile({ kpi, shape: 'headline', variant: 'all', withPeriod: false }))
      .toBe(`select count(*) as value, count(*) as n
from tickets
where priority is not null`);
  });

  test('are continued by those that a cut has itself', () => {
    expect(compile({ kpi, shape: 'trend', grain: 'day' }).split('\n').slice(0, 7).join('\n'))
      .toBe(`with vips as (
  select source_id, ticket_id from tickets where priority = 'vip'
), served as (
  from vips
), days as (
  select unnest(generate_series(
    date_trunc('day', greatest(min(created_at), $period_start)), max(created_at), interval 1 day`);
  });

  test('can be what the KPI is computed from: its rows come in their order', () => {
    const served = parsed(`shape: count
from: served
${vips}
at: served_at
rows: [ticket_id, served_at, subject]`);
    expect(compile({ kpi: served, shape: 'rows' })).toBe(`${prelude}
select ticket_id, served_at, subject
from served
where served_at >= $period_start and served_at < $period_end
order by served_at, ticket_id, subject`);
  });
});

test('what is cut off at the ends of a period is whole without one', () => {
  const kpi = parsed(
    'shape: custom',
    `\`\`\`sql breakdown
select sum(epoch(least(until, $period_end) - greatest(moment, $period_start))) as value
from levels
where sessions > 0
  and until > $period_start and moment < $period_end
\`\`\``,
  );
  expect(compile({ kpi, shape: 'breakdown', withPeriod: false }))
    .toBe(`select sum(epoch(until - moment)) as value
from levels
where sessions > 0`);
});
