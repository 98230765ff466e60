-- headline
select avg(coalesce(last_solved_at_utc <= due_at_utc, false)::int) as value, count(*) as n
from tickets
where due_at is not null and (last_solved_at_utc is not null or due_at_utc < $as_of_utc)
  and coalesce(status, '') not in ('merged', 'spam', 'deleted')
  and due_at >= $period_start and due_at < $period_end

-- trend
select
  date_trunc('week', due_at) as week,
  avg(coalesce(last_solved_at_utc <= due_at_utc, false)::int) as value,
  count(*) as n
from tickets
where due_at is not null and (last_solved_at_utc is not null or due_at_utc < $as_of_utc)
  and coalesce(status, '') not in ('merged', 'spam', 'deleted')
  and due_at >= $period_start and due_at < $period_end
group by week
order by week

-- breakdown
select priority, avg(coalesce(last_solved_at_utc <= due_at_utc, false)::int) as value, count(*) as n
from tickets
where due_at is not null and (last_solved_at_utc is not null or due_at_utc < $as_of_utc)
  and coalesce(status, '') not in ('merged', 'spam', 'deleted')
  and due_at >= $period_start and due_at < $period_end
group by priority
order by n desc, priority

-- rows
select
  ticket_id,
  created_at,
  due_at,
  last_solved_at,
  sla_resolution_met,
  status,
  priority,
  channel,
  tickets.team,
  coalesce(agents.name, agent_id) as agent
from tickets
left join agents using (source_id, agent_id)
where due_at is not null and (last_solved_at_utc is not null or due_at_utc < $as_of_utc)
  and coalesce(status, '') not in ('merged', 'spam', 'deleted')
  and due_at >= $period_start and due_at < $period_end
order by due_at, ticket_id

-- headline, first_response
select
  avg(coalesce(first_human_reply_at_utc <= first_response_due_at_utc, false)::int) as value,
  count(*) as n
from tickets
where first_response_due_at is not null and (first_human_reply_at_utc is not null or first_response_due_at_utc < $as_of_utc)
  and coalesce(status, '') not in ('merged', 'spam', 'deleted')
  and first_response_due_at >= $period_start and first_response_due_at < $period_end

-- headline, configured
with tickets as (
  select tickets.* replace (
    coalesce(due_at, created_at + to_seconds(promised.seconds)) as due_at,
    coalesce(due_at_utc, created_at_utc + to_seconds(promised.seconds)) as due_at_utc
  )
  from tickets
  left join lateral (
    select case when clock is distinct from 'business' then seconds end as seconds
    from sla_targets
    where sla_targets.source_id = tickets.source_id and kind = 'resolution'
      and coalesce(sla_targets.priority = tickets.priority, sla_targets.priority is null)
      and coalesce(sla_targets.channel = tickets.channel, sla_targets.channel is null)
    order by sla_targets.priority is null, sla_targets.channel is null, sla_targets.seconds
    limit 1
  ) as promised on true
)
select avg(coalesce(last_solved_at_utc <= due_at_utc, false)::int) as value, count(*) as n
from tickets
where due_at is not null and (last_solved_at_utc is not null or due_at_utc < $as_of_utc)
  and coalesce(status, '') not in ('merged', 'spam', 'deleted')
  and due_at >= $period_start and due_at < $period_end

-- headline, reported
select avg(sla_resolution_met::int) as value, count(*) as n
from tickets
where sla_resolution_met is not null
  and coalesce(due_at, last_solved_at, created_at) >= $period_start
  and coalesce(due_at, last_solved_at, created_at) < $period_end
