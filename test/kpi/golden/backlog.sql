-- headline
select count(*) as value, count(*) as n
from status_periods
where (status is null or status in ('new', 'open', 'in_progress', 'pending', 'hold'))
  and from_at < least($period_end, $as_of + interval 1 second)
  and (to_at is null or to_at >= least($period_end, $as_of + interval 1 second))

-- trend
with moves as (
  select from_at::date as day, 1 as change
  from status_periods
  where status is null or status in ('new', 'open', 'in_progress', 'pending', 'hold')
  union all
  select to_at::date as day, -1 as change
  from status_periods
  where to_at is not null and (status is null or status in ('new', 'open', 'in_progress', 'pending', 'hold'))
), days as (
  select unnest(generate_series(min(day), max($as_of)::date, interval 1 day))::date as day
  from moves
), stock as (
  select day, sum(sum(coalesce(change, 0))) over (order by day)::bigint as value
  from days left join moves using (day)
  group by day
)
select day, value, value as n
from stock
where day >= $period_start and day < $period_end
order by day

-- breakdown
select status, count(*) as value, count(*) as n
from status_periods
where (status is null or status in ('new', 'open', 'in_progress', 'pending', 'hold'))
  and from_at < least($period_end, $as_of + interval 1 second)
  and (to_at is null or to_at >= least($period_end, $as_of + interval 1 second))
group by status
order by n desc, status

-- rows
select ticket_id, status_periods.status, from_at, created_at, channel, type, tickets.team, coalesce(agents.name, agent_id) as agent, subject
from status_periods
left join tickets using (source_id, ticket_id)
left join agents using (source_id, agent_id)
where (status_periods.status is null or status_periods.status in ('new', 'open', 'in_progress', 'pending', 'hold'))
  and from_at < least($period_end, $as_of + interval 1 second)
  and (to_at is null or to_at >= least($period_end, $as_of + interval 1 second))
order by created_at, ticket_id, from_at

-- headline, snapshot
select
  count(*) filter (where coalesce(reopens, 0) = 0 and is_reopened is not true) as value,
  value as n,
  count(*) filter (where not (coalesce(reopens, 0) = 0 and is_reopened is not true)) as left_out
from tickets
where created_at < least($period_end, $as_of + interval 1 second)
  and (status in ('new', 'open', 'in_progress', 'pending', 'hold') or coalesce(last_solved_at, closed_at) >= least($period_end, $as_of + interval 1 second) or not (coalesce(reopens, 0) = 0 and is_reopened is not true))

-- trend, snapshot
with stays as (
  select created_at::date as first_day, case when status in ('new', 'open', 'in_progress', 'pending', 'hold') then null else coalesce(last_solved_at, closed_at)::date end as last_day
  from tickets
  where created_at is not null
    and (status in ('new', 'open', 'in_progress', 'pending', 'hold') or coalesce(last_solved_at, closed_at) is not null)
    and coalesce(reopens, 0) = 0 and is_reopened is not true
), moves as (
  select first_day as day, 1 as change from stays
  union all
  select last_day, -1 from stays where last_day is not null
), days as (
  select unnest(generate_series(min(day), max($as_of)::date, interval 1 day))::date as day
  from moves
), stock as (
  select day, sum(sum(coalesce(change, 0))) over (order by day)::bigint as value
  from days left join moves using (day)
  group by day
)
select day, value, value as n
from stock
where day >= $period_start and day < $period_end
order by day

-- breakdown, snapshot
select channel, count(*) as value, count(*) as n
from tickets
where created_at < least($period_end, $as_of + interval 1 second)
  and (status in ('new', 'open', 'in_progress', 'pending', 'hold') or coalesce(last_solved_at, closed_at) >= least($period_end, $as_of + interval 1 second))
  and coalesce(reopens, 0) = 0 and is_reopened is not true
group by channel
order by n desc, channel

-- rows, snapshot
select ticket_id, created_at, coalesce(last_solved_at, closed_at) as ended_at, status, channel, type, tickets.team, coalesce(agents.name, agent_id) as agent, subject
from tickets left join agents using (source_id, agent_id)
where created_at < least($period_end, $as_of + interval 1 second)
  and (status in ('new', 'open', 'in_progress', 'pending', 'hold') or coalesce(last_solved_at, closed_at) >= least($period_end, $as_of + interval 1 second))
  and coalesce(reopens, 0) = 0 and is_reopened is not true
order by created_at, ticket_id
