-- headline
select
  avg((status in ('new', 'open', 'in_progress', 'pending', 'hold') and agent_actions = 0)::int) as value,
  count(*) as n
from tickets
where status not in ('merged', 'spam', 'deleted') and agent_actions is not null
  and created_at >= $period_start and created_at < $period_end

-- trend
select
  date_trunc('week', created_at) as week,
  avg((status in ('new', 'open', 'in_progress', 'pending', 'hold') and agent_actions = 0)::int) as value,
  count(*) as n
from tickets
where status not in ('merged', 'spam', 'deleted') and agent_actions is not null
  and created_at >= $period_start and created_at < $period_end
group by week
order by week

-- breakdown
select
  status_reason,
  avg((status in ('new', 'open', 'in_progress', 'pending', 'hold') and agent_actions = 0)::int) as value,
  count(*) as n
from tickets
where status not in ('merged', 'spam', 'deleted') and agent_actions is not null
  and created_at >= $period_start and created_at < $period_end
group by status_reason
order by n desc, status_reason

-- rows
select
  ticket_id,
  created_at,
  status,
  status_reason,
  agent_actions,
  agent_replies,
  channel,
  type,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where status not in ('merged', 'spam', 'deleted') and agent_actions is not null
  and created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- headline, reported
select
  avg((status in ('new', 'open', 'in_progress', 'pending', 'hold') and agent_replies = 0)::int) as value,
  count(*) as n
from tickets
where status not in ('merged', 'spam', 'deleted') and agent_replies is not null
  and created_at >= $period_start and created_at < $period_end
