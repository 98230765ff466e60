-- headline
select avg(coalesce(reopen_seconds <= 7 * 86400, false)::int) as value, count(*) as n
from solves
where solved_at_utc <= $as_of_utc - interval 7 day
  and exists (
    select 1 from tickets t
    where t.source_id = solves.source_id and t.ticket_id = solves.ticket_id and t.due_at_utc >= solves.solved_at_utc
  )
  and solved_at >= $period_start and solved_at < $period_end

-- trend
select
  date_trunc('week', solved_at) as week,
  avg(coalesce(reopen_seconds <= 7 * 86400, false)::int) as value,
  count(*) as n
from solves
where solved_at_utc <= $as_of_utc - interval 7 day
  and exists (
    select 1 from tickets t
    where t.source_id = solves.source_id and t.ticket_id = solves.ticket_id and t.due_at_utc >= solves.solved_at_utc
  )
  and solved_at >= $period_start and solved_at < $period_end
group by week
order by week

-- breakdown
select
  coalesce(agents.name, solves.agent_id) as agent,
  avg(coalesce(reopen_seconds <= 7 * 86400, false)::int) as value,
  count(*) as n
from solves
left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
where solved_at_utc <= $as_of_utc - interval 7 day
  and exists (
    select 1 from tickets t
    where t.source_id = solves.source_id and t.ticket_id = solves.ticket_id and t.due_at_utc >= solves.solved_at_utc
  )
  and solved_at >= $period_start and solved_at < $period_end
group by agent
order by n desc, agent

-- rows
select
  ticket_id,
  solved_at,
  reopened_at,
  reopen_seconds,
  coalesce(agents.name, solves.agent_id) as agent,
  due_at,
  channel,
  type,
  subject
from solves
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = solves.source_id and agents.agent_id = solves.agent_id
where solved_at_utc <= $as_of_utc - interval 7 day
  and exists (
    select 1 from tickets t
    where t.source_id = solves.source_id and t.ticket_id = solves.ticket_id and t.due_at_utc >= solves.solved_at_utc
  )
  and solved_at >= $period_start and solved_at < $period_end
order by solved_at, solve_id

-- headline, at_the_last_minute
select avg(coalesce(reopen_seconds <= 7 * 86400, false)::int) as value, count(*) as n
from solves
where solved_at_utc <= $as_of_utc - interval 7 day
  and exists (
    select 1 from tickets t
    where t.source_id = solves.source_id and t.ticket_id = solves.ticket_id and t.due_at_utc >= solves.solved_at_utc
      and epoch(t.due_at_utc - solves.solved_at_utc) <= epoch(t.due_at_utc - t.created_at_utc) / 10
  )
  and solved_at >= $period_start and solved_at < $period_end

-- headline, of_all_solves
select
  avg((coalesce(reopen_seconds <= 7 * 86400, false) and exists (
    select 1 from tickets t
    where t.source_id = solves.source_id and t.ticket_id = solves.ticket_id and t.due_at_utc >= solves.solved_at_utc
  ))::int) as value,
  count(*) as n
from solves
where solved_at_utc <= $as_of_utc - interval 7 day
  and exists (
    select 1 from tickets t
    where t.source_id = solves.source_id and t.ticket_id = solves.ticket_id and t.due_at_utc is not null
  )
  and solved_at >= $period_start and solved_at < $period_end

-- headline, computed+any
select avg(coalesce(reopen_seconds <= 7 * 86400, false)::int) as value, count(*) as n
from solves
where solved_at_utc <= $as_of_utc - interval 7 day
  and solved_at >= $period_start and solved_at < $period_end

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
select avg(coalesce(reopen_seconds <= 7 * 86400, false)::int) as value, count(*) as n
from solves
where solved_at_utc <= $as_of_utc - interval 7 day
  and exists (
    select 1 from tickets t
    where t.source_id = solves.source_id and t.ticket_id = solves.ticket_id and t.due_at_utc >= solves.solved_at_utc
  )
  and solved_at >= $period_start and solved_at < $period_end
