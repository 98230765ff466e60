-- headline
select avg((score is not null)::int) as value, count(*) as n
from ratings
where kind = 'csat'
  and sent_at >= $period_start and sent_at < $period_end

-- trend
select date_trunc('week', sent_at) as week, avg((score is not null)::int) as value, count(*) as n
from ratings
where kind = 'csat'
  and sent_at >= $period_start and sent_at < $period_end
group by week
order by week

-- breakdown
select channel, avg((score is not null)::int) as value, count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'csat'
  and sent_at >= $period_start and sent_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  rating_id,
  ticket_id,
  sent_at,
  rated_at,
  score,
  channel,
  type,
  coalesce(agents.name, ratings.agent_id, tickets.agent_id) as agent
from ratings
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = ratings.source_id and agents.agent_id = coalesce(ratings.agent_id, tickets.agent_id)
where kind = 'csat'
  and sent_at >= $period_start and sent_at < $period_end
order by sent_at, rating_id
