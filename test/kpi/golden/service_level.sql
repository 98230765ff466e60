-- headline
select
  avg((outcome = 'attended' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))::int) as value,
  count(*) as n
from contacts
where outcome is not null and not (outcome = 'attended' and wait_seconds is null)
  and not (outcome = 'abandoned' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))
  and started_at >= $period_start and started_at < $period_end

-- trend
select
  date_trunc('day', started_at) as day,
  avg((outcome = 'attended' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))::int) as value,
  count(*) as n
from contacts
where outcome is not null and not (outcome = 'attended' and wait_seconds is null)
  and not (outcome = 'abandoned' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))
  and started_at >= $period_start and started_at < $period_end
group by day
order by day

-- breakdown
select
  channel,
  avg((outcome = 'attended' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))::int) as value,
  count(*) as n
from contacts
where outcome is not null and not (outcome = 'attended' and wait_seconds is null)
  and not (outcome = 'abandoned' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))
  and started_at >= $period_start and started_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  contact_id,
  ticket_id,
  started_at,
  attended_at,
  wait_seconds,
  outcome,
  channel,
  coalesce(agents.name, contacts.agent_id) as agent
from contacts
left join agents on agents.source_id = contacts.source_id and agents.agent_id = contacts.agent_id
where outcome is not null and not (outcome = 'attended' and wait_seconds is null)
  and not (outcome = 'abandoned' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))
  and started_at >= $period_start and started_at < $period_end
order by started_at, contact_id

-- headline, B
select
  avg((outcome = 'attended' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))::int) as value,
  count(*) as n
from contacts
where outcome is not null and not (outcome = 'attended' and wait_seconds is null)
  and started_at >= $period_start and started_at < $period_end

-- headline, C
select
  avg((outcome = 'abandoned' or (outcome = 'attended' and wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600)))::int) as value,
  count(*) as n
from contacts
where outcome is not null and not (outcome = 'attended' and wait_seconds is null)
  and started_at >= $period_start and started_at < $period_end

-- headline, D
select
  avg((wait_seconds <= if(channel in ('phone', 'chat'), 20, 3600))::int) as value,
  count(*) as n
from contacts
where outcome = 'attended' and wait_seconds is not null
  and started_at >= $period_start and started_at < $period_end

-- headline, B+aggregated
select
  sum(value * weight) as numerator,
  sum(weight) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric = 'service_level' and value is not null and weight is not null
  and from_at >= $period_start and from_at < $period_end
