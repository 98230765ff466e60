-- headline
select avg((agent_replies = 1)::int) as value, count(*) as n
from tickets
where last_solved_at is not null and agent_replies is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- trend
select
  date_trunc('week', last_solved_at) as week,
  avg((agent_replies = 1)::int) as value,
  count(*) as n
from tickets
where last_solved_at is not null and agent_replies is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by week
order by week

-- breakdown
select type, avg((agent_replies = 1)::int) as value, count(*) as n
from tickets
where last_solved_at is not null and agent_replies is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by type
order by n desc, type

-- rows
select
  ticket_id,
  created_at,
  last_solved_at,
  agent_replies,
  customer_messages,
  channel,
  type,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where last_solved_at is not null and agent_replies is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
order by last_solved_at, ticket_id

-- headline, at_most_one
select avg((agent_replies <= 1)::int) as value, count(*) as n
from tickets
where last_solved_at is not null and agent_replies is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
