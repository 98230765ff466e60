-- headline
with days as (
  select unnest(generate_series($as_of::date - 84, $as_of::date - 1, interval 1 day))::date as day
), daily as (
  -- month 0 is the last four weeks, which the trial foretells from months 1 and 2
  select day, isodow(day) as weekday, ($as_of::date - day - 1) // 28 as month, count(ticket_id) as tickets
  from days left join tickets on created_at::date = day
  group by day
), level as (
  select avg(tickets) filter (where month = 1) / nullif(avg(tickets), 0) as recent
  from daily
  where month > 0
), profile as (
  select weekday, avg(tickets) as usual, arg_max(tickets, day) as week_before
  from daily
  where month > 0
  group by weekday
), trial as (
  select
    sum(abs(tickets - usual * recent)) / nullif(sum(tickets), 0) as error,
    sum(abs(tickets - week_before)) / nullif(sum(tickets), 0) as baseline_error
  from daily join profile using (weekday) cross join level
  where month = 0
)
select
  -- each weekday four times, at the level of the last four weeks: as many as they had
  (sum(tickets) filter (where month = 0))::bigint as value,
  any_value(error) as error,
  any_value(baseline_error) as baseline_error,
  sum(tickets)::bigint as n
from daily cross join trial
having (select min(created_at) from tickets) < $as_of::date - 83

-- trend
with days as (
  select unnest(generate_series($as_of::date - 84, $as_of::date - 1, interval 1 day))::date as day
), daily as (
  -- month 0 is the last four weeks, which the trial foretells from months 1 and 2
  select day, isodow(day) as weekday, ($as_of::date - day - 1) // 28 as month, count(ticket_id) as tickets
  from days left join tickets on created_at::date = day
  group by day
), levels as (
  select
    avg(tickets) filter (where month = 0) / nullif(avg(tickets) filter (where month < 2), 0) as recent,
    avg(tickets) filter (where month = 1) / nullif(avg(tickets) filter (where month > 0), 0) as trial_recent
  from daily
), profile as (
  select
    weekday,
    avg(tickets) filter (where month < 2) * any_value(recent) as expected,
    avg(tickets) filter (where month > 0) * any_value(trial_recent) as trial_expected
  from daily cross join levels
  group by weekday
), trial as (
  select
    -- how many times as far off as chance alone would be
    greatest(sqrt(sum((tickets - trial_expected) ^ 2) / nullif(sum(trial_expected), 0)), 1) as spread
  from daily join profile using (weekday)
  where month = 0
), next_days as (
  select unnest(generate_series($as_of::date, $as_of::date + 27, interval 1 day))::date as day
), forecast as (
  select
    day,
    expected as value,
    greatest(expected - 1.2816 * spread * sqrt(expected), 0) as low,
    expected + 1.2816 * spread * sqrt(expected) as high,
    (select sum(tickets)::bigint from daily) as n
  from next_days
  join profile on weekday = isodow(day)
  cross join trial
  where expected is not null
)
select day, tickets as actual, value, low, high, n
from daily full join forecast using (day)
where (select min(created_at) from tickets) < $as_of::date - 83
order by day
