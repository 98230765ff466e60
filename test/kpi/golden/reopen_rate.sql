-- headline
select avg((reopens > 0)::int) as value, count(*) as n
from tickets
where reopens is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- trend
select date_trunc('week', last_solved_at) as week, avg((reopens > 0)::int) as value, count(*) as n
from tickets
where reopens is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by week
order by week

-- breakdown
select type, avg((reopens > 0)::int) as value, count(*) as n
from tickets
where reopens is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by type
order by n desc, type

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
where reopens is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
order by last_solved_at, ticket_id

-- headline, of_all
select avg((reopens > 0)::int) as value, count(*) as n
from tickets
where reopens is not null
  and created_at >= $period_start and created_at < $period_end

-- headline, of_solved_now
select avg((reopens > 0)::int) as value, count(*) as n
from tickets
where reopens is not null and status in ('solved', 'closed')
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, computed+of_solves
select avg((reopened_at is not null)::int) as value, count(*) as n
from solves
where solved_at >= $period_start and solved_at < $period_end

-- headline, reported
select avg((reported_reopens > 0)::int) as value, count(*) as n
from tickets
where reported_reopens is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
