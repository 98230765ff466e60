-- headline
with moves as (
  select from_at_utc as moment, 1 as change from agent_sessions where state = 'online'
  union all
  select to_at_utc, -1 from agent_sessions where state = 'online' and to_at_utc is not null
), levels as (
  select moment, sum(sum(change)) over (order by moment) as agents_online
  from moves
  group by moment
), staffing as (
  select source_id, contact_id, agents_online
  from contacts asof join levels on contacts.started_at_utc >= levels.moment
  where started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
)
select
  coalesce(sum(contacts) filter (where (source_id, contact_id) in (
    select s.source_id, s.contact_id from staffing s where s.agents_online = 0
  )), 0)::bigint as numerator,
  sum(contacts)::bigint as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from contacts
where (source_id, contact_id) in (select s.source_id, s.contact_id from staffing s)
  and started_at >= $period_start and started_at < $period_end

-- trend
with moves as (
  select from_at_utc as moment, 1 as change from agent_sessions where state = 'online'
  union all
  select to_at_utc, -1 from agent_sessions where state = 'online' and to_at_utc is not null
), levels as (
  select moment, sum(sum(change)) over (order by moment) as agents_online
  from moves
  group by moment
), staffing as (
  select source_id, contact_id, agents_online
  from contacts asof join levels on contacts.started_at_utc >= levels.moment
  where started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
)
select
  date_trunc('week', started_at) as week,
  coalesce(sum(contacts) filter (where (source_id, contact_id) in (
    select s.source_id, s.contact_id from staffing s where s.agents_online = 0
  )), 0)::bigint as numerator,
  sum(contacts)::bigint as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from contacts
where (source_id, contact_id) in (select s.source_id, s.contact_id from staffing s)
  and started_at >= $period_start and started_at < $period_end
group by week
order by week

-- breakdown
with moves as (
  select from_at_utc as moment, 1 as change from agent_sessions where state = 'online'
  union all
  select to_at_utc, -1 from agent_sessions where state = 'online' and to_at_utc is not null
), levels as (
  select moment, sum(sum(change)) over (order by moment) as agents_online
  from moves
  group by moment
), staffing as (
  select source_id, contact_id, agents_online
  from contacts asof join levels on contacts.started_at_utc >= levels.moment
  where started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
)
select
  isodow(started_at) as weekday,
  coalesce(sum(contacts) filter (where (source_id, contact_id) in (
    select s.source_id, s.contact_id from staffing s where s.agents_online = 0
  )), 0)::bigint as numerator,
  sum(contacts)::bigint as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from contacts
where (source_id, contact_id) in (select s.source_id, s.contact_id from staffing s)
  and started_at >= $period_start and started_at < $period_end
group by weekday
order by n desc, weekday

-- table
with moves as (
  select from_at_utc as moment, 1 as change from agent_sessions where state = 'online'
  union all
  select to_at_utc, -1 from agent_sessions where state = 'online' and to_at_utc is not null
), levels as (
  select moment, sum(sum(change)) over (order by moment) as agents_online
  from moves
  group by moment
), staffing as (
  select source_id, contact_id, agents_online
  from contacts asof join levels on contacts.started_at_utc >= levels.moment
  where started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
)
select
  isodow(started_at) as weekday,
  hour(started_at) as hour,
  sum(if(agents_online = 0, contacts, 0)) / sum(contacts) as value,
  avg(agents_online) as agents_online,
  sum(contacts)::bigint as n
from contacts
join staffing using (source_id, contact_id)
where started_at >= $period_start and started_at < $period_end
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
), staffing as (
  select source_id, contact_id, agents_online
  from contacts asof join levels on contacts.started_at_utc >= levels.moment
  where started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
)
select
  contact_id,
  ticket_id,
  started_at,
  (source_id, contact_id) in (select s.source_id, s.contact_id from staffing s where s.agents_online = 0) as nobody_online,
  channel,
  outcome,
  wait_seconds
from contacts
where (source_id, contact_id) in (select s.source_id, s.contact_id from staffing s)
  and started_at >= $period_start and started_at < $period_end
order by started_at, contact_id

-- table, closed
with moves as (
  select from_at_utc as moment, 1 as change from agent_sessions where state = 'online'
  union all
  select to_at_utc, -1 from agent_sessions where state = 'online' and to_at_utc is not null
), levels as (
  select moment, sum(sum(change)) over (order by moment) as agents_online
  from moves
  group by moment
), staffing as (
  select source_id, contact_id, agents_online
  from contacts asof join levels on contacts.started_at_utc >= levels.moment
  where started_at_utc <= (select max(coalesce(to_at_utc, 'infinity')) from agent_sessions where state = 'online')
)
select
  isodow(started_at) as weekday,
  hour(started_at) as hour,
  sum(if(in_business_hours, 0, contacts)) / sum(contacts) as value,
  avg(agents_online) as agents_online,
  sum(contacts)::bigint as n
from contacts
left join staffing using (source_id, contact_id)
where in_business_hours is not null
  and started_at >= $period_start and started_at < $period_end
group by all
order by weekday, hour
