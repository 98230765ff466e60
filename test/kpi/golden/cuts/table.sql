-- tickets_created
select channel, type, count(*) as value, count(*) as n
from tickets
where created_at >= $period_start and created_at < $period_end
group by channel, type
order by channel, type

-- tickets_per_customer
select
  channel,
  type,
  count(*) as numerator,
  count(distinct coalesce(customer_key, source_id || ' ' || customer_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from tickets
where coalesce(customer_key, customer_id) is not null
  and created_at >= $period_start and created_at < $period_end
group by channel, type
order by channel, type

-- first_response_time
select
  channel,
  type,
  avg(first_response_seconds) as value,
  stddev(first_response_seconds) as stddev,
  count(*) as n
from tickets
where (started_by is distinct from 'agent' or customer_messages > 0)
  and first_response_seconds >= 0
  and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
group by channel, type
order by channel, type

-- tickets_resolved
select coalesce(agents.name, agent_id) as agent, channel, count(*) as value, count(*) as n
from tickets
left join agents using (source_id, agent_id)
where last_solved_at >= $period_start and last_solved_at < $period_end
group by agent, channel
order by agent, channel

-- reopen_interval
select
  coalesce(agents.name, solves.agent_id) as agent,
  channel,
  median(reopen_seconds) as value,
  count(*) as n
from solves
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
where reopen_seconds >= 0
  and reopened_at >= $period_start and reopened_at < $period_end
group by agent, channel
order by agent, channel

-- csat
select channel, type, avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
group by channel, type
order by channel, type

-- nps
select
  channel,
  type,
  avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as value,
  stddev(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as stddev,
  count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'nps' and scale = '0-10' and is_latest and score is not null
  and rated_at >= $period_start and rated_at < $period_end
group by channel, type
order by channel, type

-- closed_per_agent
select
  coalesce(agents.name, solves.agent_id) as agent,
  channel,
  count(*) as numerator,
  count(distinct (solves.source_id, solves.agent_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from solves
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
where solves.agent_id is not null
  and solved_at >= $period_start and solved_at < $period_end
group by agent, channel
order by agent, channel
