-- headline
select count(*) as value, count(*) as n
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', min(created_at)), max(created_at), interval 1 week
  ))::date as week
  from tickets
), counted as (
  select date_trunc('week', created_at) as week, count(*) as value
  from tickets
  where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks full join counted using (week)
order by week

-- breakdown
select status, count(*) as value, count(*) as n
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
group by status
order by n desc, status

-- rows
select
  ticket_id,
  created_at,
  status,
  status_reason,
  channel,
  type,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
order by created_at, ticket_id
