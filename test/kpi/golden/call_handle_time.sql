-- headline
select
  avg(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as value,
  stddev(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as stddev,
  count(*) as n,
  median(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as median,
  quantile_cont(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0), 0.9) as p90
from calls
where outcome in ('answered', 'transferred') and coalesce(talk_seconds, hold_seconds, wrap_seconds) is not null
  and coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0) >= 0
  and ended_at >= $period_start and ended_at < $period_end

-- trend
select
  date_trunc('week', ended_at) as week,
  avg(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as value,
  stddev(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as stddev,
  count(*) as n
from calls
where outcome in ('answered', 'transferred') and coalesce(talk_seconds, hold_seconds, wrap_seconds) is not null
  and coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0) >= 0
  and ended_at >= $period_start and ended_at < $period_end
group by week
order by week

-- breakdown
select
  coalesce(agents.name, calls.agent_id) as agent,
  avg(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as value,
  stddev(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as stddev,
  count(*) as n
from calls
left join agents on agents.source_id = calls.source_id and agents.agent_id = calls.agent_id
where outcome in ('answered', 'transferred') and coalesce(talk_seconds, hold_seconds, wrap_seconds) is not null
  and coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0) >= 0
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
  queue,
  coalesce(agents.name, calls.agent_id) as agent
from calls
left join agents on agents.source_id = calls.source_id and agents.agent_id = calls.agent_id
where outcome in ('answered', 'transferred') and coalesce(talk_seconds, hold_seconds, wrap_seconds) is not null
  and coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0) >= 0
  and ended_at >= $period_start and ended_at < $period_end
order by ended_at, call_id

-- headline, median
select
  median(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as value,
  count(*) as n,
  avg(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as mean,
  quantile_cont(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0), 0.9) as p90
from calls
where outcome in ('answered', 'transferred') and coalesce(talk_seconds, hold_seconds, wrap_seconds) is not null
  and coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0) >= 0
  and ended_at >= $period_start and ended_at < $period_end

-- headline, p90
select
  quantile_cont(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0), 0.9) as value,
  count(*) as n,
  avg(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as mean,
  median(coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) as median
from calls
where outcome in ('answered', 'transferred') and coalesce(talk_seconds, hold_seconds, wrap_seconds) is not null
  and coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0) >= 0
  and ended_at >= $period_start and ended_at < $period_end
