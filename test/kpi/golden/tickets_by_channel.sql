-- headline
select count(*) as value, count(*) as n
from tickets
where created_at >= $period_start and created_at < $period_end

-- trend
with weeks as (
  select unnest(generate_series(
    date_trunc('week', greatest(min(created_at), $period_start)), max(created_at), interval 1 week
  ))::date as week
  from tickets
), counted as (
  select date_trunc('week', created_at) as week, count(*) as value
  from tickets
  where created_at >= $period_start and created_at < $period_end
  group by week
)
select week, coalesce(value, 0) as value, coalesce(value, 0) as n
from weeks left join counted using (week)
where week < $period_end
order by week

-- breakdown
with recent as (
  select
    channel,
    count(*) filter (where created_at >= until - interval 28 day)
      / nullif(count(*) filter (where created_at < until - interval 28 day), 0) - 1 as growth
  from tickets
  cross join (select least($period_end, $as_of + interval 1 second) as until)
  where created_at >= until - interval 56 day and created_at < until
    and (select min(created_at) from tickets) <= until - interval 56 day
  group by channel
)
select
  tickets.channel,
  count(*) as value,
  count(*) / sum(count(*)) over () as share,
  any_value(growth) as growth,
  count(*) as n
from tickets
left join recent on recent.channel is not distinct from tickets.channel
where created_at >= $period_start and created_at < $period_end
group by tickets.channel
order by n desc, tickets.channel

-- rows
select ticket_id, created_at, channel, channel_raw, type, status, subject
from tickets
where created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- breakdown, preferred
with used as (
  select
    coalesce(customer_key, source_id || ' ' || customer_id) as customer,
    channel,
    count(*) as tickets,
    max(created_at) as last_ticket
  from tickets
  where coalesce(customer_key, customer_id) is not null and channel is not null
    and created_at >= $period_start and created_at < $period_end
  group by customer, channel
), preferred as (
  select customer, arg_max(channel, (tickets, last_ticket, channel)) as channel
  from used
  group by customer
)
select channel, count(*) as value, count(*) / sum(count(*)) over () as share, count(*) as n
from preferred
group by channel
order by n desc, channel
