-- tickets_created
with members as (
  select channel, count(*) as value, count(*) as n
  from tickets
  where created_at >= $period_start and created_at < $period_end
  group by channel
)
select * from members
where n >= 20
qualify row_number() over (order by value desc, channel) <= 5
  or row_number() over (order by value, channel desc) <= 5
order by value desc, channel

-- tickets_per_customer
with members as (
  select
    channel,
    count(*) as numerator,
    count(distinct coalesce(customer_key, source_id || ' ' || customer_id)) as denominator,
    numerator / nullif(denominator, 0) as value,
    denominator as n
  from tickets
  where coalesce(customer_key, customer_id) is not null
    and created_at >= $period_start and created_at < $period_end
  group by channel
)
select * from members
where n >= 20
qualify row_number() over (order by value desc, channel) <= 5
  or row_number() over (order by value, channel desc) <= 5
order by value desc, channel

-- first_response_time
with members as (
  select
    channel,
    avg(first_response_seconds) as value,
    stddev(first_response_seconds) as stddev,
    count(*) as n
  from tickets
  where (started_by is distinct from 'agent' or customer_messages > 0)
    and first_response_seconds >= 0
    and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
  group by channel
)
select * from members
where n >= 20
qualify row_number() over (order by value desc, channel) <= 5
  or row_number() over (order by value, channel desc) <= 5
order by value desc, channel

-- tickets_resolved
with members as (
  select coalesce(agents.name, agent_id) as agent, count(*) as value, count(*) as n
  from tickets
  left join agents using (source_id, agent_id)
  where last_solved_at >= $period_start and last_solved_at < $period_end
  group by agent
)
select * from members
where n >= 20
qualify row_number() over (order by value desc, agent) <= 5
  or row_number() over (order by value, agent desc) <= 5
order by value desc, agent

-- reopen_interval
with members as (
  select
    coalesce(agents.name, solves.agent_id) as agent,
    median(reopen_seconds) as value,
    count(*) as n
  from solves
  left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
  where reopen_seconds >= 0
    and reopened_at >= $period_start and reopened_at < $period_end
  group by agent
)
select * from members
where n >= 20
qualify row_number() over (order by value desc, agent) <= 5
  or row_number() over (order by value, agent desc) <= 5
order by value desc, agent

-- csat
with members as (
  select channel, avg((bucket = 'positive')::int) as value, count(*) as n
  from ratings
  left join tickets using (source_id, ticket_id)
  where kind = 'csat' and is_latest and bucket is not null
    and rated_at >= $period_start and rated_at < $period_end
  group by channel
)
select * from members
where n >= 20
qualify row_number() over (order by value desc, channel) <= 5
  or row_number() over (order by value, channel desc) <= 5
order by value desc, channel

-- nps
with members as (
  select
    channel,
    avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as value,
    stddev(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as stddev,
    count(*) as n
  from ratings
  left join tickets using (source_id, ticket_id)
  where kind = 'nps' and scale = '0-10' and is_latest and score is not null
    and rated_at >= $period_start and rated_at < $period_end
  group by channel
)
select * from members
where n >= 20
qualify row_number() over (order by value desc, channel) <= 5
  or row_number() over (order by value, channel desc) <= 5
order by value desc, channel

-- closed_per_agent
with members as (
  select
    coalesce(agents.name, solves.agent_id) as agent,
    count(*) as numerator,
    count(distinct (solves.source_id, solves.agent_id)) as denominator,
    numerator / nullif(denominator, 0) as value,
    denominator as n
  from solves
  left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
  where solves.agent_id is not null
    and solved_at >= $period_start and solved_at < $period_end
  group by agent
)
select * from members
where n >= 20
qualify row_number() over (order by value desc, agent) <= 5
  or row_number() over (order by value, agent desc) <= 5
order by value desc, agent
