-- headline
select
  avg(requester_wait_seconds) as value,
  stddev(requester_wait_seconds) as stddev,
  count(*) as n,
  median(requester_wait_seconds) as median,
  quantile_cont(requester_wait_seconds, 0.9) as p90
from tickets
where requester_wait_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- trend
select
  date_trunc('week', last_solved_at) as week,
  avg(requester_wait_seconds) as value,
  stddev(requester_wait_seconds) as stddev,
  count(*) as n
from tickets
where requester_wait_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by week
order by week

-- breakdown
select
  channel,
  avg(requester_wait_seconds) as value,
  stddev(requester_wait_seconds) as stddev,
  count(*) as n
from tickets
where requester_wait_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  last_solved_at,
  requester_wait_seconds,
  status,
  channel,
  type,
  coalesce(agents.name, agent_id) as agent
from tickets
left join agents using (source_id, agent_id)
where requester_wait_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end
order by last_solved_at, ticket_id

-- headline, median
select
  median(requester_wait_seconds) as value,
  count(*) as n,
  avg(requester_wait_seconds) as mean,
  quantile_cont(requester_wait_seconds, 0.9) as p90
from tickets
where requester_wait_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, p90
select
  quantile_cont(requester_wait_seconds, 0.9) as value,
  count(*) as n,
  avg(requester_wait_seconds) as mean,
  median(requester_wait_seconds) as median
from tickets
where requester_wait_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, reported+business
select
  avg(reported_requester_wait_business_seconds) as value,
  stddev(reported_requester_wait_business_seconds) as stddev,
  count(*) as n,
  median(reported_requester_wait_business_seconds) as median,
  quantile_cont(reported_requester_wait_business_seconds, 0.9) as p90
from tickets
where reported_requester_wait_business_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, reported
select
  avg(reported_requester_wait_seconds) as value,
  stddev(reported_requester_wait_seconds) as stddev,
  count(*) as n,
  median(reported_requester_wait_seconds) as median,
  quantile_cont(reported_requester_wait_seconds, 0.9) as p90
from tickets
where reported_requester_wait_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end
