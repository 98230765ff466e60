-- headline
select count(*) as value, count(*) as n
from tickets
where agent_actions > 0
  and created_at >= $period_start and created_at < $period_end

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', greatest(min(created_at), $period_start)), max(created_at), interval 1 week
  ))::date as week
  from tickets
), counted as (
  select date_trunc('week', created_at) as week, count(*) as value
  from tickets
  where agent_actions > 0
    and created_at >= $period_start and created_at < $period_end
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks left join counted using (week)
where week < $period_end
order by week

-- breakdown
select channel, count(*) as value, count(*) as n
from tickets
where agent_actions > 0
  and created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  status,
  agent_replies,
  channel,
  type,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where agent_actions > 0
  and created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- headline, reported
select count(*) as value, count(*) as n
from tickets
where agent_replies > 0
  and created_at >= $period_start and created_at < $period_end
