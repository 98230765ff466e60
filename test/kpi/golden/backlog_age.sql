-- headline
select
  median(epoch($as_of - created_at)) as value,
  count(*) as n,
  avg(epoch($as_of - created_at)) as mean,
  quantile_cont(epoch($as_of - created_at), 0.9) as p90,
  avg((created_at < $as_of - interval 1 day)::int) as over_1_day,
  avg((created_at < $as_of - interval 3 day)::int) as over_3_days,
  avg((created_at < $as_of - interval 7 day)::int) as over_7_days,
  avg((created_at < $as_of - interval 30 day)::int) as over_30_days
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of - created_at) >= 0

-- trend
select
  date_trunc('week', created_at) as week,
  median(epoch($as_of - created_at)) as value,
  count(*) as n
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of - created_at) >= 0
group by week
order by week

-- breakdown
select status, median(epoch($as_of - created_at)) as value, count(*) as n
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of - created_at) >= 0
group by status
order by n desc, status

-- rows
select
  ticket_id,
  created_at,
  status,
  status_reason,
  channel,
  type,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of - created_at) >= 0
order by created_at, ticket_id

-- headline, mean
select
  avg(epoch($as_of - created_at)) as value,
  stddev(epoch($as_of - created_at)) as stddev,
  count(*) as n,
  median(epoch($as_of - created_at)) as median,
  quantile_cont(epoch($as_of - created_at), 0.9) as p90,
  avg((created_at < $as_of - interval 1 day)::int) as over_1_day,
  avg((created_at < $as_of - interval 3 day)::int) as over_3_days,
  avg((created_at < $as_of - interval 7 day)::int) as over_7_days,
  avg((created_at < $as_of - interval 30 day)::int) as over_30_days
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of - created_at) >= 0

-- headline, p90
select
  quantile_cont(epoch($as_of - created_at), 0.9) as value,
  count(*) as n,
  avg(epoch($as_of - created_at)) as mean,
  median(epoch($as_of - created_at)) as median,
  avg((created_at < $as_of - interval 1 day)::int) as over_1_day,
  avg((created_at < $as_of - interval 3 day)::int) as over_3_days,
  avg((created_at < $as_of - interval 7 day)::int) as over_7_days,
  avg((created_at < $as_of - interval 30 day)::int) as over_30_days
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of - created_at) >= 0
