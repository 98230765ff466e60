-- headline
with days as (
  select unnest(generate_series(max($as_of)::date - 84, max($as_of)::date - 1, interval 1 day))::date as day
  from tickets
), daily as (
  -- month 0 is the last four weeks, 1 the four before
  select day, isodow(day) as weekday, ($as_of::date - day - 1) // 28 as month, count(ticket_id) as tickets
  from days left join tickets on created_at::date = day
  group by day
), levels as (
  select
    avg(tickets) filter (where month = 0) as level,
    avg(tickets) filter (where month < 2) as around,
    avg(tickets) filter (where month = 1) as trial_level,
    avg(tickets) filter (where month > 0) as trial_around
  from daily
), profile as (
  select
    weekday,
    avg(tickets) filter (where month < 2) / nullif(any_value(around), 0) as factor,
    avg(tickets) filter (where month > 0) / nullif(any_value(trial_around), 0) as trial_factor
  from daily cross join levels
  group by weekday
), trial as (
  select sum(abs(tickets - trial_factor * trial_level)) / nullif(sum(tickets), 0) as error
  from daily join profile using (weekday) cross join levels
  where month = 0
)
select
  any_value(level) * 4 * sum(factor) as value,
  (select sum(tickets)::bigint from daily) as n,
  (select error from trial) as error
from profile cross join levels
having (select min(created_at) from tickets) < $as_of::date - 83

-- trend
with days as (
  select unnest(generate_series(max($as_of)::date - 84, max($as_of)::date - 1, interval 1 day))::date as day
  from tickets
), daily as (
  -- month 0 is the last four weeks, 1 the four before
  select day, isodow(day) as weekday, ($as_of::date - day - 1) // 28 as month, count(ticket_id) as tickets
  from days left join tickets on created_at::date = day
  group by day
), levels as (
  select
    avg(tickets) filter (where month = 0) as level,
    avg(tickets) filter (where month < 2) as around,
    avg(tickets) filter (where month = 1) as trial_level,
    avg(tickets) filter (where month > 0) as trial_around
  from daily
), profile as (
  select
    weekday,
    avg(tickets) filter (where month < 2) / nullif(any_value(around), 0) as factor,
    avg(tickets) filter (where month > 0) / nullif(any_value(trial_around), 0) as trial_factor
  from daily cross join levels
  group by weekday
), trial as (
  select sqrt(avg((tickets - trial_factor * trial_level) ^ 2)) as spread
  from daily join profile using (weekday) cross join levels
  where month = 0
), next_days as (
  select unnest(generate_series(max($as_of)::date, max($as_of)::date + 27, interval 1 day))::date as day
  from tickets
)
select
  day,
  level * factor as value,
  greatest(value - 1.2816 * spread, 0) as low,
  value + 1.2816 * spread as high,
  (select sum(tickets)::bigint from daily) as n
from next_days
join profile on weekday = isodow(day)
cross join levels
cross join trial
where (select min(created_at) from tickets) < $as_of::date - 83
order by day
