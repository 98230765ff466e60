-- headline
select
  avg((reopens = 0 and not exists (
    select 1 from tickets later
    where coalesce(later.customer_key, later.source_id || ' ' || later.customer_id)
        = coalesce(tickets.customer_key, tickets.source_id || ' ' || tickets.customer_id)
      and later.created_at_utc > tickets.created_at_utc
      and later.created_at_utc <= tickets.last_solved_at_utc + interval 7 day
  ))::int) as value,
  count(*) as n
from tickets
where last_solved_at_utc <= $as_of_utc - interval 7 day
  and reopens is not null and coalesce(customer_key, customer_id) is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- trend
select
  date_trunc('week', last_solved_at) as week,
  avg((reopens = 0 and not exists (
    select 1 from tickets later
    where coalesce(later.customer_key, later.source_id || ' ' || later.customer_id)
        = coalesce(tickets.customer_key, tickets.source_id || ' ' || tickets.customer_id)
      and later.created_at_utc > tickets.created_at_utc
      and later.created_at_utc <= tickets.last_solved_at_utc + interval 7 day
  ))::int) as value,
  count(*) as n
from tickets
where last_solved_at_utc <= $as_of_utc - interval 7 day
  and reopens is not null and coalesce(customer_key, customer_id) is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by week
order by week

-- breakdown
select
  type,
  avg((reopens = 0 and not exists (
    select 1 from tickets later
    where coalesce(later.customer_key, later.source_id || ' ' || later.customer_id)
        = coalesce(tickets.customer_key, tickets.source_id || ' ' || tickets.customer_id)
      and later.created_at_utc > tickets.created_at_utc
      and later.created_at_utc <= tickets.last_solved_at_utc + interval 7 day
  ))::int) as value,
  count(*) as n
from tickets
where last_solved_at_utc <= $as_of_utc - interval 7 day
  and reopens is not null and coalesce(customer_key, customer_id) is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
group by type
order by n desc, type

-- rows
select
  ticket_id,
  coalesce(customers.name, customer_id) as customer,
  tickets.created_at,
  last_solved_at,
  reopens,
  customer_messages,
  channel,
  type,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join customers using (source_id, customer_id)
left join agents using (source_id, agent_id)
where last_solved_at_utc <= $as_of_utc - interval 7 day
  and reopens is not null and coalesce(tickets.customer_key, customer_id) is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
order by last_solved_at, ticket_id

-- headline, no_reply_after
select avg((customer_messages <= 1)::int) as value, count(*) as n
from tickets
where last_solved_at is not null and customer_messages is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end

-- headline, closed_once
select avg((reopens = 0 and agents_involved = 1)::int) as value, count(*) as n
from tickets
where last_solved_at is not null and reopens is not null and agents_involved is not null
  and last_solved_at >= $period_start and last_solved_at < $period_end
