-- headline
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, $as_of_utc), -1
  from agent_sessions
  where state = 'online'
), levels as (
  select
    *,
    sum(change) over in_order as sessions,
    lead(moment) over in_order as until,
    epoch(lead(moment_utc) over in_order - moment_utc) as seconds
  from moves
  window in_order as (partition by source_id, agent_id order by moment_utc, change desc)
), days as (
  select *, unnest(generate_series(moment::date, (until - interval 1 microsecond)::date, interval 1 day))::date as day
  from levels
  where sessions > 0 and seconds > 0
), online as (
  -- what a change of the clock adds or takes goes to the last of several days
  select
    source_id,
    agent_id,
    coalesce(agents.name, agent_id) as agent,
    team,
    day,
    sum(
      epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
        + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0)
    )::bigint as seconds
  from days
  left join agents using (source_id, agent_id)
  group by source_id, agent_id, agent, team, day
)
select
  avg(seconds) as value,
  stddev(seconds) as stddev,
  count(*) as n,
  median(seconds) as median,
  quantile_cont(seconds, 0.9) as p90
from online
where seconds >= 0
  and day >= $period_start and day < $period_end

-- trend
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, $as_of_utc), -1
  from agent_sessions
  where state = 'online'
), levels as (
  select
    *,
    sum(change) over in_order as sessions,
    lead(moment) over in_order as until,
    epoch(lead(moment_utc) over in_order - moment_utc) as seconds
  from moves
  window in_order as (partition by source_id, agent_id order by moment_utc, change desc)
), days as (
  select *, unnest(generate_series(moment::date, (until - interval 1 microsecond)::date, interval 1 day))::date as day
  from levels
  where sessions > 0 and seconds > 0
), online as (
  -- what a change of the clock adds or takes goes to the last of several days
  select
    source_id,
    agent_id,
    coalesce(agents.name, agent_id) as agent,
    team,
    day,
    sum(
      epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
        + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0)
    )::bigint as seconds
  from days
  left join agents using (source_id, agent_id)
  group by source_id, agent_id, agent, team, day
)
select
  date_trunc('day', day) as day,
  avg(seconds) as value,
  stddev(seconds) as stddev,
  count(*) as n
from online
where seconds >= 0
  and day >= $period_start and day < $period_end
group by day
order by day

-- breakdown
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, $as_of_utc), -1
  from agent_sessions
  where state = 'online'
), levels as (
  select
    *,
    sum(change) over in_order as sessions,
    lead(moment) over in_order as until,
    epoch(lead(moment_utc) over in_order - moment_utc) as seconds
  from moves
  window in_order as (partition by source_id, agent_id order by moment_utc, change desc)
), days as (
  select *, unnest(generate_series(moment::date, (until - interval 1 microsecond)::date, interval 1 day))::date as day
  from levels
  where sessions > 0 and seconds > 0
), online as (
  -- what a change of the clock adds or takes goes to the last of several days
  select
    source_id,
    agent_id,
    coalesce(agents.name, agent_id) as agent,
    team,
    day,
    sum(
      epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
        + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0)
    )::bigint as seconds
  from days
  left join agents using (source_id, agent_id)
  group by source_id, agent_id, agent, team, day
)
select agent, avg(seconds) as value, stddev(seconds) as stddev, count(*) as n
from online
where seconds >= 0
  and day >= $period_start and day < $period_end
group by agent
order by n desc, agent

-- rows
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, $as_of_utc), -1
  from agent_sessions
  where state = 'online'
), levels as (
  select
    *,
    sum(change) over in_order as sessions,
    lead(moment) over in_order as until,
    epoch(lead(moment_utc) over in_order - moment_utc) as seconds
  from moves
  window in_order as (partition by source_id, agent_id order by moment_utc, change desc)
), days as (
  select *, unnest(generate_series(moment::date, (until - interval 1 microsecond)::date, interval 1 day))::date as day
  from levels
  where sessions > 0 and seconds > 0
), online as (
  -- what a change of the clock adds or takes goes to the last of several days
  select
    source_id,
    agent_id,
    coalesce(agents.name, agent_id) as agent,
    team,
    day,
    sum(
      epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
        + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0)
    )::bigint as seconds
  from days
  left join agents using (source_id, agent_id)
  group by source_id, agent_id, agent, team, day
)
select agent, team, day, seconds
from online
where seconds >= 0
  and day >= $period_start and day < $period_end
