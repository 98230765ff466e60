-- headline
select
  sum(if(outcome = 'abandoned' or (attended_by = 'bot' and ended_at is not null), contacts, 0)) as numerator,
  sum(contacts) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n,
  avg(wait_seconds) filter (where outcome = 'abandoned') as wait_at_abandonment
from contacts
where outcome is not null
  and started_at >= $period_start and started_at < $period_end

-- trend
select
  date_trunc('day', started_at) as day,
  sum(if(outcome = 'abandoned' or (attended_by = 'bot' and ended_at is not null), contacts, 0)) as numerator,
  sum(contacts) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from contacts
where outcome is not null
  and started_at >= $period_start and started_at < $period_end
group by day
order by day

-- breakdown
select
  channel,
  sum(if(outcome = 'abandoned' or (attended_by = 'bot' and ended_at is not null), contacts, 0)) as numerator,
  sum(contacts) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from contacts
where outcome is not null
  and started_at >= $period_start and started_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  contact_id,
  ticket_id,
  started_at,
  ended_at,
  wait_seconds,
  outcome,
  attended_by,
  channel,
  coalesce(agents.name, contacts.agent_id) as agent
from contacts
left join agents on agents.source_id = contacts.source_id and agents.agent_id = contacts.agent_id
where outcome is not null
  and started_at >= $period_start and started_at < $period_end
order by started_at, contact_id

-- headline, without_bots
select
  sum(if(outcome = 'abandoned', contacts, 0)) as numerator,
  sum(contacts) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n,
  avg(wait_seconds) filter (where outcome = 'abandoned') as wait_at_abandonment
from contacts
where outcome is not null
  and started_at >= $period_start and started_at < $period_end

-- headline, without_short
select
  sum(if(outcome = 'abandoned' or (attended_by = 'bot' and ended_at is not null), contacts, 0)) as numerator,
  sum(contacts) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n,
  avg(wait_seconds) filter (where outcome = 'abandoned') as wait_at_abandonment
from contacts
where outcome is not null and not (outcome = 'abandoned' and wait_seconds < 10)
  and started_at >= $period_start and started_at < $period_end

-- headline, offered+aggregated
select
  sum(value) filter (where metric = 'calls_abandoned') as numerator,
  sum(value) filter (where metric = 'calls_offered') as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric in ('calls_offered', 'calls_abandoned') and value is not null
  and from_at >= $period_start and from_at < $period_end
