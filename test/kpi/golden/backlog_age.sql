-- headline
select
  median(epoch($as_of_utc - created_at_utc)) as value,
  count(*) as n,
  avg(epoch($as_of_utc - created_at_utc)) as mean,
  quantile_cont(epoch($as_of_utc - created_at_utc), 0.9) as p90,
  avg((created_at_utc < $as_of_utc - interval 1 day)::int) as over_1_day,
  avg((created_at_utc < $as_of_utc - interval 3 day)::int) as over_3_days,
  avg((created_at_utc < $as_of_utc - interval 7 day)::int) as over_7_days,
  avg((created_at_utc < $as_of_utc - interval 30 day)::int) as over_30_days
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of_utc - created_at_utc) >= 0

-- trend
select
  date_trunc('week', created_at) as week,
  median(epoch($as_of_utc - created_at_utc)) as value,
  count(*) as n
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of_utc - created_at_utc) >= 0
group by week
order by week

-- breakdown
select status, median(epoch($as_of_utc - created_at_utc)) as value, count(*) as n
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of_utc - created_at_utc) >= 0
group by status
order by n desc, status

-- rows
select
  ticket_id,
  created_at,
  epoch($as_of_utc - created_at_utc) as age_seconds,
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
  and epoch($as_of_utc - created_at_utc) >= 0
order by created_at, ticket_id

-- headline, mean
select
  avg(epoch($as_of_utc - created_at_utc)) as value,
  stddev(epoch($as_of_utc - created_at_utc)) as stddev,
  count(*) as n,
  median(epoch($as_of_utc - created_at_utc)) as median,
  quantile_cont(epoch($as_of_utc - created_at_utc), 0.9) as p90,
  avg((created_at_utc < $as_of_utc - interval 1 day)::int) as over_1_day,
  avg((created_at_utc < $as_of_utc - interval 3 day)::int) as over_3_days,
  avg((created_at_utc < $as_of_utc - interval 7 day)::int) as over_7_days,
  avg((created_at_utc < $as_of_utc - interval 30 day)::int) as over_30_days
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of_utc - created_at_utc) >= 0

-- headline, p90
select
  quantile_cont(epoch($as_of_utc - created_at_utc), 0.9) as value,
  count(*) as n,
  avg(epoch($as_of_utc - created_at_utc)) as mean,
  median(epoch($as_of_utc - created_at_utc)) as median,
  avg((created_at_utc < $as_of_utc - interval 1 day)::int) as over_1_day,
  avg((created_at_utc < $as_of_utc - interval 3 day)::int) as over_3_days,
  avg((created_at_utc < $as_of_utc - interval 7 day)::int) as over_7_days,
  avg((created_at_utc < $as_of_utc - interval 30 day)::int) as over_30_days
from tickets
where status in ('new', 'open', 'in_progress', 'pending', 'hold')
  and epoch($as_of_utc - created_at_utc) >= 0
