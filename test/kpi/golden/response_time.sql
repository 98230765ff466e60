-- headline
select
  avg(response_seconds) as value,
  stddev(response_seconds) as stddev,
  count(*) as n,
  median(response_seconds) as median,
  quantile_cont(response_seconds, 0.9) as p90
from replies
where response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end

-- trend
select
  date_trunc('week', replied_at) as week,
  avg(response_seconds) as value,
  stddev(response_seconds) as stddev,
  count(*) as n
from replies
where response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end
group by week
order by week

-- breakdown
select channel, avg(response_seconds) as value, stddev(response_seconds) as stddev, count(*) as n
from replies
where response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  asked_at,
  replied_at,
  response_seconds,
  coalesce(agents.name, replies.agent_id) as agent,
  replies.channel,
  type,
  subject
from replies
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = replies.source_id and agents.agent_id = replies.agent_id
where response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end
order by replied_at, reply_id

-- headline, later
select
  avg(response_seconds) as value,
  stddev(response_seconds) as stddev,
  count(*) as n,
  median(response_seconds) as median,
  quantile_cont(response_seconds, 0.9) as p90
from replies
where not is_first and response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end

-- headline, median
select
  median(response_seconds) as value,
  count(*) as n,
  avg(response_seconds) as mean,
  quantile_cont(response_seconds, 0.9) as p90
from replies
where response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end

-- headline, p90
select
  quantile_cont(response_seconds, 0.9) as value,
  count(*) as n,
  avg(response_seconds) as mean,
  median(response_seconds) as median
from replies
where response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end

-- headline, every+mean+aggregated
select
  sum(value * weight) as numerator,
  sum(weight) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric = 'response_time' and unit = 'seconds' and value is not null and weight is not null
  and from_at >= $period_start and from_at < $period_end
