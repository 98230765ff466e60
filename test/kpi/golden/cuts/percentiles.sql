-- tickets_created
with measured as (
  select value as measure
  from (
    with days as (
      select unnest(generate_series(
        date_trunc('day', greatest(min(created_at), $period_start)), max(created_at), interval 1 day
      ))::date as day
      from tickets
    ), counted as (
      select date_trunc('day', created_at) as day, count(*) as value
      from tickets
      where created_at >= $period_start and created_at < $period_end
      group by day
    )
    select day, coalesce(value, 0) as value, coalesce(value, 0) as n
    from days left join counted using (day)
    where day < $period_end
  )
)
select
  unnest([5, 10, 25, 50, 75, 90, 95]) as percentile,
  unnest(quantile_cont(measure, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])) as value,
  count(measure) as n
from measured

-- tickets_per_customer
with measured as (
  select count(*) as measure
  from tickets
  where coalesce(customer_key, customer_id) is not null
    and created_at >= $period_start and created_at < $period_end
  group by coalesce(customer_key, source_id || ' ' || customer_id)
)
select
  unnest([5, 10, 25, 50, 75, 90, 95]) as percentile,
  unnest(quantile_cont(measure, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])) as value,
  count(measure) as n
from measured

-- first_response_time
with measured as (
  select first_response_seconds as measure
  from tickets
  where (started_by is distinct from 'agent' or customer_messages > 0)
    and first_response_seconds >= 0
    and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
)
select
  unnest([5, 10, 25, 50, 75, 90, 95]) as percentile,
  unnest(quantile_cont(measure, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])) as value,
  count(measure) as n
from measured

-- tickets_resolved
with measured as (
  select value as measure
  from (
    with days as (
      select unnest(generate_series(
        date_trunc('day', greatest(min(last_solved_at), $period_start)), max(last_solved_at), interval 1 day
      ))::date as day
      from tickets
    ), counted as (
      select date_trunc('day', last_solved_at) as day, count(*) as value
      from tickets
      where last_solved_at >= $period_start and last_solved_at < $period_end
      group by day
    )
    select day, coalesce(value, 0) as value, coalesce(value, 0) as n
    from days left join counted using (day)
    where day < $period_end
  )
)
select
  unnest([5, 10, 25, 50, 75, 90, 95]) as percentile,
  unnest(quantile_cont(measure, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])) as value,
  count(measure) as n
from measured

-- reopen_interval
with measured as (
  select reopen_seconds as measure
  from solves
  where reopen_seconds >= 0
    and reopened_at >= $period_start and reopened_at < $period_end
)
select
  unnest([5, 10, 25, 50, 75, 90, 95]) as percentile,
  unnest(quantile_cont(measure, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])) as value,
  count(measure) as n
from measured

-- csat
with measured as (
  select value as measure
  from (
    select date_trunc('day', rated_at) as day, avg((bucket = 'positive')::int) as value, count(*) as n
    from ratings
    where kind = 'csat' and is_latest and bucket is not null
      and rated_at >= $period_start and rated_at < $period_end
    group by day
  )
)
select
  unnest([5, 10, 25, 50, 75, 90, 95]) as percentile,
  unnest(quantile_cont(measure, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])) as value,
  count(measure) as n
from measured

-- nps
with measured as (
  select value as measure
  from (
    select
      date_trunc('day', rated_at) as day,
      avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as value,
      stddev(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as stddev,
      count(*) as n
    from ratings
    where kind = 'nps' and scale = '0-10' and is_latest and score is not null
      and rated_at >= $period_start and rated_at < $period_end
    group by day
  )
)
select
  unnest([5, 10, 25, 50, 75, 90, 95]) as percentile,
  unnest(quantile_cont(measure, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])) as value,
  count(measure) as n
from measured

-- closed_per_agent
with measured as (
  select count(*) as measure
  from solves
  where agent_id is not null
    and solved_at >= $period_start and solved_at < $period_end
  group by (source_id, agent_id)
)
select
  unnest([5, 10, 25, 50, 75, 90, 95]) as percentile,
  unnest(quantile_cont(measure, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])) as value,
  count(measure) as n
from measured
