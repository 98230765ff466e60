-- headline
select
  avg(in_progress_seconds) as value,
  stddev(in_progress_seconds) as stddev,
  count(*) as n,
  median(in_progress_seconds) as median,
  quantile_cont(in_progress_seconds, 0.9) as p90
from tickets
where status in ('solved', 'closed') and in_progress_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end

-- trend
select
  date_trunc('week', coalesce(closed_at, last_solved_at)) as week,
  avg(in_progress_seconds) as value,
  stddev(in_progress_seconds) as stddev,
  count(*) as n
from tickets
where status in ('solved', 'closed') and in_progress_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end
group by week
order by week

-- breakdown
select
  channel,
  avg(in_progress_seconds) as value,
  stddev(in_progress_seconds) as stddev,
  count(*) as n
from tickets
where status in ('solved', 'closed') and in_progress_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  last_solved_at,
  closed_at,
  in_progress_seconds,
  status,
  channel,
  type,
  coalesce(agents.name, agent_id) as agent
from tickets
left join agents using (source_id, agent_id)
where status in ('solved', 'closed') and in_progress_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end
order by coalesce(closed_at, last_solved_at), ticket_id

-- headline, median
select
  median(in_progress_seconds) as value,
  count(*) as n,
  avg(in_progress_seconds) as mean,
  quantile_cont(in_progress_seconds, 0.9) as p90
from tickets
where status in ('solved', 'closed') and in_progress_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end

-- headline, p90
select
  quantile_cont(in_progress_seconds, 0.9) as value,
  count(*) as n,
  avg(in_progress_seconds) as mean,
  median(in_progress_seconds) as median
from tickets
where status in ('solved', 'closed') and in_progress_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end

-- headline, reported
select
  avg(reported_in_progress_seconds) as value,
  stddev(reported_in_progress_seconds) as stddev,
  count(*) as n,
  median(reported_in_progress_seconds) as median,
  quantile_cont(reported_in_progress_seconds, 0.9) as p90
from tickets
where status in ('solved', 'closed') and reported_in_progress_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end
