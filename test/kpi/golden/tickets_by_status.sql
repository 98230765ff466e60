-- headline
select count(*) as value, count(*) as n
from tickets

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', min(created_at)), max(created_at), interval 1 week
  ))::date as week
  from tickets
), counted as (
  select date_trunc('week', created_at) as week, count(*) as value
  from tickets
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks full join counted using (week)
order by week

-- breakdown
select
  case when is_reopened then 'reopened' else status end as status,
  count(*) as value,
  count(*) as n
from tickets
group by all
order by n desc, status

-- rows
select
  ticket_id,
  status,
  status_raw,
  status_reason,
  created_at,
  updated_at,
  channel,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
order by created_at, ticket_id

-- headline, time_in_status
select
  median(seconds) as value,
  count(*) as n,
  avg(seconds) as mean,
  quantile_cont(seconds, 0.9) as p90
from status_periods
where is_present and seconds >= 0
