-- headline
select coalesce(sum(contacts), 0)::bigint as value, value as n
from contacts
where started_at >= $period_start and started_at < $period_end

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', greatest(min(started_at), $period_start)), max(started_at), interval 1 week
  ))::date as week
  from contacts
), counted as (
  select date_trunc('week', started_at) as week, coalesce(sum(contacts), 0)::bigint as value
  from contacts
  where started_at >= $period_start and started_at < $period_end
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks left join counted using (week)
where week < $period_end
order by week

-- breakdown
select isodow(started_at) as weekday, hour(started_at) as hour, sum(contacts)::bigint as value, value as n
from contacts
where started_at >= $period_start and started_at < $period_end
group by weekday, hour
order by weekday, hour

-- rows
select
  contact_id,
  ticket_id,
  started_at,
  contacts,
  outcome,
  channel,
  coalesce(agents.name, contacts.agent_id) as agent
from contacts
left join agents on agents.source_id = contacts.source_id and agents.agent_id = contacts.agent_id
where started_at >= $period_start and started_at < $period_end
order by started_at, contact_id
