-- headline
select coalesce(sum(contacts), 0)::bigint as value, value as n
from contacts
where outcome = 'attended'
  and started_at >= $period_start and started_at < $period_end

-- trend
with days as (
  select unnest(generate_series(
    date_trunc('day', greatest(min(started_at), $period_start)), max(started_at), interval 1 day
  ))::date as day
  from contacts
), counted as (
  select date_trunc('day', started_at) as day, coalesce(sum(contacts), 0)::bigint as value
  from contacts
  where outcome = 'attended'
    and started_at >= $period_start and started_at < $period_end
  group by day
)
select day, coalesce(value, 0) as value, coalesce(value, 0) as n
from days left join counted using (day)
where day < $period_end
order by day

-- breakdown
select channel, coalesce(sum(contacts), 0)::bigint as value, value as n
from contacts
where outcome = 'attended'
  and started_at >= $period_start and started_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  contact_id,
  ticket_id,
  started_at,
  attended_at,
  contacts,
  outcome,
  wait_seconds,
  attended_by,
  channel,
  coalesce(agents.name, contacts.agent_id) as agent
from contacts
left join agents on agents.source_id = contacts.source_id and agents.agent_id = contacts.agent_id
where outcome = 'attended'
  and started_at >= $period_start and started_at < $period_end
order by started_at, contact_id

-- headline, people
select coalesce(sum(contacts), 0)::bigint as value, value as n
from contacts
where outcome = 'attended' and attended_by = 'human'
  and started_at >= $period_start and started_at < $period_end

-- headline, offered
select coalesce(sum(contacts), 0)::bigint as value, value as n
from contacts
where outcome is not null
  and started_at >= $period_start and started_at < $period_end

-- headline, anyone+aggregated
select coalesce(sum(value), 0)::bigint as value, coalesce(sum(value), 0)::bigint as n
from period_facts
where metric in ('chats_accepted', 'calls_accepted') and value is not null
  and from_at >= $period_start and from_at < $period_end
