-- headline
select count(*) as value, count(*) as n
from tickets
where status = 'in_progress'

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', min(created_at)), max(created_at), interval 1 week
  ))::date as week
  from tickets
), counted as (
  select date_trunc('week', created_at) as week, count(*) as value
  from tickets
  where status = 'in_progress'
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks full join counted using (week)
order by week

-- breakdown
select coalesce(agents.name, agent_id) as agent, count(*) as value, count(*) as n
from tickets
left join agents using (source_id, agent_id)
where status = 'in_progress'
group by agent
order by n desc, agent

-- rows
select
  ticket_id,
  created_at,
  updated_at,
  status,
  status_raw,
  channel,
  type,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where status = 'in_progress'
order by created_at, ticket_id
