-- headline
select count(*) as value, count(*) as n, count(*) filter (where reopens > 0) as reopened
from tickets
where last_solved_at >= $period_start and last_solved_at < $period_end

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', greatest(min(last_solved_at), $period_start)), max(last_solved_at), interval 1 week
  ))::date as week
  from tickets
), counted as (
  select date_trunc('week', last_solved_at) as week, count(*) as value
  from tickets
  where last_solved_at >= $period_start and last_solved_at < $period_end
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks left join counted using (week)
where week < $period_end
order by week

-- breakdown
select coalesce(agents.name, agent_id) as agent, count(*) as value, count(*) as n
from tickets
left join agents using (source_id, agent_id)
where last_solved_at >= $period_start and last_solved_at < $period_end
group by agent
order by n desc, agent

-- rows
select
  ticket_id,
  created_at,
  first_solved_at,
  last_solved_at,
  reopens,
  status,
  channel,
  type,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where last_solved_at >= $period_start and last_solved_at < $period_end
order by last_solved_at, ticket_id

-- headline, every_solve
select count(*) as value, count(*) as n, count(*) filter (where reopened_at is not null) as reopened
from solves
where solved_at >= $period_start and solved_at < $period_end

-- headline, computed+solved_now
select count(*) as value, count(*) as n, count(*) filter (where reopens > 0) as reopened
from tickets
where status in ('solved', 'closed')
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, every_solve+aggregated
select coalesce(sum(value), 0)::bigint as value, coalesce(sum(value), 0)::bigint as n
from period_facts
where metric = 'resolutions' and value is not null
  and from_at >= $period_start and from_at < $period_end