order by day, agent, team, seconds

-- headline, mean+per_agent
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, $as_of_utc), -1
  from agent_sessions
  where state = 'online'
), levels as (
  select
    *,
    sum(change) over in_order as sessions,
    lead(moment) over in_order as until,
    epoch(lead(moment_utc) over in_order - moment_utc) as seconds
  from moves
  window in_order as (partition by source_id, agent_id order by moment_utc, change desc)
), days as (
  select *, unnest(generate_series(moment::date, (until - interval 1 microsecond)::date, interval 1 day))::date as day
  from levels
  where sessions > 0 and seconds > 0
), online as (
  -- what a change of the clock adds or takes goes to the last of several days
  select
    source_id,
    agent_id,
    coalesce(agents.name, agent_id) as agent,
    team,
    day,
    sum(
      epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
        + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0)
    )::bigint as seconds
  from days
  left join agents using (source_id, agent_id)
  group by source_id, agent_id, agent, team, day
)
select
  sum(seconds) as numerator,
  count(distinct (source_id, agent_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from online
where day >= $period_start and day < $period_end

-- headline, median
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, $as_of_utc), -1
  from agent_sessions
  where state = 'online'
), levels as (
  select
    *,
    sum(change) over in_order as sessions,
    lead(moment) over in_order as until,
    epoch(lead(moment_utc) over in_order - moment_utc) as seconds
  from moves
  window in_order as (partition by source_id, agent_id order by moment_utc, change desc)
), days as (
  select *, unnest(generate_series(moment::date, (until - interval 1 microsecond)::date, interval 1 day))::date as day
  from levels
  where sessions > 0 and seconds > 0
), online as (
  -- what a change of the clock adds or takes goes to the last of several days
  select
    source_id,
    agent_id,
    coalesce(agents.name, agent_id) as agent,
    team,
    day,
    sum(
      epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
        + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0)
    )::bigint as seconds
  from days
  left join agents using (source_id, agent_id)
  group by source_id, agent_id, agent, team, day
)
select
  median(seconds) as value,
  count(*) as n,
  avg(seconds) as mean,
  quantile_cont(seconds, 0.9) as p90
from online
where seconds >= 0
  and day >= $period_start and day < $period_end

-- headline, p90
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, $as_of_utc), -1
  from agent_sessions
  where state = 'online'
), levels as (
  select
    *,
    sum(change) over in_order as sessions,
    lead(moment) over in_order as until,
    epoch(lead(moment_utc) over in_order - moment_utc) as seconds
  from moves
  window in_order as (partition by source_id, agent_id order by moment_utc, change desc)
), days as (
  select *, unnest(generate_series(moment::date, (until - interval 1 microsecond)::date, interval 1 day))::date as day
  from levels
  where sessions > 0 and seconds > 0
), online as (
  -- what a change of the clock adds or takes goes to the last of several days
  select
    source_id,
    agent_id,
    coalesce(agents.name, agent_id) as agent,
    team,
    day,
    sum(
      epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
        + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0)
    )::bigint as seconds
  from days
  left join agents using (source_id, agent_id)
  group by source_id, agent_id, agent, team, day
)
select
  quantile_cont(seconds, 0.9) as value,
  count(*) as n,
  avg(seconds) as mean,
  median(seconds) as median
from online
where seconds >= 0
  and day >= $period_start and day < $period_end

-- headline, per_agent+aggregated
select
  sum(value) as numerator,
  count(distinct (source_id, agent_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric = 'online_time' and unit = 'seconds' and value is not null and agent_id is not null
  and from_at >= $period_start and from_at < $period_end
