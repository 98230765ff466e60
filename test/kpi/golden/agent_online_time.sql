-- headline
with sessions as (
  select *, coalesce(to_at, $as_of) as ends_at,
    coalesce(from_at > max(coalesce(to_at, $as_of)) over (partition by source_id, agent_id order by from_at rows between unbounded preceding and 1 preceding), true) as begins
  from agent_sessions
  where state = 'online'
), numbered as (
  select *, sum(begins::int) over (partition by source_id, agent_id order by from_at) as stretch
  from sessions
), stretches as (
  select source_id, agent_id, min(from_at) as from_at, max(ends_at) as to_at
  from numbered
  group by source_id, agent_id, stretch
), days as (
  select source_id, agent_id, from_at, to_at, unnest(generate_series(from_at::date, to_at::date, interval 1 day))::date as day
  from stretches
)
select
  sum(epoch(least(to_at, day + interval 1 day) - greatest(from_at, day::timestamp))) / nullif(count(distinct (source_id, agent_id, day)), 0) as value,
  count(distinct (source_id, agent_id, day)) as n
from days
where to_at > day::timestamp
  and day >= $period_start and day < $period_end

-- trend
with sessions as (
  select *, coalesce(to_at, $as_of) as ends_at,
    coalesce(from_at > max(coalesce(to_at, $as_of)) over (partition by source_id, agent_id order by from_at rows between unbounded preceding and 1 preceding), true) as begins
  from agent_sessions
  where state = 'online'
), numbered as (
  select *, sum(begins::int) over (partition by source_id, agent_id order by from_at) as stretch
  from sessions
), stretches as (
  select source_id, agent_id, min(from_at) as from_at, max(ends_at) as to_at
  from numbered
  group by source_id, agent_id, stretch
), days as (
  select source_id, agent_id, from_at, to_at, unnest(generate_series(from_at::date, to_at::date, interval 1 day))::date as day
  from stretches
)
select
  day,
  sum(epoch(least(to_at, day + interval 1 day) - greatest(from_at, day::timestamp))) as value,
  count(distinct (source_id, agent_id)) as n
from days
where to_at > day::timestamp
  and day >= $period_start and day < $period_end
group by day
order by day

-- breakdown
with sessions as (
  select *, coalesce(to_at, $as_of) as ends_at,
    coalesce(from_at > max(coalesce(to_at, $as_of)) over (partition by source_id, agent_id order by from_at rows between unbounded preceding and 1 preceding), true) as begins
  from agent_sessions
  where state = 'online'
), numbered as (
  select *, sum(begins::int) over (partition by source_id, agent_id order by from_at) as stretch
  from sessions
), stretches as (
  select source_id, agent_id, min(from_at) as from_at, max(ends_at) as to_at
  from numbered
  group by source_id, agent_id, stretch
), days as (
  select source_id, agent_id, from_at, to_at, unnest(generate_series(from_at::date, to_at::date, interval 1 day))::date as day
  from stretches
)
select
  coalesce(agents.name, agent_id) as agent,
  sum(epoch(least(to_at, day + interval 1 day) - greatest(from_at, day::timestamp))) as value,
  count(distinct day) as days,
  count(distinct day) as n
from days
left join agents using (source_id, agent_id)
where to_at > day::timestamp
  and day >= $period_start and day < $period_end
group by all
order by value desc, agent

-- rows
select coalesce(agents.name, agent_id) as agent, state, from_at, to_at, epoch(to_at_utc - from_at_utc)::bigint as seconds
from agent_sessions
left join agents using (source_id, agent_id)
where state = 'online'
  and from_at >= $period_start and from_at < $period_end
order by agent, from_at
