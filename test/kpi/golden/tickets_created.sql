-- headline
select count(*) as value, count(*) as n
from tickets
where created_at >= $period_start and created_at < $period_end

-- trend
with days as (
  select unnest(generate_series(
    date_trunc('day', greatest(min(created_at), $period_start)), max(created_at), interval 1 day
  ))::date as day
  from tickets
), counted as (
  select date_trunc('day', created_at) as day, count(*) as value
  from tickets
  where created_at >= $period_start and created_at < $period_end
  group by day
)
select day, coalesce(value, 0) as value, coalesce(value, 0) as n
from days left join counted using (day)
where day < $period_end
order by day

-- breakdown
select channel, count(*) as value, count(*) as n
from tickets
where created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  channel,
  type,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  status,
  subject
from tickets
left join agents using (source_id, agent_id)
where created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- headline, without_noise
select count(*) as value, count(*) as n
from tickets
where coalesce(status, '') not in ('merged', 'spam', 'deleted')
  and created_at >= $period_start and created_at < $period_end

-- headline, every_ticket+aggregated
select coalesce(sum(value), 0)::bigint as value, coalesce(sum(value), 0)::bigint as n
from period_facts
where metric = 'conversations' and value is not null
  and from_at >= $period_start and from_at < $period_end
