-- breakdown
select
  type,
  count(*) as value,
  count(*) / sum(count(*)) over () as share,
  count(*) filter (where created_at > least($period_end, $as_of) - interval 28 day)
    / nullif(count(*) filter (where created_at <= least($period_end, $as_of) - interval 28 day and created_at > least($period_end, $as_of) - interval 56 day), 0) - 1 as growth,
  avg((reopens > 0)::int) filter (where last_solved_at is not null) as reopen_rate,
  avg(satisfied) as csat,
  count(satisfied) as answers,
  count(*) as n
from tickets
left join (
  select source_id, ticket_id, max((bucket = 'positive')::int) as satisfied
  from ratings
  where kind = 'csat' and is_latest and bucket is not null
  group by source_id, ticket_id
) using (source_id, ticket_id)
where true
  and created_at >= $period_start and created_at < $period_end
group by type
order by n desc, type

-- rows
select ticket_id, created_at, type, intent, status_reason, channel, status, reopens, subject
from tickets
where true
  and created_at >= $period_start and created_at < $period_end
order by type, created_at, ticket_id
