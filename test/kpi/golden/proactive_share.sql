-- headline
select avg((is_proactive)::int) as value, count(*) as n
from tickets
where is_proactive is not null
  and created_at >= $period_start and created_at < $period_end

-- trend
select date_trunc('week', created_at) as week, avg((is_proactive)::int) as value, count(*) as n
from tickets
where is_proactive is not null
  and created_at >= $period_start and created_at < $period_end
group by week
order by week

-- breakdown
select channel, avg((is_proactive)::int) as value, count(*) as n
from tickets
where is_proactive is not null
  and created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  is_proactive,
  channel,
  type,
  status,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where is_proactive is not null
  and created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- headline, accepted
select avg((accepted)::int) as value, count(*) as n
from invitations
where accepted is not null
  and invitations.at >= $period_start and invitations.at < $period_end

-- headline, accepted+aggregated
select
  sum(value) filter (where metric = 'invitations_accepted') as numerator,
  sum(value) filter (where metric = 'invitations_sent') as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric in ('invitations_sent', 'invitations_accepted') and value is not null
  and from_at >= $period_start and from_at < $period_end
