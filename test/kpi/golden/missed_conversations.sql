-- headline
select count(*) as value, count(*) as n
from tickets
where coalesce(is_missed, channel in ('chat', 'messaging', 'whatsapp', 'instagram', 'facebook')
    and customer_messages > 0 and agent_replies = 0 and status in ('solved', 'closed', 'cancelled'))
  and created_at >= $period_start and created_at < $period_end

-- trend
with days as (
  select unnest(generate_series(
    date_trunc('day', greatest(min(created_at), $period_start)), max(created_at), interval 1 day
  ))::date as day
  from tickets
), counted as (
  select date_trunc('day', created_at) as day, count(*) as value
  from tickets
  where coalesce(is_missed, channel in ('chat', 'messaging', 'whatsapp', 'instagram', 'facebook')
      and customer_messages > 0 and agent_replies = 0 and status in ('solved', 'closed', 'cancelled'))
    and created_at >= $period_start and created_at < $period_end
  group by day
)
select day, coalesce(value, 0) as value, coalesce(value, 0) as n
from days left join counted using (day)
where day < $period_end
order by day

-- breakdown
select channel, count(*) as value, count(*) as n
from tickets
where coalesce(is_missed, channel in ('chat', 'messaging', 'whatsapp', 'instagram', 'facebook')
    and customer_messages > 0 and agent_replies = 0 and status in ('solved', 'closed', 'cancelled'))
  and created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  channel,
  status,
  is_missed,
  customer_messages,
  agent_replies,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where coalesce(is_missed, channel in ('chat', 'messaging', 'whatsapp', 'instagram', 'facebook')
    and customer_messages > 0 and agent_replies = 0 and status in ('solved', 'closed', 'cancelled'))
  and created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- headline, share
select
  avg(coalesce(is_missed, agent_replies = 0 and status in ('solved', 'closed', 'cancelled'))::int) as value,
  count(*) as n
from tickets
where (is_missed is not null or (channel in ('chat', 'messaging', 'whatsapp', 'instagram', 'facebook')
    and customer_messages > 0 and agent_replies is not null and status is not null))
  and created_at >= $period_start and created_at < $period_end

-- headline, aggregated
select coalesce(sum(value), 0)::bigint as value, coalesce(sum(value), 0)::bigint as n
from period_facts
where metric = 'chats_missed' and value is not null
  and from_at >= $period_start and from_at < $period_end
