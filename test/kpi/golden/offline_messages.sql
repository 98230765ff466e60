-- headline
select
  count(*) as value,
  count(*) as n,
  (select avg(is_offline::int) from tickets where created_at >= $period_start and created_at < $period_end) as share
from tickets
where is_offline
  and created_at >= $period_start and created_at < $period_end

-- trend
with days as (
  select unnest(generate_series(
    date_trunc('day', greatest(min(created_at), $period_start)), max(created_at), interval 1 day
  ))::date as day
  from tickets
), counted as (
  select date_trunc('day', created_at) as day, count(*) as value
  from tickets
  where is_offline
    and created_at >= $period_start and created_at < $period_end
  group by day
)
select day, coalesce(value, 0) as value, coalesce(value, 0) as n
from days left join counted using (day)
where day < $period_end
order by day

-- breakdown
select isodow(created_at) as weekday, count(*) as value, count(*) as n
from tickets
where is_offline
  and created_at >= $period_start and created_at < $period_end
group by weekday
order by n desc, weekday

-- rows
select ticket_id, created_at, channel, status, coalesce(agents.name, agent_id) as agent, subject
from tickets
left join agents using (source_id, agent_id)
where is_offline
  and created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- headline, share
select avg(is_offline::int) as value, count(*) as n
from tickets
where is_offline is not null
  and created_at >= $period_start and created_at < $period_end

-- headline, count+aggregated
select coalesce(sum(value), 0)::bigint as value, coalesce(sum(value), 0)::bigint as n
from period_facts
where metric = 'offline_messages' and value is not null
  and from_at >= $period_start and from_at < $period_end
