-- headline
select
  avg(wait_seconds) as value,
  stddev(wait_seconds) as stddev,
  count(*) as n,
  median(wait_seconds) as median,
  quantile_cont(wait_seconds, 0.9) as p90
from contacts
where outcome = 'attended' and wait_seconds >= 0
  and attended_at >= $period_start and attended_at < $period_end

-- trend
select
  date_trunc('week', attended_at) as week,
  avg(wait_seconds) as value,
  stddev(wait_seconds) as stddev,
  count(*) as n
from contacts
where outcome = 'attended' and wait_seconds >= 0
  and attended_at >= $period_start and attended_at < $period_end
group by week
order by week

-- breakdown
select channel, avg(wait_seconds) as value, stddev(wait_seconds) as stddev, count(*) as n
from contacts
where outcome = 'attended' and wait_seconds >= 0
  and attended_at >= $period_start and attended_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  contact_id,
  ticket_id,
  started_at,
  attended_at,
  wait_seconds,
  channel,
  coalesce(agents.name, contacts.agent_id) as agent
from contacts
left join agents on agents.source_id = contacts.source_id and agents.agent_id = contacts.agent_id
where outcome = 'attended' and wait_seconds >= 0
  and attended_at >= $period_start and attended_at < $period_end
order by attended_at, contact_id

-- headline, abandoned
select
  avg(wait_seconds) as value,
  stddev(wait_seconds) as stddev,
  count(*) as n,
  median(wait_seconds) as median,
  quantile_cont(wait_seconds, 0.9) as p90
from contacts
where outcome = 'abandoned' and wait_seconds >= 0
  and started_at >= $period_start and started_at < $period_end

-- headline, median
select
  median(wait_seconds) as value,
  count(*) as n,
  avg(wait_seconds) as mean,
  quantile_cont(wait_seconds, 0.9) as p90
from contacts
where outcome = 'attended' and wait_seconds >= 0
  and attended_at >= $period_start and attended_at < $period_end

-- headline, p90
select
  quantile_cont(wait_seconds, 0.9) as value,
  count(*) as n,
  avg(wait_seconds) as mean,
  median(wait_seconds) as median
from contacts
where outcome = 'attended' and wait_seconds >= 0
  and attended_at >= $period_start and attended_at < $period_end

-- headline, business
select
  avg(wait_business_seconds) as value,
  stddev(wait_business_seconds) as stddev,
  count(*) as n,
  median(wait_business_seconds) as median,
  quantile_cont(wait_business_seconds, 0.9) as p90
from contacts
where outcome = 'attended' and wait_business_seconds >= 0
  and attended_at >= $period_start and attended_at < $period_end

-- headline, attended+reported
select
  avg(reported_wait_seconds) as value,
  stddev(reported_wait_seconds) as stddev,
  count(*) as n,
  median(reported_wait_seconds) as median,
  quantile_cont(reported_wait_seconds, 0.9) as p90
from tickets
where (agent_id is not null or assigned_at is not null) and reported_wait_seconds >= 0
  and coalesce(assigned_at, created_at) >= $period_start
  and coalesce(assigned_at, created_at) < $period_end

-- headline, attended+mean+calendar+aggregated
select
  sum(value * weight) as numerator,
  sum(weight) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric = 'wait_time' and unit = 'seconds' and value is not null and weight is not null
  and from_at >= $period_start and from_at < $period_end
