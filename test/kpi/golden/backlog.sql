-- headline
select count(*) as value, count(*) as n
from status_periods
where coalesce(status, 'open') in ('new', 'open', 'in_progress', 'pending', 'hold')
  and from_at < least($period_end, $as_of + interval 1 second)
  and (to_at is null or to_at >= least($period_end, $as_of + interval 1 second))

-- trend
with unresolved as (
  select from_at, to_at
  from status_periods
  where coalesce(status, 'open') in ('new', 'open', 'in_progress', 'pending', 'hold')
), moves as (
  select from_at::date as day, 1 as change from unresolved where from_at < $as_of + interval 1 second
  union all
  select to_at::date, -1 from unresolved where to_at < $as_of + interval 1 second
), days as (
  select unnest(generate_series(min(day), $as_of::date, interval 1 day))::date as day
  from moves
), stock as (
  select day, sum(coalesce(sum(change), 0)) over (order by day)::bigint as value
  from days left join moves using (day)
  group by day
)
select day, value, value as n
from stock
where day >= $period_start and day < $period_end
order by day

-- breakdown
select channel, count(*) as value, count(*) as n
from status_periods
left join tickets using (source_id, ticket_id)
where coalesce(status_periods.status, 'open') in ('new', 'open', 'in_progress', 'pending', 'hold')
  and from_at < least($period_end, $as_of + interval 1 second)
  and (to_at is null or to_at >= least($period_end, $as_of + interval 1 second))
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  status_periods.status,
  from_at,
  created_at,
  channel,
  type,
  tickets.team,
  coalesce(agents.name, tickets.agent_id) as agent,
  subject
from status_periods
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = status_periods.source_id and agents.agent_id = tickets.agent_id
where coalesce(status_periods.status, 'open') in ('new', 'open', 'in_progress', 'pending', 'hold')
  and from_at < least($period_end, $as_of + interval 1 second)
  and (to_at is null or to_at >= least($period_end, $as_of + interval 1 second))
order by from_at, ticket_id, from_at_utc

-- headline, snapshot
with stays as (
  select
    created_at,
    if(status in ('new', 'open', 'in_progress', 'pending', 'hold'), null, coalesce(last_solved_at, closed_at)) as ended_at,
    coalesce(reopens, 0) = 0 and is_reopened is not true
      and (status in ('new', 'open', 'in_progress', 'pending', 'hold') or ended_at is not null) as is_known
  from tickets
)
select
  count(*) filter (where is_known) as value,
  value as n,
  count(*) filter (where is_known is not true) as left_out
from stays
where created_at < least($period_end, $as_of + interval 1 second)
  and (ended_at is null or ended_at >= least($period_end, $as_of + interval 1 second))

-- trend, snapshot
with stays as (
  select created_at, if(status in ('new', 'open', 'in_progress', 'pending', 'hold'), null, coalesce(last_solved_at, closed_at)) as ended_at
  from tickets
  where coalesce(reopens, 0) = 0 and is_reopened is not true
    and (status in ('new', 'open', 'in_progress', 'pending', 'hold') or coalesce(last_solved_at, closed_at) >= created_at)
), moves as (
  select created_at::date as day, 1 as change from stays where created_at < $as_of + interval 1 second
  union all
  select ended_at::date, -1 from stays where ended_at < $as_of + interval 1 second
), days as (
  select unnest(generate_series(min(day), $as_of::date, interval 1 day))::date as day
  from moves
), stock as (
  select day, sum(coalesce(sum(change), 0)) over (order by day)::bigint as value
  from days left join moves using (day)
  group by day
)
select day, value, value as n
from stock
where day >= $period_start and day < $period_end
order by day
