-- headline
select
  count(*) as numerator,
  count(distinct (source_id, actor_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from ticket_events
where kind = 'solve' and actor = 'agent' and actor_id is not null
  and ticket_events.at >= $period_start and ticket_events.at < $period_end

-- trend
select
  date_trunc('week', ticket_events.at) as week,
  count(*) as numerator,
  count(distinct (source_id, actor_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from ticket_events
where kind = 'solve' and actor = 'agent' and actor_id is not null
  and ticket_events.at >= $period_start and ticket_events.at < $period_end
group by week
order by week

-- breakdown
select
  coalesce(agents.name, ticket_events.actor_id) as agent,
  count(*) as numerator,
  count(distinct (ticket_events.source_id, actor_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from ticket_events
left join agents on agents.source_id = ticket_events.source_id and agents.agent_id = ticket_events.actor_id
where kind = 'solve' and actor = 'agent' and actor_id is not null
  and ticket_events.at >= $period_start and ticket_events.at < $period_end
group by agent
order by n desc, agent

-- rows
select
  ticket_id,
  coalesce(agents.name, ticket_events.actor_id) as agent,
  channel,
  type,
  tickets.team,
  status
from ticket_events
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = ticket_events.source_id and agents.agent_id = ticket_events.actor_id
where kind = 'solve' and actor = 'agent' and actor_id is not null
  and ticket_events.at >= $period_start and ticket_events.at < $period_end
order by ticket_events.at, event_id

-- headline, assignee
select
  count(*) as numerator,
  count(distinct (source_id, agent_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from tickets
where status in ('solved', 'closed') and agent_id is not null
  and coalesce(closed_at, last_solved_at) >= $period_start and coalesce(closed_at, last_solved_at) < $period_end
