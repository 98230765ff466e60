-- headline
select
  avg((not exists (
    select 1 from messages m
    where m.source_id = tickets.source_id and m.ticket_id = tickets.ticket_id
      and m.author = 'agent' and m.is_automated is not true and m.is_public is not false
      and (m.sent_at_utc > tickets.last_solved_at_utc + interval 1 day) is not true
  ))::int) as value,
  count(*) as n,
  1 - value as human_touched
from tickets
where last_solved_at_utc <= $as_of_utc - interval 1 day
  and source_id in (select source_id from messages)
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- trend
select
  date_trunc('week', last_solved_at) as week,
  avg((not exists (
    select 1 from messages m
    where m.source_id = tickets.source_id and m.ticket_id = tickets.ticket_id
      and m.author = 'agent' and m.is_automated is not true and m.is_public is not false
      and (m.sent_at_utc > tickets.last_solved_at_utc + interval 1 day) is not true
  ))::int) as value,
  count(*) as n
from tickets
where last_solved_at_utc <= $as_of_utc - interval 1 day
  and source_id in (select source_id from messages)
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by week
order by week

-- breakdown
select
  channel,
  avg((not exists (
    select 1 from messages m
    where m.source_id = tickets.source_id and m.ticket_id = tickets.ticket_id
      and m.author = 'agent' and m.is_automated is not true and m.is_public is not false
      and (m.sent_at_utc > tickets.last_solved_at_utc + interval 1 day) is not true
  ))::int) as value,
  count(*) as n
from tickets
where last_solved_at_utc <= $as_of_utc - interval 1 day
  and source_id in (select source_id from messages)
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  last_solved_at,
  agent_replies,
  customer_messages,
  status,
  channel,
  type,
  subject
from tickets
where last_solved_at_utc <= $as_of_utc - interval 1 day
  and source_id in (select source_id from messages)
  and last_solved_at >= $period_start and last_solved_at < $period_end
order by last_solved_at, ticket_id

-- headline, computed+of_bot_handled
select
  avg((not exists (
    select 1 from messages m
    where m.source_id = tickets.source_id and m.ticket_id = tickets.ticket_id
      and m.author = 'agent' and m.is_automated is not true and m.is_public is not false
      and (m.sent_at_utc > tickets.last_solved_at_utc + interval 1 day) is not true
  ))::int) as value,
  count(*) as n,
  1 - value as human_touched
from tickets
where last_solved_at_utc <= $as_of_utc - interval 1 day
  and exists (
    select 1 from messages b
    where b.source_id = tickets.source_id and b.ticket_id = tickets.ticket_id and (b.author = 'bot' or b.is_automated)
  )
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, reported
select avg((agent_replies = 0)::int) as value, count(*) as n, 1 - value as human_touched
from tickets
where last_solved_at is not null and agent_replies is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
