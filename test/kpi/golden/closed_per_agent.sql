-- headline
select
  count(*) as numerator,
  count(distinct (source_id, agent_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from solves
where agent_id is not null
  and solved_at >= $period_start and solved_at < $period_end

-- trend
select
  date_trunc('week', solved_at) as week,
  count(*) as numerator,
  count(distinct (source_id, agent_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from solves
where agent_id is not null
  and solved_at >= $period_start and solved_at < $period_end
group by week
order by week

-- breakdown
select
  coalesce(agents.name, solves.agent_id) as agent,
  count(*) as numerator,
  count(distinct (solves.source_id, solves.agent_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from solves
left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
where solves.agent_id is not null
  and solved_at >= $period_start and solved_at < $period_end
group by agent
order by n desc, agent

-- rows
select
  ticket_id,
  solved_at,
  closed_at,
  last_solved_at,
  coalesce(agents.name, solves.agent_id) as agent,
  channel,
  type,
  tickets.team,
  status
from solves
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
where solves.agent_id is not null
  and solved_at >= $period_start and solved_at < $period_end
order by solved_at, solve_id

-- headline, assignee
select
  count(*) as numerator,
  count(distinct (source_id, agent_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from tickets
where status in ('solved', 'closed') and agent_id is not null
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end
