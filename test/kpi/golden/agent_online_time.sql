-- headline
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, from_at_utc + ($as_of - from_at)), -1
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
    day,
    epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
      + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0) as seconds
  from days
)
select
  sum(seconds) / nullif(count(distinct (source_id, agent_id, day)), 0) as value,
  count(distinct (source_id, agent_id, day)) as n
from online
where day >= $period_start and day < $period_end

-- trend
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, from_at_utc + ($as_of - from_at)), -1
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
    day,
    epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
      + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0) as seconds
  from days
)
select day, sum(seconds) as value, count(distinct (source_id, agent_id)) as n
from online
where day >= $period_start and day < $period_end
group by day
order by day

-- breakdown
with moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, from_at_utc + ($as_of - from_at)), -1
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
    day,
    epoch(least(until, day + interval 1 day) - greatest(moment, day::timestamp))
      + if(until <= day + interval 1 day, seconds - epoch(until - moment), 0) as seconds
  from days
)
select coalesce(agents.name, agent_id) as agent, sum(seconds) as value, count(distinct day) as n
from online left join agents using (source_id, agent_id)
where day >= $period_start and day < $period_end
group by all
order by value desc, agent

-- rows
select coalesce(agents.name, agent_id) as agent, state, from_at, to_at, epoch(to_at_utc - from_at_utc)::bigint as seconds
from agent_sessions
left join agents using (source_id, agent_id)
where state = 'online'
  and from_at >= $period_start and from_at < $period_end
order by agent, from_at
