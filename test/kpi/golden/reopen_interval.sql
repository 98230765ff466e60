-- headline
select
  median(reopen_seconds) as value,
  count(*) as n,
  avg(reopen_seconds) as mean,
  quantile_cont(reopen_seconds, 0.9) as p90
from solves
where reopen_seconds >= 0
  and reopened_at >= $period_start and reopened_at < $period_end

-- trend
select date_trunc('week', reopened_at) as week, median(reopen_seconds) as value, count(*) as n
from solves
where reopen_seconds >= 0
  and reopened_at >= $period_start and reopened_at < $period_end
group by week
order by week

-- breakdown
select
  coalesce(agents.name, solves.agent_id) as agent,
  median(reopen_seconds) as value,
  count(*) as n
from solves
left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
where reopen_seconds >= 0
  and reopened_at >= $period_start and reopened_at < $period_end
group by agent
order by n desc, agent

-- rows
select
  ticket_id,
  solved_at,
  reopened_at,
  reopen_seconds,
  coalesce(agents.name, solves.agent_id) as agent,
  channel,
  type,
  subject
from solves
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
where reopen_seconds >= 0
  and reopened_at >= $period_start and reopened_at < $period_end
order by reopened_at, solve_id

-- headline, mean
select
  avg(reopen_seconds) as value,
  stddev(reopen_seconds) as stddev,
  count(*) as n,
  median(reopen_seconds) as median,
  quantile_cont(reopen_seconds, 0.9) as p90
from solves
where reopen_seconds >= 0
  and reopened_at >= $period_start and reopened_at < $period_end

-- headline, p90
select
  quantile_cont(reopen_seconds, 0.9) as value,
  count(*) as n,
  avg(reopen_seconds) as mean,
  median(reopen_seconds) as median
from solves
where reopen_seconds >= 0
  and reopened_at >= $period_start and reopened_at < $period_end
