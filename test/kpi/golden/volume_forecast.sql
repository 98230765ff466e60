-- headline
with days as (
  select unnest(generate_series(max($as_of)::date - 84, max($as_of)::date - 1, interval 1 day))::date as day
  from tickets
), daily as (
  select day, count(ticket_id) as tickets
  from days left join tickets on created_at::date = day
  group by day
), profile as (
  select isodow(day) as weekday,
    avg(tickets) filter (where day >= $as_of::date - 56) / nullif((select avg(tickets) from daily where day >= $as_of::date - 56), 0) as factor,
    avg(tickets) filter (where day < $as_of::date - 28) / nullif((select avg(tickets) from daily where day < $as_of::date - 28), 0) as trial_factor
  from daily
  group by weekday
), trial as (
  select sum(abs(tickets - trial_factor * (select avg(tickets) from daily where day between $as_of::date - 56 and $as_of::date - 29))) / nullif(sum(tickets), 0) as error
  from daily join profile on weekday = isodow(day)
  where day >= $as_of::date - 28
)
select
  (select avg(tickets) from daily where day >= $as_of::date - 28) * 4 * sum(factor) as value,
  (select sum(tickets)::bigint from daily) as n,
  (select error from trial) as error
from profile
having (select min(created_at) from tickets) < $as_of::date - 83

-- trend
with days as (
  select unnest(generate_series(max($as_of)::date - 84, max($as_of)::date - 1, interval 1 day))::date as day
  from tickets
), daily as (
  select day, count(ticket_id) as tickets
  from days left join tickets on created_at::date = day
  group by day
), profile as (
  select isodow(day) as weekday,
    avg(tickets) filter (where day >= $as_of::date - 56) / nullif((select avg(tickets) from daily where day >= $as_of::date - 56), 0) as factor,
    avg(tickets) filter (where day < $as_of::date - 28) / nullif((select avg(tickets) from daily where day < $as_of::date - 28), 0) as trial_factor
  from daily
  group by weekday
), trial as (
  select sqrt(avg((tickets - trial_factor * (select avg(tickets) from daily where day between $as_of::date - 56 and $as_of::date - 29)) ^ 2)) as spread
  from daily join profile on weekday = isodow(day)
  where day >= $as_of::date - 28
), next_days as (
  select unnest(generate_series(max($as_of)::date, max($as_of)::date + 27, interval 1 day))::date as day
  from tickets
), expected as (
  select day, factor * (select avg(tickets) from daily where day >= $as_of::date - 28) as value
  from next_days join profile on weekday = isodow(day)
)
select
  day,
  value,
  greatest(value - 1.2816 * spread, 0) as low,
  value + 1.2816 * spread as high,
  (select sum(tickets)::bigint from daily) as n
from expected cross join trial
where (select min(created_at) from tickets) < $as_of::date - 83
order by day
