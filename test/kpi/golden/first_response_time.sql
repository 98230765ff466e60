-- headline
select
  avg(first_response_seconds) as value,
  stddev(first_response_seconds) as stddev,
  count(*) as n,
  median(first_response_seconds) as median,
  quantile_cont(first_response_seconds, 0.9) as p90
from tickets
where (started_by is distinct from 'agent' or customer_messages > 0)
  and first_response_seconds >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end

-- trend
select
  date_trunc('week', first_human_reply_at) as week,
  avg(first_response_seconds) as value,
  stddev(first_response_seconds) as stddev,
  count(*) as n
from tickets
where (started_by is distinct from 'agent' or customer_messages > 0)
  and first_response_seconds >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
group by week
order by week

-- breakdown
select
  channel,
  avg(first_response_seconds) as value,
  stddev(first_response_seconds) as stddev,
  count(*) as n
from tickets
where (started_by is distinct from 'agent' or customer_messages > 0)
  and first_response_seconds >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  first_human_reply_at,
  first_response_seconds,
  channel,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  started_by,
  subject
from tickets
left join agents using (source_id, agent_id)
where (started_by is distinct from 'agent' or customer_messages > 0)
  and first_response_seconds >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
order by first_human_reply_at, ticket_id

-- headline, from_first_message
select
  avg(response_seconds) as value,
  stddev(response_seconds) as stddev,
  count(*) as n,
  median(response_seconds) as median,
  quantile_cont(response_seconds, 0.9) as p90
from replies
where is_first and response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end

-- headline, from_assignment
select
  avg(epoch(first_human_reply_at_utc - assigned_at_utc)) as value,
  stddev(epoch(first_human_reply_at_utc - assigned_at_utc)) as stddev,
  count(*) as n,
  median(epoch(first_human_reply_at_utc - assigned_at_utc)) as median,
  quantile_cont(epoch(first_human_reply_at_utc - assigned_at_utc), 0.9) as p90
from tickets
where (started_by is distinct from 'agent' or customer_messages > 0)
  and epoch(first_human_reply_at_utc - assigned_at_utc) >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end

-- headline, median
select
  median(first_response_seconds) as value,
  count(*) as n,
  avg(first_response_seconds) as mean,
  quantile_cont(first_response_seconds, 0.9) as p90
from tickets
where (started_by is distinct from 'agent' or customer_messages > 0)
  and first_response_seconds >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end

-- headline, p90
select
  quantile_cont(first_response_seconds, 0.9) as value,
  count(*) as n,
  avg(first_response_seconds) as mean,
  median(first_response_seconds) as median
from tickets
where (started_by is distinct from 'agent' or customer_messages > 0)
  and first_response_seconds >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end

-- headline, from_creation+business
select
  avg(first_response_business_seconds) as value,
  stddev(first_response_business_seconds) as stddev,
  count(*) as n,
  median(first_response_business_seconds) as median,
  quantile_cont(first_response_business_seconds, 0.9) as p90
from tickets
where (started_by is distinct from 'agent' or customer_messages > 0)
  and first_response_business_seconds >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end

-- headline, from_creation+reported
select
  avg(reported_first_response_seconds) as value,
  stddev(reported_first_response_seconds) as stddev,
  count(*) as n,
  median(reported_first_response_seconds) as median,
  quantile_cont(reported_first_response_seconds, 0.9) as p90
from tickets
where reported_first_response_seconds >= 0
  and coalesce(first_human_reply_at, created_at + to_seconds(reported_first_response_seconds)) >= $period_start
  and coalesce(first_human_reply_at, created_at + to_seconds(reported_first_response_seconds)) < $period_end

-- headline, from_creation+mean+calendar+aggregated
select
  sum(value * weight) as numerator,
  sum(weight) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric = 'first_response_time' and unit = 'seconds' and value is not null and weight is not null
  and from_at >= $period_start and from_at < $period_end
