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
), bins as (
  select bin_from, lead(bin_from) over (order by bin_from) as bin_to
  from unnest([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384]) as edges(bin_from)
)
select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share
from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)
group by bin_from, bin_to
order by bin_from

-- tickets_per_customer
with measured as (
  select count(*) as measure
  from tickets
  where coalesce(customer_key, customer_id) is not null
    and created_at >= $period_start and created_at < $period_end
  group by coalesce(customer_key, source_id || ' ' || customer_id)
), bins as (
  select bin_from, lead(bin_from) over (order by bin_from) as bin_to
  from unnest([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384]) as edges(bin_from)
)
select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share
from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)
group by bin_from, bin_to
order by bin_from

-- first_response_time
with measured as (
  select first_response_seconds as measure
  from tickets
  where (started_by is distinct from 'agent' or customer_messages > 0)
    and first_response_seconds >= 0
    and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
), bins as (
  select bin_from, lead(bin_from) over (order by bin_from) as bin_to
  from unnest([0, 15, 30, 60, 120, 240, 480, 900, 1800, 3600, 7200, 14400, 28800, 57600, 86400, 172800, 345600, 691200, 1382400, 2764800]) as edges(bin_from)
)
select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share
from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)
group by bin_from, bin_to
order by bin_from

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
), bins as (
  select bin_from, lead(bin_from) over (order by bin_from) as bin_to
  from unnest([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384]) as edges(bin_from)
)
select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share
from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)
group by bin_from, bin_to
order by bin_from

-- reopen_interval
with measured as (
  select reopen_seconds as measure
  from solves
  where reopen_seconds >= 0
    and reopened_at >= $period_start and reopened_at < $period_end
), bins as (
  select bin_from, lead(bin_from) over (order by bin_from) as bin_to
  from unnest([0, 15, 30, 60, 120, 240, 480, 900, 1800, 3600, 7200, 14400, 28800, 57600, 86400, 172800, 345600, 691200, 1382400, 2764800]) as edges(bin_from)
)
select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share
from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)
group by bin_from, bin_to
order by bin_from

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
), bins as (
  select bin_from, lead(bin_from) over (order by bin_from) as bin_to
  from unnest([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) as edges(bin_from)
)
select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share
from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)
group by bin_from, bin_to
order by bin_from

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
), bins as (
  select bin_from, lead(bin_from) over (order by bin_from) as bin_to
  from unnest(range(-100, 100, 20)) as edges(bin_from)
)
select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share
from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)
group by bin_from, bin_to
order by bin_from

-- closed_per_agent
with measured as (
  select count(*) as measure
  from solves
  where agent_id is not null
    and solved_at >= $period_start and solved_at < $period_end
  group by (source_id, agent_id)
), bins as (
  select bin_from, lead(bin_from) over (order by bin_from) as bin_to
  from unnest([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384]) as edges(bin_from)
)
select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share
from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)
group by bin_from, bin_to
order by bin_from
