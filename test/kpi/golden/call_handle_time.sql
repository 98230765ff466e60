-- headline
select
  avg(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as value,
  stddev(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as stddev,
  count(*) as n,
  median(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as median,
  quantile_cont(list_sum([talk_seconds, hold_seconds, wrap_seconds]), 0.9) as p90
from calls
where outcome in ('answered', 'transferred')
  and list_sum([talk_seconds, hold_seconds, wrap_seconds]) >= 0
  and ended_at >= $period_start and ended_at < $period_end

-- trend
select
  date_trunc('week', ended_at) as week,
  avg(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as value,
  stddev(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as stddev,
  count(*) as n
from calls
where outcome in ('answered', 'transferred')
  and list_sum([talk_seconds, hold_seconds, wrap_seconds]) >= 0
  and ended_at >= $period_start and ended_at < $period_end
group by week
order by week

-- breakdown
select
  coalesce(agents.name, calls.agent_id) as agent,
  avg(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as value,
  stddev(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as stddev,
  count(*) as n
from calls
left join agents on agents.source_id = calls.source_id and agents.agent_id = calls.agent_id
where outcome in ('answered', 'transferred')
  and list_sum([talk_seconds, hold_seconds, wrap_seconds]) >= 0
  and ended_at >= $period_start and ended_at < $period_end
group by agent
order by n desc, agent

-- rows
select
  call_id,
  ticket_id,
  started_at,
  ended_at,
  talk_seconds,
  hold_seconds,
  wrap_seconds,
  list_sum([talk_seconds, hold_seconds, wrap_seconds]) as handle_seconds,
  queue,
  coalesce(agents.name, calls.agent_id) as agent
from calls
left join agents on agents.source_id = calls.source_id and agents.agent_id = calls.agent_id
where outcome in ('answered', 'transferred')
  and list_sum([talk_seconds, hold_seconds, wrap_seconds]) >= 0
  and ended_at >= $period_start and ended_at < $period_end
order by ended_at, call_id

-- headline, median
select
  median(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as value,
  count(*) as n,
  avg(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as mean,
  quantile_cont(list_sum([talk_seconds, hold_seconds, wrap_seconds]), 0.9) as p90
from calls
where outcome in ('answered', 'transferred')
  and list_sum([talk_seconds, hold_seconds, wrap_seconds]) >= 0
  and ended_at >= $period_start and ended_at < $period_end

-- headline, p90
select
  quantile_cont(list_sum([talk_seconds, hold_seconds, wrap_seconds]), 0.9) as value,
  count(*) as n,
  avg(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as mean,
  median(list_sum([talk_seconds, hold_seconds, wrap_seconds])) as median
from calls
where outcome in ('answered', 'transferred')
  and list_sum([talk_seconds, hold_seconds, wrap_seconds]) >= 0
  and ended_at >= $period_start and ended_at < $period_end
