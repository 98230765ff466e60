-- headline
select
  avg(coalesce(agents_involved > 1 or teams_involved > 1, false)::int) as value,
  count(*) as n,
  avg((agents_involved > 1)::int) as more_agents,
  avg((teams_involved > 1)::int) as more_teams
from tickets
where (agents_involved >= 1 or teams_involved >= 1) and coalesce(agent_actions > 0 or agent_replies > 0, agent_actions is null and agent_replies is null)
  and created_at >= $period_start and created_at < $period_end

-- trend
select
  date_trunc('week', created_at) as week,
  avg(coalesce(agents_involved > 1 or teams_involved > 1, false)::int) as value,
  count(*) as n
from tickets
where (agents_involved >= 1 or teams_involved >= 1) and coalesce(agent_actions > 0 or agent_replies > 0, agent_actions is null and agent_replies is null)
  and created_at >= $period_start and created_at < $period_end
group by week
order by week

-- breakdown
select
  type,
  avg(coalesce(agents_involved > 1 or teams_involved > 1, false)::int) as value,
  count(*) as n
from tickets
where (agents_involved >= 1 or teams_involved >= 1) and coalesce(agent_actions > 0 or agent_replies > 0, agent_actions is null and agent_replies is null)
  and created_at >= $period_start and created_at < $period_end
group by type
order by n desc, type

-- rows
select
  ticket_id,
  created_at,
  agents_involved,
  teams_involved,
  agent_actions,
  channel,
  type,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where (agents_involved >= 1 or teams_involved >= 1) and coalesce(agent_actions > 0 or agent_replies > 0, agent_actions is null and agent_replies is null)
  and created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- headline, agents
select avg((agents_involved > 1)::int) as value, count(*) as n
from tickets
where agents_involved >= 1 and coalesce(agent_actions > 0 or agent_replies > 0, agent_actions is null and agent_replies is null)
  and created_at >= $period_start and created_at < $period_end

-- headline, teams
select avg((teams_involved > 1)::int) as value, count(*) as n
from tickets
where teams_involved >= 1 and coalesce(agent_actions > 0 or agent_replies > 0, agent_actions is null and agent_replies is null)
  and created_at >= $period_start and created_at < $period_end

-- headline, handoffs
select
  avg(greatest(agents_involved, teams_involved) - 1) as value,
  stddev(greatest(agents_involved, teams_involved) - 1) as stddev,
  count(*) as n,
  avg((agents_involved > 1)::int) as more_agents,
  avg((teams_involved > 1)::int) as more_teams
from tickets
where (agents_involved >= 1 or teams_involved >= 1) and coalesce(agent_actions > 0 or agent_replies > 0, agent_actions is null and agent_replies is null)
  and created_at >= $period_start and created_at < $period_end
