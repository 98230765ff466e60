-- rows
select
  ticket_id,
  channel,
  created_at as opened_at,
  coalesce(closed_at, last_solved_at) as closed_at,
  status,
  coalesce(agents.name, agent_id) as agent,
  resolution_seconds,
  rating
from tickets
left join agents using (source_id, agent_id)
left join (
  select source_id, ticket_id, last(score order by rated_at_utc nulls first, rating_id) as rating
  from ratings
  where kind = 'csat' and is_latest and score is not null
  group by source_id, ticket_id
) using (source_id, ticket_id)
where created_at >= $period_start and created_at < $period_end
order by opened_at, ticket_id
