-- headline
select
  count(*) as value,
  count(*) as n,
  count(*) filter (where bucket = 'positive') as positive,
  count(*) filter (where bucket = 'neutral') as neutral,
  count(*) filter (where bucket = 'negative') as negative
from ratings
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', greatest(min(rated_at), $period_start)), max(rated_at), interval 1 week
  ))::date as week
  from ratings
), counted as (
  select date_trunc('week', rated_at) as week, count(*) as value
  from ratings
  where kind = 'csat' and is_latest and bucket is not null
    and rated_at >= $period_start and rated_at < $period_end
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks left join counted using (week)
where week < $period_end
order by week

-- breakdown
select bucket as answer, count(*) as value, count(*) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
group by answer
order by n desc, answer

-- rows
select
  ticket_id,
  rated_at,
  bucket,
  score,
  comment,
  channel,
  type,
  coalesce(agents.name, ratings.agent_id, tickets.agent_id) as agent
from ratings
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = ratings.source_id and agents.agent_id = coalesce(ratings.agent_id, tickets.agent_id)
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
order by rated_at, rating_id

-- headline, computed+every_rating
select
  count(*) as value,
  count(*) as n,
  count(*) filter (where bucket = 'positive') as positive,
  count(*) filter (where bucket = 'neutral') as neutral,
  count(*) filter (where bucket = 'negative') as negative
from ratings
where kind = 'csat' and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end

-- headline, aggregated
select
  coalesce(sum(value), 0)::bigint as value,
  coalesce(sum(value), 0)::bigint as n,
  sum(value) filter (where metric = 'ratings_positive') as positive,
  sum(value) filter (where metric = 'ratings_negative') as negative
from period_facts
where metric in ('ratings_positive', 'ratings_negative') and value is not null
  and from_at >= $period_start and from_at < $period_end
