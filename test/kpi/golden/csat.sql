-- headline
select avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end

-- trend
select date_trunc('week', rated_at) as week, avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
group by week
order by week

-- breakdown
select channel, avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  channel,
  coalesce(agents.name, ratings.agent_id, tickets.agent_id) as agent,
  rated_at,
  score,
  comment
from ratings
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = ratings.source_id and agents.agent_id = coalesce(ratings.agent_id, tickets.agent_id)
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
order by rated_at, rating_id

-- headline, computed+percent_of_scale
select
  avg(score_normalised) as value,
  stddev(score_normalised) as stddev,
  count(score_normalised) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end

-- headline, mean_score
select avg(score) as value, stddev(score) as stddev, count(score) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end

-- headline, computed+every_rating
select avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
where kind = 'csat' and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end

-- headline, aggregated
select
  sum(value) filter (where metric = 'ratings_positive') as numerator,
  sum(value) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric in ('ratings_positive', 'ratings_negative') and value is not null
  and from_at >= $period_start and from_at < $period_end
