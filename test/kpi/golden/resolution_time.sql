-- headline
select
  avg(resolution_seconds) as value,
  stddev(resolution_seconds) as stddev,
  count(*) as n,
  median(resolution_seconds) as median,
  quantile_cont(resolution_seconds, 0.9) as p90,
  avg((resolution_seconds < 3600)::int) as under_1_hour,
  avg((resolution_seconds > 28800)::int) as over_8_hours,
  (
    select avg((status in ('new', 'open', 'in_progress', 'pending', 'hold'))::int)
    from tickets
    where created_at >= $period_start and created_at < $period_end
  ) as still_open
from tickets
where resolution_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- trend
select
  date_trunc('week', last_solved_at) as week,
  avg(resolution_seconds) as value,
  stddev(resolution_seconds) as stddev,
  count(*) as n
from tickets
where resolution_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by week
order by week

-- breakdown
select
  channel,
  avg(resolution_seconds) as value,
  stddev(resolution_seconds) as stddev,
  count(*) as n
from tickets
where resolution_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  first_solved_at,
  last_solved_at,
  resolution_seconds,
  reopens,
  status,
  channel,
  tickets.team,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where resolution_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end
order by last_solved_at, ticket_id

-- headline, first
select
  avg(first_resolution_seconds) as value,
  stddev(first_resolution_seconds) as stddev,
  count(*) as n,
  median(first_resolution_seconds) as median,
  quantile_cont(first_resolution_seconds, 0.9) as p90,
  avg((first_resolution_seconds < 3600)::int) as under_1_hour,
  avg((first_resolution_seconds > 28800)::int) as over_8_hours,
  (
    select avg((status in ('new', 'open', 'in_progress', 'pending', 'hold'))::int)
    from tickets
    where created_at >= $period_start and created_at < $period_end
  ) as still_open
from tickets
where first_resolution_seconds >= 0
  and first_solved_at >= $period_start and first_solved_at < $period_end

-- headline, median
select
  median(resolution_seconds) as value,
  count(*) as n,
  avg(resolution_seconds) as mean,
  quantile_cont(resolution_seconds, 0.9) as p90,
  avg((resolution_seconds < 3600)::int) as under_1_hour,
  avg((resolution_seconds > 28800)::int) as over_8_hours,
  (
    select avg((status in ('new', 'open', 'in_progress', 'pending', 'hold'))::int)
    from tickets
    where created_at >= $period_start and created_at < $period_end
  ) as still_open
from tickets
where resolution_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, p90
select
  quantile_cont(resolution_seconds, 0.9) as value,
  count(*) as n,
  avg(resolution_seconds) as mean,
  median(resolution_seconds) as median,
  avg((resolution_seconds < 3600)::int) as under_1_hour,
  avg((resolution_seconds > 28800)::int) as over_8_hours,
  (
    select avg((status in ('new', 'open', 'in_progress', 'pending', 'hold'))::int)
    from tickets
    where created_at >= $period_start and created_at < $period_end
  ) as still_open
from tickets
where resolution_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, business
select
  avg(resolution_business_seconds) as value,
  stddev(resolution_business_seconds) as stddev,
  count(*) as n,
  median(resolution_business_seconds) as median,
  quantile_cont(resolution_business_seconds, 0.9) as p90,
  avg((resolution_business_seconds < 3600)::int) as under_1_hour,
  avg((resolution_business_seconds > 28800)::int) as over_8_hours,
  (
    select avg((status in ('new', 'open', 'in_progress', 'pending', 'hold'))::int)
    from tickets
    where created_at >= $period_start and created_at < $period_end
  ) as still_open
from tickets
where resolution_business_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, reported
select
  avg(reported_resolution_seconds) as value,
  stddev(reported_resolution_seconds) as stddev,
  count(*) as n,
  median(reported_resolution_seconds) as median,
  quantile_cont(reported_resolution_seconds, 0.9) as p90,
  avg((reported_resolution_seconds < 3600)::int) as under_1_hour,
  avg((reported_resolution_seconds > 28800)::int) as over_8_hours,
  (
    select avg((status in ('new', 'open', 'in_progress', 'pending', 'hold'))::int)
    from tickets
    where created_at >= $period_start and created_at < $period_end
  ) as still_open
from tickets
where reported_resolution_seconds >= 0
  and coalesce(reported_solved_at, last_solved_at, created_at + to_seconds(reported_resolution_seconds)) >= $period_start
  and coalesce(reported_solved_at, last_solved_at, created_at + to_seconds(reported_resolution_seconds)) < $period_end

-- headline, full+mean+calendar+aggregated
select
  sum(value * weight) as numerator,
  sum(weight) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric = 'resolution_time' and unit = 'seconds' and value is not null and weight is not null
  and from_at >= $period_start and from_at < $period_end
