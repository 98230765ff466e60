-- headline
select
  sum(handle_seconds) as numerator,
  count(distinct (source_id, coalesce(ticket_id, contact_id))) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n,
  median(handle_seconds) as median,
  quantile_cont(handle_seconds, 0.9) as p90
from contacts
where handle_seconds >= 0
  and ended_at >= $period_start and ended_at < $period_end

-- trend
select
  date_trunc('week', ended_at) as week,
  sum(handle_seconds) as numerator,
  count(distinct (source_id, coalesce(ticket_id, contact_id))) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from contacts
where handle_seconds >= 0
  and ended_at >= $period_start and ended_at < $period_end
group by week
order by week

-- breakdown
select
  channel,
  sum(handle_seconds) as numerator,
  count(distinct (source_id, coalesce(ticket_id, contact_id))) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from contacts
where handle_seconds >= 0
  and ended_at >= $period_start and ended_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  contact_id,
  ticket_id,
  started_at,
  ended_at,
  handle_seconds,
  case
    when handle_seconds < quantile_cont(handle_seconds, 0.05) over (partition by channel) then 'short'
    when handle_seconds > quantile_cont(handle_seconds, 0.95) over (partition by channel) then 'long'
  end as length,
  channel,
  coalesce(agents.name, contacts.agent_id) as agent
from contacts
left join agents on agents.source_id = contacts.source_id and agents.agent_id = contacts.agent_id
where handle_seconds >= 0
  and ended_at >= $period_start and ended_at < $period_end
order by ended_at, contact_id

-- headline, contact_to_solution
select
  avg(resolution_seconds) as value,
  stddev(resolution_seconds) as stddev,
  count(*) as n,
  median(resolution_seconds) as median,
  quantile_cont(resolution_seconds, 0.9) as p90
from tickets
where resolution_seconds >= 0
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, opened_to_closed
select
  avg(epoch(closed_at_utc - created_at_utc)) as value,
  stddev(epoch(closed_at_utc - created_at_utc)) as stddev,
  count(*) as n,
  median(epoch(closed_at_utc - created_at_utc)) as median,
  quantile_cont(epoch(closed_at_utc - created_at_utc), 0.9) as p90
from tickets
where epoch(closed_at_utc - created_at_utc) >= 0
  and closed_at >= $period_start and closed_at < $period_end

-- headline, in_progress
select
  avg(in_progress_seconds) as value,
  stddev(in_progress_seconds) as stddev,
  count(*) as n,
  median(in_progress_seconds) as median,
  quantile_cont(in_progress_seconds, 0.9) as p90
from tickets
where status in ('solved', 'closed') and in_progress_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end

-- headline, reply_times
select
  sum(response_seconds) as numerator,
  count(distinct (source_id, ticket_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n,
  median(response_seconds) as median,
  quantile_cont(response_seconds, 0.9) as p90
from replies
where response_seconds >= 0
  and replied_at >= $period_start and replied_at < $period_end

-- headline, median
select
  median(handle_seconds) as value,
  count(*) as n,
  avg(handle_seconds) as mean,
  quantile_cont(handle_seconds, 0.9) as p90
from contacts
where handle_seconds >= 0
  and ended_at >= $period_start and ended_at < $period_end

-- headline, p90
select
  quantile_cont(handle_seconds, 0.9) as value,
  count(*) as n,
  avg(handle_seconds) as mean,
  median(handle_seconds) as median
from contacts
where handle_seconds >= 0
  and ended_at >= $period_start and ended_at < $period_end

-- headline, work_time+reported
select
  avg(reported_handle_seconds) as value,
  stddev(reported_handle_seconds) as stddev,
  count(*) as n,
  median(reported_handle_seconds) as median,
  quantile_cont(reported_handle_seconds, 0.9) as p90
from tickets
where reported_handle_seconds >= 0
  and coalesce(closed_at, last_solved_at) >= $period_start
  and coalesce(closed_at, last_solved_at) < $period_end

-- headline, work_time+mean+aggregated
select
  sum(value * weight) as numerator,
  sum(weight) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric = 'handle_time' and unit = 'seconds' and value is not null and weight is not null
  and from_at >= $period_start and from_at < $period_end
