-- headline
select count(*) as value, count(*) as n
from tickets
where created_at >= $period_start and created_at < $period_end

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', greatest(min(created_at), $period_start)), max(created_at), interval 1 week
  ))::date as week
  from tickets
), counted as (
  select date_trunc('week', created_at) as week, count(*) as value
  from tickets
  where created_at >= $period_start and created_at < $period_end
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks left join counted using (week)
where week < $period_end
order by week

-- breakdown
with recent as (
  select
    type,
    count(*) filter (where created_at >= until - interval 28 day)
      / nullif(count(*) filter (where created_at < until - interval 28 day), 0) - 1 as growth
  from tickets
  cross join (select least($period_end, $as_of + interval 1 second) as until)
  where created_at >= until - interval 56 day and created_at < until
    and (select min(created_at) from tickets) <= until - interval 56 day
  group by type
), answered as (
  select source_id, ticket_id, count(*) as answers, count(*) filter (where bucket = 'positive') as satisfied
  from ratings
  where kind = 'csat' and is_latest and bucket is not null
  group by source_id, ticket_id
)
select
  tickets.type,
  count(*) as value,
  count(*) / sum(count(*)) over () as share,
  any_value(growth) as growth,
  avg((reopens > 0)::int) filter (where coalesce(last_solved_at, first_solved_at) is not null or status in ('solved', 'closed')) as reopen_rate,
  sum(satisfied) / sum(answers) as csat,
  coalesce(sum(answers), 0)::bigint as answers,
  count(*) as n
from tickets
left join recent on recent.type is not distinct from tickets.type
left join answered using (source_id, ticket_id)
where created_at >= $period_start and created_at < $period_end
group by tickets.type
order by n desc, tickets.type

-- rows
select ticket_id, created_at, type, intent, tags, status_reason, channel, status, reopens, subject
from tickets
where created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- breakdown, intent
with recent as (
  select
    intent,
    count(*) filter (where created_at >= until - interval 28 day)
      / nullif(count(*) filter (where created_at < until - interval 28 day), 0) - 1 as growth
  from tickets
  cross join (select least($period_end, $as_of + interval 1 second) as until)
  where created_at >= until - interval 56 day and created_at < until
    and (select min(created_at) from tickets) <= until - interval 56 day
  group by intent
), answered as (
  select source_id, ticket_id, count(*) as answers, count(*) filter (where bucket = 'positive') as satisfied
  from ratings
  where kind = 'csat' and is_latest and bucket is not null
  group by source_id, ticket_id
)
select
  tickets.intent,
  count(*) as value,
  count(*) / sum(count(*)) over () as share,
  any_value(growth) as growth,
  avg((reopens > 0)::int) filter (where coalesce(last_solved_at, first_solved_at) is not null or status in ('solved', 'closed')) as reopen_rate,
  sum(satisfied) / sum(answers) as csat,
  coalesce(sum(answers), 0)::bigint as answers,
  count(*) as n
from tickets
left join recent on recent.intent is not distinct from tickets.intent
left join answered using (source_id, ticket_id)
where created_at >= $period_start and created_at < $period_end
group by tickets.intent
order by n desc, tickets.intent

-- breakdown, tag
with recent as (
  select
    tag,
    count(*) filter (where created_at >= until - interval 28 day)
      / nullif(count(*) filter (where created_at < until - interval 28 day), 0) - 1 as growth
  from tickets left join unnest(list_distinct(tags)) as tagged(tag) on true
  cross join (select least($period_end, $as_of + interval 1 second) as until)
  where created_at >= until - interval 56 day and created_at < until
    and (select min(created_at) from tickets) <= until - interval 56 day
  group by tag
), answered as (
  select source_id, ticket_id, count(*) as answers, count(*) filter (where bucket = 'positive') as satisfied
  from ratings
  where kind = 'csat' and is_latest and bucket is not null
  group by source_id, ticket_id
)
select
  tagged.tag,
  count(*) as value,
  count(*) / (
    select count(*)
    from tickets
    where created_at >= $period_start and created_at < $period_end
  ) as share,
  any_value(growth) as growth,
  avg((reopens > 0)::int) filter (where coalesce(last_solved_at, first_solved_at) is not null or status in ('solved', 'closed')) as reopen_rate,
  sum(satisfied) / sum(answers) as csat,
  coalesce(sum(answers), 0)::bigint as answers,
  count(*) as n
from tickets
left join unnest(list_distinct(tickets.tags)) as tagged(tag) on true
left join recent on recent.tag is not distinct from tagged.tag
left join answered using (source_id, ticket_id)
where created_at >= $period_start and created_at < $period_end
group by tagged.tag
order by n desc, tagged.tag
