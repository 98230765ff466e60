-- headline
with moves as (
  select from_at_utc as moment, 1 as change from agent_sessions where state = 'online'
  union all
  select to_at_utc, -1 from agent_sessions where state = 'online' and to_at_utc is not null
), levels as (
  select moment, sum(sum(change)) over (order by moment) as agents_online
  from moves
  group by moment
)
select
  coalesce(sum(contacts) filter (where agents_online = 0), 0)::bigint as numerator,
  sum(contacts)::bigint as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from contacts asof join levels on contacts.started_at_utc >= levels.moment
where started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
  and started_at >= $period_start and started_at < $period_end

-- breakdown
with moves as (
  select from_at_utc as moment, 1 as change from agent_sessions where state = 'online'
  union all
  select to_at_utc, -1 from agent_sessions where state = 'online' and to_at_utc is not null
), levels as (
  select moment, sum(sum(change)) over (order by moment) as agents_online
  from moves
  group by moment
)
select
  isodow(started_at) as weekday,
  hour(started_at) as hour,
  coalesce(sum(contacts) filter (where agents_online = 0), 0) / sum(contacts) as value,
  avg(agents_online) as agents_online,
  sum(contacts)::bigint as n
from contacts asof join levels on contacts.started_at_utc >= levels.moment
where started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
  and started_at >= $period_start and started_at < $period_end
group by all
order by weekday, hour

-- rows
with moves as (
  select from_at_utc as moment, 1 as change from agent_sessions where state = 'online'
  union all
  select to_at_utc, -1 from agent_sessions where state = 'online' and to_at_utc is not null
), levels as (
  select moment, sum(sum(change)) over (order by moment) as agents_online
  from moves
  group by moment
)
select contact_id, ticket_id, started_at, channel, outcome, wait_seconds
from contacts asof join levels on contacts.started_at_utc >= levels.moment
where agents_online = 0 and started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
  and started_at >= $period_start and started_at < $period_end
order by started_at, contact_id
